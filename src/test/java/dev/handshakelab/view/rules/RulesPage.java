package dev.handshakelab.view.rules;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.terms.GlossaryController;
import dev.handshakelab.view.terms.GlossaryViewModel;
import dev.handshakelab.view.text.Messages;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The pages as the window shows them. */
public final class RulesPage {
    private RulesPage() {}

    static Parent rules(RulesViewModel model, Messages messages) {
        var views = new Views(messages);
        views.register(RulesController.class, () -> new RulesController(model, messages));
        return views.load(Objects.requireNonNull(RulesController.class.getResource("Rules.fxml")));
    }

    /** The glossary. */
    public static Parent glossary(GlossaryViewModel model, Messages messages) {
        var views = new Views(messages);
        views.register(GlossaryController.class, () -> new GlossaryController(model));
        return views.load(
                Objects.requireNonNull(GlossaryController.class.getResource("Glossary.fxml")));
    }

    /** A scene in the look of the window; {@code theme} is light or dark. */
    public static Scene scene(Parent root, String theme, double width, double height) {
        Look.loadFonts();
        var scene = new Scene(root, width, height);
        for (String sheet : new String[] {theme + ".css", "base.css"}) {
            scene.getStylesheets()
                    .add(
                            Objects.requireNonNull(
                                            Messages.class.getResource(
                                                    "/dev/handshakelab/view/theme/" + sheet))
                                    .toExternalForm());
        }
        Application.setUserAgentStylesheet(
                theme.equals("dark")
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        return scene;
    }
}
