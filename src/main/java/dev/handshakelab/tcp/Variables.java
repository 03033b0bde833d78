package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Tcb.RoundTrip;

/**
 * Reads and writes the variables of a working copy by name, so that every assignment can be
 * recorded.
 */
final class Variables {
    private Variables() {}

    /** The value; sequence numbers as 0 to 4294967295, an unset FIN.SEQ as 0. */
    static long get(Step step, Variable variable) {
        return switch (variable) {
            case ISS -> unsigned(step.iss);
            case SND_UNA -> unsigned(step.sndUna);
            case SND_NXT -> unsigned(step.sndNxt);
            case SND_WND -> step.sndWnd;
            case SND_UP -> unsigned(step.sndUp);
            case SND_WL1 -> unsigned(step.sndWl1);
            case SND_WL2 -> unsigned(step.sndWl2);
            case MAX_SND_WND -> step.maxSndWnd;
            case IRS -> unsigned(step.irs);
            case RCV_NXT -> unsigned(step.rcvNxt);
            case RCV_WND -> step.rcvWnd;
            case RCV_UP -> unsigned(step.rcvUp);
            case FIN_SEQ -> step.finSeq == null ? 0 : unsigned(step.finSeq);
            case SRTT -> step.roundTrip.srttNanos();
            case RTTVAR -> step.roundTrip.rttvarNanos();
            case RTO -> step.roundTrip.rtoNanos();
            case SEND_MSS -> step.negotiated.sendMss();
            case SND_SHIFT -> step.negotiated.sendShift();
            case RCV_SHIFT -> step.negotiated.receiveShift();
            case TS_RECENT -> unsigned(step.negotiated.tsRecent());
            case SEG_SEQ, SEG_ACK, SEG_LEN, SEG_WND, SEG_UP, SEG_TSVAL -> throw notStored(variable);
        };
    }

    static void set(Step step, Variable variable, long value) {
        switch (variable) {
            case ISS -> step.iss = (int) value;
            case SND_UNA -> step.sndUna = (int) value;
            case SND_NXT -> step.sndNxt = (int) value;
            case SND_WND -> step.sndWnd = value;
            case SND_UP -> step.sndUp = (int) value;
            case SND_WL1 -> step.sndWl1 = (int) value;
            case SND_WL2 -> step.sndWl2 = (int) value;
            case MAX_SND_WND -> step.maxSndWnd = value;
            case IRS -> step.irs = (int) value;
            case RCV_NXT -> step.rcvNxt = (int) value;
            case RCV_WND -> step.rcvWnd = value;
            case RCV_UP -> step.rcvUp = (int) value;
            case FIN_SEQ -> step.finSeq = (int) value;
            case SRTT, RTTVAR, RTO -> step.roundTrip = with(step.roundTrip, variable, value);
            case SEND_MSS, SND_SHIFT, RCV_SHIFT, TS_RECENT -> throw notStored(variable);
            case SEG_SEQ, SEG_ACK, SEG_LEN, SEG_WND, SEG_UP, SEG_TSVAL -> throw notStored(variable);
        }
    }

    private static RoundTrip with(RoundTrip old, Variable variable, long nanos) {
        return new RoundTrip(
                variable == Variable.SRTT ? nanos : old.srttNanos(),
                variable == Variable.RTTVAR ? nanos : old.rttvarNanos(),
                variable == Variable.RTO ? nanos : old.rtoNanos(),
                old.backoffs(),
                old.timed(),
                old.synRetransmitted());
    }

    private static long unsigned(int number) {
        return Integer.toUnsignedLong(number);
    }

    private static IllegalArgumentException notStored(Variable variable) {
        return new IllegalArgumentException(variable.rfcName());
    }
}
