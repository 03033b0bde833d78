package dev.handshakelab.tcp;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why the preset RFC and Linux may part: each reason with the experiments it covers. A reason is a
 * line of the list of known differences that came with the capture, or was found in the rows.
 */
enum LinuxDifference {
    SYN_AGAIN_SOON(
            true,
            "SYN-SENT, after a wrong ACK: the SYN again about 10 ms later, not at the RTO",
            e -> e.situation == Situation.SYN_SENT && e.hasAck() && !e.confirms()),
    LISTEN_SYN_FIN(
            true,
            "LISTEN, SYN FIN: dropped",
            e -> e.situation == Situation.LISTEN && e.isBareSyn() && e.segment.flags().fin()),
    NEW_SYN_WHILE_OPENING(
            true,
            "SYN-RECEIVED (passive), new SYN in the window: RST ACK and back to LISTEN",
            e -> e.isRequest() && e.isBareSyn() && e.isInWindow()),
    SAME_SYN_WHILE_OPENING(
            true,
            "SYN-RECEIVED (passive), the same SYN again: SYN-ACK again",
            e -> e.isRequest() && e.isBareSyn() && e.segment.seq() == e.before.receive().irs()),
    SYN_ACK_WHILE_LISTENING(
            true,
            "SYN-RECEIVED (passive), SYN-ACK at R: RST, back to LISTEN",
            e -> e.isRequest() && e.isSynAck() && e.isInWindow()),
    ACK_BEFORE_SEQUENCE(
            false,
            "SYN-RECEIVED (passive), wrong ACK outside the window: RST",
            e ->
                    e.isRequest()
                            && e.hasAck()
                            && !e.segment.flags().rst()
                            && !e.confirms()
                            && !e.isInWindow()),
    RST_ANYWHERE_WHILE_OPENING(
            false,
            "SYN-RECEIVED (passive), RST in the window but not at R: back to LISTEN",
            e -> e.isRequest() && e.isInexactReset()),
    LAX_ACK(
            true,
            "SYN-RECEIVED (simultaneous open), ACK of SND.UNA only: ESTABLISHED",
            e ->
                    e.situation == Situation.SYN_RECEIVED_ACTIVE
                            && e.isPlain()
                            && e.isInWindow()
                            && e.segment.ack() == e.before.send().una()),
    CROSSING_SYN_ACK(
            true,
            "SYN-RECEIVED (simultaneous open), SYN-ACK with the old SEQ: ESTABLISHED and ACK",
            e ->
                    e.situation == Situation.SYN_RECEIVED_ACTIVE
                            && e.isSynAck()
                            && e.confirms()
                            && e.segment.seq() == e.before.receive().irs()),
    RESET_NOT_REFUSED(
            false,
            "SYN-RECEIVED (simultaneous open), RST at R: the error is ECONNRESET",
            e ->
                    e.situation == Situation.SYN_RECEIVED_ACTIVE
                            && e.segment.flags().rst()
                            && e.isExact()),
    OLD_SEGMENT(
            false,
            "a segment that only repeats what was acknowledged: its ACK counts",
            e ->
                    e.isWhollyOld()
                            && e.isPlain()
                            && e.segment.length() > 0
                            && e.confirms()
                            && e.situation != Situation.SYN_RECEIVED_PASSIVE),
    RST_BEFORE_WINDOW(
            true,
            "CLOSE-WAIT, CLOSING, LAST-ACK, RST at R-1: accepted",
            e ->
                    e.before.state().hasPeerFin()
                            && e.situation != Situation.TIME_WAIT
                            && e.segment.flags().rst()
                            && e.segment.seq() == e.before.receive().nxt() - 1),
    VERY_OLD_ACK(
            true,
            "synchronized, ACK before SND.UNA - octets sent so far: challenge ACK",
            e ->
                    e.before.state().isSynchronized()
                            && e.situation != Situation.TIME_WAIT
                            && e.situation != Situation.FIN_WAIT_2_CLOSED
                            && e.isPlain()
                            && e.isInWindow()
                            && SequenceNumbers.lt(e.segment.ack(), e.before.send().iss())),
    DATA_AFTER_CLOSE(
            true,
            "FIN-WAIT-1/2 after close(), any new data: RST and CLOSED",
            e ->
                    (e.situation == Situation.FIN_WAIT_2_CLOSED
                                    || (e.situation == Situation.FIN_WAIT_1_CLOSED
                                            && !e.acknowledgesTheFuture()))
                            && e.isPlain()
                            && e.isInWindow()
                            && SequenceNumbers.gt(
                                    e.segment.end() - (e.segment.flags().fin() ? 1 : 0),
                                    e.before.receive().nxt())),
    TEXT_BEHIND_FIN(
            true,
            "CLOSE-WAIT, data partly new: RST and CLOSED",
            e ->
                    e.situation == Situation.CLOSE_WAIT
                            && e.isPlain()
                            && SequenceNumbers.lt(e.segment.seq(), e.before.receive().nxt())
                            && SequenceNumbers.gt(e.segment.end(), e.before.receive().nxt())),
    SMALL_FIN_WAIT_2_RST_INSIDE(
            true,
            "FIN-WAIT-2 after close(), RST in the window but not at R: CLOSED",
            e -> e.situation == Situation.FIN_WAIT_2_CLOSED && e.isInexactReset()),
    SMALL_FIN_WAIT_2_RST_OUTSIDE(
            true,
            "FIN-WAIT-2 after close(), RST outside the window: ACK",
            e ->
                    e.situation == Situation.FIN_WAIT_2_CLOSED
                            && e.segment.flags().rst()
                            && !e.isInWindow()),
    SMALL_FIN_WAIT_2_SYN(
            false,
            "FIN-WAIT-2 after close(), SYN in the window: RST and CLOSED",
            e ->
                    e.situation == Situation.FIN_WAIT_2_CLOSED
                            && e.segment.flags().syn()
                            && !e.segment.flags().rst()
                            && e.isInWindow()),
    SMALL_FIN_WAIT_2_ACK(
            false,
            "FIN-WAIT-2 after close(), empty ACK of data never sent: ignored",
            e ->
                    e.situation == Situation.FIN_WAIT_2_CLOSED
                            && e.isPlain()
                            && e.isInWindow()
                            && e.segment.length() == 0
                            && e.acknowledgesTheFuture()),
    TIME_WAIT_RST(
            true,
            "TIME-WAIT, RST elsewhere: ignored, no challenge ACK",
            e -> e.situation == Situation.TIME_WAIT && e.isInexactReset()),
    TIME_WAIT_SYN(
            true,
            "TIME-WAIT, SYN with newer sequence number: SYN-RECEIVED",
            e ->
                    e.situation == Situation.TIME_WAIT
                            && e.isBareSyn()
                            && SequenceNumbers.gt(e.segment.seq(), e.before.receive().nxt())),
    TIME_WAIT_NO_ACK_BIT(
            false,
            "TIME-WAIT, text or FIN without the ACK bit: ACK",
            e ->
                    e.situation == Situation.TIME_WAIT
                            && !e.segment.flags().ack()
                            && !e.segment.flags().syn()
                            && !e.segment.flags().rst()
                            && e.segment.length() > 0),
    TIME_WAIT_EMPTY(
            false,
            "TIME-WAIT, empty ACK of data never sent at R: ignored",
            e ->
                    e.situation == Situation.TIME_WAIT
                            && e.isPlain()
                            && e.isExact()
                            && e.segment.length() == 0
                            && e.acknowledgesTheFuture());

    private final boolean listed;
    private final String line;
    private final Predicate<Experiment> covers;

    LinuxDifference(boolean listed, String line, Predicate<Experiment> covers) {
        this.listed = listed;
        this.line = line;
        this.covers = covers;
    }

    static List<LinuxDifference> of(Experiment experiment) {
        return Stream.of(values()).filter(each -> each.covers.test(experiment)).toList();
    }

    /** Whether the difference shows in replies and states, and not only in the error's name. */
    boolean isOnTheWire() {
        return this != RESET_NOT_REFUSED;
    }

    @Override
    public String toString() {
        return listed ? line : line + " (from the rows)";
    }
}
