package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import dev.handshakelab.diagram.DiagramItem.TimerEnd;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to draw of a timeline, gathered in one pass over its frames: everything with its
 * beginning and its end.
 */
final class Story {
    /** Stands for a frame that never comes. */
    static final int NEVER = Integer.MAX_VALUE;

    /** How many timers of a host are drawn beside each other; more share the last place. */
    private static final int MAX_SLOTS = 4;

    /** A segment on its way; rows count the ends of segments within a frame. */
    static final class Travel {
        Flight flight;
        final int sentFrame;
        final int sentRow;
        ArrowEnd end = ArrowEnd.UNDER_WAY;
        int endFrame = NEVER;
        int endRow;

        private Travel(Flight flight, int sentFrame, int sentRow) {
            this.flight = flight;
            this.sentFrame = sentFrame;
            this.sentRow = sentRow;
        }
    }

    /** A host in a state. */
    static final class Stay {
        final Side side;
        final HostView view;
        final int fromFrame;
        int endFrame = NEVER;

        private Stay(Side side, HostView view, int fromFrame) {
            this.side = side;
            this.view = view;
            this.fromFrame = fromFrame;
        }
    }

    /** A run of a timer. */
    static final class TimerRun {
        final Side side;
        final Timers.Timer timer;
        final int fromFrame;
        final int slot;
        TimerEnd end = TimerEnd.RUNNING;
        int endFrame = NEVER;

        private TimerRun(Side side, Timers.Timer timer, int fromFrame, int slot) {
            this.side = side;
            this.timer = timer;
            this.fromFrame = fromFrame;
            this.slot = slot;
        }

        private void end(TimerEnd how, int frame) {
            end = how;
            endFrame = frame;
        }
    }

    /**
     * A call, a notice or an incident.
     *
     * @param after how the host has stood since it came to the state that it is in afterwards
     */
    record Remark(Side side, Fact fact, int frame, HostView after) {}

    final Timeline timeline;
    final List<Travel> travels = new ArrayList<>();
    final List<Stay> stays = new ArrayList<>();
    final List<Remark> remarks = new ArrayList<>();
    final List<TimerRun> timers = new ArrayList<>();

    /** How many ends of segments each frame has. */
    final int[] wireRows;

    private final Map<Long, Travel> underWay = new HashMap<>();
    private final Present presentA = new Present();
    private final Present presentB = new Present();

    /** What is going on at a host while the frames are read. */
    private static final class Present {
        private @Nullable Stay stay;
        private final Map<TimerKind, TimerRun> running = new EnumMap<>(TimerKind.class);
        private final boolean[] slots = new boolean[MAX_SLOTS];
    }

    Story(Timeline timeline) {
        this.timeline = timeline;
        this.wireRows = new int[timeline.frames().size()];
        for (Frame frame : timeline.frames()) {
            Interruption.check(frame.index());
            stay(Side.A, frame);
            stay(Side.B, frame);
            for (Fact fact : frame.facts()) {
                add(frame.index(), fact);
            }
        }
        for (Travel travel : underWay.values()) {
            if (travel.flight.fate() instanceof Flight.Fate.Held) {
                travel.end = ArrowEnd.HELD;
            }
        }
        timers.removeIf(run -> !isShown(run));
    }

    /**
     * Timers that only watch over the connection are worth a ribbon when they fire; none is if it
     * runs no time.
     */
    private static boolean isShown(TimerRun run) {
        boolean watching =
                switch (run.timer.kind()) {
                    case USER, KEEPALIVE -> true;
                    case RETRANSMISSION,
                            ZERO_WINDOW_PROBE,
                            SWS_OVERRIDE,
                            DELAYED_ACK,
                            TIME_WAIT,
                            FIN_WAIT_2 ->
                            false;
                };
        return run.fromFrame != run.endFrame && (!watching || run.end == TimerEnd.FIRED);
    }

    private void add(int frame, Fact fact) {
        switch (fact) {
            case Fact.Sent sent -> depart(sent.flight(), frame);
            case Fact.Entered entered -> depart(entered.flight(), frame);
            case Fact.Rerouted rerouted -> {
                Travel travel = underWay.get(rerouted.flight().id());
                if (travel != null) {
                    travel.flight = rerouted.flight();
                }
            }
            case Fact.Arrived arrived -> end(arrived.flight(), ArrowEnd.ARRIVES, frame);
            case Fact.Lost lost -> end(lost.flight(), ArrowEnd.LOST, frame);
            case Fact.TimerStarted started -> start(started.side(), started.timer(), frame);
            case Fact.TimerStopped stopped ->
                    stop(stopped.side(), stopped.kind(), TimerEnd.STOPPED, frame);
            case Fact.TimerFired fired -> stop(fired.side(), fired.kind(), TimerEnd.FIRED, frame);
            case Fact.Called called -> remark(called, frame);
            case Fact.Told told -> remark(told, frame);
            case Fact.Crashed crashed -> {
                remark(crashed, frame);
                for (TimerKind kind : TimerKind.values()) {
                    stop(crashed.side(), kind, TimerEnd.STOPPED, frame);
                }
            }
            case Fact.Rebooted _,
                    Fact.CableChanged _,
                    Fact.NetworkChanged _,
                    Fact.OptionsChanged _ ->
                    remark(fact, frame);
            case Fact.RuleFired _, Fact.StateChanged _ -> {
                // rules have no place of their own; states are read from the host views
            }
        }
    }

    private void remark(Fact fact, int frame) {
        Stay stay = present(fact.side()).stay;
        if (stay != null) {
            remarks.add(new Remark(fact.side(), fact, frame, stay.view));
        }
    }

    private Present present(Side side) {
        return side == Side.A ? presentA : presentB;
    }

    private void depart(Flight flight, int frame) {
        Travel travel = new Travel(flight, frame, wireRows[frame]++);
        travels.add(travel);
        underWay.put(flight.id(), travel);
    }

    private void end(Flight flight, ArrowEnd how, int frame) {
        Travel travel = underWay.remove(flight.id());
        if (travel != null) {
            travel.end = how;
            travel.endFrame = frame;
            travel.endRow = wireRows[frame]++;
        }
    }

    private void start(Side side, Timers.Timer timer, int frame) {
        stop(side, timer.kind(), TimerEnd.RESTARTED, frame);
        boolean[] taken = present(side).slots;
        int slot = 0;
        while (slot < MAX_SLOTS - 1 && taken[slot]) {
            slot++;
        }
        boolean shown = timer.kind() != TimerKind.USER && timer.kind() != TimerKind.KEEPALIVE;
        taken[slot] |= shown;
        TimerRun run = new TimerRun(side, timer, frame, slot);
        timers.add(run);
        present(side).running.put(timer.kind(), run);
    }

    private void stop(Side side, TimerKind kind, TimerEnd how, int frame) {
        TimerRun run = present(side).running.remove(kind);
        if (run != null) {
            run.end(how, frame);
            present(side).slots[run.slot] = false;
        }
    }

    private void stay(Side side, Frame frame) {
        HostView view = frame.host(side);
        Stay current = present(side).stay;
        if (current != null
                && current.view.state() == view.state()
                && current.view.certainty() == view.certainty()) {
            return;
        }
        if (current != null) {
            current.endFrame = frame.index();
        }
        Stay next = new Stay(side, view, frame.index());
        present(side).stay = next;
        stays.add(next);
    }
}
