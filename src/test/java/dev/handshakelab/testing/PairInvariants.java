package dev.handshakelab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is true of two ends whatever the network does, as long as nobody forges segments, forgets or
 * opens a second time: one incarnation each. Looks at a whole timeline and remembers what it saw.
 */
public final class PairInvariants {
    private final Map<Side, StringBuilder> sent = new EnumMap<>(Side.class);
    private final Map<Side, StringBuilder> delivered = new EnumMap<>(Side.class);
    private final Map<Side, Map<Integer, Object>> numbered = new EnumMap<>(Side.class);
    private final Map<Side, Set<Integer>> fins = new EnumMap<>(Side.class);
    private final Map<Side, Set<TcpState>> states = new EnumMap<>(Side.class);
    private final Map<Side, Set<Rule>> rules = new EnumMap<>(Side.class);
    private boolean failed;
    private boolean leavesUnread;

    private PairInvariants() {
        for (Side side : Side.values()) {
            sent.put(side, new StringBuilder());
            delivered.put(side, new StringBuilder());
            numbered.put(side, new HashMap<>());
            fins.put(side, new HashSet<>());
            states.put(side, new HashSet<>());
            rules.put(side, new HashSet<>());
        }
    }

    /** Checks I20 to I26 and I13 in every frame. */
    public static PairInvariants check(Timeline timeline) {
        PairInvariants pair = new PairInvariants();
        for (Frame frame : timeline.frames()) {
            pair.look(frame);
        }
        pair.lookBack(timeline.frames().getLast());
        return pair;
    }

    /** What the application of a host handed to its TCP. */
    public String sent(Side side) {
        return sent.get(side).toString();
    }

    /** What the application of a host was given. */
    public String delivered(Side side) {
        return delivered.get(side).toString();
    }

    /** Whether an application was told of an error: reset, refusal, timeout. */
    public boolean failed() {
        return failed;
    }

    /**
     * Whether an application had not read everything when its TCP stopped handing out (RFC 9293,
     * 3.10.3).
     */
    public boolean leavesUnread() {
        return leavesUnread;
    }

    private static boolean loses(@Nullable Tcb tcb) {
        return tcb != null
                && !tcb.unread().isEmpty()
                && switch (tcb.state()) {
                    case CLOSING, LAST_ACK, TIME_WAIT -> true;
                    case CLOSED,
                            LISTEN,
                            SYN_SENT,
                            SYN_RECEIVED,
                            ESTABLISHED,
                            FIN_WAIT_1,
                            FIN_WAIT_2,
                            CLOSE_WAIT ->
                            false;
                };
    }

    public boolean passed(Side side, TcpState state) {
        return states.get(side).contains(state);
    }

    private void look(Frame frame) {
        Octets offered = null;
        Tcb endA = frame.a().tcb();
        Tcb endB = frame.b().tcb();
        leavesUnread |= loses(endA) || loses(endB);
        for (Fact fact : frame.facts()) {
            switch (fact) {
                case Fact.Called(_, _, TcpEvent.Send send) -> offered = send.text();
                case Fact.Told(_, Side side, Signal signal) -> told(side, signal, offered);
                case Fact.Sent(_, Side side, Flight flight) -> departed(side, flight.segment());
                case Fact.RuleFired(_, Side side, var firing) -> {
                    rules.get(side).add(firing.rule());
                    states.get(side).add(firing.to());
                }
                default -> {
                    // says nothing about the pair
                }
            }
        }
        Tcb a = frame.a().tcb();
        Tcb b = frame.b().tcb();
        assertThat(a).isNotNull();
        assertThat(b).isNotNull();
        String where = "frame " + frame.index();
        if (a.state().isSynchronized() && b.state().isSynchronized()) {
            assertThat(a.receive().irs()).as("I20 " + where).isEqualTo(b.send().iss());
            assertThat(b.receive().irs()).as("I20 " + where).isEqualTo(a.send().iss());
            between(a, b, "I21 A to B, " + where);
            between(b, a, "I21 B to A, " + where);
        }
        prefix(Side.A, where);
        prefix(Side.B, where);
        deadlock(a, b, where);
    }

