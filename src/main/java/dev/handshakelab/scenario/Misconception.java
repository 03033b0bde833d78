package dev.handshakelab.scenario;

import java.util.List;

/**
 * Something that is often said about TCP and is wrong, and where a scenario shows it.
 *
 * @param id {@code M} and a number, such as {@code M3}
 * @param scenario the id of the scenario whose run refutes the claim
 * @param also the ids of other scenarios worth a look; may be empty
 * @param moment where that scenario's run refutes the claim
 */
public record Misconception(String id, String scenario, List<String> also, Moment moment) {
    public Misconception {
        also = List.copyOf(also);
    }

    /** The parts of its text. */
    public enum Part {
        /** What is said. */
        CLAIM("claim"),
        /** What is true. */
        TRUTH("truth"),
        /** What to look at in the moment that refutes the claim. */
        MOMENT("moment");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /** The key of a text in the message bundles, for example {@code myth.M3.claim}. */
    public String key(Part part) {
        return "myth." + id + "." + part.word;
    }
}
