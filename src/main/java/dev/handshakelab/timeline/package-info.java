/**
 * What happened, as facts and frames: immutable, and blind to where it came from (a simulation or a
 * capture). A frame is one step of the story; its facts say what happened in it, its host views how
 * both ends stand afterwards.
 */
@NullMarked
package dev.handshakelab.timeline;

import org.jspecify.annotations.NullMarked;
