package dev.handshakelab.tcp;

import java.util.List;

/**
 * What one event did to an endpoint, with its reasons.
 *
 * @param before the control block before the event
 * @param event what happened
 * @param after the control block after it
 * @param firings the rules that fired, in order
 * @param emissions the segments sent, in order
 * @param signals what the user is told, in order
 */
public record Transition(
        Tcb before,
        TcpEvent event,
        Tcb after,
        List<Firing> firings,
        List<Emission> emissions,
        List<Signal> signals) {
    public Transition {
        firings = List.copyOf(firings);
        emissions = List.copyOf(emissions);
        signals = List.copyOf(signals);
    }

    /** The rules that fired, in order. */
    public List<Rule> rules() {
        return firings.stream().map(Firing::rule).toList();
    }

    public boolean changesState() {
        return before.state() != after.state();
    }
}
