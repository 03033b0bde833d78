package dev.handshakelab.tcp;

/**
 * A change of one variable of the control block.
 *
 * @param variable what changed
 * @param expression where the new value comes from, in the RFC's names: {@code SEG.ACK}
 * @param before the value before; sequence numbers as 0 to 4294967295, times in nanoseconds
 * @param after the value after
 */
public record Assignment(Variable variable, String expression, long before, long after) {
    @Override
    public String toString() {
        return variable.rfcName() + " <- " + expression + " = " + after;
    }
}
