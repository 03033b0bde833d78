package dev.handshakelab;

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

    private final Scene scene;
    private final PrintStream out;
    private final boolean exit;
    private final Runnable listener = this::pulse;
    private int pulses;

    private StartWatch(Scene scene, PrintStream out, boolean exit) {
        this.scene = scene;
        this.out = out;
        this.exit = exit;
    }

    /** Watches a scene if the system property asks for it. */
    static void watch(Scene scene) {
        String wanted = System.getProperty(PROPERTY, "");
        if (wanted.equals(EXIT) || Boolean.parseBoolean(wanted)) {
            var watch = new StartWatch(scene, System.err, wanted.equals(EXIT));
            scene.addPreLayoutPulseListener(watch.listener);
        }
    }

    /** A pulse begins only when the picture of the one before has been painted. */
    private void pulse() {
        pulses++;
        if (pulses == 1) {
            Platform.requestNextPulse();
            return;
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        out.println("first picture at " + micros);
        scene.removePreLayoutPulseListener(listener);
        if (exit) {
            Platform.exit();
        }
    }
}
