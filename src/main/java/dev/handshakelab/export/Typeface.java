package dev.handshakelab.export;

import dev.handshakelab.diagram.TextMeasure;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.kordamp.ikonli.IkonHandler;

/** The fonts of the pictures: those of the window. */
public enum Typeface {
    REGULAR(FontFile.REGULAR::open),
    BOLD(FontFile.BOLD::open),
    /** Feather: an icon is a character. */
    ICONS(() -> Objects.requireNonNull(icons().getFontResourceAsStream()));

    /** Tells widths with the fonts themselves; needs no display. */
    public static final TextMeasure MEASURE =
            (text, sizePx, bold) -> (bold ? BOLD : REGULAR).width(text, sizePx);

    /** The same with room to write each number by hand. */
    public static final TextMeasure WITH_ROOM =
            (text, sizePx, bold) ->
                    (bold ? BOLD : REGULAR).width(text, sizePx) + Gaps.missingEm(text) * sizePx;

    /** Kept, because the log manager forgets a logger that nobody holds. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache.fontbox"), Logger.getLogger("org.apache.pdfbox"));

    private final Supplier<InputStream> source;

    Typeface(Supplier<InputStream> source) {
        this.source = source;
    }

    /** A font that has been read; reading waits until somebody needs it. */
    private static final class Loaded {
        static {
            // They warn of what does not matter to us: a font without names of its glyphs.
            LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        }

        private static final Loaded[] ALL = new Loaded[Typeface.values().length];

        private final TrueTypeFont font;
        private final CmapLookup glyphs;
        private final double perUnit;

        private Loaded(Typeface face) {
            try (InputStream in = face.open()) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                glyphs = font.getUnicodeCmapLookup();
                perUnit = 1.0 / font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized Loaded of(Typeface face) {
            Loaded loaded = ALL[face.ordinal()];
            if (loaded == null) {
                loaded = new Loaded(face);
                ALL[face.ordinal()] = loaded;
            }
            return loaded;
        }

        private double advance(int character) throws IOException {
            return font.getAdvanceWidth(glyphs.getGlyphId(character)) * perUnit;
        }

        // FontBox reads glyphs from one place in the file at a time.
        private synchronized double width(String text) {
            return text.codePoints()
                    .mapToDouble(character -> {
                        try {
                            return advance(character);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
        }

        private synchronized Path2D outline(String text, double size, double x, double y) {
            Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double scale = size * perUnit;
            double at = x;
            try {
                for (int character : text.codePoints().toArray()) {
                    GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(character));
                    if (glyph != null) {
                        GeneralPath drawn = glyph.getPath();
                        path.append(
                                drawn.getPathIterator(
                                        new AffineTransform(scale, 0, 0, -scale, at, y)),
                                false);
                    }
                    at += advance(character) * size;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return path;
        }
    }

    private static IkonHandler icons() {
        return ServiceLoader.load(IkonHandler.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(handler -> handler.supports("fth-clock"))
                .findFirst()
                .orElseThrow();
    }

    /** The character of an icon, for example of {@code fth-clock}. */
    public static String icon(String literal) {
        return Character.toString(icons().resolve(literal).getCode());
    }

    /** The font file. */
    InputStream open() {
        return source.get();
    }

    /** The width of one line of text, px. */
    double width(String text, double sizePx) {
        return Loaded.of(this).width(text) * sizePx;
    }

    /** The outlines of one line of text that begins at {@code x} on a baseline. */
    Path2D outline(String text, double sizePx, double x, double baselineY) {
        return Loaded.of(this).outline(text, sizePx, x, baselineY);
    }

    /** Whether the font can show a character. */
    boolean has(int character) {
        return Loaded.of(this).glyphs.getGlyphId(character) != 0;
    }
}
