/**
 * The learner takes the place of one endpoint: what that endpoint has to decide in a step of a
 * story, what the learner decided, and a comparison of that with what the machine did, with reasons
 * and hints. It knows no window and no text.
 */
@NullMarked
package dev.handshakelab.coach;

import org.jspecify.annotations.NullMarked;
