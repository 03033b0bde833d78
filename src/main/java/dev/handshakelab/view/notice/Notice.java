package dev.handshakelab.view.notice;

import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.function.Function;

/**
 * A message that stays until it is dismissed.
 *
 * @param kind how bad it is
 * @param text what it says, in the language of the moment
 * @param actions what can be done about it; a message with some is not pushed out by newer ones
 */
public record Notice(Kind kind, Function<Messages, String> text, List<Action> actions) {
    /** How bad a message is. */
    public enum Kind {
        INFO,
        PROBLEM
    }

    /**
     * Something to do about a message, which goes away then.
     *
     * @param key the key of its name
     */
    public record Action(String key, Runnable run) {}

    public Notice {
        actions = List.copyOf(actions);
    }

    /** A message about which nothing is to be done. */
    public Notice(Kind kind, Function<Messages, String> text) {
        this(kind, text, List.of());
    }

    /** A message from a key of the bundles and its arguments. */
    public static Notice of(Kind kind, String key, Object... args) {
        return new Notice(kind, messages -> messages.get(key, args));
    }
}
