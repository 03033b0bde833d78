package dev.handshakelab.scenario;

import java.io.Serial;

/** A scenario file cannot be used. The text for people is made of {@link #problem()}. */
public final class ScenarioException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ScenarioException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
