package dev.handshakelab.view.main;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.security.SecureRandom;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What lasts only the first time, done while JavaFX starts and on other threads than its own, so
 * that the window need not wait for it. All of it can be left out, and then comes later.
 */
public final class WarmUp {
    private static final String FAMILY = "Noto Sans SC";
    private static final double SIZE_PX = 14;

    private WarmUp() {}

    /** Reads the file of the window, and looks at its controller as the loader does. */
    public static void views() {
        URL file = MainWindow.class.getResource("/dev/handshakelab/view/main/Main.fxml");
        try (InputStream in = Objects.requireNonNull(file).openStream()) {
            XMLStreamReader reader = XMLInputFactory.newInstance().createXMLStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
            }
            for (Field field : MainController.class.getDeclaredFields()) {
                field.isAnnotationPresent(FXML.class);
            }
        } catch (IOException | XMLStreamException e) {
            // Part of the program: if it cannot be read, the program is broken.
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gets a source of random numbers ready: JavaFX copies fonts that are no files into files with
     * random names, but not before it has started so far that it takes fonts.
     */
    public static void random() {
        new SecureRandom().nextInt();
    }

    /**
     * Measures a text in both weights, and finds the font of the icons. The fonts must have been
     * loaded.
     */
    public static void texts() {
        for (FontWeight weight : new FontWeight[] {FontWeight.NORMAL, FontWeight.BOLD}) {
            var text = new Text("SYN");
            text.setFont(Font.font(FAMILY, weight, SIZE_PX));
            text.getLayoutBounds();
        }
        FontIcon.of(Feather.X);
    }
}
