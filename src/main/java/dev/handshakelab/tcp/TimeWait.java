package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.SegmentOptions.Timestamps;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import dev.handshakelab.tcp.Timers.Timer;
import java.util.Optional;

/**
 * TIME-WAIT: its 2MSL, what it answers, and who may end it early (RFC 9293, 3.6.1 and 3.10.7.4; RFC
 * 6191).
 */
final class TimeWait {
    /** How far a new incarnation's number lies above the old one's, at least. */
    private static final int ISS_STEP = 65_537;

    private TimeWait() {}

    /** Enters TIME-WAIT: 2MSL runs, every other timer stops. */
    static void enter(Step step) {
        if (step.options.has(Variant.NO_TIME_WAIT)) {
            if (step.ackDue) {
                Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
            }
            step.fire(Rule.V_NO_TIME_WAIT);
            step.deleteTcb();
            return;
        }
        step.enter(TcpState.TIME_WAIT);
        step.timers = Timers.NONE;
        restart(step);
    }

    /** Starts 2MSL from the beginning. */
    static void restart(Step step) {
        step.startTimer(TimerKind.TIME_WAIT, 2 * step.options.mslNanos());
    }

    /** Goes back to the TIME-WAIT that a SYN had interrupted. */
    static void restore(Step step, Tcb old) {
        int issUsed = step.issUsed;
        step.load(old);
        step.issUsed = issUsed;
        Timer timer = step.timers.get(TimerKind.TIME_WAIT);
        long left = timer == null ? 0 : Math.max(0, timer.dueAtNanos() - step.nowNanos);
        step.startTimer(TimerKind.TIME_WAIT, left);
    }

    /** A segment inside the window with a good ACK field: only a FIN or text asks for an answer. */
    static void acceptable(Step step, Segment segment) {
        if (segment.length() == 0 && !step.options.has(Switch.LITERAL_TIME_WAIT_ACK)) {
            // Answering an empty ACK would make two ends in TIME-WAIT answer each other for ever.
            step.fire(
                    Rule.R_TW_ACK,
                    Check.number(Variable.SEG_LEN, 0).and(Check.Relation.EQ, "0", 0));
            return;
        }
        step.fire(
                Rule.R_TW_SEGMENT,
                Check.number(Variable.SEG_LEN, segment.length()).and(Check.Relation.GE, "0", 0));
        Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
        restart(step);
    }

    /**
     * Decides about a new SYN if the options allow a new incarnation; false: the ordinary steps
     * apply.
     */
    static boolean handlesSyn(Step step, Segment segment) {
        Flags flags = segment.flags();
        boolean newSyn = flags.syn() && !flags.ack() && !flags.rst();
        if (step.state != TcpState.TIME_WAIT
                || !newSyn
                || step.options.timeWaitReuse() == TimeWaitReuse.NONE) {
            return false;
        }
        int oldFin = step.rcvNxt - 1;
        Check.Comparison newerSeq =
                LinuxRecords.isNewerSyn(
                        step,
                        segment,
                        Check.sequence(Variable.SEG_SEQ, segment.seq())
                                .and(Check.Relation.GT, "RCV.NXT-1", oldFin));
        Check.Comparison newerTime = newerTimestamp(step, segment);
        boolean rfc6191 = step.options.timeWaitReuse() == TimeWaitReuse.RFC_6191;
        if (accepts(step, segment, newerSeq, newerTime)) {
            step.fire(Rule.R_TW_SYN_REUSE, reasons(newerTime, newerSeq));
            reopen(step, segment);
            return true;
        }
        if (rfc6191) {
            Check.Comparison olderSeq =
                    Check.sequence(Variable.SEG_SEQ, segment.seq())
                            .and(Check.Relation.LE, "RCV.NXT-1", oldFin);
            step.fire(Rule.R_TW_SYN_DROP, reasons(olderTimestamp(step, segment), olderSeq));
        }
        return rfc6191;
    }

    /**
     * The table of RFC 6191, 2; with sequence numbers alone, its last row, or a newer timestamp as
     * Linux has it.
     */
    private static boolean accepts(
            Step step, Segment segment, Check.Comparison newerSeq, Check.Comparison newerTime) {
        boolean oldUses = step.negotiated.timestamps();
        Optional<Timestamps> theirs = segment.options().timestamps();
        boolean newUses = theirs.isPresent() && step.options.has(Switch.TIMESTAMPS);
        if (step.options.timeWaitReuse() == TimeWaitReuse.SEQUENCE_NUMBER) {
            return newerSeq.holds() || (oldUses && newUses && newerTime.holds());
        }
        if (oldUses && newUses) {
            boolean same = theirs.get().value() == step.negotiated.tsRecent();
            return newerTime.holds() || (same && newerSeq.holds());
        }
        return newUses || newerSeq.holds();
    }

    /** The first of two conditions that is true; none if something else decided. */
    private static Check[] reasons(Check.Comparison time, Check.Comparison seq) {
        if (time.holds()) {
            return new Check[] {time};
        }
        return seq.holds() ? new Check[] {seq} : new Check[0];
    }

    private static Check.Comparison newerTimestamp(Step step, Segment segment) {
        return Check.sequence(Variable.SEG_TSVAL, value(step, segment))
                .gt(Variable.TS_RECENT, step.negotiated.tsRecent());
    }

    private static Check.Comparison olderTimestamp(Step step, Segment segment) {
        return Check.sequence(Variable.SEG_TSVAL, value(step, segment))
                .lt(Variable.TS_RECENT, step.negotiated.tsRecent());
    }

    /** The timestamp of the new SYN; TS.Recent, neither newer nor older, if one side has none. */
    private static int value(Step step, Segment segment) {
        int recent = step.negotiated.tsRecent();
        return step.negotiated.timestamps()
                ? segment.options().timestamps().map(Timestamps::value).orElse(recent)
                : recent;
    }

    private static void reopen(Step step, Segment segment) {
        Tcb old = step.toTcb();
        TcpSocket remote = step.remote == null ? step.config.local() : step.remote;
        int highest = step.sndNxt;
        long credit = step.receiveCredit;
        step.deleteTcb();
        step.remote = remote;
        step.remoteGiven = true;
        step.openedPassively = true;
        step.receiveCredit = credit;
        step.fromTimeWait = old;
        EarlyArrivals.acceptSyn(step, segment, remote, highest + ISS_STEP);
    }
}
