package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Problem;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioReader;
import dev.handshakelab.view.capture.CaptureFile;
import dev.handshakelab.view.capture.CaptureLoader;
import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.capture.CaptureText;
import dev.handshakelab.view.capture.ConnectionRow;
import dev.handshakelab.view.capture.ConnectionsViewModel;
import dev.handshakelab.view.capture.MarkCounts;
import dev.handshakelab.view.capture.OpenCapture;
import dev.handshakelab.view.capture.PlaceChoice;
import dev.handshakelab.view.capture.ReplayScenario;
import dev.handshakelab.view.library.LibraryViewModel;
import dev.handshakelab.view.main.Background.Job;
import dev.handshakelab.view.main.Background.Progress;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of the user, scenarios and captures; what is wrong with one is said, and the present
 * story stays.
 */
public final class Opener {
    private static final int ENDS = 2;

    private final Session session;
    private final LibraryViewModel library;
    private final ConnectionsViewModel connections;
    private final Preferences preferences;
    private final Notices notices;
    private final TouchedWork work;
    private final Background background;
    private @Nullable Job counting;

    /** A capture that has no connection to show. */
    private static final class NothingToShowException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient OpenCapture capture;

        NothingToShowException(OpenCapture capture) {
            this.capture = capture;
        }
    }

    public Opener(
            Session session,
            TouchedWork work,
            LibraryViewModel library,
            ConnectionsViewModel connections,
            Preferences preferences,
            Notices notices,
            Background background) {
        this.background = background;
        this.session = session;
        this.work = work;
        this.library = library;
        this.connections = connections;
        this.preferences = preferences;
        this.notices = notices;
    }

    /** Opens a file of the user. */
    public void open(Path file) {
        open(List.of(file));
    }

    /** Opens a file, or two captures that were made at both ends at the same time. */
    public void open(List<Path> files) {
        List<Path> absolute =
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        Path first = absolute.getFirst();
        session.openSlowly(
                report -> read(absolute, report),
                shown -> opened(absolute, shown),
                problem -> failed(first, problem));
    }

    /** Opens files that were dropped onto the window. */
    public void openDropped(List<Path> files) {
        open(files);
    }

    /** Shows another connection of the capture that is open. */
    public void open(ConnectionRow row) {
        OpenCapture capture = connections.openProperty().get();
        PlaceChoice place = connections.placeProperty().get();
        if (capture != null) {
            session.open(
                    () -> new Shown.Captured(CaptureStory.of(capture, row, place)),
                    _ -> {},
                    problem ->
                            notices.add(
                                    Notice.of(
                                            Notice.Kind.PROBLEM,
                                            "capture.notInferred",
                                            row.number(),
                                            problem)));
        }
    }

    /** Takes the word of the user for where the capture was made, and infers anew. */
    public void choosePlace(PlaceChoice place) {
        CaptureStory shown = session.captureProperty().get();
        if (shown != null && !place.equals(connections.placeProperty().get())) {
            connections.placeProperty().set(place);
            open(shown.row());
        }
    }

    /** Goes on with a captured connection as a scenario, which stands in the library then. */
    public void replay(CaptureStory captured) {
        session.open(
                () ->
                        Story.of(
                                ReplayScenario.of(captured)
                                        .orElseThrow(() -> new IllegalStateException("too long"))),
                story -> library.add(story.scenario()),
                problem ->
                        notices.add(
                                problem instanceof IllegalStateException
                                        ? Notice.of(Notice.Kind.INFO, "capture.replay.TOO_LONG")
                                        : Notice.of(
                                                Notice.Kind.PROBLEM,
                                                "capture.notInferred",
                                                captured.row().number(),
                                                problem)));
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

    /** The content says whether files are captures. */
    private static Shown read(List<Path> files, Predicate<Progress> report)
            throws IOException, ScenarioException, NothingToShowException {
        Path first = files.getFirst();
        if (!Files.isRegularFile(first) || !CaptureLoader.isCapture(first)) {
            // It also says best what is wrong with a file that is not there.
            return Story.of(ScenarioReader.read(first));
        }
        OpenCapture capture =
                CaptureLoader.load(
                        captures(files),
                        (fraction, packets) -> report.test(new Progress(fraction, packets)));
        if (capture.rows().isEmpty()) {
            throw new NothingToShowException(capture);
        }
        return new Shown.Captured(
                CaptureStory.of(capture, capture.rows().getFirst(), PlaceChoice.AUTOMATIC));
    }

    private static List<Path> captures(List<Path> files) throws IOException {
        boolean both =
                files.size() > 1
                        && Files.isRegularFile(files.get(1))
                        && CaptureLoader.isCapture(files.get(1));
        return both ? files.subList(0, ENDS) : files.subList(0, 1);
    }

    private void opened(List<Path> files, Shown shown) {
        int used =
                switch (shown) {
                    case Story story -> {
                        work.readFrom(files.getFirst());
                        preferences.remember(files.getFirst());
                        library.add(story.scenario());
                        yield 1;
                    }
                    case Shown.Captured(CaptureStory story) -> {
                        opened(story.open());
                        yield story.open().files().size();
                    }
                };
        if (files.size() > used) {
            String key = shown instanceof Story ? "notice.oneFile" : "capture.someFiles";
            notices.add(Notice.of(Notice.Kind.INFO, key, files.getFirst()));
        }
    }

    private void opened(OpenCapture capture) {
        capture.files().reversed().forEach(file -> preferences.remember(file.path()));
        MarkCounts counts = connections.show(capture);
        if (counts != null) {
            count(counts);
        }
        capture.files().forEach(this::tellProblem);
        if (capture.areStrangers()) {
            notices.add(
                    Notice.of(
                            Notice.Kind.INFO,
                            "capture.strangers",
                            capture.files().getFirst().name(),
                            capture.files().getLast().name()));
        }
    }

    /** The window does not wait for it; a capture opened meanwhile ends it. */
    private void count(MarkCounts counts) {
        if (counting != null) {
            counting.cancel();
        }
        counting =
                background.run(
                        report -> {
                            counts.find(known -> report.test(new Progress(known, 0)));
                            return counts;
                        },
                        progress -> connections.countedMarks(counts, progress.fraction()),
                        done -> connections.countedMarks(done, 1),
                        // What was counted stays; the rest is not known.
                        _ -> {});
    }

    private void tellProblem(CaptureFile file) {
        if (file.capture().problem() != null) {
            notices.add(
                    new Notice(
                            Notice.Kind.PROBLEM,
                            messages -> new CaptureText(messages).problem(file)));
        }
    }

    private void failed(Path file, Throwable problem) {
        switch (problem) {
            case ScenarioException bad -> {
                notices.add(
                        new Notice(Notice.Kind.PROBLEM, messages -> text(bad.problem(), messages)));
                if (bad.problem().kind() == Problem.Kind.MISSING_FILE) {
                    preferences.forget(file);
                }
            }
            case NothingToShowException empty -> tellEmpty(empty.capture);
            case IOException _ ->
                    notices.add(Notice.of(Notice.Kind.PROBLEM, "capture.cannotRead", file));
            case OutOfMemoryError _ ->
                    notices.add(Notice.of(Notice.Kind.PROBLEM, "capture.tooLarge", file));
            default ->
                    notices.add(
                            Notice.of(Notice.Kind.PROBLEM, "notice.notSimulated", file, problem));
        }
    }

    /** One message: what stopped reading if something did, else that there is no TCP in it. */
    private void tellEmpty(OpenCapture capture) {
        List<CaptureFile> damaged =
                capture.files().stream().filter(file -> file.capture().problem() != null).toList();
        if (damaged.isEmpty()) {
            notices.add(
                    new Notice(
                            Notice.Kind.PROBLEM,
                            messages ->
                                    messages.get(
                                            "capture.noTcp",
                                            capture.files().getFirst().path(),
                                            new CaptureText(messages).summary(capture.tally()))));
        } else {
            damaged.forEach(this::tellProblem);
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
