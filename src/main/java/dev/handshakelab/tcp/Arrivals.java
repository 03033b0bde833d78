package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.EarlyArrivals.isOff;
import static dev.handshakelab.tcp.EarlyArrivals.isOn;
import static dev.handshakelab.tcp.Variable.IRS;
import static dev.handshakelab.tcp.Variable.SEG_ACK;
import static dev.handshakelab.tcp.Variable.SEG_SEQ;
import static dev.handshakelab.tcp.Variable.SND_NXT;
import static dev.handshakelab.tcp.Variable.SND_UNA;

import dev.handshakelab.tcp.SegmentOptions.Timestamps;

/** SEGMENT ARRIVES in SYN-RECEIVED and all later states (RFC 9293, 3.10.7.4), step by step. */
final class Arrivals {
    private Arrivals() {}

    static void handle(Step step, Segment segment) {
        Housekeeping.heardFromPeer(step);
        if (TimeWait.handlesSyn(step, segment)) {
            return;
        }
        if (isOldTimestamp(step, segment)) {
            step.fire(
                    Rule.R_PAWS,
                    Check.sequence(
                                    Variable.SEG_TSVAL,
                                    segment.options().timestamps().orElseThrow().value())
                            .lt(Variable.TS_RECENT, step.negotiated.tsRecent()));
            Output.sendAck(step, Emission.Purpose.CHALLENGE);
            return;
        }
        if (LinuxRecords.handles(step, segment)) {
            return;
        }
        Segment inside = SequenceCheck.admit(step, withoutCrossingSyn(step, segment));
        if (inside == null) {
            return;
        }
        Negotiation.noteTimestamp(step, segment);
        if (inside.flags().rst()) {
            Resets.handle(step, inside);
        } else if (inside.flags().syn()) {
            Syns.handle(step, inside);
        } else if (!inside.flags().ack()) {
            step.fire(Rule.R_ACK_OFF, isOff(segment, Flags.ACK));
        } else if (Acknowledgments.handle(step, inside)) {
            urgent(step, segment);
            finish(step, segment, inside);
        }
        LinuxDepartures.acknowledgeOld(step, segment);
    }

    /** Steps seven and eight, and what the acknowledgment set free. */
    private static void finish(Step step, Segment whole, Segment segment) {
        if (LinuxDepartures.resetsForText(step, whole, segment)) {
            return;
        }
        Texts.handle(step, segment);
        // What came with the SYN, or a FIN that waited, may be due now.
        if (step.state.receivesText() && !step.held.isEmpty()) {
            Reassembly.consume(step);
        }
        if (step.state.sendsText()) {
            Output.sendWhatMayGo(step, false);
        }
    }

    private static boolean isOldTimestamp(Step step, Segment segment) {
        if (!step.negotiated.timestamps()
                || segment.flags().rst()
                || segment.options().timestamps().isEmpty()) {
            return false;
        }
        Timestamps timestamps = segment.options().timestamps().get();
        return SequenceNumbers.lt(timestamps.value(), step.negotiated.tsRecent());
    }

    /**
     * After a simultaneous open the peer's SYN,ACK begins with a SYN that was received before: it
     * is cut off, as step one allows, so that the rest can be used (RFC 9293, 3.5, figure 7).
     */
    private static Segment withoutCrossingSyn(Step step, Segment segment) {
        if (step.state != TcpState.SYN_RECEIVED
                || step.openedPassively
                || !segment.flags().has(Flags.SYN_ACK)
                || segment.flags().rst()
                || segment.seq() != step.irs
                || step.options.has(Switch.LITERAL_STEP_1)) {
            return segment;
        }
        Check.Comparison confirms =
                Check.sequence(SND_UNA, step.sndUna)
                        .lt(SEG_ACK, segment.ack())
                        .le(SND_NXT, step.sndNxt);
        if (!confirms.holds()) {
            return segment;
        }
        step.fire(
                Rule.R_SYNRCVD_SYNACK_CROSS,
                isOn(segment, Flags.SYN_ACK),
                Check.sequence(SEG_SEQ, segment.seq()).eq(IRS, step.irs),
                confirms);
        return segment.withSeq(segment.seq() + 1).withFlags(segment.flags().without(Flags.SYN));
    }

    /** Step six; the pointer counts from the number of the segment as it came. */
    private static void urgent(Step step, Segment segment) {
        if (!segment.flags().urg()) {
            return;
        }
        if (!step.state.receivesText()) {
            step.fire(Rule.R_URG_IGNORE, isOn(segment, Flags.URG));
            return;
        }
        int pointer = segment.seq() + segment.urgentPointer();
        boolean news = SequenceNumbers.gt(pointer, step.rcvUp);
        step.fire(Rule.R_URG, isOn(segment, Flags.URG));
        if (news) {
            step.assign(Variable.RCV_UP, pointer, "max(RCV.UP, SEG.UP)");
            step.tell(new Signal.UrgentData());
        }
    }
}
