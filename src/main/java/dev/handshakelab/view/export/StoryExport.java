package dev.handshakelab.view.export;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.TimeAxis;
import dev.handshakelab.export.Animation;
import dev.handshakelab.export.GifWriter;
import dev.handshakelab.export.LadderText;
import dev.handshakelab.export.Look;
import dev.handshakelab.export.Palette;
import dev.handshakelab.export.PdfWriter;
import dev.handshakelab.export.Picture;
import dev.handshakelab.export.Raster;
import dev.handshakelab.export.StoryPictures;
import dev.handshakelab.export.StoryPictures.SurroundingWords;
import dev.handshakelab.export.SvgWriter;
import dev.handshakelab.export.Typeface;
import dev.handshakelab.playback.Pace;
import dev.handshakelab.playback.Stills;
import dev.handshakelab.timeline.FigureFormat;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.timeline.TraceFormat;
import dev.handshakelab.view.diagram.StateLook;
import dev.handshakelab.view.export.ExportChoice.Sheet;
import dev.handshakelab.view.settings.Theme;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Writes a story in the language of the moment; needs no display. */
public final class StoryExport {
    private static final double GIF_HEIGHT_PX = 720;
    private static final int GIF_END_HUNDREDTHS = 250;

    /** A GIF of a longer telling would be too large for anybody to open. */
    private static final int MAX_STILLS = 3_000;

    private final Timeline timeline;
    private final String title;
    private final Messages messages;

    /**
     * A story to be written.
     *
     * @param title what it is called
     */
    public StoryExport(Timeline timeline, String title, Messages messages) {
        this.timeline = timeline;
        this.title = title;
        this.messages = messages;
    }

    /** Why something cannot be written; the texts are in the bundles. */
    public enum Refusal {
        /** The picture would have too many pixels. */
        TOO_LARGE,
        /** The run has too many moments for an animation. */
        TOO_LONG
    }

    /** What cannot be written. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        private final Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        /** The key of the text that says why. */
        public String key() {
            return "export.refused." + refusal.name();
        }
    }

    /** Told how far writing has come, 0 to 1, and asked whether to stop. */
    public record Watch(DoubleConsumer progress, BooleanSupplier stopped) {
        /** Nobody watches. */
        public static final Watch NONE = new Watch(_ -> {}, () -> false);
    }

    /**
     * Writes the story.
     *
     * @return false if the watcher stopped it; then what was written is not complete
     * @throws RefusedException if it would be too large
     * @throws IOException if {@code out} does not take it
     */
    public boolean write(ExportChoice choice, OutputStream out, Watch watch) throws IOException {
        switch (choice.format()) {
            case TRACE -> {
                TraceFormat format =
                        TraceFormat.PLAIN.withRelativeNumbers(choice.geometry().relativeNumbers());
                text(format.format(timeline), out);
            }
            case FIGURE -> text(FigureFormat.format(timeline), out);
            case MERMAID -> text(LadderText.mermaid(pictures(choice)), out);
            case PLANTUML -> text(LadderText.plantUml(pictures(choice)), out);
            case SVG -> text(SvgWriter.write(sheet(choice)), out);
            case PNG -> png(choice, out);
            case PDF -> pdf(choice, out);
            case GIF -> {
                return gif(choice, out, watch);
            }
        }
        return !watch.stopped().getAsBoolean();
    }

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Picture sheet(ExportChoice choice) {
        return part(pictures(choice), choice.part());
    }

    private static Picture part(StoryPictures pictures, ExportChoice.Part part) {
        if (part.equals(ExportChoice.Part.WHOLE)) {
            return pictures.whole();
        }
        TimeAxis axis = pictures.layout().axis();
        double end = pictures.timeline().endNanos();
        double to = part.toNanos() >= end ? pictures.layout().heightPx() : axis.yAt(part.toNanos());
        double from = part.fromNanos() <= 0 ? 0 : axis.yAt(part.fromNanos());
        return pictures.part(from, to);
    }

    private void png(ExportChoice choice, OutputStream out) throws IOException {
        Picture picture = sheet(choice);
        if (Raster.pixels(picture, choice.scale()) > Raster.MAX_PIXELS) {
            throw new RefusedException(Refusal.TOO_LARGE);
        }
        Raster.writePng(picture, choice.scale(), out);
    }

    /** A handout has A4 pages; a diagram too, unless a part of it was asked for. */
    private void pdf(ExportChoice choice, OutputStream out) throws IOException {
        StoryPictures pictures = pictures(choice);
        List<Picture> pages =
                choice.part().equals(ExportChoice.Part.WHOLE)
                        ? pictures.pages(choice.geometry().widthPx() * PdfWriter.A4_RATIO)
                        : List.of(part(pictures, choice.part()));
        PdfWriter.write(pages, pictures.words().title(), out);
    }

    private boolean gif(ExportChoice choice, OutputStream out, Watch watch) throws IOException {
        List<Animation.Moment> moments =
                Stills.of(timeline, Pace.squeezed(timeline)).stream()
                        .map(still -> new Animation.Moment(still.frame(), still.nanos(), 10))
                        .toList();
        if (moments.size() > MAX_STILLS) {
            throw new RefusedException(Refusal.TOO_LONG);
        }
        List<Animation.Moment> merged = Animation.withEnd(moments, GIF_END_HUNDREDTHS);
        StoryPictures pictures = pictures(choice);
        double height =
                Math.min(GIF_HEIGHT_PX, pictures.layout().heightPx() + pictures.surroundingsPx());
        var animation = new Animation(pictures, Math.ceil(height), merged);
        return GifWriter.write(
                animation.stills(),
                choice.scale(),
                out,
                written -> {
                    watch.progress().accept((double) written / merged.size());
                    return !watch.stopped().getAsBoolean();
                });
    }

    private StoryPictures pictures(ExportChoice choice) {
        var layout =
                DiagramLayout.of(
                        timeline,
                        choice.geometry(),
                        new DiagramLabels(messages),
                        choice.sheet() == Sheet.DIAGRAM ? Typeface.MEASURE : Typeface.WITH_ROOM);
        Palette palette = choice.theme() == Theme.LIGHT ? Palette.light() : Palette.dark();
        Look look =
                new Look(
                        palette,
                        state -> Typeface.icon(StateLook.of(state).iconLiteral()),
                        Typeface.icon("fth-clock"),
                        Typeface.icon("fth-alert-triangle"),
                        choice.sheet() == Sheet.HANDOUT);
        return new StoryPictures(timeline, layout, look, words(choice.sheet()));
    }

    private SurroundingWords words(Sheet sheet) {
        Map<Side, String> hosts = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            String key =
                    switch (timeline.host(side).role()) {
                        case CLIENT -> "host.client";
                        case SERVER -> "host.server";
                        case PEER -> "host.peer";
                    };
            hosts.put(side, messages.get(key, side.name()));
        }
        String shown =
                switch (sheet) {
                    case DIAGRAM -> title;
                    case HANDOUT -> messages.get("export.handoutTitle", title);
                    case ANSWERS -> messages.get("export.answersTitle", title);
                };
        String foot = sheet == Sheet.HANDOUT ? "export.handoutFoot" : "export.foot";
        return new SurroundingWords(shown, hosts, messages.get(foot));
    }
}
