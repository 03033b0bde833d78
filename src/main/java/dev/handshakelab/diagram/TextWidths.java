package dev.handshakelab.diagram;

import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Side;
import java.util.EnumMap;
import java.util.Map;

/**
 * How wide the texts of a story are on one line each, in proportion to the size of the text; they
 * stay the same when the picture is enlarged.
 */
final class TextWidths {
    /** Stands for a text that is not drawn. */
    private static final float NONE = -1;

    /** By segment. */
    final float[] segments;

    /** By remark; {@link #isDrawn} tells whether there is one. */
    final float[] remarks;

    /** By run of a timer, likewise. */
    final float[] timers;

    double widestSegment;
    double widestRemark;
    double widestTimer;

    private TextWidths(Story story) {
        segments = new float[story.travels.size()];
        remarks = new float[story.remarks.size()];
        timers = new float[story.timers.size()];
    }

    /** Measures all texts of a story. */
    static TextWidths of(Story story, Texts texts, Labels labels) {
        TextWidths widths = new TextWidths(story);
        widths.measureSegments(texts);
        widths.measureRemarks(texts);
        widths.measureTimers(story, texts, labels);
        return widths;
    }

    private void measureSegments(Texts texts) {
        for (int i = 0; i < segments.length; i++) {
            Interruption.check(i);
            double width = texts.lineWidth(texts.segment(i), texts.segmentForm);
            segments[i] = (float) width;
            widestSegment = Math.max(widestSegment, width);
        }
    }

    private void measureRemarks(Texts texts) {
        for (int i = 0; i < remarks.length; i++) {
            Interruption.check(i);
            var words = texts.remark(i);
            double width = texts.lineWidth(words, texts.noteForm);
            remarks[i] = words.isEmpty() ? NONE : (float) width;
            widestRemark = Math.max(widestRemark, width);
        }
    }

    static boolean isDrawn(float width) {
        return width >= 0;
    }

    /** A ribbon speaks if it fires or says something else than the one of its kind before it. */
    private void measureTimers(Story story, Texts texts, Labels labels) {
        Map<Side, Map<TimerKind, String>> said = new EnumMap<>(Side.class);
        for (int i = 0; i < timers.length; i++) {
            Interruption.check(i);
            Story.TimerRun run = story.timers.get(i);
            String text = labels.timer(run.timer.kind(), run.timer.lengthNanos());
            String before =
                    said.computeIfAbsent(run.side, _ -> new EnumMap<>(TimerKind.class))
                            .put(run.timer.kind(), text);
            boolean news = !text.equals(before) || run.end == DiagramItem.TimerEnd.FIRED;
            timers[i] = NONE;
            if (!text.isEmpty() && news) {
                double width = texts.lineWidth(Texts.plain(text), texts.timerForm);
                timers[i] = (float) width;
                widestTimer = Math.max(widestTimer, width);
            }
        }
    }
}
