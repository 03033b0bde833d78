package dev.handshakelab.view.diagram;

import dev.handshakelab.timeline.Timeline;

/**
 * The course that the shown one left by a touch.
 *
 * @param timeline what happened there
 * @param lastShared the last frame that both have
 */
public record LeftCourse(Timeline timeline, int lastShared) {}
