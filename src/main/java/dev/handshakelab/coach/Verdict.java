package dev.handshakelab.coach;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with an attempt.
 *
 * @param findings in the order in which an endpoint works: segment, state, timers; empty: it is
 *     right
 */
public record Verdict(List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean isRight() {
        return findings.isEmpty();
    }

    /**
     * A hint for the first thing that is wrong or not decided yet.
     *
     * @param degree how much it may tell
     * @return empty if nothing is wrong
     */
    public Optional<Hint> hint(Hint.Degree degree) {
        return findings.stream().findFirst().map(about -> new Hint(degree, about));
    }
}
