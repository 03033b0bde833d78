package bare;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** A window with one label that says when its first picture is complete, as the program does. */
public final class Bare extends Application {
    private int pulses;

    @Override
    public void start(Stage stage) {
        var scene = new Scene(new Label("Hello"), 1200, 760);
        scene.addPreLayoutPulseListener(this::pulse);
        stage.setScene(scene);
        stage.show();
    }

    /** The same steps as in the program's class FirstPicture. */
    private void pulse() {
        pulses++;
        if (pulses == 1) {
            Platform.requestNextPulse();
        } else if (pulses == 2) {
            var small = new SnapshotParameters();
            small.setViewport(new Rectangle2D(0, 0, 1, 1));
            new Group().snapshot(small, null);
            Platform.runLater(Bare::tell);
        }
    }

    private static void tell() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        System.err.println("first picture at " + micros);
        if (Boolean.getBoolean("bare.exit")) {
            Platform.exit();
        }
    }
}
