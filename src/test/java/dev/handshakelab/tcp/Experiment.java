package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Bench.Past;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One crafted segment meets the machine in one situation: the capture's experiment, done again.
 *
 * <p>The variables that the capture names are taken from the control block before the segment. In
 * CLOSED and LISTEN there are none, in SYN-SENT none of the peer's: the capture took any numbers
 * there, so do we.
 */
final class Experiment {
    /** Long enough for a delayed acknowledgment, too short for a retransmission timeout. */
    private static final long WATCHED_NANOS = 100_000_000L;

    private static final int ANY_RCV_NXT = 900_000;
    private static final int ANY_SND_NXT = 700_000;
    private static final int ANY_WINDOW = 60_000;
    private static final String TEXT = "0123456789abcdefghij";

    /** A reply with numbers; {@code ack} is 0 without ACK. */
    record Answer(Flags flags, int seq, int ack, int length) {}

    final Situation situation;
    final Bench bench;
    final Tcb before;
    final Segment segment;

    Experiment(
            TcpOptions options,
            Past past,
            Situation situation,
            Flags flags,
            String seq,
            @Nullable String ack,
            int length) {
        this.situation = situation;
        bench = new Bench(options, past);
        situation.arrange(bench);
        before = bench.tcb();
        if (before.state() != situation.state()) {
            throw new IllegalStateException(situation + ": " + before.state());
        }
        segment =
                Segment.of(
                                value(seq),
                                ack == null ? 0 : value(ack),
                                flags,
                                Math.max(1, (int) before.send().wnd()))
                        .withText(Octets.utf8(TEXT.substring(0, length)));
        bench.forget();
        bench.arrive(segment);
        bench.runTimers(WATCHED_NANOS);
    }

    Experiment(TcpOptions options, Past past, Arrival row) {
        this(options, past, row.situation(), row.flags(), row.seq(), row.ack(), row.length());
    }

    Tcb after() {
        return bench.tcb();
    }

    /** The replies in order; the same reply twice in a row counts once, PSH is left out. */
    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Emission emission : bench.emissions()) {
            Segment sent = emission.segment();
            Answer answer =
                    new Answer(
                            sent.flags().without(Flags.PSH),
                            sent.seq(),
                            sent.flags().ack() ? sent.ack() : 0,
                            sent.text().length());
            if (answers.isEmpty() || !answers.getLast().equals(answer)) {
                answers.add(answer);
            }
        }
        return answers;
    }

    /**
     * The error that waits for the user as a socket names it, or null; nobody waits if orphaned.
     */
    @Nullable String error() {
        if (situation.isOrphan() || bench.failures().isEmpty()) {
            return null;
        }
        return switch (bench.failures().getFirst()) {
            case CONNECTION_REFUSED -> "ECONNREFUSED";
            case CONNECTION_RESET ->
                    // The same news has a name of its own once the peer's FIN was seen.
                    before.state() == TcpState.CLOSE_WAIT ? "EPIPE" : "ECONNRESET";
            case USER_TIMEOUT -> "ETIMEDOUT";
            case OK,
                    CONNECTION_DOES_NOT_EXIST,
                    CONNECTION_ALREADY_EXISTS,
                    CONNECTION_ILLEGAL,
                    REMOTE_SOCKET_UNSPECIFIED,
                    INSUFFICIENT_RESOURCES,
                    CONNECTION_CLOSING,
                    CLOSING ->
                    throw new IllegalStateException(bench.failures().toString());
        };
    }

    /** What a read says now. */
    String read() {
        int octets = 0;
        for (Signal signal : bench.signals()) {
            if (signal instanceof Signal.Delivered(Octets text)) {
                octets += text.length();
            }
        }
        if (octets > 0) {
            return octets + " bytes";
        }
        return bench.saidEndOfStream() ? "end of stream" : "EAGAIN";
    }

    boolean connected() {
        return bench.signals().stream().anyMatch(Signal.Connected.class::isInstance);
    }

    /** The value of a sum such as {@code RCV.NXT-1000} or {@code SEG.SEQ+SEG.LEN}. */
    int value(String expression) {
        int sum = 0;
        for (String term : expression.split("(?=[+-])", -1)) {
            String name = term.startsWith("+") || term.startsWith("-") ? term.substring(1) : term;
            int value = Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : variable(name);
            sum += term.startsWith("-") ? -value : value;
        }
        return sum;
    }

    private int variable(String name) {
        boolean peerKnown = situation.isSynchronizedOrNearly();
        boolean ownKnown = peerKnown || situation == Situation.SYN_SENT;
        int rcvNxt = peerKnown ? before.receive().nxt() : ANY_RCV_NXT;
        long window = peerKnown ? before.receive().wnd() : ANY_WINDOW;
        return switch (name) {
            case "RCV.NXT" -> rcvNxt;
            case "RIGHT" -> (int) (rcvNxt + window);
            case "IRS" -> peerKnown ? before.receive().irs() : ANY_RCV_NXT - 1;
            case "SND.NXT" -> ownKnown ? before.send().nxt() : ANY_SND_NXT;
            case "SND.UNA" -> ownKnown ? before.send().una() : ANY_SND_NXT;
            case "ISS" -> ownKnown ? before.send().iss() : ANY_SND_NXT - 1;
            case "ISS (new)" -> after().send().iss();
            case "SEG.SEQ" -> segment.seq();
            case "SEG.ACK" -> segment.ack();
            case "SEG.LEN" -> segment.length();
            default -> throw new IllegalArgumentException(name);
        };
    }

    boolean hasAck() {
        return segment.flags().ack();
    }

    /** SYN alone, perhaps with FIN or text. */
    boolean isBareSyn() {
        return segment.flags().syn() && !segment.flags().ack() && !segment.flags().rst();
    }

    boolean isSynAck() {
        return segment.flags().has(Flags.SYN_ACK) && !segment.flags().rst();
    }

    /** ACK on, neither SYN nor RST. */
    boolean isPlain() {
        return hasAck() && !segment.flags().syn() && !segment.flags().rst();
    }

    /** SYN-RECEIVED after a passive OPEN. */
    boolean isRequest() {
        return situation == Situation.SYN_RECEIVED_PASSIVE;
    }

    boolean isExact() {
        return segment.seq() == before.receive().nxt();
    }

    /** Whether any number of the segment is in the window (RFC 9293, 3.4). */
    boolean isInWindow() {
        int nxt = before.receive().nxt();
        int first = segment.seq() - nxt;
        int last = first + Math.max(0, segment.length() - 1);
        return (first >= 0 && first < before.receive().wnd())
                || (last >= 0 && last < before.receive().wnd());
    }

    boolean isInexactReset() {
        return segment.flags().rst() && isInWindow() && !isExact();
    }

    /** Whether the segment ends exactly at RCV.NXT, which has been acknowledged. */
    boolean isWhollyOld() {
        return segment.end() == before.receive().nxt();
    }

    /** Whether SEG.ACK acknowledges something that was not acknowledged before. */
    boolean confirms() {
        return SequenceNumbers.gt(segment.ack(), before.send().una()) && !acknowledgesTheFuture();
    }

    boolean acknowledgesTheFuture() {
        return SequenceNumbers.gt(segment.ack(), before.send().nxt());
    }
}
