package dev.handshakelab;

import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.main.MainWindow;
import dev.handshakelab.view.main.MainWindow.Start;
import dev.handshakelab.view.main.WarmUp;
import dev.handshakelab.view.settings.ConfigFolder;
import dev.handshakelab.view.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: opens the main window, and in it the files of the command line. */
public final class App extends Application {
    /** The system property that asks for a short show without a user. */
    private static final String REHEARSE = "dev.handshakelab.rehearse";

    /** What was begun before JavaFX made the application. */
    private static volatile @Nullable FutureTask<Start> early;

    private static volatile @Nullable FutureTask<Boolean> fonts;

    private @Nullable Start prepared;

    /** Called by JavaFX, which needs a public constructor. */
    public App() {}

    /** Does what may last before the window is there; JavaFX calls it on a thread of its own. */
    @Override
    public void init() {
        FutureTask<Start> begun = early;
        prepared = begun == null ? prepare() : result(begun);
        FutureTask<Boolean> begunFonts = fonts;
        if (begunFonts == null) {
            Look.loadFonts();
        } else {
            result(begunFonts);
        }
    }

    /** Begins to prepare the window on a thread of its own, while JavaFX starts. */
    static void prepareEarly() {
        early = begin("prepare", App::prepare);
    }

    /** Begins to load the fonts on a thread of its own; this begins to start JavaFX too. */
    static void loadFontsEarly() {
        fonts =
                begin(
                        "fonts",
                        () -> {
                            WarmUp.random();
                            Look.loadFonts();
                            WarmUp.texts();
                            return true;
                        });
    }

    private static <T> FutureTask<T> begin(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    private static Start prepare() {
        Start start = Start.prepareFirst(new SettingsFile(ConfigFolder.ofThisUser()));
        WarmUp.messages();
        WarmUp.views();
        return start;
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void start(Stage stage) {
        Start start = Objects.requireNonNull(prepared, "init comes first");
        var window = new MainWindow(stage, start, Locale.getDefault(), null);
        window.show();
        StartWatch.watch(stage.getScene(), System.err);
        if (Boolean.getBoolean(REHEARSE)) {
            window.rehearse();
        }
        Parameters parameters = getParameters();
        if (parameters != null) {
            List<Path> files = parameters.getUnnamed().stream().map(Path::of).toList();
            if (!files.isEmpty()) {
                window.open(files);
            }
        }
    }
}
