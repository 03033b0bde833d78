package dev.handshakelab.capture;

import java.util.Arrays;

/** Reading stops here; never leaves this package. */
final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CaptureProblem problem;

    StoppedException(CaptureProblem.Kind kind, long byteOffset, long... arguments) {
        super(kind.name(), null, false, false);
        problem = new CaptureProblem(kind, byteOffset, Arrays.stream(arguments).boxed().toList());
    }

    CaptureProblem problem() {
        return problem;
    }
}
