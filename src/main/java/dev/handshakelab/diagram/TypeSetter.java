package dev.handshakelab.diagram;

import dev.handshakelab.diagram.Label.Run;
import dev.handshakelab.diagram.Label.Style;
import dev.handshakelab.diagram.SegmentText.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets words into label boxes, breaking lines that would be too wide. Boxes are made at the origin
 * and moved later.
 */
final class TypeSetter {
    private static final String ELLIPSIS = "…";
    private static final double LINE_EM = 1.32;
    private static final double BASELINE_EM = 1.0;
    private static final double BLANK_EM = 0.27;

    /** Room for the sign before a mark. */
    private static final double MARK_SIGN_EM = 1.15;

    private static final int BALANCE_STEPS = 6;

    /**
     * How a kind of label is set.
     *
     * @param sizePx size of the text
     * @param padXPx room left and right of the text
     * @param padYPx room above and below
     * @param iconPx room for an icon on the left, gap included
     * @param maxLines lines beyond are cut off
     */
    record Form(double sizePx, double padXPx, double padYPx, double iconPx, int maxLines) {}

    private final TextMeasure measure;

    TypeSetter(TextMeasure measure) {
        this.measure = measure;
    }

    /** How wide the words would be on one line, px, without what stands around them. */
    double lineWidth(List<Word> words, Form form) {
        double width = 0;
        double blank = blank(form);
        for (int i = 0; i < words.size(); i++) {
            width += (i > 0 ? blank : 0) + width(words.get(i), form);
        }
        return width;
    }

    /** How much of a width is left for words, px. */
    static double room(Form form, double maxWidth) {
        return Math.max(form.sizePx, maxWidth - 2 * form.padXPx - form.iconPx);
    }

    /** The height of a label with so many lines, px. */
    static double height(Form form, int lines) {
        return Math.ceil(lines * LINE_EM * form.sizePx + 2 * form.padYPx);
    }

    private double blank(Form form) {
        return Math.max(BLANK_EM * form.sizePx, measure.width(" ", form.sizePx, false));
    }

    /** A label at the origin, at most {@code maxWidth} wide; lines are about equally long. */
    Label set(List<Word> words, Form form, double maxWidth) {
        double room = room(form, maxWidth);
        Label label = fill(words, form, room);
        if (label.box().height() < 2 * LINE_EM * form.sizePx || isCut(label)) {
            return label;
        }
        double tooNarrow = 0;
        for (int i = 0; i < BALANCE_STEPS; i++) {
            double middle = (tooNarrow + room) / 2;
            Label narrower = fill(words, form, middle);
            if (narrower.box().height() > label.box().height()
                    || narrower.runs().size() > label.runs().size()
                    || isCut(narrower)) {
                tooNarrow = middle;
            } else {
                room = middle;
                label = narrower;
            }
        }
        return label;
    }

    private static boolean isCut(Label label) {
        return label.runs().getLast().text().endsWith(ELLIPSIS);
    }

    private Label fill(List<Word> words, Form form, double room) {
        double blank = blank(form);
        double lineHeight = LINE_EM * form.sizePx;
        List<Run> runs = new ArrayList<>(words.size());
        double left = form.padXPx + form.iconPx;
        double x = 0;
        double widest = 0;
        int line = 0;
        for (Word word : pieces(words, form, room)) {
            double width = width(word, form);
            if (x > 0 && x + blank + width > room) {
                if (line == form.maxLines - 1) {
                    widest = Math.max(widest, cutShort(runs, form, room + left) - left);
                    break;
                }
                line++;
                x = 0;
            }
            if (x > 0) {
                x += blank;
            }
            double baseline = form.padYPx + line * lineHeight + BASELINE_EM * form.sizePx;
            runs.add(new Run(word.text(), word.style(), left + x, baseline));
            x += width;
            widest = Math.max(widest, x);
        }
        double boxWidth = Math.ceil(left + Math.min(widest, room) + form.padXPx);
        double boxHeight = height(form, line + 1);
        return new Label(new Box(0, 0, boxWidth, boxHeight), runs, form.sizePx);
    }

    /** Splits what is wider than a line: at blanks and hyphens, otherwise anywhere. */
    private List<Word> pieces(List<Word> words, Form form, double room) {
        List<Word> pieces = new ArrayList<>(words.size());
        for (Word word : words) {
            if (width(word, form) <= room) {
                pieces.add(word);
                continue;
            }
            for (String part : word.text().split("(?<=-)|[ \\u00a0]")) {
                split(new Word(part, word.style()), form, room, pieces);
            }
        }
        return pieces;
    }

    private void split(Word word, Form form, double room, List<Word> pieces) {
        String rest = word.text();
        while (rest.length() > 1 && width(new Word(rest, word.style()), form) > room) {
            int end = rest.length() - 1;
            while (end > 1 && width(new Word(rest.substring(0, end), word.style()), form) > room) {
                end--;
            }
            pieces.add(new Word(rest.substring(0, end), word.style()));
            rest = rest.substring(end);
        }
        pieces.add(new Word(rest, word.style()));
    }

    /** Ends the last line with an ellipsis that still fits; says where the line ends then. */
    private double cutShort(List<Run> runs, Form form, double right) {
        Run last = runs.removeLast();
        String text = last.text();
        while (!text.isEmpty()
                && last.x() + width(new Word(text + ELLIPSIS, last.style()), form) > right) {
            text = text.substring(0, text.length() - 1);
        }
        runs.add(new Run(text + ELLIPSIS, last.style(), last.x(), last.baselineY()));
        return last.x() + width(new Word(text + ELLIPSIS, last.style()), form);
    }

    private double width(Word word, Form form) {
        double sign = word.style() == Style.MARK ? MARK_SIGN_EM * form.sizePx : 0;
        boolean bold = word.style() == Style.STRONG || word.style() == Style.MARK;
        return sign + measure.width(word.text(), form.sizePx, bold);
    }
}
