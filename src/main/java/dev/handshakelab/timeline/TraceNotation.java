package dev.handshakelab.timeline;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How single things are written in a trace. */
final class TraceNotation {
    private static final int LONGEST_TEXT = 32;
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private TraceNotation() {}

    /** A time without loss: {@code 0 s}, {@code 10 ms}, {@code 1.5 s}. */
    static String time(long nanos) {
        if (nanos == 0 || nanos >= SECOND) {
            return decimal(nanos, 9) + " s";
        }
        if (nanos >= MILLI) {
            return decimal(nanos, 6) + " ms";
        }
        return nanos >= MICRO ? decimal(nanos, 3) + " us" : nanos + " ns";
    }

    private static String decimal(long nanos, int places) {
        BigDecimal value = BigDecimal.valueOf(nanos, places).stripTrailingZeros();
        return value.toPlainString();
    }

    /** A state in RFC spelling; in brackets if it was only inferred. */
    static String state(HostView host) {
        return switch (host.certainty()) {
            case SEEN -> host.state().rfcName();
            case INFERRED -> "(" + host.state().rfcName() + ")";
            case UNKNOWN -> "?";
        };
    }

    /** A constant with hyphens, as the RFC writes names of states. */
    static String word(Enum<?> constant) {
        return constant.name().replace('_', '-');
    }

    static String fate(Flight.Fate fate) {
        return switch (fate) {
            case Flight.Fate.Arrives(long atNanos) -> "arrives " + time(atNanos);
            case Flight.Fate.Lost(long atNanos) -> "lost " + time(atNanos);
            case Flight.Fate.Held() -> "held";
        };
    }

    static String network(NetworkChange change) {
        return switch (change) {
            case NetworkChange.Manual() -> "network by hand";
            case NetworkChange.Automatic() -> "network automatic";
            case NetworkChange.Expected(var from, var flags, var effect, boolean once) ->
                    "network will "
                            + word(effect)
                            + (once ? " next " : " every ")
                            + (flags.equals(Flags.NONE) ? "segment" : flags)
                            + (from == null ? "" : " of " + from);
        };
    }

    static String call(TcpEvent.UserCall call) {
        return switch (call) {
            case TcpEvent.Open(_, boolean active, var remote, var text, _) ->
                    (active ? "OPEN active" : "OPEN passive")
                            + (active && remote == null ? " nowhere" : "")
                            + (text.isEmpty() ? "" : " " + quoted(text));
            case TcpEvent.Send(_, var text, boolean push, boolean urgent) ->
                    "SEND " + quoted(text) + (push ? " PUSH" : "") + (urgent ? " URGENT" : "");
            case TcpEvent.Receive(_, long octets) ->
                    octets == TcpEvent.Receive.UNLIMITED ? "RECEIVE" : "RECEIVE " + octets;
            case TcpEvent.StopReading _ -> "stops reading";
            case TcpEvent.Close(_, boolean receiving) ->
                    receiving ? "CLOSE" : "CLOSE and stop receiving";
            case TcpEvent.Abort _ -> "ABORT";
            case TcpEvent.Status _ -> "STATUS";
        };
    }

    static String signal(Signal signal) {
        return switch (signal) {
            case Signal.Answered(var reply) -> word(reply);
            case Signal.PendingCallsEnded(var reply) -> "pending calls " + word(reply);
            case Signal.Connected() -> "CONNECTED";
            case Signal.Delivered(var text) -> "DELIVERED " + quoted(text);
            case Signal.DataAvailable(int octets) -> "DATA-AVAILABLE " + octets;
            case Signal.SendsAcknowledged(int octets) -> "SENDS-ACKNOWLEDGED " + octets;
            case Signal.EndOfStream() -> "END-OF-STREAM";
            case Signal.Failed(var reason) -> "FAILED " + word(reason);
            case Signal.ResetWhileClosing() -> "RESET-WHILE-CLOSING";
            case Signal.ClosedNormally() -> "CLOSED-NORMALLY";
            case Signal.DeliveryDoubtful(int retransmissions) ->
                    "DELIVERY-DOUBTFUL " + retransmissions;
            case Signal.UrgentData() -> "URGENT-DATA";
        };
    }

    /** Bits, numbers and length. */
    static String shortSegment(
            Segment segment, @Nullable Integer seqBase, @Nullable Integer ackBase) {
        StringBuilder line = new StringBuilder(segment.flags().toString());
        line.append(" SEQ=").append(number(segment.seq(), seqBase));
        if (segment.flags().ack()) {
            line.append(" ACK=").append(number(segment.ack(), ackBase));
        }
        if (!segment.text().isEmpty()) {
            line.append(" LEN=").append(segment.text().length());
        }
        return line.toString();
    }

    /** Everything in the header, and the text. */
    static String segment(Segment segment, @Nullable Integer seqBase, @Nullable Integer ackBase) {
        StringBuilder line = new StringBuilder(shortSegment(segment, seqBase, ackBase));
        line.append(" WND=").append(segment.window());
        if (segment.flags().urg()) {
            line.append(" UP=").append(segment.urgentPointer());
        }
        if (!segment.options().isEmpty()) {
            line.append(" <").append(options(segment.options())).append('>');
        }
        if (!segment.text().isEmpty()) {
            line.append(' ').append(quoted(segment.text()));
        }
        return line.toString();
    }

    /** A number, or how far it lies behind the base; before the base it is negative. */
    private static long number(int number, @Nullable Integer base) {
        return base == null ? SequenceNumbers.toUnsigned(number) : number - base;
    }

    private static String options(SegmentOptions options) {
        List<String> words = new ArrayList<>();
        options.maximumSegmentSize().ifPresent(octets -> words.add("mss " + octets));
        options.windowScale().ifPresent(shift -> words.add("wscale " + shift));
        if (options.sackPermitted()) {
            words.add("sackOK");
        }
        options.timestamps()
                .ifPresent(stamps ->
                        words.add(
                                "TS val "
                                        + SequenceNumbers.toUnsigned(stamps.value())
                                        + " ecr "
                                        + SequenceNumbers.toUnsigned(stamps.echoReply())));
        return String.join(",", words);
    }

    /**
     * Text in quotes; what cannot be printed is written as {@code \xNN}, and of a long text only
     * the beginning.
     */
    static String quoted(Octets text) {
        StringBuilder quoted = new StringBuilder("\"");
        int shown = Math.min(text.length(), LONGEST_TEXT);
        for (int i = 0; i < shown; i++) {
            int octet = text.at(i) & 0xff;
            if (octet == '"' || octet == '\\') {
                quoted.append('\\').append((char) octet);
            } else if (octet >= ' ' && octet < 0x7f) {
                quoted.append((char) octet);
            } else {
                quoted.append("\\x").append(Character.forDigit(octet >> 4, 16));
                quoted.append(Character.forDigit(octet & 15, 16));
            }
        }
        quoted.append('"');
        return shown < text.length()
                ? quoted.append("+").append(text.length() - shown).toString()
                : quoted.toString();
    }
}
