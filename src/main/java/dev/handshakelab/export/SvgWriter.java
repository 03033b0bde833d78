package dev.handshakelab.export;

import dev.handshakelab.export.Mark.Figure;
import dev.handshakelab.export.Mark.Pen;
import dev.handshakelab.export.Mark.Words;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes SVG. Text is outlined, each glyph once, so that it looks the same where the fonts are
 * missing; what it says stands beside it for search and screen readers.
 */
public final class SvgWriter {
    /** Glyphs are outlined for an em of this size. */
    private static final double EM = 1000;

    private final StringBuilder body = new StringBuilder(64 * 1024);
    private final Map<String, String> glyphs = new LinkedHashMap<>();

    private SvgWriter() {}

    /** A picture as an SVG document. */
    public static String write(Picture picture) {
        SvgWriter writer = new SvgWriter();
        picture.marks().forEach(writer::mark);
        return writer.document(picture);
    }

    private String document(Picture picture) {
        String size = number(picture.widthPx()) + " " + number(picture.heightPx());
        StringBuilder text = new StringBuilder(body.length() * 2);
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" width=\"")
                .append(number(picture.widthPx()))
                .append("\" height=\"")
                .append(number(picture.heightPx()))
                .append("\" viewBox=\"0 0 ")
                .append(size)
                .append("\">\n<title>")
                .append(escape(picture.title()))
                .append("</title>\n<defs>\n");
        glyphs.forEach((id, path) ->
                text.append("<path id=\"")
                        .append(id)
                        .append("\" d=\"")
                        .append(path)
                        .append("\"/>\n"));
        text.append("</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(picture.background().hex())
                .append("\"/>\n")
                .append(body);
        return text.append("</svg>\n").toString();
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Figure figure -> figure(figure);
            case Words words -> words(words);
        }
    }

    private void figure(Figure figure) {
        body.append("<path d=\"").append(path(figure.outline())).append('"');
        paint("fill", figure.fill());
        paint("stroke", figure.line());
        if (figure.line() != null) {
            pen(figure.pen());
        }
        body.append("/>\n");
    }

    private void paint(String attribute, @Nullable Ink ink) {
        body.append(' ').append(attribute).append("=\"");
        body.append(ink == null ? "none" : ink.hex()).append('"');
        if (ink != null && ink.opacity() < 1) {
            body.append(' ').append(attribute).append("-opacity=\"");
            body.append(number(ink.opacity())).append('"');
        }
    }

    private void pen(Pen pen) {
        body.append(" stroke-width=\"").append(number(pen.widthPx())).append('"');
        if (!pen.dashPx().isEmpty()) {
            body.append(" stroke-dasharray=\"")
                    .append(
                            pen.dashPx().stream()
                                    .map(SvgWriter::number)
                                    .collect(Collectors.joining(" ")))
                    .append('"');
        }
        if (pen.round()) {
            body.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
    }

    private void words(Words words) {
        if (words.text().isBlank()) {
            return;
        }
        body.append("<g aria-label=\"").append(escape(words.text())).append('"');
        paint("fill", words.ink());
        String scale = String.format(Locale.ROOT, "%.5f", words.sizePx() / EM);
        body.append(" transform=\"translate(")
                .append(number(words.x()))
                .append(' ')
                .append(number(words.baselineY()))
                .append(") scale(")
                .append(scale)
                .append(")\">");
        double x = 0;
        for (int character : words.text().codePoints().toArray()) {
            String one = Character.toString(character);
            if (!Character.isWhitespace(character)) {
                body.append("<use xlink:href=\"#").append(glyph(words.face(), character));
                body.append("\" x=\"").append(Math.round(x)).append("\"/>");
            }
            x += words.face().width(one, EM);
        }
        body.append("</g>\n");
    }

    private String glyph(Typeface face, int character) {
        String id = Character.toLowerCase(face.name().charAt(0)) + Integer.toHexString(character);
        glyphs.computeIfAbsent(
                id, _ -> path(face.outline(Character.toString(character), EM, 0, 0)));
        return id;
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int type = i.currentSegment(at);
            int numbers =
                    switch (type) {
                        case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                        case PathIterator.SEG_QUADTO -> 4;
                        case PathIterator.SEG_CUBICTO -> 6;
                        default -> 0;
                    };
            path.append("MLQCZ".charAt(type));
            for (int n = 0; n < numbers; n++) {
                path.append(n == 0 ? "" : " ").append(number(at[n]));
            }
        }
        return path.toString();
    }

    /** Two places are finer than any printer. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths % 100);
        String whole = (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100);
        if (rest == 0) {
            return whole;
        }
        String places = (rest < 10 ? "0" : "") + rest;
        return whole + "." + (rest % 10 == 0 ? places.substring(0, 1) : places);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
