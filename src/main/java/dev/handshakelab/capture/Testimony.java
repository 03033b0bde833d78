package dev.handshakelab.capture;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this program wrote beside a packet when it exported a run: how the host that captured it
 * stood. It comes from a file like everything else, so it only counts as long as it contradicts
 * neither itself nor the segments.
 *
 * @param before changes since the packet before, which left no segment
 * @param with changes together with the packet
 * @param state the state afterwards
 * @param variants what was replaced in the rules of that host; empty if it spoke TCP
 */
public record Testimony(
        List<Change> before, List<Change> with, TcpState state, Set<Variant> variants) {
    public Testimony {
        before = List.copyOf(before);
        with = List.copyOf(with);
        variants = Set.copyOf(variants);
    }

    /** What became of the testimony about a host. */
    public enum Worth {
        /** There is none. */
        NONE,
        BELIEVED,
        /** It contradicts itself or the segments; the states are inferred as without it. */
        CONTRADICTED,
        /**
         * None about this host, but what is said of its peer no segment shows, or is not TCP: then
         * nothing can be inferred of this one.
         */
        OTHER_RULES
    }

    /**
     * A change of state.
     *
     * @param rule why; null for a crash
     */
    public record Change(TcpState from, TcpState to, @Nullable Rule rule) {}

    /** The state just before the packet. */
    TcpState stateBeforePacket() {
        return with.isEmpty() ? state : with.getFirst().from();
    }

    /** The state before everything that is told here. */
    TcpState stateAtFirst() {
        return before.isEmpty() ? stateBeforePacket() : before.getFirst().from();
    }

    /**
     * What a packet did.
     *
     * @param isFirst whether the story begins with it: what was before is then not part of it
     */
    Move move(boolean isFirst) {
        List<Move.Hop> hops = new ArrayList<>();
        if (!isFirst) {
            before.forEach(change -> hops.add(new Move.Hop(change.to(), change.rule(), true)));
        }
        with.forEach(change -> hops.add(new Move.Hop(change.to(), change.rule(), false)));
        return new Move(hops, Move.RULE);
    }

    /** Whether a host may have passed any of these states with the packet. */
    boolean passes(Set<TcpState> states) {
        return states.contains(stateBeforePacket())
                || with.stream().anyMatch(change -> states.contains(change.to()));
    }
}
