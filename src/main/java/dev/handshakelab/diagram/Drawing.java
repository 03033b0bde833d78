package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.Note;
import dev.handshakelab.diagram.DiagramItem.Ribbon;
import dev.handshakelab.diagram.DiagramItem.StateBand;
import dev.handshakelab.diagram.Story.Remark;
import dev.handshakelab.diagram.Story.Stay;
import dev.handshakelab.diagram.Story.TimerRun;
import dev.handshakelab.timeline.Side;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Draws the items of a story when they are asked for, given where its rows are. Items have numbers:
 * first the segments, then the idle breaks by row, the states, the timers and the remarks.
 */
final class Drawing {
    private final Story story;
    private final Texts texts;
    private final Columns columns;
    private final Margins margins;
    private final Wire wire;
    private final double[] rowY;
    private final double heightPx;
    private final double em;
    private final int firstBreak;
    private final int firstStay;
    private final int firstTimer;
    private final int firstRemark;
    private final int numbers;

    Drawing(
            Story story,
            Texts texts,
            Columns columns,
            Margins margins,
            Wire wire,
            double[] rowY,
            double heightPx,
            double em) {
        this.story = story;
        this.texts = texts;
        this.columns = columns;
        this.margins = margins;
        this.wire = wire;
        this.rowY = rowY;
        this.heightPx = heightPx;
        this.em = em;
        firstBreak = story.travels.size();
        firstStay = firstBreak + rowY.length;
        firstTimer = firstStay + story.stays.size();
        firstRemark = firstTimer + story.timers.size();
        numbers = firstRemark + story.remarks.size();
    }

    /** All items in the order of their upper edges. */
    ItemOrder order() {
        ItemOrder.Builder order = new ItemOrder.Builder(numbers);
        for (int row = 0; row + 1 < rowY.length; row++) {
            double[] tops = wire.tops(row);
            int labels = wire.gaps().size(row);
            for (int place = 0; place < labels; place++) {
                int travel = wire.gaps().travel(row, place);
                order.add(travel, wire.arrowSpan(travel, tops[place]));
            }
            if (wire.isBreak(row)) {
                order.add(firstBreak + row, wire.breakSpan(tops[labels]));
            }
        }
        for (int i = 0; i < story.stays.size(); i++) {
            Box band = band(story.stays.get(i));
            order.add(firstStay + i, span(band, margins.stay(i)));
        }
        for (int i = 0; i < story.timers.size(); i++) {
            order.add(firstTimer + i, span(ribbon(story.timers.get(i)), margins.timer(i)));
        }
        for (int i = 0; i < story.remarks.size(); i++) {
            Margins.Entry entry = margins.remark(i);
            if (entry != null) {
                order.add(firstRemark + i, new Span(entry.top(), entry.bottom()));
            }
        }
        return order.build();
    }

    private static Span span(Box box, Margins.@Nullable Entry label) {
        return label == null
                ? new Span(box.y(), box.bottom())
                : new Span(Math.min(box.y(), label.top()), Math.max(box.bottom(), label.bottom()));
    }

    /** The item with a number that {@link #order} has. */
    DiagramItem item(int id) {
        if (id < firstBreak) {
            int row = wire.gapOf(id);
            return wire.arrow(id, wire.tops(row)[wire.gaps().placeOf(row, id)]);
        }
        if (id < firstStay) {
            int row = id - firstBreak;
            return wire.idle(row, wire.tops(row)[wire.gaps().size(row)]);
        }
        if (id < firstTimer) {
            return state(id - firstStay);
        }
        return id < firstRemark ? timer(id - firstTimer) : note(id - firstRemark);
    }

    private Box band(Stay stay) {
        Lane lane = columns.lane(stay.side);
        double top = rowY[stay.fromFrame];
        if (stay.fromFrame == 0) {
            top -= Math.floor(LayoutBuilder.BAND_ABOVE_EM * em);
        }
        double bottom =
                stay.endFrame == Story.NEVER ? heightPx - Math.ceil(em / 2) : rowY[stay.endFrame];
        return new Box(lane.bandX(), top, lane.bandWidth(), bottom - top);
    }

