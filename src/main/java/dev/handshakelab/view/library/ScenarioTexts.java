package dev.handshakelab.view.library;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.view.text.Messages;

/** The texts of a scenario: those that its file brings, otherwise those of the message bundles. */
public final class ScenarioTexts {
    private ScenarioTexts() {}

    /** A few words; the id if there are none. */
    public static String title(Scenario scenario, Messages messages) {
        String title = text(scenario, Part.TITLE, messages);
        return title.isBlank() ? scenario.id() : title;
    }

    /** A part of the text in the language of the moment; empty if there is none. */
    public static String text(Scenario scenario, Part part, Messages messages) {
        LocalText own = scenario.texts().get(part);
        if (own != null) {
            return own.in(messages.getLocale().getLanguage());
        }
        String key = scenario.key(part);
        return messages.has(key) ? messages.get(key) : "";
    }
}
