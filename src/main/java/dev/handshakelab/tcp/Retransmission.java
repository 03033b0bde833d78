package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.SND_NXT;
import static dev.handshakelab.tcp.Variable.SND_WND;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Tcb.Outstanding;

/** What is sent again, and the probes of a shut window (RFC 6298, 5; RFC 9293, 3.8.6.1). */
final class Retransmission {
    private Retransmission() {}

    /**
     * Sends the oldest unacknowledged element again, as it was but with the present acknowledgment
     * and window.
     */
    static void retransmitFront(Step step, Purpose purpose) {
        Outstanding front = step.queue.getFirst();
        Segment segment;
        if (front.flags().syn()) {
            boolean acknowledges = step.state != TcpState.SYN_SENT;
            segment =
                    new Segment(
                            front.seq(),
                            acknowledges ? step.rcvNxt : 0,
                            acknowledges ? Flags.SYN_ACK : Flags.SYN,
                            Output.windowField(step, true),
                            0,
                            acknowledges ? Negotiation.ofSynAck(step) : Negotiation.ofSyn(step),
                            front.text());
        } else {
            segment = Output.segment(step, front.seq(), front.flags(), front.text());
        }
        step.replaceFront(front.sentAgain());
        RoundTrips.stopTiming(step);
        step.emit(segment, purpose);
    }

    /**
     * Probes a closed window with one octet of new text, with our FIN, or with what is
     * unacknowledged (3.8.6.1).
     */
    static void probeWindow(Step step) {
        if (!step.queue.isEmpty()) {
            Outstanding front = step.queue.getFirst();
            Octets first = front.text().isEmpty() ? Octets.EMPTY : front.text().slice(0, 1);
            Flags flags = front.text().length() > 1 ? Flags.NONE : front.flags();
            step.replaceFront(front.sentAgain());
            RoundTrips.stopTiming(step);
            step.emit(Output.segment(step, front.seq(), flags, first), Purpose.WINDOW_PROBE);
        } else if (!step.unsent.isEmpty()) {
            Octets first = step.unsent.slice(0, 1);
            Segment probe = Output.segment(step, step.sndNxt, Flags.NONE, first);
            step.unsent = step.unsent.from(1);
            step.enqueue(new Outstanding(step.sndNxt, Flags.NONE, first, 1, step.nowNanos));
            step.emit(probe, Purpose.WINDOW_PROBE);
            step.assign(SND_NXT, step.sndNxt + 1, "SND.NXT+1");
        } else {
            Output.sendFin(step);
        }
    }

    /** A check that the peer's window is shut. */
    static Check windowIsZero(Step step) {
        return Check.number(SND_WND, step.sndWnd).and(Check.Relation.EQ, "0", 0);
    }
}
