package dev.handshakelab;

import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.main.MainWindow;
import dev.handshakelab.view.main.MainWindow.Start;
import dev.handshakelab.view.settings.ConfigFolder;
import dev.handshakelab.view.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: opens the main window, and in it the files of the command line. */
public final class App extends Application {
    /** The system property that asks for a short show without a user. */
    private static final String REHEARSE = "dev.handshakelab.rehearse";

    private @Nullable Start prepared;

    /** Called by JavaFX, which needs a public constructor. */
    public App() {}

    /** Does what may last before the window is there; JavaFX calls it on a thread of its own. */
    @Override
    public void init() {
        prepared = Start.prepare(new SettingsFile(ConfigFolder.ofThisUser()));
    }

    @Override
    public void start(Stage stage) {
        Look.loadFonts();
        Start start = Objects.requireNonNull(prepared, "init comes first");
        var window = new MainWindow(stage, start, Locale.getDefault(), null);
        window.show();
        StartWatch.watch(stage.getScene());
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
