package dev.handshakelab.sim;

import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Tcb;
import java.util.List;

/** Answers whether a condition is true of a world. */
public final class Conditions {
    private Conditions() {}

    /** Whether a condition is true now. */
    public static boolean holds(World world, Condition condition) {
        return switch (condition) {
            case Condition.InState(var side, var state) -> world.tcb(side).state() == state;
            case Condition.WasInState(var side, var state) ->
                    world.host(side).statesSeen().contains(state);
            case Condition.Delivered(var side, int octets) ->
                    world.host(side).delivered().octets() >= octets;
            case Condition.DeliveredText(var side, var text) ->
                    isExactly(world.host(side).delivered(), Octets.utf8(text));
            case Condition.HasSent(var side, var flags, int count) ->
                    world.host(side).sent().having(flags) >= count;
            case Condition.HasReceived(var side, var flags, int count) ->
                    world.host(side).received().having(flags) >= count;
            case Condition.AllAcknowledged(var side) -> isAllAcknowledged(world.tcb(side));
            case Condition.NetworkEmpty() -> world.network().transit().isEmpty();
            case Condition.Not(var other) -> !holds(world, other);
        };
    }

    /** Whether all of them are true now. */
    public static boolean holdAll(World world, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (!holds(world, condition)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExactly(Delivered delivered, Octets text) {
        // The length first: joining everything that was delivered is dear, and rarely needed.
        return delivered.octets() == text.length() && delivered.all().equals(text);
    }

    private static boolean isAllAcknowledged(Tcb tcb) {
        return tcb.send().una() == tcb.send().nxt()
                && tcb.retransmissionQueue().isEmpty()
                && tcb.unsent().isEmpty();
    }
}
