package dev.handshakelab.sim;

import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.List;

/**
 * Two hosts and the network at one moment of virtual time; immutable. Keeping an old world is all
 * it takes to begin another story from there. {@link Simulation} makes the next one.
 *
 * @param plan what it started from
 * @param nowNanos virtual time
 * @param steps how many steps were made: the index of the frame that led here
 * @param a the left host
 * @param b the right host
 * @param network what lies between them
 * @param script how far the script has come
 * @param nextNumber the next insertion number: of pending things at the same time the one inserted
 *     first happens first
 * @param untilNanos no step happens later than this
 * @param maxSteps no more steps than this
 */
public record World(
        Plan plan,
        long nowNanos,
        int steps,
        HostState a,
        HostState b,
        NetworkState network,
        ScriptState script,
        long nextNumber,
        long untilNanos,
        int maxSteps) {
    public HostState host(Side side) {
        return side == Side.A ? a : b;
    }

    public Tcb tcb(Side side) {
        return host(side).tcb();
    }

    /** The segments on their way, in the order of departure; held ones too. */
    public List<Flight> inTransit() {
        return network.transit().stream().map(NetworkState.Transit::flight).toList();
    }

    World withScript(ScriptState newScript, long newNextNumber) {
        return new World(
                plan,
                nowNanos,
                steps,
                a,
                b,
                network,
                newScript,
                newNextNumber,
                untilNanos,
                maxSteps);
    }

    /** The same world that may go on for this much longer than the plan foresaw. */
    World extended(long moreNanos, int moreSteps) {
        return new World(
                plan,
                nowNanos,
                steps,
                a,
                b,
                network,
                script,
                nextNumber,
                Math.max(untilNanos, Clock.later(nowNanos, moreNanos)),
                (int) Math.min(Integer.MAX_VALUE, Math.max(maxSteps, (long) steps + moreSteps)));
    }
}
