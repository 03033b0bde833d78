package dev.handshakelab.scenario;

import java.util.Locale;

/** The chapters of the scenario library, in teaching order. */
public enum Chapter {
    OPENING,
    CLOSING,
    LOSS_AND_DELAY,
    CROSSING,
    HALF_OPEN_AND_RESET,
    NUMBERS_AND_WINDOWS,
    ATTACKS,
    ENDLESS_WAITING,
    RFC_FIGURES,
    /** Scenarios for the rules that no story before shows. */
    MORE_RULES,
    /** Scenarios of the user that name no chapter. */
    OWN;

    /** The name in scenario files: {@code loss and delay}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The key of its title in the message bundles: {@code chapter.lossAndDelay}. */
    public String key() {
        StringBuilder key = new StringBuilder("chapter.");
        boolean upper = false;
        for (char letter : name().toCharArray()) {
            if (letter == '_') {
                upper = true;
            } else {
                key.append(upper ? letter : Character.toLowerCase(letter));
                upper = false;
            }
        }
        return key.toString();
    }
}