    private void told(Side side, Signal signal, @Nullable Octets offered) {
        switch (signal) {
            case Signal.Answered(Signal.Reply reply) -> {
                if (offered != null && !reply.isError()) {
                    sent.get(side).append(offered.asText());
                }
            }
            case Signal.Delivered(Octets text) -> delivered.get(side).append(text.asText());
            case Signal.PendingCallsEnded(Signal.Reply reply) -> failed |= reply.isError();
            case Signal.Failed _, Signal.ResetWhileClosing _ -> failed = true;
            default -> {
                // no data, no failure
            }
        }
    }

    private void departed(Side side, Segment segment) {
        Map<Integer, Object> known = numbered.get(side);
        if (segment.flags().syn()) {
            same(known, segment.seq(), "SYN");
        }
        for (int i = 0; i < segment.text().length(); i++) {
            same(known, segment.textSeq() + i, segment.text().at(i));
        }
        if (segment.flags().fin()) {
            same(known, segment.end() - 1, "FIN");
            fins.get(side).add(segment.end() - 1);
        }
        assertThat(fins.get(side)).as("I26 one FIN number").hasSizeLessThanOrEqualTo(1);
        if (segment.flags().has(Flags.RST)) {
            failed = true;
        }
    }

    private static void same(Map<Integer, Object> known, int number, Object content) {
        Object before = known.putIfAbsent(number, content);
        assertThat(before == null || before.equals(content))
                .as("I13: number %s was %s and is %s", number, before, content)
                .isTrue();
    }

    /** I21: what the receiver expects lies within what the sender has sent. */
    private static void between(Tcb sender, Tcb receiver, String where) {
        assertThat(SequenceNumbers.le(sender.send().una(), receiver.receive().nxt()))
                .as(where)
                .isTrue();
        assertThat(SequenceNumbers.le(receiver.receive().nxt(), sender.send().nxt()))
                .as(where)
                .isTrue();
    }

    /** I22. */
    private void prefix(Side receiver, String where) {
        assertThat(sent.get(receiver.other()).toString())
                .as("I22 %s", where)
                .startsWith(delivered.get(receiver).toString());
    }

    /**
     * Two open ends never both wait without a timer, unless a user may still act (checklist 6.3).
     */
    private static void deadlock(Tcb a, Tcb b, String where) {
        boolean opening = a.state() == TcpState.SYN_SENT || a.state() == TcpState.SYN_RECEIVED;
        if (opening || (waitsForNobody(a) && waitsForNobody(b))) {
            assertThat(a.timers().next() != null || b.timers().next() != null).as(where).isTrue();
        }
    }

    private static boolean waitsForNobody(Tcb tcb) {
        return switch (tcb.state()) {
            case FIN_WAIT_1, CLOSING, LAST_ACK, TIME_WAIT, SYN_SENT, SYN_RECEIVED -> true;
            case CLOSED, LISTEN, ESTABLISHED, CLOSE_WAIT, FIN_WAIT_2 -> false;
        };
    }

    private void lookBack(Frame last) {
        for (Side side : Side.values()) {
            if (rules.get(side).contains(Rule.R_LASTACK_ACK_FIN) && !failed) {
                assertThat(
                                passed(side.other(), TcpState.FIN_WAIT_2)
                                        || passed(side.other(), TcpState.FIN_WAIT_1))
                        .as("I23: the peer of %s had closed", side)
                        .isTrue();
            }
        }
        boolean bothClosed =
                last.a().state() == TcpState.CLOSED && last.b().state() == TcpState.CLOSED;
        if (!failed && bothClosed && passed(Side.A, TcpState.ESTABLISHED)) {
            boolean a = passed(Side.A, TcpState.TIME_WAIT);
            boolean b = passed(Side.B, TcpState.TIME_WAIT);
            // One CLOSING is enough: if a FIN is lost or still waits, its repetition meets
            // FIN-WAIT-2.
            boolean crossed = passed(Side.A, TcpState.CLOSING) || passed(Side.B, TcpState.CLOSING);
            if (passed(Side.A, TcpState.FIN_WAIT_1) || passed(Side.B, TcpState.FIN_WAIT_1)) {
                assertThat(a || b).as("I25: somebody passed TIME-WAIT").isTrue();
                assertThat(a && b).as("I25: both only if the FINs crossed").isEqualTo(crossed);
            }
        }
    }
}
