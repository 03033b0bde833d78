package dev.handshakelab.view.main;

import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Settings;
import dev.handshakelab.view.settings.SettingsFile;
import dev.handshakelab.view.settings.SettingsFile.Problem;
import java.io.IOException;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Saves the settings a moment after they changed, and when the window closes. */
public final class SettingsKeeper {
    private final Preferences preferences;
    private final SettingsFile file;
    private final Background background;
    private final Notices notices;
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1));
    private Settings saved;
    private boolean complained;

    SettingsKeeper(
            Preferences preferences, SettingsFile file, Background background, Notices notices) {
        this.preferences = preferences;
        this.file = file;
        this.background = background;
        this.notices = notices;
        this.saved = preferences.settings();
        pause.setOnFinished(_ -> saveSoon());
        preferences.all().forEach(part -> part.addListener(_ -> pause.playFromStart()));
    }

    /** Says that the settings could not be read. */
    static void tell(Notices notices, Problem problem) {
        notices.add(
                problem.keptAs() == null
                        ? Notice.of(
                                Notice.Kind.PROBLEM, "notice.settingsUnreadable", problem.file())
                        : Notice.of(
                                Notice.Kind.PROBLEM,
                                "notice.settingsDamaged",
                                problem.file(),
                                problem.keptAs()));
    }

    private void saveSoon() {
        Settings settings = preferences.settings();
        if (settings.equals(saved)) {
            return;
        }
        background.run(
                () -> {
                    save(settings);
                    return settings;
                },
                written -> saved = written,
                this::complain);
    }

    /** Saves what has changed before the program ends. */
    void saveNow() {
        pause.stop();
        Settings settings = preferences.settings();
        if (settings.equals(saved)) {
            return;
        }
        try {
            save(settings);
            saved = settings;
        } catch (IOException problem) {
            complain(problem);
        }
    }

    /** One at a time, so that an older state never replaces a newer one half-way. */
    private synchronized void save(Settings settings) throws IOException {
        file.save(settings);
    }

    private void complain(Throwable problem) {
        // Once is enough: it would come back with every change.
        if (!complained) {
            complained = true;
            notices.add(
                    Notice.of(
                            Notice.Kind.PROBLEM,
                            "notice.settingsNotSaved",
                            file.path(),
                            String.valueOf(problem.getMessage())));
        }
    }
}
