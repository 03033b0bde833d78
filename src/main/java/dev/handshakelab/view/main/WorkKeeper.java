package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Problem;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.scenario.ScenarioWriter;
import dev.handshakelab.scenario.ShareLink;
import dev.handshakelab.view.keep.AtomicFile;
import dev.handshakelab.view.library.LibraryViewModel;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.settings.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Saves what the learner did, as files and as links, and opens links. */
public final class WorkKeeper {
    private static final String EXTENSION = ".scenario";

    private final TouchedWork work;
    private final Session session;
    private final Tools tools;

    /** What it works with. */
    record Tools(
            ScenarioLibrary scenarios,
            LibraryViewModel library,
            Preferences preferences,
            Notices notices,
            Background background,
            FilePicker picker) {}

    WorkKeeper(TouchedWork work, Session session, Tools tools) {
        this.work = work;
        this.session = session;
        this.tools = tools;
    }

    /** Saves to the file that it comes from, or asks for one. */
    void save(Runnable done) {
        Path file = work.file();
        if (file == null) {
            saveAs(done);
        } else {
            write(file, done);
        }
    }

    /** Asks for a file and saves to it. */
    void saveAs(Runnable done) {
        if (work.isThere()) {
            tools.picker
                    .pickSave(work.suggestedName())
                    .map(WorkKeeper::withExtension)
                    .ifPresent(file -> write(file, done));
        }
    }

    private static Path withExtension(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        String name = String.valueOf(absolute.getFileName());
        return name.indexOf('.') < 0 ? absolute.resolveSibling(name + EXTENSION) : absolute;
    }

    private void write(Path file, Runnable done) {
        if (!work.isThere()) {
            return;
        }
        Scenario scenario = work.scenarioFor(file);
        tools.background.run(
                () -> {
                    AtomicFile.write(file, textFor(file, scenario));
                    return scenario;
                },
                written -> {
                    work.savedTo(file, written);
                    tools.preferences.remember(file);
                    tools.library.add(written);
                    tools.notices.add(Notice.of(Notice.Kind.INFO, "keep.saved", file));
                    done.run();
                },
                problem ->
                        tools.notices.add(
                                Notice.of(
                                        Notice.Kind.PROBLEM,
                                        "keep.notSaved",
                                        file,
                                        String.valueOf(problem.getMessage()))));
    }

    /** What the user wrote into the file, comments above all, stays. */
    private static String textFor(Path file, Scenario scenario) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) < 1 << 20) {
            try {
                return ScenarioWriter.update(Files.readString(file), scenario);
            } catch (IOException _) {
                // No text: it is to be replaced.
            }
        }
        return ScenarioWriter.write(scenario);
    }

    /** Puts a link to everything into the clipboard. */
    void copyLink() {
        if (!work.isThere()) {
            return;
        }
        ShareLink link = work.link();
        tools.background.run(
                () -> link.encode(tools.scenarios),
                text -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                    tools.notices.add(
                            Notice.of(Notice.Kind.INFO, "keep.linkCopied", text.length()));
                },
                this::failed);
    }

    /** Opens the link in the clipboard. */
    void pasteLink() {
        String text = Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        session.open(
                () -> {
                    ShareLink link = ShareLink.decode("", text, tools.scenarios);
                    return Story.of(link.scenario(), link.overlay());
                },
                story -> {
                    if (tools.scenarios.find(story.scenario().id()).isEmpty()) {
                        tools.library.add(story.scenario());
                    }
                    tools.notices.add(Notice.of(Notice.Kind.INFO, "keep.linkOpened"));
                },
                this::failed);
    }

    private void failed(Throwable problem) {
        if (problem instanceof ScenarioException bad) {
            Problem what = bad.problem();
            tools.notices.add(
                    new Notice(
                            Notice.Kind.PROBLEM,
                            messages -> what.sentence(messages::get, messages.getLocale())));
        } else {
            tools.notices.add(
                    Notice.of(
                            Notice.Kind.PROBLEM,
                            "keep.linkFailed",
                            String.valueOf(problem.getMessage())));
        }
    }
}
