package dev.handshakelab.coach;

import dev.handshakelab.tcp.Assignment;
import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rules and variables decide what an endpoint does in a step. */
final class Reasons {
    private static final String SEGMENT_END = "SEG.SEQ+SEG.LEN";

    private final Duty duty;
    private final List<Firing> firings;

    Reasons(Duty duty) {
        this.duty = duty;
        this.firings = duty.transition().firings();
    }

    /** The rule that sends a segment. */
    @Nullable Firing of(Emission emission) {
        Firing firing = last(emission.rule());
        return firing == null ? decisive() : firing;
    }

    /** The rule that settles what is acknowledged: the one that moves RCV.NXT, if any does. */
    @Nullable Firing ofAck(Emission emission) {
        for (Firing firing : firings.reversed()) {
            for (Assignment assignment : firing.assignments()) {
                if (assignment.variable() == Variable.RCV_NXT) {
                    return firing;
                }
            }
        }
        return of(emission);
    }

    /** The rule that changes the state, or the one that decides that it stays. */
    @Nullable Firing ofState() {
        for (Firing firing : firings.reversed()) {
            if (firing.changesState()) {
                return firing;
            }
        }
        return decisive();
    }

    /** The rule that the step as a whole is about. */
    @Nullable Firing decisive() {
        for (Firing firing : firings.reversed()) {
            if (firing.changesState()) {
                return firing;
            }
        }
        Emission answer = duty.answer();
        Firing sender = answer == null ? null : last(answer.rule());
        if (sender != null) {
            return sender;
        }
        for (Firing firing : firings.reversed()) {
            if (!isBackground(firing.rule())) {
                return firing;
            }
        }
        return firings.isEmpty() ? null : firings.getLast();
    }

    /** Rules that hold in every state, or that only choose a number. */
    private static boolean isBackground(Rule rule) {
        String id = rule.id();
        return id.startsWith("G-") || id.startsWith("P-") || id.startsWith("R-WND-");
    }

    private @Nullable Firing last(Rule rule) {
        for (Firing firing : firings.reversed()) {
            if (firing.rule() == rule) {
                return firing;
            }
        }
        return null;
    }

    /** Where SEG.SEQ of a segment comes from. */
    String seqSource(Emission emission) {
        Segment segment = emission.segment();
        int seq = segment.seq();
        if (segment.flags().syn()) {
            return Variable.ISS.rfcName();
        }
        Segment arrived = arrived();
        if (segment.flags().rst() && arrived != null && !duty.before().state().isSynchronized()) {
            return arrived.flags().ack() && seq == arrived.ack() ? Variable.SEG_ACK.rfcName() : "";
        }
        Tcb before = duty.before();
        Tcb after = duty.after();
        return switch (emission.purpose()) {
            case RETRANSMISSION -> seq == before.send().una() ? Variable.SND_UNA.rfcName() : "";
            case KEEPALIVE ->
                    seq == before.send().nxt() - 1 ? Variable.SND_NXT.rfcName() + "-1" : "";
            case FIRST, ACKNOWLEDGMENT, CHALLENGE, RESET, WINDOW_PROBE, WINDOW_UPDATE -> {
                boolean next = seq == before.send().nxt() || seq == after.send().nxt();
                yield next ? Variable.SND_NXT.rfcName() : una(seq, before);
            }
        };
    }

    private static String una(int seq, Tcb tcb) {
        return seq == tcb.send().una() ? Variable.SND_UNA.rfcName() : "";
    }

    /** Where SEG.ACK of a segment comes from. */
    String ackSource(Emission emission) {
        Segment segment = emission.segment();
        Segment arrived = arrived();
        if (segment.flags().rst() && arrived != null && segment.ack() == arrived.end()) {
            return SEGMENT_END;
        }
        boolean next =
                segment.ack() == duty.after().receive().nxt()
                        || segment.ack() == duty.before().receive().nxt();
        if (next) {
            return Variable.RCV_NXT.rfcName();
        }
        // The control block is gone, and RCV.NXT with it.
        return arrived != null && segment.ack() == arrived.end() ? SEGMENT_END : "";
    }

    private @Nullable Segment arrived() {
        return duty.transition().event() instanceof TcpEvent.SegmentArrives arrives
                ? arrives.segment()
                : null;
    }
}
