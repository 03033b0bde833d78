package dev.handshakelab.view.coach;

import dev.handshakelab.coach.TimerMove;
import dev.handshakelab.view.text.Messages;
import org.jspecify.annotations.Nullable;

/** What the learner wants a timer to do. */
enum TimerChoice {
    UNTOUCHED(null),
    STARTS(TimerMove.STARTS),
    STOPS(TimerMove.STOPS);

    private final @Nullable TimerMove move;

    TimerChoice(@Nullable TimerMove move) {
        this.move = move;
    }

    @Nullable TimerMove move() {
        return move;
    }

    static TimerChoice of(@Nullable TimerMove move) {
        for (TimerChoice choice : values()) {
            if (choice.move == move) {
                return choice;
            }
        }
        return UNTOUCHED;
    }

    String text(Messages messages) {
        return messages.get("coach.timer." + name());
    }
}
