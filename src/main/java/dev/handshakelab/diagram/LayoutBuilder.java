package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.Note;
import dev.handshakelab.diagram.DiagramItem.NoteKind;
import dev.handshakelab.diagram.DiagramItem.Ribbon;
import dev.handshakelab.diagram.DiagramItem.StateBand;
import dev.handshakelab.diagram.Story.Remark;
import dev.handshakelab.diagram.Story.Stay;
import dev.handshakelab.diagram.Story.TimerRun;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the picture: gathers the story, sets its texts, divides the width, lays the rows, draws.
 */
final class LayoutBuilder {
    /** A picture is never drawn narrower than this many ems: text shrinks instead. */
    private static final double LEAST_WIDTH_EM = 36;

    private static final double TOP_EM = 1.5;
    private static final double BOTTOM_EM = 2;
    private static final double BAND_ABOVE_EM = 0.9;

    private final Story story;
    private final Texts texts;
    private final Columns columns;
    private final Margins margins;
    private final Wire wire;
    private final double em;
    private final double widthPx;

    LayoutBuilder(Timeline timeline, DiagramSettings settings, Labels labels, TextMeasure measure) {
        em = Math.min(settings.fontSizePx(), settings.widthPx() / LEAST_WIDTH_EM);
        widthPx = settings.widthPx();
        story = new Story(timeline);
        texts = new Texts(story, settings, labels, new TypeSetter(measure), em);
        columns = Columns.of(widthPx, em, texts.wish(story));
        margins = new Margins(story, texts, columns, em);
        wire = new Wire(story, settings, columns, texts, labels, em);
    }

    DiagramLayout build() {
        double[] rowY = rows();
        int frames = story.timeline.frames().size();
        double lastY = rowY[rowY.length - 1] + em;
        double height = Math.ceil(Math.max(lastY, margins.end()) + BOTTOM_EM * em);
        List<DiagramItem> items = new ArrayList<>(wire.draw(rowY));
        addStates(items, rowY, height);
        addTimers(items, rowY, height);
        addNotes(items, rowY);
        items.sort(Comparator.comparingDouble(item -> item.bounds().y()));
        TimeAxis axis = new TimeAxis(wire.times(), rowY, frames);
        return new DiagramLayout(widthPx, height, em, columns.a(), columns.b(), axis, items);
    }

    private double[] rows() {
        double[] rowY = new double[wire.times().length];
        double y = Math.ceil(TOP_EM * em);
        for (int row = 0; row < rowY.length; row++) {
            if (row > 0) {
                y += wire.heightOfGap(row - 1);
            }
            y = margins.place(row, y);
            rowY[row] = y;
        }
        return rowY;
    }

    private void addStates(List<DiagramItem> items, double[] rowY, double height) {
        for (int i = 0; i < story.stays.size(); i++) {
            Stay stay = story.stays.get(i);
            Lane lane = columns.lane(stay.side);
            double top = rowY[stay.fromFrame];
            if (stay.fromFrame == 0) {
                top -= Math.floor(BAND_ABOVE_EM * em);
            }
            double bottom =
                    stay.endFrame == Story.NEVER ? height - Math.ceil(em / 2) : rowY[stay.endFrame];
            items.add(
                    new StateBand(
                            new Target.OfState(stay.side, stay.view.state(), stay.fromFrame),
                            stay.view.certainty(),
                            new Box(lane.bandX(), top, lane.bandWidth(), bottom - top),
                            margins.stay(i).placed(lane),
                            stay.endFrame));
        }
    }

    private void addTimers(List<DiagramItem> items, double[] rowY, double height) {
        for (int i = 0; i < story.timers.size(); i++) {
            TimerRun run = story.timers.get(i);
            Lane lane = columns.lane(run.side);
            double bottom =
                    run.endFrame == Story.NEVER ? height - Math.ceil(em) : rowY[run.endFrame];
            Margins.Entry entry = margins.timer(i);
            items.add(
                    new Ribbon(
                            new Target.OfTimer(run.side, run.timer.kind(), run.fromFrame),
                            run.end,
                            Columns.slot(lane, run.slot, em, rowY[run.fromFrame], bottom),
                            texts.timers.get(i),
                            entry == null ? null : entry.placed(lane),
                            run.endFrame));
        }
    }

    /** The first note of a frame stands at the frame's height; it is tied to the lifeline. */
    private static double tieX(Label label, Lane lane, double frameY) {
        boolean left = lane.side() == Side.A;
        double edge = left ? label.box().right() : label.box().x();
        double band = left ? lane.bandX() : lane.bandX() + lane.bandWidth();
        return Math.abs(label.box().centerY() - frameY) <= 2 ? band : edge;
    }

    private void addNotes(List<DiagramItem> items, double[] rowY) {
        for (int i = 0; i < story.remarks.size(); i++) {
            Remark remark = story.remarks.get(i);
            Margins.Entry entry = margins.remark(i);
            if (entry != null) {
                Lane lane = columns.lane(remark.side());
                Label label = entry.placed(lane);
                items.add(
                        new Note(
                                new Target.OfNote(remark.side(), remark.fact(), remark.frame()),
                                kindOf(remark.fact()),
                                label,
                                tieX(label, lane, rowY[remark.frame()])));
            }
        }
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
            case Fact.Sent _,
                    Fact.Entered _,
                    Fact.Arrived _,
                    Fact.Lost _,
                    Fact.Rerouted _,
                    Fact.TimerStarted _,
                    Fact.TimerStopped _,
                    Fact.TimerFired _,
                    Fact.RuleFired _,
                    Fact.StateChanged _ ->
                    NoteKind.NOTICE;
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
