package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.MAX_SND_WND;
import static dev.handshakelab.tcp.Variable.SEG_ACK;
import static dev.handshakelab.tcp.Variable.SEG_SEQ;
import static dev.handshakelab.tcp.Variable.SND_NXT;
import static dev.handshakelab.tcp.Variable.SND_UNA;
import static dev.handshakelab.tcp.Variable.SND_WL1;
import static dev.handshakelab.tcp.Variable.SND_WL2;
import static dev.handshakelab.tcp.Variable.SND_WND;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Tcb.Outstanding;
import java.util.ArrayList;
import java.util.List;

/** Step five: the ACK field (RFC 9293, 3.10.7.4). */
final class Acknowledgments {
    private Acknowledgments() {}

    /**
     * Handles the ACK field.
     *
     * @return whether steps six to eight follow
     */
    static boolean handle(Step step, Segment segment) {
        if (step.state == TcpState.SYN_RECEIVED) {
            return synReceived(step, segment);
        }
        if (isTooOld(step, segment)) {
            return false;
        }
        Check.Comparison future = Check.sequence(SEG_ACK, segment.ack()).gt(SND_NXT, step.sndNxt);
        if (future.holds()) {
            step.fire(Rule.R_ACK_FUTURE, future);
            Limits.challenge(step);
            return false;
        }
        if (step.state == TcpState.TIME_WAIT) {
            TimeWait.acceptable(step, segment);
            return false;
        }
        return synchronizedStates(step, segment);
    }

    /**
     * RFC 5961, 5: an acknowledgment that is older than any window ever offered is not believed.
     */
    private static boolean isTooOld(Step step, Segment segment) {
        if (!step.options.has(Switch.RFC_5961)) {
            return false;
        }
        long reach = LinuxDepartures.ackReach(step);
        Check.Comparison tooOld =
                Check.sequence(SEG_ACK, segment.ack())
                        .and(Check.Relation.LT, "SND.UNA-MAX.SND.WND", (int) (step.sndUna - reach));
        if (!tooOld.holds()) {
            return false;
        }
        step.fire(Rule.R_ACK_RANGE, tooOld);
        Limits.challenge(step);
        return true;
    }

    private static boolean synReceived(Step step, Segment segment) {
        Check.Comparison confirms = newAck(step, segment);
        if (!confirms.holds()) {
            if (LinuxDepartures.takesAckOfNothing(step, segment)) {
                return true;
            }
            step.fire(
                    Rule.R_SYNRCVD_ACK_BAD,
                    SequenceNumbers.le(segment.ack(), step.sndUna)
                            ? Check.sequence(SEG_ACK, segment.ack()).le(SND_UNA, step.sndUna)
                            : Check.sequence(SEG_ACK, segment.ack()).gt(SND_NXT, step.sndNxt));
            Output.sendReset(step, segment);
            step.fire(Rule.G_RST_GROUPS);
            step.fire(Rule.G_RST_FORM);
            return false;
        }
        step.fire(Rule.R_SYNRCVD_ACK, confirms);
        takeWindow(step, segment);
        acceptNew(step, segment);
        established(step);
        return true;
    }

    /** The handshake is done; a CLOSE that waited for it is carried out now. */
    static void established(Step step) {
        step.fromTimeWait = null;
        step.enter(TcpState.ESTABLISHED);
        step.tell(new Signal.Connected());
        RoundTrips.dataBegins(step);
        if (step.closeRequested) {
            step.fire(Rule.U_CLOSE_SYNRCVD_QUEUE, new Question(Condition.CLOSE_REQUESTED, true));
            step.enter(TcpState.FIN_WAIT_1);
        }
    }

    private static Check.Comparison newAck(Step step, Segment segment) {
        return Check.sequence(SND_UNA, step.sndUna)
                .lt(SEG_ACK, segment.ack())
                .le(SND_NXT, step.sndNxt);
    }

    private static boolean synchronizedStates(Step step, Segment segment) {
        Check.Comparison fresh = newAck(step, segment);
        if (fresh.holds()) {
            step.fire(Rule.R_ACK_NEW, fresh);
            acceptNew(step, segment);
        } else {
            step.fire(
                    Rule.R_ACK_DUP,
                    Check.sequence(SEG_ACK, segment.ack()).le(SND_UNA, step.sndUna));
        }
        updateWindow(step, segment);
        return switch (step.state) {
            case ESTABLISHED, FIN_WAIT_2, CLOSE_WAIT -> true;
            case FIN_WAIT_1 -> {
                if (finAcknowledged(step)) {
                    Fins.ownFinAcknowledged(step);
                }
                yield true;
            }
            case CLOSING -> {
                closing(step);
                yield false;
            }
            case LAST_ACK -> {
                lastAck(step);
                yield false;
            }
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, TIME_WAIT ->
                    throw new IllegalStateException(step.state.rfcName());
        };
    }

    private static void closing(Step step) {
        if (finAcknowledged(step)) {
            step.fire(Rule.R_CLOSING_ACK_FIN, new Question(Condition.FIN_ACKNOWLEDGED, true));
            TimeWait.enter(step);
        } else {
            step.fire(Rule.R_CLOSING_ACK_OTHER, new Question(Condition.FIN_NOT_ACKNOWLEDGED, true));
            Output.sendWhatMayGo(step, false);
        }
    }

