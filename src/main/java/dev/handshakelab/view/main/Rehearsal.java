package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;

/**
 * A short show without a user: steps, every page of the details, another story, each language, and
 * then the end of the program. The build runs it to learn which classes a start and the first steps
 * need, see {@code CONTRIBUTING.md}.
 */
final class Rehearsal extends AnimationTimer {
    private static final int STEPS = 8;

    /** Pictures between two acts, so that each is laid out and painted. */
    private static final int PICTURES_PER_ACT = 4;

    private final Session session;
    private final Queue<Runnable> acts = new ArrayDeque<>();
    private int pictures;

    /**
     * @param next finds the story to open after the first
     */
    Rehearsal(
            Session session,
            Preferences preferences,
            Opener opener,
            Supplier<Scenario> next,
            Scene scene) {
        this.session = session;
        addSteps();
        for (int page = 0; page < details(scene).getTabs().size(); page++) {
            int shown = page;
            acts.add(() -> details(scene).getSelectionModel().select(shown));
            acts.add(() -> session.player().step(1));
        }
        acts.add(() -> details(scene).getSelectionModel().selectFirst());
        for (Locale language : Messages.LOCALES.reversed()) {
            acts.add(() -> preferences.languageProperty().set(language));
        }
        acts.add(() -> opener.open(next.get()));
        addSteps();
        acts.add(session.player()::play);
        acts.add(session.player()::pause);
        acts.add(PlatformClasses::load);
        acts.add(Platform::exit);
    }

    private void addSteps() {
        for (int i = 0; i < STEPS; i++) {
            acts.add(() -> session.player().step(1));
        }
        acts.add(() -> session.player().step(-1));
    }

    private static TabPane details(Scene scene) {
        return (TabPane) scene.lookup(".details");
    }

    @Override
    public void handle(long nowNanos) {
        pictures++;
        if (pictures % PICTURES_PER_ACT == 0
                && !session.loadingProperty().get()
                && !acts.isEmpty()) {
            acts.remove().run();
        }
    }
}
