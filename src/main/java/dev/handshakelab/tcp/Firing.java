package dev.handshakelab.tcp;

import java.util.List;

/**
 * One rule that fired within a transition.
 *
 * @param rule the rule
 * @param checks the conditions it asked, all of them true, with their values
 * @param assignments the variables it changed, in order
 * @param from the state in which it fired
 * @param to the state in which it left the connection; the same as {@code from} for most rules
 */
public record Firing(
        Rule rule, List<Check> checks, List<Assignment> assignments, TcpState from, TcpState to) {
    public Firing {
        checks = List.copyOf(checks);
        assignments = List.copyOf(assignments);
    }

    public boolean changesState() {
        return from != to;
    }
}
