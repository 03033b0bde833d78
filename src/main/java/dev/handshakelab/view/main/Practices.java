package dev.handshakelab.view.main;

import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.scenario.Challenge.Part;
import dev.handshakelab.scenario.Challenges;
import dev.handshakelab.scenario.Chapter;
import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Replay;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.view.challenge.ChallengeController;
import dev.handshakelab.view.challenge.ChallengeTexts;
import dev.handshakelab.view.challenge.ChallengeViewModel;
import dev.handshakelab.view.challenge.RecordsFile;
import dev.handshakelab.view.coach.CoachController;
import dev.handshakelab.view.coach.CoachViewModel;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.predict.PredictController;
import dev.handshakelab.view.predict.PredictViewModel;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.SettingsFile;
import dev.handshakelab.view.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the learner can practise: predicting, being a TCP, and challenges. One of them at a time.
 */
final class Practices {
    private final Session session;
    private final Notices notices;
    private final Background background;
    private final Messages messages;
    private final RecordsFile records;
    private final Preferences preferences;
    private final PredictViewModel predict;
    private final CoachViewModel coach;
    private final ChallengeViewModel challenges;

    Practices(
            CommandRunner.Models models,
            SettingsFile settings,
            Background background,
            Messages messages) {
        this.session = models.session();
        this.notices = models.notices();
        this.preferences = models.preferences();
        this.predict = models.predict();
        this.background = background;
        this.messages = messages;
        Path folder = settings.path().toAbsolutePath().getParent();
        this.records = new RecordsFile(Objects.requireNonNullElse(folder, settings.path()));
        this.coach = new CoachViewModel(session.player());
        this.challenges =
                new ChallengeViewModel(
                        Challenges::all, session.branches(), this::start, this::keep);
        oneAtATime(models.state());
        session.guardTouches(this::isAllowed);
    }

    /** Begins: reads what was reached in earlier runs. */
    void start() {
        background.run(records::load, challenges::remember, this::notKept);
    }

    /** They keep back what comes, each in its own way. */
    private void oneAtATime(WindowState state) {
        coach.phaseProperty()
                .subscribe(_ -> {
                    state.practicingProperty().set(coach.hidesFuture());
                    if (coach.isOn()) {
                        predict.close();
                        challenges.leave();
                    }
                });
        predict.phaseProperty()
                .subscribe(phase -> {
                    state.predictingProperty().set(predict.hidesFuture());
                    state.explainingProperty().set(predict.explains());
                    if (phase != PredictViewModel.Phase.OFF) {
                        coach.close();
                        challenges.leave();
                    }
                });
    }

    CoachViewModel coach() {
        return coach;
    }

    ChallengeViewModel challenges() {
        return challenges;
    }

    /** Tells the loader how the controllers are made. */
    void register(Views views, TextNarration narration, WindowCards cards, Overlay overlay) {
        var outside =
                new PredictController.Outside(
                        narration::numbers, preferences.relativeNumbersProperty(), cards::showMyth);
        views.register(
                PredictController.class, () -> new PredictController(predict, outside, messages));
        views.register(
                CoachController.class,
                () -> new CoachController(coach, session.player(), narration::numbers, messages));
        views.register(
                ChallengeController.class,
                () ->
                        new ChallengeController(
                                challenges,
                                session.branches(),
                                () -> overlay.show(cards.challenges()),
                                session.player()::play,
                                messages));
    }

    private void start(Challenge challenge, List<RecordedTouch> touches, Runnable shown) {
        coach.close();
        predict.close();
        session.open(
                () -> story(challenge, touches),
                _ -> shown.run(),
                problem -> {
                    throw new IllegalStateException(problem);
                });
    }

    private static Story story(Challenge challenge, List<RecordedTouch> touches) {
        var scenario =
                new Scenario(
                        challenge.id(),
                        Chapter.OWN,
                        challenge.start(),
                        Optional.empty(),
                        Map.of(
                                Scenario.Part.TITLE, text(challenge, Part.TITLE),
                                Scenario.Part.GOAL, text(challenge, Part.GOAL)));
        Replay replay = Replay.of(challenge.start(), touches);
        return new Story(
                scenario, OptionsOverlay.NONE, BranchTree.of(replay.run(), replay.touches()));
    }

    private static LocalText text(Challenge challenge, Part part) {
        return new LocalText(
                Messages.LOCALES.stream()
                        .collect(
                                Collectors.toMap(
                                        Locale::getLanguage,
                                        locale -> new Messages(locale).get(challenge.key(part)))));
    }

    private boolean isAllowed(Touch touch) {
        var refusal = challenges.refusal(touch);
        Challenge present = challenges.presentProperty().get();
        if (refusal.isPresent() && present != null) {
            var why = refusal.get();
            notices.add(
                    new Notice(
                            Notice.Kind.INFO,
                            words -> ChallengeTexts.refusal(present, why, touch, words)));
        }
        return refusal.isEmpty();
    }

    private void keep(Map<String, Integer> best) {
        background.run(
                () -> {
                    records.save(best);
                    return best;
                },
                _ -> {},
                this::notKept);
    }

    private void notKept(Throwable problem) {
        notices.add(Notice.of(Notice.Kind.PROBLEM, "challenge.notKept", records.path()));
    }
}
