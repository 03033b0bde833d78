package dev.handshakelab.view.terms;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.view.text.Messages;
import java.util.Locale;

/**
 * All the names of a state together, and what it means.
 *
 * @param state the state
 * @param english its name in plain English
 * @param chinese its name in Chinese textbooks, whatever the language of the program
 * @param socket how socket tools spell it, for example {@code SYN_RECV}
 * @param summary what it is, a sentence in the language of the program
 * @param waitsFor what ends it, in the language of the program
 */
public record StateNames(
        TcpState state,
        String english,
        String chinese,
        String socket,
        String summary,
        String waitsFor) {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Messages CHINESE = new Messages(Locale.SIMPLIFIED_CHINESE);

    /** The names of a state, in the language of the moment. */
    public static StateNames of(TcpState state, Messages messages) {
        String key = "state." + state.rfcName();
        return new StateNames(
                state,
                ENGLISH.get(key + ".name"),
                CHINESE.get(key + ".name"),
                messages.get(key + ".socket"),
                messages.get(key + ".summary"),
                messages.get(key + ".waitsFor"));
    }

    /** All of it as one text, for screen readers. */
    public String spoken(Messages messages) {
        return messages.get(
                "glossary.state.all",
                state.rfcName(),
                messages.get("glossary.state.chinese"),
                chinese,
                messages.get("glossary.state.socket"),
                socket,
                summary,
                messages.get("glossary.state.waitsFor"),
                waitsFor);
    }
}
