package dev.handshakelab.capture;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an event may take a host from a state.
 *
 * @param hops the states that it enters; none if it stays
 * @param cost how much must be assumed for it: 0 for what the rules say, more for what is rare
 */
record Move(List<Hop> hops, int cost) {
    /** What the rules say. */
    static final int RULE = 0;

    /** What hosts do now and then. */
    static final int RARE = 1;

    /** What only some hosts do. */
    static final int PECULIAR = 2;

    /** Something that left no trace: a timeout, a crash, a call without a segment. */
    static final int UNSEEN = 6;

    /** Against the rules. */
    static final int CONTRADICTION = 40;

    /**
     * A state that is entered.
     *
     * @param rule why; null if nobody knows
     * @param unseen whether it happened some time before the event, without a trace
     */
    record Hop(TcpState to, @Nullable Rule rule, boolean unseen) {}

    Move {
        hops = List.copyOf(hops);
    }

    static Move stay(int cost) {
        return new Move(List.of(), cost);
    }

    static Move to(TcpState state, Rule rule) {
        return to(state, rule, RULE);
    }

    static Move to(TcpState state, @Nullable Rule rule, int cost) {
        return new Move(List.of(new Hop(state, rule, false)), cost);
    }

    /** Two states at once. */
    static Move through(TcpState first, Rule why, TcpState second, Rule whyThen) {
        return new Move(List.of(new Hop(first, why, false), new Hop(second, whyThen, false)), RULE);
    }

    /** The connection had ended before without a trace; then this. */
    Move afterUnseenEnd(int moreCost) {
        List<Hop> all = new ArrayList<>();
        all.add(new Hop(TcpState.CLOSED, null, true));
        all.addAll(hops);
        return new Move(all, cost + moreCost);
    }

    /** Another state had been entered before without a trace; then this. */
    Move after(TcpState entered) {
        List<Hop> all = new ArrayList<>();
        all.add(new Hop(entered, null, true));
        all.addAll(hops);
        return new Move(all, cost + CONTRADICTION);
    }

    /** The state afterwards. */
    TcpState end(TcpState start) {
        return hops.isEmpty() ? start : hops.getLast().to();
    }
}