    private static void lastAck(Step step) {
        if (finAcknowledged(step)) {
            step.fire(Rule.R_LASTACK_ACK_FIN, new Question(Condition.FIN_ACKNOWLEDGED, true));
            step.tell(new Signal.ClosedNormally());
            step.deleteTcb();
        } else {
            step.fire(Rule.R_LASTACK_ACK_OTHER, new Question(Condition.FIN_NOT_ACKNOWLEDGED, true));
        }
    }

    /** Our FIN has been sent and lies before SND.UNA. */
    static boolean finAcknowledged(Step step) {
        return step.finSeq != null && SequenceNumbers.gt(step.sndUna, step.finSeq);
    }

    /** SND.UNA moves: queue, measurement and timers follow. */
    static void acceptNew(Step step, Segment segment) {
        step.assign(SND_UNA, segment.ack(), "SEG.ACK");
        if (SequenceNumbers.lt(step.sndUp, step.sndUna - 1)) {
            // Keeps the urgent pointer comparable in a stream of more than 2^31 octets.
            step.sndUp = step.sndUna - 1;
        }
        int octets = prune(step, segment.ack());
        RoundTrips.acknowledged(step, segment.ack(), segment);
        if (!step.queue.isEmpty()) {
            Outstanding front = step.queue.getFirst();
            // Until now it stood behind others, so its time to be given up begins here.
            step.replaceFront(front.countedFrom(step.nowNanos, front.transmissions()));
        }
        step.stopTimer(TimerKind.RETRANSMISSION);
        step.stopTimer(TimerKind.USER);
        if (octets > 0) {
            step.tell(new Signal.SendsAcknowledged(octets));
        }
    }

    /**
     * Takes from the retransmission queue what is acknowledged.
     *
     * @return how many octets of text that was
     */
    static int prune(Step step, int ack) {
        List<Outstanding> left = new ArrayList<>(step.queue.size());
        int octets = 0;
        for (Outstanding element : step.queue) {
            if (SequenceNumbers.le(element.end(), ack)) {
                octets += element.text().length();
            } else if (SequenceNumbers.lt(element.seq(), ack)) {
                int syn = element.flags().syn() ? 1 : 0;
                int taken = ack - element.seq() - syn;
                octets += taken;
                left.add(
                        new Outstanding(
                                ack,
                                element.flags().without(Flags.SYN),
                                element.text().from(taken),
                                element.transmissions(),
                                element.waitingSinceNanos()));
            } else {
                left.add(element);
            }
        }
        step.queue = left;
        return octets;
    }

    private static void updateWindow(Step step, Segment segment) {
        if (!SequenceNumbers.le(step.sndUna, segment.ack())) {
            return;
        }
        Check.Comparison newer = Check.sequence(SND_WL1, step.sndWl1).lt(SEG_SEQ, segment.seq());
        Check.Comparison sameSeq = Check.sequence(SND_WL1, step.sndWl1).eq(SEG_SEQ, segment.seq());
        Check.Comparison ackNotOlder =
                Check.sequence(SND_WL2, step.sndWl2).le(SEG_ACK, segment.ack());
        boolean takes = newer.holds() || (sameSeq.holds() && ackNotOlder.holds());
        if (!takes) {
            step.fire(
                    Rule.R_WND_STALE,
                    Check.sequence(SEG_SEQ, segment.seq()).le(SND_WL1, step.sndWl1));
            return;
        }
        if (scaledWindow(step, segment) == step.sndWnd) {
            takeWindow(step, segment);
            return;
        }
        boolean wasShut = step.sndWnd == 0;
        if (newer.holds()) {
            step.fire(Rule.R_WND_UPDATE, newer);
        } else {
            step.fire(Rule.R_WND_UPDATE, sameSeq, ackNotOlder);
        }
        takeWindow(step, segment);
        if (wasShut && !step.queue.isEmpty()) {
            // The probe's octet was refused while the window was shut; it need not wait for the
            // timer. However long that was, it is no reason to give up now (MUST-37).
            step.replaceFront(step.queue.getFirst().countedFrom(step.nowNanos, 1));
            Retransmission.retransmitFront(step, Purpose.RETRANSMISSION);
        }
    }

    static long scaledWindow(Step step, Segment segment) {
        // The crossing SYN,ACK of a simultaneous open has lost its SYN by now (RFC 7323, 2.2).
        boolean syn = segment.flags().syn() || step.hasFired(Rule.R_SYNRCVD_SYNACK_CROSS);
        return (long) segment.window() << (syn ? 0 : step.negotiated.sendShift());
    }

    private static void takeWindow(Step step, Segment segment) {
        long window = scaledWindow(step, segment);
        step.assign(SND_WND, window, "SEG.WND");
        step.assign(SND_WL1, segment.seq(), "SEG.SEQ");
        step.assign(SND_WL2, segment.ack(), "SEG.ACK");
        step.assign(MAX_SND_WND, Math.max(step.maxSndWnd, window), "max(MAX.SND.WND, SEG.WND)");
    }
}
