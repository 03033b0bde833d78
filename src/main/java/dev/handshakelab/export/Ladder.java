package dev.handshakelab.export;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import dev.handshakelab.diagram.DiagramItem.Note;
import dev.handshakelab.diagram.DiagramItem.NoteKind;
import dev.handshakelab.diagram.DiagramItem.Ribbon;
import dev.handshakelab.diagram.DiagramItem.StateBand;
import dev.handshakelab.diagram.DiagramItem.TimerEnd;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A story as rungs from top to bottom, for languages that draw sequence diagrams from text. They
 * know no time: a segment stands where it arrives or is lost.
 */
final class Ladder {
    /** A rung. */
    sealed interface Rung {
        /**
         * A segment.
         *
         * @param arrives whether it reaches the other host
         */
        record Message(Side from, String text, boolean arrives) implements Rung {}

        /** A host enters a state. */
        record State(Side side, String name) implements Rung {}

        /** A call, a notice, a timer or an incident. */
        record Remark(Side side, String text) implements Rung {}

        /** Time passes. */
        record Pause(String text) implements Rung {}
    }

    /** A rung and its place: by frame, and within the frame causes before effects. */
    private record Placed(int frame, int rank, Rung rung) {}

    private Ladder() {}

    static List<Rung> of(Timeline timeline, DiagramLayout layout) {
        List<Placed> placed = new ArrayList<>();
        for (DiagramItem item : layout.items()) {
            placed.add(place(item, timeline.lastIndex()));
        }
        placed.removeIf(one -> one.rank() < 0);
        placed.sort(Comparator.comparingInt(Placed::frame).thenComparingInt(Placed::rank));
        return placed.stream().map(Placed::rung).toList();
    }

    private static Placed place(DiagramItem item, int last) {
        return switch (item) {
            case Arrow arrow ->
                    new Placed(
                            Math.min(arrow.endFrame(), last + 1),
                            0,
                            new Rung.Message(
                                    arrow.flight().from(),
                                    arrow.label().text(),
                                    arrow.end() == DiagramItem.ArrowEnd.ARRIVES));
            case Ribbon timer ->
                    new Placed(
                            timer.endFrame(),
                            timer.end() == TimerEnd.FIRED ? 1 : -1,
                            new Rung.Remark(timer.side(), timer.text()));
            case Note note ->
                    new Placed(
                            note.frameIndex(),
                            note.kind() == NoteKind.CALL || note.kind() == NoteKind.INCIDENT
                                    ? 2
                                    : 4,
                            new Rung.Remark(note.side(), note.label().text()));
            case StateBand band ->
                    new Placed(
                            band.frameIndex(),
                            3,
                            new Rung.State(
                                    band.side(),
                                    band.certainty() == Certainty.UNKNOWN
                                            ? "?"
                                            : band.state().rfcName()));
            case IdleBreak idle ->
                    new Placed(idle.frameIndex(), 5, new Rung.Pause(idle.label().text()));
        };
    }
}
