package dev.handshakelab.sim;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.EndpointConfig;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.Side;
import java.util.List;

/**
 * Everything that a simulation starts from.
 *
 * @param a the left host
 * @param b the right host
 * @param link the network between them
 * @param faults what the network does to segments, in order: the first rule that decides wins
 * @param script what applications, network and outsiders do
 * @param untilNanos when to stop at the latest, virtual time
 * @param maxSteps how many steps to make at most
 */
public record Plan(
        Host a,
        Host b,
        Link link,
        List<FaultRule> faults,
        List<ScriptStep> script,
        long untilNanos,
        int maxSteps) {
    public Plan {
        faults = List.copyOf(faults);
        script = List.copyOf(script);
    }

    /**
     * A host.
     *
     * @param info who it is
     * @param endpoint its TCP endpoint
     */
    public record Host(HostInfo info, EndpointConfig endpoint) {
        Host asTcp() {
            return new Host(info, endpoint.withOptions(plain(endpoint.options())));
        }
    }

    /**
     * The network.
     *
     * @param delayNanos one-way delay, 0 or more
     * @param jitterNanos how much may be added at random, 0 or more
     * @param seed where the random numbers begin
     */
    public record Link(long delayNanos, long jitterNanos, long seed) {
        public Link {
            if (delayNanos < 0 || jitterNanos < 0) {
                throw new IllegalArgumentException(
                        "delay " + delayNanos + ", jitter " + jitterNanos);
            }
        }
    }

    public Host host(Side side) {
        return side == Side.A ? a : b;
    }

    /**
     * The same plan with TCP as it is: no counterfactual rules, everything else equal. A plan that
     * has none is returned equal.
     */
    public Plan asTcp() {
        List<ScriptStep> plainScript = script.stream().map(Plan::asTcp).toList();
        return new Plan(a.asTcp(), b.asTcp(), link, faults, plainScript, untilNanos, maxSteps);
    }

    private static ScriptStep asTcp(ScriptStep step) {
        return step.action() instanceof Action.SetOptions(Side side, var options)
                ? new ScriptStep(
                        step.trigger(),
                        step.afterNanos(),
                        new Action.SetOptions(side, plain(options)))
                : step;
    }

    private static TcpOptions plain(TcpOptions options) {
        TcpOptionsBuilder builder = options.toBuilder();
        options.variants().forEach(builder::without);
        return builder.build();
    }
}
