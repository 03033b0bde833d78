package dev.handshakelab.tcp;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition that a rule asked, with the values it saw. The machine decides by {@link #holds()} of
 * this very object.
 */
public sealed interface Check {
    /** Whether the condition is true. */
    boolean holds();

    /**
     * How two neighbours of a {@link Comparison} are compared; {@code =<} and {@code >=} are the
     * RFC's signs.
     */
    enum Relation {
        LT("<"),
        LE("=<"),
        EQ("="),
        NE("≠"),
        GT(">"),
        GE(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** The sign as the RFC writes it. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A named value.
     *
     * @param expression a variable's RFC name or an expression of such, {@code RCV.NXT+RCV.WND}; a
     *     bare number has its digits here
     * @param value the value; a sequence number as 0 to 4294967295
     */
    record Term(String expression, long value) {
        @Override
        public String toString() {
            return expression.equals(Long.toString(value)) ? expression : expression + "=" + value;
        }
    }

    /**
     * A chain of comparisons such as {@code SND.UNA=100 < SEG.ACK=101 =< SND.NXT=101}.
     *
     * @param modular whether the terms are sequence numbers, compared modulo 2^32
     * @param terms at least one
     * @param relations one fewer than terms
     */
    record Comparison(boolean modular, List<Term> terms, List<Relation> relations)
            implements Check {
        public Comparison {
            terms = List.copyOf(terms);
            relations = List.copyOf(relations);
            if (terms.size() != relations.size() + 1) {
                throw new IllegalArgumentException(terms + " " + relations);
            }
        }

        @Override
        public boolean holds() {
            for (int i = 0; i < relations.size(); i++) {
                if (!compare(terms.get(i).value(), relations.get(i), terms.get(i + 1).value())) {
                    return false;
                }
            }
            return true;
        }

        private boolean compare(long left, Relation relation, long right) {
            int order = modular ? (int) left - (int) right : Long.compare(left, right);
            return switch (relation) {
                case LT -> order < 0;
                case LE -> order <= 0;
                case EQ -> order == 0;
                case NE -> order != 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }

        public Comparison lt(Variable variable, long value) {
            return and(Relation.LT, variable.rfcName(), value);
        }

        public Comparison le(Variable variable, long value) {
            return and(Relation.LE, variable.rfcName(), value);
        }

        public Comparison gt(Variable variable, long value) {
            return and(Relation.GT, variable.rfcName(), value);
        }

        public Comparison eq(Variable variable, long value) {
            return and(Relation.EQ, variable.rfcName(), value);
        }

        /** This chain with one more term. */
        public Comparison and(Relation relation, String expression, long value) {
            List<Term> moreTerms = new ArrayList<>(terms);
            moreTerms.add(term(modular, expression, value));
            List<Relation> moreRelations = new ArrayList<>(relations);
            moreRelations.add(relation);
            return new Comparison(modular, moreTerms, moreRelations);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(terms.getFirst().toString());
            for (int i = 0; i < relations.size(); i++) {
                text.append(' ')
                        .append(relations.get(i).sign())
                        .append(' ')
                        .append(terms.get(i + 1));
            }
            return text.toString();
        }
    }

    /** Whether a control bit of the segment is on ({@code expected} true) or off. */
    record FlagTest(Flags flags, Flags bit, boolean expected) implements Check {
        @Override
        public boolean holds() {
            return flags.has(bit) == expected;
        }

        @Override
        public String toString() {
            return bit + (expected ? " on" : " off");
        }
    }

    /** A yes-or-no question about the control block. */
    record Question(Condition condition, boolean answer) implements Check {
        @Override
        public boolean holds() {
            return answer;
        }

        @Override
        public String toString() {
            return condition.name();
        }
    }

    /** What a {@link Question} asks. */
    enum Condition {
        /** The connection was opened passively (MUST-11). */
        OPENED_PASSIVELY,
        /** The connection was opened actively. */
        OPENED_ACTIVELY,
        /** The OPEN names a remote socket. */
        REMOTE_GIVEN,
        /** The OPEN names no remote socket. */
        REMOTE_MISSING,
        /** Our FIN has been sent and acknowledged. */
        FIN_ACKNOWLEDGED,
        /** Our FIN is not acknowledged yet. */
        FIN_NOT_ACKNOWLEDGED,
        /** Nothing was sent or queued for sending. */
        NOTHING_QUEUED,
        /** SENDs are queued. */
        SENDS_QUEUED,
        /** CLOSE has been accepted. */
        CLOSE_REQUESTED,
        /** The retransmission queue is empty. */
        QUEUE_EMPTY,
        /** All text before the FIN has been consumed. */
        TEXT_COMPLETE,
        /** Received data waits for the user. */
        DATA_ON_HAND,
        /** Nothing is left to read. */
        NOTHING_ON_HAND,
        /** The user has given up reading ({@code close()} of a socket). */
        USER_NOT_READING,
        /** The connection came from a SYN in TIME-WAIT. */
        FROM_TIME_WAIT
    }

    /** Begins a comparison of sequence numbers. */
    static Comparison sequence(Variable variable, int value) {
        return sequence(variable.rfcName(), value);
    }

    /** Begins a comparison of sequence numbers with an expression. */
    static Comparison sequence(String expression, int value) {
        return new Comparison(true, List.of(term(true, expression, value)), List.of());
    }

    /** Begins a comparison of plain numbers: windows, lengths, times. */
    static Comparison number(Variable variable, long value) {
        return number(variable.rfcName(), value);
    }

    /** Begins a comparison of plain numbers with an expression. */
    static Comparison number(String expression, long value) {
        return new Comparison(false, List.of(term(false, expression, value)), List.of());
    }

    private static Term term(boolean modular, String expression, long value) {
        return new Term(expression, modular ? value & 0xffff_ffffL : value);
    }
}
