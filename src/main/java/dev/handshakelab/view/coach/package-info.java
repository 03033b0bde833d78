/** The card in which the learner decides for an endpoint. */
@NullMarked
package dev.handshakelab.view.coach;

import org.jspecify.annotations.NullMarked;
