package dev.handshakelab.export;

import dev.handshakelab.export.Mark.Figure;
import dev.handshakelab.export.Mark.Words;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Writes PDF; the characters used of each font travel with it. */
public final class PdfWriter {
    private static final float MARGIN_PT = 26;

    /** The height of what is printed on an A4 page for a width of 1. */
    public static final double A4_RATIO =
            (PDRectangle.A4.getHeight() - 2 * MARGIN_PT)
                    / (PDRectangle.A4.getWidth() - 2 * MARGIN_PT);

    private final PDDocument document;
    private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();

    private PdfWriter(PDDocument document) {
        this.document = document;
    }

    /**
     * Writes a document.
     *
     * @param pages its pages, each as wide as A4
     * @param title what it is
     */
    public static void write(List<Picture> pages, String title, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            document.setDocumentInformation(information);
            PdfWriter writer = new PdfWriter(document);
            for (Picture page : pages) {
                writer.page(page);
            }
            document.save(out);
        }
    }

    private void page(Picture picture) throws IOException {
        float width = PDRectangle.A4.getWidth();
        float scale = (float) ((width - 2 * MARGIN_PT) / picture.widthPx());
        float height = (float) (picture.heightPx() * scale) + 2 * MARGIN_PT;
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            fill(content, picture.background());
            content.addRect(0, 0, width, height);
            content.fill();
            // PDF counts upwards, pictures downwards.
            content.transform(new Matrix(scale, 0, 0, -scale, MARGIN_PT, height - MARGIN_PT));
            // What goes on over the page must not show in its margin.
            content.addRect(0, 0, (float) picture.widthPx(), (float) picture.heightPx());
            content.clip();
            for (Mark mark : picture.marks()) {
                draw(content, mark);
            }
        }
    }

    private void draw(PDPageContentStream content, Mark mark) throws IOException {
        switch (mark) {
            case Figure figure -> draw(content, figure);
            case Words words -> draw(content, words);
        }
    }

    private void draw(PDPageContentStream content, Figure figure) throws IOException {
        if (figure.fill() != null) {
            fill(content, figure.fill());
            path(content, figure.outline());
            content.fill();
        }
        if (figure.line() != null) {
            Ink ink = figure.line();
            opacity(content, ink);
            content.setStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
            content.setLineWidth((float) figure.pen().widthPx());
            int ends = figure.pen().round() ? 1 : 0;
            content.setLineCapStyle(ends);
            content.setLineJoinStyle(ends);
            List<Double> dash = figure.pen().dashPx();
            float[] pattern = new float[dash.size()];
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] = dash.get(i).floatValue();
            }
            content.setLineDashPattern(pattern, 0);
            path(content, figure.outline());
            content.stroke();
        }
    }

    private void draw(PDPageContentStream content, Words words) throws IOException {
        if (words.text().isBlank()) {
            return;
        }
        fill(content, words.ink());
        if (words.face() == Typeface.ICONS) {
            path(
                    content,
                    words.face()
                            .outline(words.text(), words.sizePx(), words.x(), words.baselineY()));
            content.fill();
            return;
        }
        content.beginText();
        content.setFont(font(words.face()), (float) words.sizePx());
        content.setTextMatrix(
                new Matrix(1, 0, 0, -1, (float) words.x(), (float) words.baselineY()));
        content.showText(words.text());
        content.endText();
    }

    private PDFont font(Typeface face) throws IOException {
        PDFont font = fonts.get(face);
        if (font == null) {
            try (InputStream in = face.open()) {
                font = PDType0Font.load(document, in, true);
            }
            fonts.put(face, font);
        }
        return font;
    }

    private void fill(PDPageContentStream content, Ink ink) throws IOException {
        opacity(content, ink);
        content.setNonStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
    }

    private void opacity(PDPageContentStream content, Ink ink) throws IOException {
        int percent = (int) Math.round(ink.opacity() * 100);
        content.setGraphicsStateParameters(
                opacities.computeIfAbsent(
                        percent,
                        _ -> {
                            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
                            state.setNonStrokingAlphaConstant(percent / 100f);
                            state.setStrokingAlphaConstant(percent / 100f);
                            return state;
                        }));
    }

    private static void path(PDPageContentStream content, Shape shape) throws IOException {
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int type = i.currentSegment(at);
            switch (type) {
                case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO ->
                        // PDF has cubic curves only.
                        content.curveTo(
                                x + (at[0] - x) * 2 / 3,
                                y + (at[1] - y) * 2 / 3,
                                at[2] + (at[0] - at[2]) * 2 / 3,
                                at[3] + (at[1] - at[3]) * 2 / 3,
                                at[2],
                                at[3]);
                case PathIterator.SEG_CUBICTO ->
                        content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> content.closePath();
            }
            int last =
                    switch (type) {
                        case PathIterator.SEG_QUADTO -> 2;
                        case PathIterator.SEG_CUBICTO -> 4;
                        default -> 0;
                    };
            if (type != PathIterator.SEG_CLOSE) {
                x = at[last];
                y = at[last + 1];
            }
        }
    }
}
