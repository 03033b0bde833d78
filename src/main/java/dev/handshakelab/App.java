package dev.handshakelab;

import dev.handshakelab.view.main.Curtain;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.main.MainWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: opens the main window, and in it the files of the command line. */
public final class App extends Application {
    /** The system property that asks for a short show without a user. */
    private static final String REHEARSE = "dev.handshakelab.rehearse";

    /** What was begun before JavaFX made the application. */
    private static volatile Optional<EarlyStart> early = Optional.empty();

    private @Nullable MainWindow window;

    /** Called by JavaFX, which needs a public constructor. */
    public App() {}

    /** Begins to make the window before JavaFX starts, if that is safe. */
    static void beginEarly() {
        early = EarlyStart.begin();
    }

    /** Starts JavaFX and shows the window; returns when it is closed. */
    static void launchWith(String[] args) {
        early.ifPresent(EarlyStart::goOn);
        launch(App.class, args);
    }

    /** Does what may last before the window is there; JavaFX calls it on a thread of its own. */
    @Override
    public void init() {
        if (early.isEmpty()) {
            window = EarlyStart.window(EarlyStart.prepare());
            Look.loadFonts();
        }
    }

    @Override
    public void start(Stage stage) {
        early.ifPresentOrElse(
                begun -> {
                    begun.awaitFonts();
                    Curtain.open(stage, begun.settings(), () -> show(stage, begun.window()));
                },
                () -> show(stage, Objects.requireNonNull(window, "init comes first")));
    }

    private void show(Stage stage, MainWindow made) {
        made.show(stage);
        StartWatch.watch(stage.getScene(), System.err);
        if (Boolean.getBoolean(REHEARSE)) {
            made.rehearse();
        }
        Parameters parameters = getParameters();
        if (parameters != null) {
            List<Path> files = parameters.getUnnamed().stream().map(Path::of).toList();
            if (!files.isEmpty()) {
                made.open(files);
            }
        }
    }
}
