package dev.handshakelab.coach;

/**
 * Help for one thing that is wrong or missing.
 *
 * @param degree how much it tells
 * @param about what it is about
 */
public record Hint(Degree degree, Finding about) {
    /** How much a hint tells; each degree tells more than the one before. */
    public enum Degree {
        /** The section of the RFC and the rule that decide. */
        RULE,
        /** The variable or the check that matters. */
        VARIABLE,
        /** The value itself. */
        VALUE
    }
}
