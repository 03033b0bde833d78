package dev.handshakelab.tcp;

/**
 * An edge of the state diagram: a rule that takes a connection from one state to another.
 *
 * @param from the state before
 * @param to the state after, never the same
 * @param rule the rule that takes the edge; the same pair of states may have several edges
 * @param trigger what kind of event it needs
 * @param inFigure whether figure 5 of RFC 9293 (3.3.2) draws it; the figure is a summary and omits
 *     errors, resets and more
 * @param need what must be switched on before the machine takes it
 */
public record Edge(
        TcpState from, TcpState to, Rule rule, Trigger trigger, boolean inFigure, Need need) {
    public Edge {
        if (from == to) {
            throw new IllegalArgumentException(rule.id() + " stays in " + from.rfcName());
        }
    }

    /** The kinds of events (RFC 9293, 3.10). */
    public enum Trigger {
        USER_CALL,
        SEGMENT,
        TIMEOUT
    }

    /** What an edge needs besides its event. */
    public sealed interface Need {
        /** Nothing: TCP with the RFC's choices takes it. */
        record Nothing() implements Need {}

        /** A switch that is off by default. */
        record SwitchedOn(Switch which) implements Need {}

        /** Another setting that is off by default. */
        record SetTo(Setting setting) implements Need {}

        /** A counterfactual variant: the edge is not TCP. */
        record Counterfactual(Variant variant) implements Need {}
    }

    /** Settings that are more than a switch. */
    public enum Setting {
        /** {@link TcpOptions#timeWaitReuse()} is not NONE. */
        TIME_WAIT_REUSE,
        /** {@link TcpOptions#finWait2TimeoutNanos()} is not 0. */
        FIN_WAIT_2_TIMEOUT
    }

    /** Whether TCP with the RFC's choices takes this edge. */
    public boolean isDefault() {
        return need instanceof Need.Nothing;
    }

    /** Whether these options let the machine take this edge. */
    public boolean isPossibleWith(TcpOptions options) {
        return switch (need) {
            case Need.Nothing _ -> true;
            case Need.SwitchedOn(Switch which) -> options.has(which);
            case Need.Counterfactual(Variant variant) -> options.has(variant);
            case Need.SetTo(Setting setting) ->
                    switch (setting) {
                        case TIME_WAIT_REUSE ->
                                options.timeWaitReuse() != TcpOptions.TimeWaitReuse.NONE;
                        case FIN_WAIT_2_TIMEOUT -> options.finWait2TimeoutNanos() > 0;
                    };
        };
    }
}
