package dev.handshakelab.view.main;

import dev.handshakelab.view.settings.Settings;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/**
 * What the window shows while its views are still being made: its ground. That is painted on a
 * thread of its own, and painting lasts longest the first time; so something of each kind that the
 * first picture has is painted with it, but cannot be seen.
 */
public final class Curtain {
    private static final double SIZE_PX = 40;
    private static final Color UNSEEN = Color.TRANSPARENT;

    private Curtain() {}

    /**
     * Opens the window on a stage that is not shown yet.
     *
     * @param then is done in the window's thread once the painting has begun, if the window is
     *     still open then
     */
    public static void open(Stage stage, Settings settings, Runnable then) {
        Look.use(settings.theme());
        var ground = new StackPane(things());
        ground.getStyleClass().add("main");
        Settings.Window size = settings.window();
        var scene = new Scene(ground, size.width(), size.height());
        scene.getStylesheets().setAll(Look.sheets(settings.theme()));
        stage.setScene(scene);
        StageKeeper.restore(stage, size);
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        Platform.runLater(() -> goOn(stage, then));
                    }
                });
        stage.show();
    }

    /** Somebody may have closed the window already. */
    private static void goOn(Stage stage, Runnable then) {
        if (stage.isShowing()) {
            then.run();
        }
    }

    private static Pane things() {
        var box = new Region();
        var round = new CornerRadii(5);
        box.setBackground(new Background(new BackgroundFill(UNSEEN, round, Insets.EMPTY)));
        box.setBorder(
                new Border(
                        new BorderStroke(
                                UNSEEN, BorderStrokeStyle.SOLID, round, new BorderWidths(1))));
        box.resize(SIZE_PX, SIZE_PX);
        var line = new Line(0, 0, SIZE_PX, SIZE_PX);
        line.setStroke(UNSEEN);
        var text = new Text("SYN");
        text.setFill(UNSEEN);
        return new Pane(box, line, text);
    }
}
