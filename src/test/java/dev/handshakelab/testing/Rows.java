package dev.handshakelab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Run;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.TraceFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A story as a table, one row a frame: state of A, state of B, what happened, what was sent, which
 * rules fired.
 *
 * <pre>
 * SYN-SENT | SYN-RECEIVED | B < SEQ=100 CTL=SYN | B SEQ=300 ACK=101 CTL=SYN,ACK | R-LISTEN-SYN
 * </pre>
 *
 * <p>Blanks do not count, and PSH is not shown, as in the RFC's figures. Rules that only keep books
 * ({@link #KEEPS_BOOKS}) are compared only where the expected row names them.
 */
public final class Rows {
    private static final List<Rule> KEEPS_BOOKS =
            List.of(
                    Rule.R_WND_UPDATE,
                    Rule.R_WND_STALE,
                    Rule.R_ACK_NEW,
                    Rule.R_ACK_DUP,
                    Rule.R_FW2_ACK);

    private Rows() {}

    /** Fails unless the frames from this time on until that time are these. */
    public static void check(Run run, long fromMillis, long toMillis, String table) {
        List<String> expected =
                table.lines().filter(line -> !line.isBlank()).map(Rows::tidy).toList();
        List<Frame> frames =
                run.timeline().frames().stream()
                        .filter(frame -> frame.index() > 0)
                        .filter(frame -> frame.atNanos() >= Stage.millis(fromMillis))
                        .filter(frame -> frame.atNanos() <= Stage.millis(toMillis))
                        .toList();
        List<String> actual = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            String like = i < expected.size() ? expected.get(i) : "";
            actual.add(tidy(row(frames.get(i), like)));
        }
        assertThat(String.join("\n", actual))
                .as(() -> "\n" + TraceFormat.PLAIN.withChecks(true).format(run.timeline()))
                .isEqualTo(String.join("\n", expected));
    }

    public static void check(Run run, String table) {
        check(run, 0, Long.MAX_VALUE / 1_000_000, table);
    }

    private static String tidy(String line) {
        return Arrays.stream(line.split("\\|", -1))
                .map(cell -> cell.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(" | "));
    }

    private static String row(Frame frame, String like) {
        return String.join(
                "|",
                frame.a().state().rfcName(),
                frame.b().state().rfcName(),
                event(frame.facts().getFirst()),
                sent(frame),
                rules(frame, like));
    }

    private static String event(Fact fact) {
        return switch (fact) {
            case Fact.Called(_, var side, var call) -> side + " " + call(call);
            case Fact.Arrived(_, var side, var flight) -> side + " < " + segment(flight.segment());
            case Fact.Entered(_, var side, var flight) ->
                    side + " ... " + segment(flight.segment());
            case Fact.Lost(_, var side, var flight) -> side + " loses " + segment(flight.segment());
            case Fact.Rerouted(_, var side, var flight) ->
                    side + " rerouted " + segment(flight.segment());
            case Fact.TimerFired(_, var side, var kind) -> side + " " + kind;
            case Fact.Crashed(_, var side) -> side + " crashes";
            case Fact.Rebooted(_, var side) -> side + " reboots";
            case Fact.Sent _,
                    Fact.TimerStarted _,
                    Fact.TimerStopped _,
                    Fact.RuleFired _,
                    Fact.StateChanged _,
                    Fact.Told _,
                    Fact.CableChanged _,
                    Fact.NetworkChanged _,
                    Fact.OptionsChanged _ ->
                    fact.toString();
        };
    }

    private static String call(TcpEvent.UserCall call) {
        return switch (call) {
            case TcpEvent.Open open -> open.active() ? "OPEN active" : "OPEN passive";
            case TcpEvent.Send _ -> "SEND";
            case TcpEvent.Receive _ -> "RECEIVE";
            case TcpEvent.StopReading _ -> "stops reading";
            case TcpEvent.Close _ -> "CLOSE";
            case TcpEvent.Abort _ -> "ABORT";
            case TcpEvent.Status _ -> "STATUS";
        };
    }

    private static String sent(Frame frame) {
        return frame.facts().stream()
                .filter(Fact.Sent.class::isInstance)
                .map(Fact.Sent.class::cast)
                .map(sent -> sent.side() + " " + segment(sent.flight().segment()))
                .collect(Collectors.joining(", "));
    }

    private static String segment(Segment segment) {
        StringBuilder line = new StringBuilder("SEQ=");
        line.append(SequenceNumbers.toUnsigned(segment.seq()));
        if (segment.flags().ack()) {
            line.append(" ACK=").append(SequenceNumbers.toUnsigned(segment.ack()));
        }
        if (!segment.text().isEmpty()) {
            line.append(" DATA=").append(segment.text().length());
        }
        return line.append(" CTL=").append(segment.flags().without(Flags.PSH)).toString();
    }

    private static String rules(Frame frame, String like) {
        String expected = like.substring(like.lastIndexOf('|') + 1);
        List<String> named = List.of(expected.strip().split(" "));
        return frame.facts().stream()
                .filter(Fact.RuleFired.class::isInstance)
                .map(fact -> ((Fact.RuleFired) fact).firing().rule())
                .filter(rule -> named.contains(rule.id()) || !keepsBooks(rule))
                .map(Rule::id)
                .collect(Collectors.joining(" "));
    }

    /** Rules of sending and those that hold everywhere only accompany what the figures show. */
    private static boolean keepsBooks(Rule rule) {
        return rule.name().startsWith("P_")
                || rule.name().startsWith("G_")
                || KEEPS_BOOKS.contains(rule);
    }
}
