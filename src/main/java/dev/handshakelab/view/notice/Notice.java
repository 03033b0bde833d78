package dev.handshakelab.view.notice;

import dev.handshakelab.view.text.Messages;
import java.util.function.Function;

/**
 * A message that stays until it is dismissed.
 *
 * @param kind how bad it is
 * @param text what it says, in the language of the moment
 */
public record Notice(Kind kind, Function<Messages, String> text) {
    /** How bad a message is. */
    public enum Kind {
        INFO,
        PROBLEM
    }

    /** A message from a key of the bundles and its arguments. */
    public static Notice of(Kind kind, String key, Object... args) {
        return new Notice(kind, messages -> messages.get(key, args));
    }
}
