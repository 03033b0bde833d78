package dev.handshakelab.quiz;

import org.jspecify.annotations.Nullable;

/**
 * One answer that is offered.
 *
 * @param answer the value
 * @param mistake what somebody believes who chooses it; null if it is right
 */
public record Choice(Answer answer, @Nullable Mistake mistake) {
    public boolean isRight() {
        return mistake == null;
    }
}
