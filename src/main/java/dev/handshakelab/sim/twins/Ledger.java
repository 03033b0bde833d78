package dev.handshakelab.sim.twins;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What went wrong in a story, from a frame on, read off its facts. */
final class Ledger {
    /** What is counted at a host: the frame of the first time, and how often. */
    private record Count(int firstFrame, int times) {
        static final Count NONE = new Count(0, 0);

        Count plusOne(int frame) {
            return times == 0 ? new Count(frame, 1) : new Count(firstFrame, times + 1);
        }
    }

    private final Timeline timeline;
    private final int fromFrame;
    private final Map<Side, Sender> senders = new EnumMap<>(Side.class);
    private final Map<Side, Receiver> receivers = new EnumMap<>(Side.class);
    private final Map<Side, Count> vain = new EnumMap<>(Side.class);
    private final Map<Side, Count> throttled = new EnumMap<>(Side.class);
    private final List<Cost.GhostConnected> ghosts = new ArrayList<>();
    private final List<Cost.Broken> broken = new ArrayList<>();
    private final Map<Side, Boolean> closedNormally = new EnumMap<>(Side.class);
    private int emptyAcks;

    /**
     * Reads a story.
     *
     * @param fromFrame what happened before it does not count
     */
    Ledger(Timeline timeline, int fromFrame) {
        this.timeline = timeline;
        this.fromFrame = fromFrame;
        for (Side side : Side.values()) {
            senders.put(side, new Sender());
        }
        for (Side side : Side.values()) {
            receivers.put(side, new Receiver(sender(side.other())));
        }
        for (int i = 1; i <= timeline.lastIndex(); i++) {
            read(timeline.frame(i - 1), timeline.frame(i));
        }
    }

    private Sender sender(Side side) {
        return senders.getOrDefault(side, new Sender());
    }

    Receiver receiver(Side side) {
        return receivers.getOrDefault(side, new Receiver(sender(side.other())));
    }

    int vain(Side side) {
        return vain.getOrDefault(side, Count.NONE).times();
    }

    int firstVainFrame(Side side) {
        return vain.getOrDefault(side, Count.NONE).firstFrame();
    }

    int throttled(Side side) {
        return throttled.getOrDefault(side, Count.NONE).times();
    }

    int firstThrottledFrame(Side side) {
        return throttled.getOrDefault(side, Count.NONE).firstFrame();
    }

    /** Acknowledgments without text that both hosts sent. */
    int emptyAcks() {
        return emptyAcks;
    }

    List<Cost.GhostConnected> ghosts() {
        return ghosts;
    }

    /** Connections that ended with an error; what TCP does with them is not known here. */
    List<Cost.Broken> broken() {
        return broken;
    }

    boolean closedNormally(Side side) {
        return closedNormally.getOrDefault(side, false);
    }

    private void read(Frame before, Frame frame) {
        boolean counts = frame.index() >= fromFrame;
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.Sent(_, Side side, Flight flight)) {
                sender(side).sends(flight, frame.index());
                emptyAcks += counts && isEmptyAck(flight) ? 1 : 0;
            } else if (fact instanceof Fact.Entered(_, Side side, Flight flight)) {
                sender(side).sends(flight, frame.index());
            } else if (fact instanceof Fact.Arrived arrived) {
                arrives(arrived, before, frame, counts);
            } else if (fact instanceof Fact.Told(_, Side side, Signal signal)) {
                told(side, signal, before, frame, counts);
            } else if (fact instanceof Fact.RuleFired fired
                    && counts
                    && fired.firing().rule() == Rule.G_THROTTLE) {
                throttled.put(
                        fired.side(),
                        throttled.getOrDefault(fired.side(), Count.NONE).plusOne(frame.index()));
            }
        }
        for (Side side : Side.values()) {
            receiver(side).stands(frame.host(side).state());
        }
    }

    private static boolean isEmptyAck(Flight flight) {
        return flight.purpose() == Purpose.ACKNOWLEDGMENT || flight.purpose() == Purpose.CHALLENGE;
    }

    private void arrives(Fact.Arrived arrived, Frame before, Frame frame, boolean counts) {
        Side side = arrived.side();
        Flight flight = arrived.flight();
        if (counts && isForNobody(flight, before.host(side).state())) {
            Count count = vain.getOrDefault(flight.from(), Count.NONE);
            vain.put(flight.from(), count.plusOne(frame.index()));
        }
        int delivering =
                frame.facts().stream()
                        .filter(fact -> fact.side() == side)
                        .mapToInt(Ledger::delivered)
                        .sum();
        receiver(side).takes(flight, before.host(side).tcb(), frame.host(side).tcb(), delivering);
    }

    private static int delivered(Fact fact) {
        return fact instanceof Fact.Told(_, _, Signal.Delivered(var text)) ? text.length() : 0;
    }

    private static boolean isForNobody(Flight flight, TcpState receiver) {
        Segment segment = flight.segment();
        boolean ours = flight.origin() == Flight.Origin.HOST && !segment.flags().rst();
        boolean opens = segment.flags().syn() && !segment.flags().ack();
        return ours && (receiver == TcpState.CLOSED || (receiver == TcpState.LISTEN && !opens));
    }

    private void told(Side side, Signal signal, Frame before, Frame frame, boolean counts) {
        switch (signal) {
            case Signal.Delivered(var text) -> receiver(side).delivers(text, frame.index());
            case Signal.Connected() -> {
                receiver(side).connected(frame.index());
                TcpState peer = frame.host(side.other()).state();
                if (counts && isNoConnection(peer)) {
                    ghosts.add(new Cost.GhostConnected(frame.index(), side, peer));
                }
            }
            case Signal.Failed(Signal.Reply reason) -> breaks(side, reason, before, frame, counts);
            case Signal.ResetWhileClosing() ->
                    breaks(side, Signal.Reply.CONNECTION_RESET, before, frame, counts);
            case Signal.ClosedNormally() -> closedNormally.put(side, true);
            case Signal.Answered _,
                    Signal.PendingCallsEnded _,
                    Signal.DataAvailable _,
                    Signal.SendsAcknowledged _,
                    Signal.EndOfStream _,
                    Signal.DeliveryDoubtful _,
                    Signal.UrgentData _ -> {
                // says nothing about whether all is well
            }
        }
    }

    static boolean isNoConnection(TcpState state) {
        return state == TcpState.CLOSED || state == TcpState.LISTEN;
    }

    private void breaks(Side side, Signal.Reply reply, Frame before, Frame frame, boolean counts) {
        if (!counts) {
            return;
        }
        Flight.Origin origin =
                frame.facts().getFirst() instanceof Fact.Arrived(_, _, Flight flight)
                        ? flight.origin()
                        : Flight.Origin.HOST;
        TcpState from = before.host(side).state();
        broken.add(new Cost.Broken(frame.index(), side, from, reply, origin, Cost.InTcp.SURVIVES));
    }

    /** The first frame from which on two hosts stand as they do at the end. */
    int sinceWhen(Side side) {
        int frame = timeline.lastIndex();
        TcpState state = timeline.frame(frame).host(side).state();
        while (frame > 0
                && timeline.frame(frame - 1).host(side).state() == state
                && isNoConnection(timeline.frame(frame - 1).host(side.other()).state())) {
            frame--;
        }
        return frame;
    }
}
