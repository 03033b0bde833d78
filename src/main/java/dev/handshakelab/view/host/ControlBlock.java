package dev.handshakelab.view.host;

import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
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
        return SHOWN.stream()
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
        boolean sends = hasSendNumbers(tcb.state());
        boolean receives = hasReceiveNumbers(tcb.state());
        return switch (variable) {
            case ISS -> shown(sends, SequenceNumbers.toUnsigned(send.iss()));
            case SND_UNA -> shown(sends, number(send.una(), send.iss(), relative));
            case SND_NXT -> shown(sends, number(send.nxt(), send.iss(), relative));
            // The peer's window comes with its first segment.
            case SND_WND -> shown(receives, send.wnd());
            case IRS -> shown(receives, SequenceNumbers.toUnsigned(receive.irs()));
            case RCV_NXT -> shown(receives, number(receive.nxt(), receive.irs(), relative));
            case RCV_WND -> shown(sends, receive.wnd());
            case RTO -> sends ? Durations.compact(tcb.roundTrip().rtoNanos()) : NONE;
            case SND_UP,
                    SND_WL1,
                    SND_WL2,
                    MAX_SND_WND,
                    RCV_UP,
                    FIN_SEQ,
                    SEG_SEQ,
                    SEG_ACK,
                    SEG_LEN,
                    SEG_WND,
                    SEG_UP,
                    SEG_TSVAL,
                    TS_RECENT,
                    SRTT,
                    RTTVAR,
                    SEND_MSS,
                    SND_SHIFT,
                    RCV_SHIFT ->
                    throw new IllegalArgumentException(variable.rfcName());
        };
    }

    private static String shown(boolean exists, long value) {
        return exists ? Long.toString(value) : NONE;
    }

    private static long number(int value, int initial, boolean relative) {
        return SequenceNumbers.toUnsigned(relative ? value - initial : value);
    }

    /** Whether the host has chosen its initial number. */
    private static boolean hasSendNumbers(TcpState state) {
        return Stream.of(TcpState.CLOSED, TcpState.LISTEN).noneMatch(state::equals);
    }

    /** Whether the host knows the peer's initial number. */
    private static boolean hasReceiveNumbers(TcpState state) {
        return hasSendNumbers(state) && state != TcpState.SYN_SENT;
    }
}
