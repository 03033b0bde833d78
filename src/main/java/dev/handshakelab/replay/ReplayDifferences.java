package dev.handshakelab.replay;

import dev.handshakelab.capture.Inferred;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay and its capture differ. Segments are alike if they have the same control bits,
 * relative numbers and length.
 *
 * @param alike how many segments both have
 * @param onlyCaptured segments that the replay has not
 * @param onlyReplayed segments that the capture has not
 * @param statesA the last state of A in the capture and in the replay
 * @param statesB the last state of B in the capture and in the replay
 */
public record ReplayDifferences(
        int alike,
        List<Flight> onlyCaptured,
        List<Flight> onlyReplayed,
        States statesA,
        States statesB) {
    /**
     * The last states of a host.
     *
     * @param captured null: nobody knows
     */
    public record States(@Nullable TcpState captured, TcpState replayed) {
        public boolean differ() {
            return captured != null && captured != replayed;
        }
    }

    /** Control bits, numbers counted from the initial ones, and the length. */
    private record Print(String flags, int seq, int ack, int length) {}

    public ReplayDifferences {
        onlyCaptured = List.copyOf(onlyCaptured);
        onlyReplayed = List.copyOf(onlyReplayed);
    }

    public boolean isNone() {
        return onlyCaptured.isEmpty()
                && onlyReplayed.isEmpty()
                && !statesA.differ()
                && !statesB.differ();
    }

    /**
     * Compares a replay with the connection that it was made of; of what the replay did after the
     * capture had ended, only the states at that moment count.
     *
     * @param incarnation which connection of the capture
     */
    public static ReplayDifferences of(Inferred inferred, int incarnation, Timeline replayed) {
        Exchange captured = Exchange.of(inferred.timeline(), incarnation);
        Exchange again = Exchange.of(replayed, 1);
        long end =
                captured.endsAtNanos()
                        - captured.beginsAtNanos()
                        + captured.flights().getLast().endsAtNanos()
                        - captured.flights().getLast().sentAtNanos();
        List<Flight> onlyCaptured = new ArrayList<>();
        List<Flight> onlyReplayed = new ArrayList<>();
        int alike = 0;
        for (Side side : Side.values()) {
            List<Flight> before = captured.sentBy(side);
            List<Flight> after =
                    again.sentBy(side).stream().filter(one -> one.sentAtNanos() <= end).toList();
            alike +=
                    match(
                            before,
                            prints(before, captured),
                            after,
                            prints(after, again),
                            onlyCaptured,
                            onlyReplayed);
        }
        int lastFrame = frameOf(inferred.timeline(), captured.flights().getLast());
        Frame then = inferred.timeline().frame(lastFrame);
        Frame now = replayed.frame(replayed.indexAt(end));
        return new ReplayDifferences(
                alike,
                onlyCaptured,
                onlyReplayed,
                states(then, now, Side.A),
                states(then, now, Side.B));
    }

    /** The frame in which a segment's way ends, or the last one. */
    private static int frameOf(Timeline timeline, Flight last) {
        return timeline.indexAt(last.endsAtNanos());
    }

    private static States states(Frame captured, Frame replayed, Side side) {
        var view = captured.host(side);
        return new States(
                view.certainty() == Certainty.UNKNOWN ? null : view.state(),
                replayed.host(side).state());
    }

    private static List<Print> prints(List<Flight> flights, Exchange exchange) {
        Map<Side, Integer> bases = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Flight syn = exchange.syn(side);
            bases.put(side, syn == null ? 0 : syn.segment().seq());
        }
        List<Print> prints = new ArrayList<>();
        for (Flight flight : flights) {
            Segment segment = flight.segment();
            prints.add(
                    new Print(
                            segment.flags().without(Flags.PSH).toString(),
                            segment.seq() - bases.getOrDefault(flight.from(), 0),
                            segment.flags().ack()
                                    ? segment.ack() - bases.getOrDefault(flight.to(), 0)
                                    : 0,
                            segment.text().length()));
        }
        return prints;
    }

    /** The longest common sequence; what is not in it, is only on one side. */
    private static int match(
            List<Flight> before,
            List<Print> first,
            List<Flight> after,
            List<Print> second,
            List<Flight> onlyCaptured,
            List<Flight> onlyReplayed) {
        int[][] best = new int[first.size() + 1][second.size() + 1];
        for (int i = first.size() - 1; i >= 0; i--) {
            for (int j = second.size() - 1; j >= 0; j--) {
                best[i][j] =
                        first.get(i).equals(second.get(j))
                                ? best[i + 1][j + 1] + 1
                                : Math.max(best[i + 1][j], best[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            boolean both = i < first.size() && j < second.size();
            if (both && first.get(i).equals(second.get(j))) {
                i++;
                j++;
            } else if (j == second.size() || (both && best[i + 1][j] >= best[i][j + 1])) {
                onlyCaptured.add(before.get(i++));
            } else {
                onlyReplayed.add(after.get(j++));
            }
        }
        return best[0][0];
    }
}
