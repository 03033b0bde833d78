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
import java.util.Map;
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

    /**
     * Whether other threads may work while JavaFX starts. On Linux it then sets variables of the
     * environment; if one of them is new, the C library moves them all, and whoever reads one at
     * that moment, as a look for a native method does, crashes. So both must be there before, which
     * the command of the installed program sees to.
     *
     * @param systemName as the property {@code os.name} has it
     */
    static boolean isSafeEarly(String systemName, Map<String, String> environment) {
        return !systemName.equals("Linux")
                || environment
                        .keySet()
                        .containsAll(List.of("GDK_BACKEND", "IBUS_ENABLE_SYNC_MODE"));
    }

    private static boolean mayStartEarly() {
        return isSafeEarly(System.getProperty("os.name", ""), System.getenv());
    }

    /**
     * Begins to prepare the window on a thread of its own, while JavaFX starts, if that is safe.
     */
    static void prepareEarly() {
        if (mayStartEarly()) {
            early =
                    begin(
                            "prepare",
                            () -> {
                                Start start = prepare();
                                WarmUp.messages();
                                WarmUp.views();
                                return start;
                            });
        }
    }

    /**
     * Begins to load the fonts on a thread of its own, if that is safe; this begins to start JavaFX
     * too.
     */
    static void loadFontsEarly() {
        if (!mayStartEarly()) {
            return;
        }
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
        return Start.prepareFirst(new SettingsFile(ConfigFolder.ofThisUser()));
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
