package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Problem;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioReader;
import dev.handshakelab.view.library.LibraryViewModel;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens scenario files of the user; what is wrong with one is said, and the present story stays.
 */
public final class Opener {
    private final Session session;
    private final LibraryViewModel library;
    private final Preferences preferences;
    private final Notices notices;
    private final Work work;

    public Opener(
            Session session,
            Work work,
            LibraryViewModel library,
            Preferences preferences,
            Notices notices) {
        this.session = session;
        this.work = work;
        this.library = library;
        this.preferences = preferences;
        this.notices = notices;
    }

    /** Opens a file of the user. */
    public void open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        session.open(
                () -> Story.of(ScenarioReader.read(absolute)),
                story -> opened(absolute, story.scenario()),
                problem -> failed(absolute, problem));
    }

    /** Opens the first of some files that were dropped onto the window. */
    public void openDropped(List<Path> files) {
        if (files.size() > 1) {
            notices.add(Notice.of(Notice.Kind.INFO, "notice.oneFile", files.getFirst()));
        }
        open(files.getFirst());
    }

    /** Opens a scenario of the library. */
    public void open(Scenario scenario) {
        session.open(
                () -> Story.of(scenario),
                _ -> {},
                problem ->
                        notices.add(
                                Notice.of(
                                        Notice.Kind.PROBLEM,
                                        "notice.notSimulated",
                                        scenario.id(),
                                        problem)));
    }

    private void opened(Path file, Scenario scenario) {
        work.readFrom(file);
        preferences.remember(file);
        library.add(scenario);
    }

    private void failed(Path file, Throwable problem) {
        if (problem instanceof ScenarioException bad) {
            notices.add(new Notice(Notice.Kind.PROBLEM, messages -> text(bad.problem(), messages)));
            if (bad.problem().kind() == Problem.Kind.MISSING_FILE) {
                preferences.forget(file);
            }
        } else {
            notices.add(Notice.of(Notice.Kind.PROBLEM, "notice.notSimulated", file, problem));
        }
    }

    private static String text(Problem problem, Messages messages) {
        String sentence = problem.sentence(key -> messages.get(key), messages.getLocale());
        if (!problem.hasPlace()) {
            return messages.get("notice.badFile", problem.file(), sentence);
        }
        return messages.get(
                "notice.badPlace", problem.file(), problem.line(), problem.column(), sentence);
    }
}
