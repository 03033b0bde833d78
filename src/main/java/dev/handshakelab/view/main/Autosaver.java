package dev.handshakelab.view.main;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.keep.AutosaveFile;
import dev.handshakelab.view.keep.AutosaveFile.Found;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps unsaved work a moment after each touch, offers back what an earlier run left behind, and
 * what is put aside when another story is opened.
 */
final class Autosaver {
    private static final Duration SOON = Duration.millis(400);

    private final AutosaveFile file;
    private final TouchedWork work;
    private final Session session;
    private final ScenarioLibrary scenarios;
    private final Notices notices;
    private final Background background;
    private final PauseTransition pause = new PauseTransition(SOON);
    private final Object oneAtATime = new Object();
    private @Nullable Notice putAside;
    private boolean complained;
    private boolean over;

    Autosaver(AutosaveFile file, TouchedWork work, Session session, WorkKeeper.Tools tools) {
        this.file = file;
        this.work = work;
        this.session = session;
        this.scenarios = tools.scenarios();
        this.notices = tools.notices();
        this.background = tools.background();
        pause.setOnFinished(_ -> keep());
        session.onLeaving(this::leaving);
    }

    /** Begins: looks for what was left behind, and keeps what is done from now on. */
    void start() {
        background.run(file::claim, this::offer, _ -> {});
        session.branches().treeProperty().addListener(_ -> pause.playFromStart());
        work.unsavedProperty()
                .addListener((_, _, unsaved) -> {
                    if (!unsaved && putAside == null) {
                        forget();
                    }
                });
    }

    private void keep() {
        if (over || !work.unsavedProperty().get()) {
            return;
        }
        Scenario scenario = work.scenario();
        run(() -> {
            if (!over) {
                file.write(scenario);
            }
        });
    }

    private void forget() {
        run(file::delete);
    }

    /** Ends: everything was saved, or is not wanted any more. */
    void finish() {
        over = true;
        pause.stop();
        try {
            synchronized (oneAtATime) {
                file.delete();
            }
        } catch (IOException problem) {
            complain(problem);
        }
    }

    private interface Job {
        void run() throws IOException;
    }

    private void run(Job job) {
        background.run(
                () -> {
                    // An older state must never replace a newer one half-way.
                    synchronized (oneAtATime) {
                        job.run();
                    }
                    return true;
                },
                _ -> {},
                this::complain);
    }

    private void complain(Throwable problem) {
        // Once is enough: it would come back with every touch.
        if (!complained) {
            complained = true;
            notices.add(
                    Notice.of(
                            Notice.Kind.PROBLEM,
                            "keep.noAutosave",
                            file.path(),
                            String.valueOf(problem.getMessage())));
        }
    }

    private void offer(List<Found> found) {
        for (Found one : found) {
            switch (one) {
                case Found.Work(Scenario scenario, Path left) -> offer(scenario, left);
                case Found.Damaged(Path keptAs) when keptAs == null ->
                        notices.add(
                                Notice.of(
                                        Notice.Kind.PROBLEM,
                                        "keep.autosaveUnreadable",
                                        file.path()));
                case Found.Damaged(Path keptAs) ->
                        notices.add(Notice.of(Notice.Kind.PROBLEM, "keep.autosaveDamaged", keptAs));
            }
        }
    }

    private void offer(Scenario scenario, Path left) {
        notices.add(
                new Notice(
                        Notice.Kind.INFO,
                        messages ->
                                messages.get("keep.offer", ScenarioTexts.title(scenario, messages)),
                        List.of(
                                new Notice.Action("keep.restore", () -> restore(scenario, left)),
                                new Notice.Action("keep.discardOffer", () -> delete(left)))));
    }

    private void restore(Scenario scenario, Path left) {
        session.open(
                () -> storyOf(scenario),
                _ -> {
                    work.broughtBack();
                    delete(left);
                },
                problem -> {
                    throw new IllegalStateException(problem);
                });
        // The file goes only when the work is kept again.
    }

    /** A bundled scenario is shown as that, by its own name. */
    private Story storyOf(Scenario scenario) {
        Scenario shown =
                scenarios
                        .find(scenario.id())
                        .filter(bundled -> bundled.plan().equals(scenario.plan()))
                        .orElse(scenario);
        return Story.of(shown, OptionsOverlay.NONE, scenario.courses());
    }

    private void delete(Path left) {
        keep();
        run(() -> Files.deleteIfExists(left));
    }

    private void leaving(Story story) {
        if (!work.unsavedProperty().get()) {
            return;
        }
        if (putAside != null) {
            notices.dismiss(putAside);
        }
        Notice notice =
                new Notice(
                        Notice.Kind.INFO,
                        messages ->
                                messages.get(
                                        "keep.putAside",
                                        ScenarioTexts.title(story.scenario(), messages)),
                        List.of(new Notice.Action("keep.bringBack", () -> bringBack(story))));
        putAside = notice;
        notices.add(notice);
    }

    private void bringBack(Story story) {
        putAside = null;
        session.open(() -> story, _ -> work.broughtBack(), _ -> {});
    }
}
