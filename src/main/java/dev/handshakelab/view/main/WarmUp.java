package dev.handshakelab.view.main;

import dev.handshakelab.view.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import javafx.fxml.FXMLLoader;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What lasts only the first time, done while JavaFX starts and on other threads than its own, so
 * that the window need not wait for it. All of it can be left out, and then comes later.
 *
 * <p>No control may be made here: the first one waits until JavaFX has started.
 */
public final class WarmUp {
    /** Like the files of the program, with nodes that are no controls. */
    private static final String VIEW =
            """
            <?import javafx.scene.layout.*?>
            <StackPane xmlns="http://javafx.com/javafx" xmlns:fx="http://javafx.com/fxml" styleClass="a,b">
                <VBox fx:id="box" id="c"><HBox VBox.vgrow="ALWAYS" minWidth="1" visible="false"/></VBox>
            </StackPane>
            """;

    private static final String FAMILY = "Noto Sans SC";
    private static final double SIZE_PX = 14;

    private WarmUp() {}

    /** Reads the texts of all languages: a state is named in each. */
    public static void messages() {
        for (Locale language : Messages.LOCALES) {
            new Messages(language).get("app.name");
        }
    }

    /** Reads a small view. */
    public static void views() {
        try (InputStream in = new ByteArrayInputStream(VIEW.getBytes(StandardCharsets.UTF_8))) {
            new FXMLLoader().load(in);
        } catch (IOException e) {
            // Part of the program: if it cannot be read, the program is broken.
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gets a source of random numbers ready: JavaFX copies fonts into files with random names, but
     * not before it has started so far that it takes fonts.
     */
    public static void random() {
        new SecureRandom().nextInt();
    }

    /** Measures a text in both weights, and draws an icon. The fonts must have been loaded. */
    public static void texts() {
        for (FontWeight weight : new FontWeight[] {FontWeight.NORMAL, FontWeight.BOLD}) {
            var text = new Text("SYN");
            text.setFont(Font.font(FAMILY, weight, SIZE_PX));
            text.getLayoutBounds();
        }
        new FontIcon(Feather.X).getLayoutBounds();
    }
}
