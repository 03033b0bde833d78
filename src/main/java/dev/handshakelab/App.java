package dev.handshakelab;

import java.util.ResourceBundle;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The JavaFX application: opens the main window. */
public final class App extends Application {
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 800;

    /** Called by JavaFX, which needs a public constructor. */
    public App() {}

    @Override
    public void start(Stage stage) {
        var texts = ResourceBundle.getBundle("dev.handshakelab.i18n.messages");
        stage.setTitle(texts.getString("app.name"));
        stage.setScene(
                new Scene(
                        new StackPane(new Label(texts.getString("app.about"))),
                        WIDTH_PX,
                        HEIGHT_PX));
        stage.show();
    }
}
