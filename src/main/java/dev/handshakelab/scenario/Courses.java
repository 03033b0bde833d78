package dev.handshakelab.scenario;

import dev.handshakelab.sim.RecordedTouch;
import java.util.List;

/**
 * The courses that a story was given by touching it.
 *
 * @param all in the order of their beginning; empty: nobody has touched it
 * @param shown the number of the one to show
 */
public record Courses(List<Course> all, int shown) {
    /** Nobody has touched the story. */
    public static final Courses NONE = new Courses(List.of(), 1);

    public Courses {
        all = List.copyOf(all);
    }

    /**
     * The courses of a story that was touched in one way only.
     *
     * @param isWritten whether something happens in it even if nobody touches it: that course stays
     *     as the first one
     */
    public static Courses of(List<RecordedTouch> touches, boolean isWritten) {
        if (touches.isEmpty()) {
            return NONE;
        }
        return isWritten
                ? new Courses(
                        List.of(new Course(1, "", 0, List.of()), new Course(2, "", 1, touches)), 2)
                : new Courses(List.of(new Course(1, "", 0, touches)), 1);
    }

    /** The same with touches by time alone, for hosts that play by other rules. */
    public Courses timed() {
        return new Courses(
                all.stream()
                        .map(course ->
                                new Course(
                                        course.number(),
                                        course.name(),
                                        course.parent(),
                                        course.touches().stream()
                                                .map(one ->
                                                        RecordedTouch.at(
                                                                Math.max(0, one.atNanos()),
                                                                one.touch()))
                                                .toList()))
                        .toList(),
                shown);
    }

    /** Whether the same was done, whichever course is shown. */
    public boolean isSameWork(Courses other) {
        return all.equals(other.all);
    }

    /** What was done in the course to show. */
    public List<RecordedTouch> touches() {
        return all.stream()
                .filter(course -> course.number() == shown)
                .findFirst()
                .map(Course::touches)
                .orElse(List.of());
    }
}
