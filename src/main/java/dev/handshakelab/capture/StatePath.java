package dev.handshakelab.capture;

import dev.handshakelab.tcp.TcpState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states of one host that explain all its events with the fewest assumptions. Every event has a
 * cost in every state; the cheapest ways through all events are found from the first to the last,
 * and back. Where all cheapest ways agree, the state is known; where they differ, it is not.
 *
 * @param states which states are possible before the first event, and after each
 * @param steps what each event did; null where that is not known
 * @param facts what each segment means to the host
 */
record StatePath(List<Set<TcpState>> states, List<@Nullable Step> steps, List<SegmentFacts> facts) {
    private static final TcpState[] ALL = TcpState.values();
    private static final int NEVER = Integer.MAX_VALUE / 4;

    /** Before a capture that shows a SYN first, an old connection may have been there. */
    private static final int LEFTOVER = 3;

    /**
     * What an event did.
     *
     * @param from the state before
     * @param move where it led
     */
    record Step(TcpState from, Move move) {}

    /** Finds the states by the segments alone. */
    static StatePath of(List<HostEvent> events) {
        return of(events, false);
    }

    /**
     * Finds the states.
     *
     * @param isTold whether what the file itself says of the states counts; it must be consistent
     */
    static StatePath of(List<HostEvent> events, boolean isTold) {
        List<SegmentFacts> facts = HostNumbers.of(events);
        int count = events.size();
        List<Moves> moves = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            moves.add(moves(events.get(i), facts.get(i), i == 0, isTold));
        }
        int[][] costs = new int[count + 1][];
        costs[0] = beginning(events);
        for (int i = 0; i < count; i++) {
            costs[i + 1] = new int[ALL.length];
            Arrays.fill(costs[i + 1], NEVER);
            for (TcpState state : ALL) {
                int cost = costs[i][state.ordinal()];
                if (cost < NEVER) {
                    for (Move move : moves.get(i).from(state)) {
                        int end = move.end(state).ordinal();
                        costs[i + 1][end] = Math.min(costs[i + 1][end], cost + move.cost());
                    }
                }
            }
        }
        return backwards(moves, facts, costs);
    }

    /** What an event may do in each state. */
    @FunctionalInterface
    private interface Moves {
        List<Move> from(TcpState state);
    }

    private static StatePath backwards(List<Moves> moves, List<SegmentFacts> facts, int[][] costs) {
        int count = moves.size();
        List<Set<TcpState>> states = new ArrayList<>();
        List<@Nullable Step> steps = new ArrayList<>();
        Set<TcpState> after = cheapest(costs[count]);
        states.add(after);
        for (int i = count - 1; i >= 0; i--) {
            Set<TcpState> before = EnumSet.noneOf(TcpState.class);
            List<Step> ways = new ArrayList<>();
            for (TcpState state : ALL) {
                int cost = costs[i][state.ordinal()];
                if (cost >= NEVER) {
                    continue;
                }
                for (Move move : moves.get(i).from(state)) {
                    TcpState end = move.end(state);
                    if (after.contains(end) && cost + move.cost() == costs[i + 1][end.ordinal()]) {
                        before.add(state);
                        ways.add(new Step(state, move));
                    }
                }
            }
            steps.add(agreed(ways));
            states.add(before);
            after = before;
        }
        return new StatePath(states.reversed(), steps.reversed(), facts);
    }

    private static @Nullable Step agreed(List<Step> ways) {
        Step first = ways.getFirst();
        boolean same =
                ways.stream()
                        .allMatch(way ->
                                way.from() == first.from()
                                        && way.move().end(way.from())
                                                == first.move().end(first.from()));
        return same ? first : null;
    }

    private static Moves moves(
            HostEvent event, SegmentFacts facts, boolean isFirst, boolean isTold) {
        Testimony testimony = isTold ? Witness.of(event) : null;
        if (testimony != null) {
            TcpState start = isFirst ? testimony.stateBeforePacket() : testimony.stateAtFirst();
            Move told = testimony.move(isFirst);
            // What was before and nobody told leads there as well, but without a trace.
            Move jump = told.after(start);
            return state -> List.of(state == start ? told : jump);
        }
        return switch (facts) {
            case SegmentFacts.Sent sent -> state -> SendMoves.of(state, event.segment(), sent);
            case SegmentFacts.Received received ->
                    state ->
                            ArrivalMoves.of(
                                    state,
                                    event.segment(),
                                    received,
                                    event.certain() || event.proven());
        };
    }

    /** With a SYN, a connection begins; anything else comes from one that was there before. */
    private static int[] beginning(List<HostEvent> events) {
        int[] costs = new int[ALL.length];
        if (events.isEmpty()) {
            return costs;
        }
        var flags = events.getFirst().segment().flags();
        boolean begins = flags.syn() && !flags.ack();
        for (TcpState state : ALL) {
            boolean early =
                    switch (state) {
                        case CLOSED, LISTEN -> true;
                        case SYN_SENT,
                                SYN_RECEIVED,
                                ESTABLISHED,
                                FIN_WAIT_1,
                                FIN_WAIT_2,
                                CLOSE_WAIT,
                                CLOSING,
                                LAST_ACK,
                                TIME_WAIT ->
                                false;
                    };
            costs[state.ordinal()] = early == begins ? 0 : LEFTOVER;
        }
        return costs;
    }

    private static Set<TcpState> cheapest(int[] costs) {
        int least = Arrays.stream(costs).min().orElse(NEVER);
        Set<TcpState> states = EnumSet.noneOf(TcpState.class);
        for (TcpState state : ALL) {
            if (costs[state.ordinal()] == least) {
                states.add(state);
            }
        }
        return states;
    }
}
