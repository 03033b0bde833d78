package dev.handshakelab.view.host;

import dev.handshakelab.diagram.SequenceSpace;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.Variable;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.view.text.Durations;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A host's control block as rows of a table. */
final class ControlBlock {
    /** The variables that are shown, in this order. */
    static final List<Variable> SHOWN =
            List.of(
                    Variable.ISS,
                    Variable.SND_UNA,
                    Variable.SND_NXT,
                    Variable.SND_WND,
                    Variable.IRS,
                    Variable.RCV_NXT,
                    Variable.RCV_WND,
                    Variable.RTO);

    /** The variables of sending, in the order of RFC 9293, 3.3.1. */
    static final List<Variable> SENDING =
            List.of(
                    Variable.ISS,
                    Variable.SND_UNA,
                    Variable.SND_NXT,
                    Variable.SND_WND,
                    Variable.MAX_SND_WND,
                    Variable.SND_WL1,
                    Variable.SND_WL2,
                    Variable.SND_UP,
                    Variable.FIN_SEQ);

    /** The variables of receiving. */
    static final List<Variable> RECEIVING =
            List.of(Variable.IRS, Variable.RCV_NXT, Variable.RCV_WND, Variable.RCV_UP);

    /** The retransmission timeout and what it is made from (RFC 6298). */
    static final List<Variable> TIMING = List.of(Variable.RTO, Variable.SRTT, Variable.RTTVAR);

    /** What the SYNs agreed on. */
    static final List<Variable> NEGOTIATED =
            List.of(Variable.SEND_MSS, Variable.SND_SHIFT, Variable.RCV_SHIFT, Variable.TS_RECENT);

    /** All variables that a control block stores. */
    static final List<Variable> ALL =
            Stream.of(SENDING, RECEIVING, TIMING, NEGOTIATED).flatMap(List::stream).toList();

    /** Stands for a value that does not exist in this state. */
    static final String NONE = "–";

    private ControlBlock() {}

    /**
     * A row.
     *
     * @param variable which
     * @param value its value as people read it
     * @param changed whether it is another than before this step
     */
    record Row(Variable variable, String value, boolean changed) {}

    /**
     * The rows of a host.
     *
     * @param now how it stands after the step
     * @param before how it stood before the step; null if there is no step before
     * @param relative whether numbers count from the initial ones
     */
    static List<Row> rows(HostView now, @Nullable HostView before, boolean relative) {
        return rows(SHOWN, now, before, relative);
    }

    /** The rows of some variables of a host. */
    static List<Row> rows(
            List<Variable> variables, HostView now, @Nullable HostView before, boolean relative) {
        return variables.stream()
                .map(variable -> {
                    boolean changed =
                            before != null
                                    && !value(variable, now, false)
                                            .equals(value(variable, before, false));
                    return new Row(variable, value(variable, now, relative), changed);
                })
                .toList();
    }

    private static String value(Variable variable, HostView host, boolean relative) {
        Tcb tcb = host.tcb();
        if (tcb == null) {
            return NONE;
        }
        Tcb.SendVariables send = tcb.send();
        Tcb.ReceiveVariables receive = tcb.receive();
        Tcb.Negotiated negotiated = tcb.negotiated();
        boolean sends = SequenceSpace.hasSendNumbers(tcb.state());
        // The peer's numbers and window come with its first segment.
        boolean receives = SequenceSpace.hasReceiveNumbers(tcb.state());
        boolean urgentOut = sends && send.up() != send.iss();
        boolean urgentIn = receives && receive.up() != receive.irs();
        boolean scales = receives && negotiated.scaling();
        return switch (variable) {
            case ISS -> shown(sends, SequenceNumbers.toUnsigned(send.iss()));
            case SND_UNA -> shown(sends, number(send.una(), send.iss(), relative));
            case SND_NXT -> shown(sends, number(send.nxt(), send.iss(), relative));
            case SND_WND -> shown(receives, send.wnd());
            case MAX_SND_WND -> shown(receives, send.maxWnd());
            case SND_WL1 -> shown(receives, number(send.wl1(), receive.irs(), relative));
            case SND_WL2 -> shown(receives, number(send.wl2(), send.iss(), relative));
            case SND_UP -> shown(urgentOut, number(send.up(), send.iss(), relative));
            case FIN_SEQ -> {
                Integer fin = tcb.finSeq();
                yield fin == null ? NONE : shown(sends, number(fin, send.iss(), relative));
            }
            case IRS -> shown(receives, SequenceNumbers.toUnsigned(receive.irs()));
            case RCV_NXT -> shown(receives, number(receive.nxt(), receive.irs(), relative));
            case RCV_WND -> shown(sends, receive.wnd());
            case RCV_UP -> shown(urgentIn, number(receive.up(), receive.irs(), relative));
            case RTO -> duration(sends, tcb.roundTrip().rtoNanos());
            case SRTT -> duration(sends, tcb.roundTrip().srttNanos());
            case RTTVAR -> duration(sends, tcb.roundTrip().rttvarNanos());
            case SEND_MSS -> shown(receives, negotiated.sendMss());
            case SND_SHIFT -> shown(scales, negotiated.sendShift());
            case RCV_SHIFT -> shown(scales, negotiated.receiveShift());
            case TS_RECENT ->
                    shown(
                            receives && negotiated.timestamps(),
                            SequenceNumbers.toUnsigned(negotiated.tsRecent()));
            case SEG_SEQ, SEG_ACK, SEG_LEN, SEG_WND, SEG_UP, SEG_TSVAL ->
                    throw new IllegalArgumentException(variable.rfcName());
        };
    }

    /** A time; 0 before the first measurement. */
    private static String duration(boolean exists, long nanos) {
        return exists && nanos != 0 ? Durations.compact(nanos) : NONE;
    }

    private static String shown(boolean exists, long value) {
        return exists ? Long.toString(value) : NONE;
    }

    private static long number(int value, int initial, boolean relative) {
        return SequenceNumbers.toUnsigned(relative ? value - initial : value);
    }
}
