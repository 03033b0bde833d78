package dev.handshakelab;

import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.main.MainWindow;
import dev.handshakelab.view.main.WarmUp;
import dev.handshakelab.view.main.WindowStart;
import dev.handshakelab.view.settings.ConfigFolder;
import dev.handshakelab.view.settings.Settings;
import dev.handshakelab.view.settings.SettingsFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/**
 * Makes the window on threads of its own while JavaFX starts: one reads the settings and the first
 * story and then loads the views, the other reads the fonts. Nodes may be made on any thread as
 * long as no window shows them; what is a window itself, as a tooltip is, must not be made here.
 */
final class EarlyStart {
    private final FutureTask<WindowStart> start = new FutureTask<>(EarlyStart::prepare);
    private final FutureTask<MainWindow> window = new FutureTask<>(this::makeWindow);
    private final FutureTask<Boolean> fonts = new FutureTask<>(this::loadFonts);

    /**
     * Whether controls can be made before JavaFX has started; completed as soon as that is known.
     */
    private final CompletableFuture<Boolean> controls = new CompletableFuture<>();

    private EarlyStart() {}

    /** Begins with what needs nothing of JavaFX; empty if nothing may run beside its start. */
    static Optional<EarlyStart> begin() {
        if (!isSafe(System.getProperty("os.name", ""), System.getenv())) {
            return Optional.empty();
        }
        var early = new EarlyStart();
        run(
                "window",
                () -> {
                    early.start.run();
                    early.window.run();
                });
        return Optional.of(early);
    }

    /**
     * Whether other threads may work while JavaFX starts. On Linux it then sets variables of the
     * environment; if one of them is new, the C library moves them all, and whoever reads one at
     * that moment, as a look for a native method does, crashes. So both must be there before, which
     * the command of the installed program sees to.
     *
     * @param systemName as the property {@code os.name} has it
     */
    static boolean isSafe(String systemName, Map<String, String> environment) {
        return !systemName.equals("Linux")
                || environment
                        .keySet()
                        .containsAll(List.of("GDK_BACKEND", "IBUS_ENABLE_SYNC_MODE"));
    }

    static WindowStart prepare() {
        return WindowStart.prepareFirst(new SettingsFile(ConfigFolder.ofThisUser()));
    }

    static MainWindow window(WindowStart start) {
        return new MainWindow(start, Locale.getDefault(), null);
    }

    /**
     * Goes on with the fonts and the views, once it is known that a window can be opened: this
     * begins to start JavaFX too.
     */
    void goOn() {
        run("fonts", fonts);
        controls.complete(Look.announce());
    }

    private static void run(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private MainWindow makeWindow() {
        WarmUp.views();
        MainWindow made = window(result(start));
        if (result(controls)) {
            made.load();
        }
        return made;
    }

    private boolean loadFonts() {
        WarmUp.random();
        Look.loadFonts();
        WarmUp.texts();
        try {
            // Waits until JavaFX has started, and is then the first that it does.
            Platform.runLater(() -> Look.use(settings().theme()));
        } catch (IllegalStateException e) {
            // It has not even begun to start; whoever opens the window sees to the theme too.
        }
        return true;
    }

    /** The settings, once they have been read. */
    Settings settings() {
        return result(start).settings().settings();
    }

    /** Waits until the fonts can be used. */
    void awaitFonts() {
        result(fonts);
    }

    /** The window, once it has been made. */
    MainWindow window() {
        return result(window);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
