package dev.handshakelab.view.touch;

import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the segments yet to come a fault is to hit. */
public enum FaultTarget {
    SYN(Flags.SYN, Flags.ACK, null),
    SYN_ACK(Flags.SYN_ACK, Flags.NONE, null),
    /** Nothing but an acknowledgment. */
    ACK(Flags.ACK, Flags.SYN.with(Flags.FIN).with(Flags.RST), false),
    DATA(Flags.NONE, Flags.RST, true),
    FIN(Flags.FIN, Flags.NONE, null),
    RST(Flags.RST, Flags.NONE, null);

    private final Flags on;
    private final Flags off;
    private final @Nullable Boolean withText;

    FaultTarget(Flags on, Flags off, @Nullable Boolean withText) {
        this.on = on;
        this.off = off;
        this.withText = withText;
    }

    /** The rule that does something to the next such segment of a host. */
    public FaultRule next(Side from, Verdict verdict) {
        return new FaultRule(
                new Match(from, on, off, withText, null, Set.of(1), 0, Long.MAX_VALUE), verdict);
    }
}
