package dev.handshakelab.view.export;

import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.export.PictureFormat;
import dev.handshakelab.view.settings.Theme;

/**
 * What to write.
 *
 * @param format which kind of file
 * @param theme its colours
 * @param geometry width, size of text and kind of numbers
 * @param scale pixels of a PNG or GIF for one of the geometry
 * @param sheet the diagram, or a sheet for learners
 * @param part which part of the diagram
 */
public record ExportChoice(
        PictureFormat format,
        Theme theme,
        DiagramSettings geometry,
        double scale,
        Sheet sheet,
        Part part) {
    /** Smallest and largest scale. */
    public static final double MIN_SCALE = 0.25;

    public static final double MAX_SCALE = 8;

    /** The width that fits both a page and a slide, px. */
    public static final double USUAL_WIDTH_PX = 1000;

    /** The width of a page, so that its text is large enough on paper, px. */
    public static final double PAGE_WIDTH_PX = 760;

    /** The size of text for that width, px. */
    public static final double USUAL_FONT_PX = 14;

    /** What the sheet is for. */
    public enum Sheet {
        DIAGRAM,
        /** States and numbers are left out, to be filled in. */
        HANDOUT,
        /** The handout with everything filled in. */
        ANSWERS
    }

    /**
     * A part of the story.
     *
     * @param fromNanos where it begins, virtual time
     * @param toNanos where it ends; infinite: at the end
     */
    public record Part(double fromNanos, double toNanos) {
        /** The whole diagram. */
        public static final Part WHOLE = new Part(0, Double.POSITIVE_INFINITY);
    }

    /** The whole story as a file of a kind, in the usual size. */
    public static ExportChoice of(PictureFormat format) {
        return new ExportChoice(
                format,
                Theme.LIGHT,
                DiagramSettings.of(usualWidthPx(format), USUAL_FONT_PX),
                format == PictureFormat.GIF ? 1 : 2,
                Sheet.DIAGRAM,
                Part.WHOLE);
    }

    /** A width that suits a format, px. */
    public static double usualWidthPx(PictureFormat format) {
        return format == PictureFormat.PDF ? PAGE_WIDTH_PX : USUAL_WIDTH_PX;
    }

    public ExportChoice withTheme(Theme newTheme) {
        return new ExportChoice(format, newTheme, geometry, scale, sheet, part);
    }

    public ExportChoice withGeometry(DiagramSettings newGeometry) {
        return new ExportChoice(format, theme, newGeometry, scale, sheet, part);
    }

    public ExportChoice withScale(double newScale) {
        return new ExportChoice(format, theme, geometry, newScale, sheet, part);
    }

    public ExportChoice withSheet(Sheet newSheet) {
        return new ExportChoice(format, theme, geometry, scale, newSheet, part);
    }

    public ExportChoice withPart(Part newPart) {
        return new ExportChoice(format, theme, geometry, scale, sheet, newPart);
    }
}
