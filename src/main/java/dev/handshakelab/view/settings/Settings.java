package dev.handshakelab.view.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept between runs.
 *
 * @param language language tag, {@code en} or {@code zh}; null: the system's language decides
 * @param theme the look
 * @param textPercent size of the text and of all that follows it, in percent of the usual one,
 *     {@value #MIN_TEXT_PERCENT} to {@value #MAX_TEXT_PERCENT}
 * @param speed of playing, {@value #MIN_SPEED} to {@value #MAX_SPEED}
 * @param look which parts are shown and how numbers are written
 * @param window where the window stood
 * @param recentFiles scenario files opened last, newest first, at most {@value #MAX_RECENT}
 */
public record Settings(
        @Nullable String language,
        Theme theme,
        int textPercent,
        double speed,
        Look look,
        Window window,
        List<Path> recentFiles) {
    public static final int MIN_TEXT_PERCENT = 70;
    public static final int MAX_TEXT_PERCENT = 250;
    public static final double MIN_SPEED = 0.1;
    public static final double MAX_SPEED = 10;
    public static final int MAX_RECENT = 8;

    /** What holds when nothing was ever chosen. */
    public static final Settings DEFAULT =
            new Settings(
                    null,
                    Theme.LIGHT,
                    100,
                    1,
                    new Look(false, false, false, true, true, false, true),
                    new Window(1280, 800, false, 0.19, 0.72),
                    List.of());

    public Settings {
        recentFiles = List.copyOf(recentFiles);
    }

    /**
     * Which parts are shown and how numbers are written.
     *
     * @param relativeNumbers sequence numbers count from the initial ones
     * @param trueScale idle time is not squeezed in the diagram
     * @param showOptions header options and window stand on the arrows
     * @param showLibrary the list of scenarios is unfolded
     * @param showExplanation the explanation is unfolded
     * @param showVariables the hosts' control blocks are unfolded
     * @param showTouchHint the diagram says that it can be touched
     */
    public record Look(
            boolean relativeNumbers,
            boolean trueScale,
            boolean showOptions,
            boolean showLibrary,
            boolean showExplanation,
            boolean showVariables,
            boolean showTouchHint) {}

    /**
     * Where the window stood.
     *
     * @param width in px
     * @param height in px
     * @param maximized whether it filled the screen
     * @param leftDivider between scenarios and diagram, 0 to 1 of the width
     * @param rightDivider between diagram and explanation, 0 to 1 of the width
     */
    public record Window(
            double width,
            double height,
            boolean maximized,
            double leftDivider,
            double rightDivider) {}
}
