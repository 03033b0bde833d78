package dev.handshakelab;

import dev.handshakelab.view.main.FirstPicture;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Tells a measuring tool when the first picture of the window is complete. Does nothing unless the
 * system property {@value #PROPERTY} is {@code true}, or {@code exit}: then the program also ends.
 */
final class StartWatch {
    static final String PROPERTY = "dev.handshakelab.timeStart";

    private static final String EXIT = "exit";

    private StartWatch() {}

    /** Watches a scene if the system property asks for it. */
    static void watch(Scene scene, PrintStream out) {
        String wanted = System.getProperty(PROPERTY, "");
        boolean exit = wanted.equals(EXIT);
        if (exit || Boolean.parseBoolean(wanted)) {
            FirstPicture.then(scene, () -> tell(out, exit));
        }
    }

    private static void tell(PrintStream out, boolean exit) {
        out.println("first picture at " + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        if (exit) {
            Platform.exit();
        }
    }
}
