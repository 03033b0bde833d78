package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.NoteKind;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Makes the picture: gathers the story, sets its texts, divides the width, lays the rows, draws.
 */
final class LayoutBuilder {
    /** A picture is never drawn narrower than this many ems: text shrinks instead. */
    private static final double LEAST_WIDTH_EM = 36;

    private static final double TOP_EM = 1.5;
    private static final double BOTTOM_EM = 2;
    static final double BAND_ABOVE_EM = 0.9;

    private final Story story;
    private final Texts texts;
    private final Columns columns;
    private final Margins margins;
    private final Wire wire;
    private final double em;
    private final double widthPx;

    /**
     * @param known the widths of the texts, if they are known
     */
    LayoutBuilder(
            Story story,
            DiagramSettings settings,
            Labels labels,
            TextMeasure measure,
            @Nullable TextWidths known) {
        em = Math.min(settings.fontSizePx(), settings.widthPx() / LEAST_WIDTH_EM);
        widthPx = settings.widthPx();
        this.story = story;
        texts = new Texts(story, settings, labels, new TypeSetter(measure), em, known);
        columns = Columns.of(widthPx, em, texts.wish());
        margins = new Margins(story, texts, columns, em);
        wire = new Wire(story, settings, columns, texts, em);
    }

    TextWidths widths() {
        return texts.widths();
    }

    DiagramLayout build(DiagramLayout.Basis basis) {
        double[] rowY = rows();
        wire.place(rowY);
        int frames = story.timeline.frames().size();
        double lastY = rowY[rowY.length - 1] + em;
        double height = Math.ceil(Math.max(lastY, margins.end()) + BOTTOM_EM * em);
        Drawing drawing = new Drawing(story, texts, columns, margins, wire, rowY, height, em);
        TimeAxis axis = new TimeAxis(wire.times(), rowY, frames);
        return new DiagramLayout(basis, widthPx, height, em, columns, axis, new ItemList(drawing));
    }

    private double[] rows() {
        double[] rowY = new double[wire.times().length];
        double y = Math.ceil(TOP_EM * em);
        for (int row = 0; row < rowY.length; row++) {
            Interruption.check(row);
            if (row > 0) {
                y += wire.heightOfGap(row - 1);
            }
            y = margins.place(row, y);
            rowY[row] = y;
        }
        return rowY;
    }

    static NoteKind kindOf(Fact fact) {
        return switch (fact) {
            case Fact.Called _ -> NoteKind.CALL;
            case Fact.Crashed _,
                    Fact.Rebooted _,
                    Fact.CableChanged _,
                    Fact.NetworkChanged _,
                    Fact.OptionsChanged _ ->
                    NoteKind.INCIDENT;
            case Fact.Told told -> kindOf(told.signal());
            case Fact.OfSegment _, Fact.OfTimer _, Fact.OfMachine _ -> NoteKind.NOTICE;
        };
    }

    private static NoteKind kindOf(Signal signal) {
        return switch (signal) {
            case Signal.Answered(Signal.Reply reply) ->
                    reply.isError() ? NoteKind.ERROR : NoteKind.NOTICE;
            case Signal.PendingCallsEnded(Signal.Reply reply) ->
                    reply.isError() ? NoteKind.ERROR : NoteKind.NOTICE;
            case Signal.Failed _, Signal.ResetWhileClosing _, Signal.DeliveryDoubtful _ ->
                    NoteKind.ERROR;
            case Signal.Connected _,
                    Signal.Delivered _,
                    Signal.DataAvailable _,
                    Signal.SendsAcknowledged _,
                    Signal.EndOfStream _,
                    Signal.ClosedNormally _,
                    Signal.UrgentData _ ->
                    NoteKind.NOTICE;
        };
    }
}
