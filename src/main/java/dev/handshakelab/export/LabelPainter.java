package dev.handshakelab.export;

import dev.handshakelab.diagram.Label;
import dev.handshakelab.export.Mark.Pen;
import java.util.regex.Matcher;

/** Draws labels; on a handout, lines to write on stand where the numbers were. */
final class LabelPainter {
    private static final double LINE_DROP_EM = 0.12;
    private static final double SIGN_DROP_EM = 0.13;
    private static final double SIGN_ROOM_EM = 1.15;

    private final Canvas canvas;
    private final Look look;

    LabelPainter(Canvas canvas, Look look) {
        this.canvas = canvas;
        this.look = look;
    }

    /** Keeps what runs behind a label from shining through. */
    void plate(Label label, double radius) {
        canvas.fill(canvas.rounded(label.box(), radius), look.palette().canvas());
    }

    void box(Label label, double radius, Ink fill, Ink line, Pen pen) {
        plate(label, radius);
        canvas.both(canvas.rounded(label.box(), radius), fill, line, pen);
    }

    /**
     * @param numbers whether a handout leaves numbers out
     */
    void text(Label label, Ink plain, Ink strong, Ink tag, boolean numbers) {
        for (Label.Run run : label.runs()) {
            boolean mark = run.style() == Label.Style.MARK;
            Ink ink =
                    switch (run.style()) {
                        case PLAIN -> plain;
                        case STRONG -> strong;
                        case TAG -> tag;
                        case MARK -> look.palette().get("accent");
                    };
            Typeface face =
                    run.style() == Label.Style.STRONG || mark ? Typeface.BOLD : Typeface.REGULAR;
            if (mark) {
                remark(label, run, ink);
            } else if (look.blank() && numbers) {
                withGaps(label, run, face, ink);
            } else {
                canvas.words(run.text(), face, label.fontSizePx(), run.x(), run.baselineY(), ink);
            }
        }
    }

    /** A sign, and the word behind it. */
    private void remark(Label label, Label.Run run, Ink ink) {
        double size = label.fontSizePx();
        canvas.words(
                look.markIcon(),
                Typeface.ICONS,
                size,
                run.x(),
                run.baselineY() + size * SIGN_DROP_EM,
                ink);
        canvas.words(
                run.text(),
                Typeface.BOLD,
                size,
                run.x() + size * SIGN_ROOM_EM,
                run.baselineY(),
                ink);
    }

    private void withGaps(Label label, Label.Run run, Typeface face, Ink ink) {
        double size = label.fontSizePx();
        double x = run.x();
        int from = 0;
        Matcher matcher = Gaps.NUMBER.matcher(run.text());
        while (matcher.find()) {
            String before = run.text().substring(from, matcher.start());
            if (!before.isEmpty()) {
                canvas.words(before, face, size, x, run.baselineY(), ink);
            }
            x += face.width(before, size);
            String number = matcher.group();
            double width = face.width(number, size) + Gaps.missingEm(number) * size;
            double y = run.baselineY() + LINE_DROP_EM * size;
            canvas.draw(canvas.line(x, y, x + width, y), look.palette().muted(), Pen.of(1));
            x += width;
            from = matcher.end();
        }
        String rest = run.text().substring(from);
        if (!rest.isEmpty()) {
            canvas.words(rest, face, size, x, run.baselineY(), ink);
        }
    }
}