    private StateBand state(int place) {
        Stay stay = story.stays.get(place);
        Lane lane = columns.lane(stay.side);
        Margins.Entry entry = margins.stay(place);
        return new StateBand(
                new Target.OfState(stay.side, stay.view.state(), stay.fromFrame),
                stay.view.certainty(),
                band(stay),
                entry.placed(lane, texts.stateLabel(place, entry.maxWidth(lane))),
                stay.endFrame);
    }

    private Box ribbon(TimerRun run) {
        double bottom = run.endFrame == Story.NEVER ? heightPx - Math.ceil(em) : rowY[run.endFrame];
        return Columns.slot(columns.lane(run.side), run.slot, em, rowY[run.fromFrame], bottom);
    }

    private Ribbon timer(int place) {
        TimerRun run = story.timers.get(place);
        Lane lane = columns.lane(run.side);
        Margins.Entry entry = margins.timer(place);
        return new Ribbon(
                new Target.OfTimer(run.side, run.timer.kind(), run.fromFrame),
                run.end,
                ribbon(run),
                texts.timer(place),
                entry == null
                        ? null
                        : entry.placed(lane, texts.timerLabel(place, entry.maxWidth(lane))),
                run.endFrame);
    }

    private Note note(int place) {
        Remark remark = story.remarks.get(place);
        Lane lane = columns.lane(remark.side());
        Margins.Entry entry = margins.remark(place);
        if (entry == null) {
            throw new IllegalArgumentException("remark " + place + " is not drawn");
        }
        Label label = entry.placed(lane, texts.remarkLabel(place, entry.maxWidth(lane)));
        return new Note(
                new Target.OfNote(remark.side(), remark.fact(), remark.frame()),
                LayoutBuilder.kindOf(remark.fact()),
                label,
                tieX(label, lane, rowY[remark.frame()]));
    }

    /** The first note of a frame stands at the frame's height; it is tied to the lifeline. */
    private static double tieX(Label label, Lane lane, double frameY) {
        boolean left = lane.side() == Side.A;
        double edge = left ? label.box().right() : label.box().x();
        double band = left ? lane.bandX() : lane.bandX() + lane.bandWidth();
        return Math.abs(label.box().centerY() - frameY) <= 2 ? band : edge;
    }

    // From targets to items

    /** The number of what a target selects; -1 if there is no such thing. */
    int find(Target target) {
        int frame = target.frameIndex();
        return switch (target) {
            case Target.OfFlight(var flight, _) ->
                    find(
                            firstBreak,
                            frame,
                            i -> story.travels.get(i).sentFrame,
                            i -> story.travels.get(i).flight.equals(flight),
                            0);
            case Target.OfState(var side, var state, _) ->
                    find(
                            story.stays.size(),
                            frame,
                            i -> story.stays.get(i).fromFrame,
                            i ->
                                    story.stays.get(i).side == side
                                            && story.stays.get(i).view.state() == state,
                            firstStay);
            case Target.OfTimer(var side, var kind, _) ->
                    find(
                            story.timers.size(),
                            frame,
                            i -> story.timers.get(i).fromFrame,
                            i ->
                                    story.timers.get(i).side == side
                                            && story.timers.get(i).timer.kind() == kind,
                            firstTimer);
            case Target.OfNote(var side, var fact, _) ->
                    find(
                            story.remarks.size(),
                            frame,
                            i -> story.remarks.get(i).frame(),
                            i ->
                                    margins.remark(i) != null
                                            && story.remarks.get(i).side() == side
                                            && story.remarks.get(i).fact().equals(fact),
                            firstRemark);
            case Target.OfFrame _ -> -1;
        };
    }

    /** Looks for the last of a frame's things of which a test is true; they are in order. */
    private static int find(
            int count, int frame, IntUnaryOperator frameOf, IntPredicate test, int first) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frameOf.applyAsInt(middle) < frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int found = -1;
        for (int i = low; i < count && frameOf.applyAsInt(i) == frame; i++) {
            if (test.test(i)) {
                found = first + i;
            }
        }
        return found;
    }
}
