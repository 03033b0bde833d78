package dev.handshakelab.view.main;

import dev.handshakelab.playback.Branch;
import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconceptions;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.twins.TimedTouch;
import dev.handshakelab.view.branches.BranchStripController;
import dev.handshakelab.view.branches.BranchText;
import dev.handshakelab.view.challenge.ChallengeViewModel;
import dev.handshakelab.view.challenge.ChallengesController;
import dev.handshakelab.view.compare.CompareView;
import dev.handshakelab.view.compare.CompareViewModel;
import dev.handshakelab.view.compare.CompareViewModel.CourseNames;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.help.CardController;
import dev.handshakelab.view.help.FrameCard;
import dev.handshakelab.view.help.HelpViews;
import dev.handshakelab.view.help.KeysController;
import dev.handshakelab.view.myths.MythActions;
import dev.handshakelab.view.myths.MythBannerController;
import dev.handshakelab.view.myths.MythsController;
import dev.handshakelab.view.myths.MythsViewModel;
import dev.handshakelab.view.myths.ShownMyth;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.terms.GlossaryController;
import dev.handshakelab.view.terms.GlossaryViewModel;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Makes the cards over the window; those with a state of their own are made once and kept. */
final class WindowCards implements HelpViews {
    private final Session session;
    private final Opener opener;
    private final Notices notices;
    private final Messages messages;
    private final Views views;
    private final Overlay overlay;
    private final ScenarioLibrary scenarios;
    private final ShownMyth shownMyth = new ShownMyth();
    private final Preferences preferences;
    private @Nullable MythsViewModel myths;

    /** What was searched for on behalf of the user. */
    private String searched = "";

    private final Background background;
    private final ChallengeViewModel challenges;
    private @Nullable CompareViewModel compare;
    private final ObservableBooleanValue classMode;
    private @Nullable CompareViewModel branchCompare;
    private @Nullable Node branchesPage;
    private @Nullable Node comparePage;
    private @Nullable Node mythsPage;
    private @Nullable Node glossaryPage;

    WindowCards(
            CommandRunner.Models models,
            ScenarioLibrary scenarios,
            ChallengeViewModel challenges,
            Background background,
            Messages messages,
            Views views,
            Overlay overlay) {
        this.session = models.session();
        this.opener = models.opener();
        this.classMode = models.state().classModeProperty();
        this.notices = models.notices();
        this.messages = messages;
        this.views = views;
        this.overlay = overlay;
        this.scenarios = scenarios;
        this.preferences = models.preferences();
        this.background = background;
        this.challenges = challenges;
        connect();
    }

    private static void rethrow(Throwable problem) {
        throw new IllegalStateException(problem);
    }

    private void connect() {
        session.scenarioProperty().subscribe(shownMyth::opened);
        views.register(
                MythBannerController.class,
                () -> new MythBannerController(shownMyth, () -> overlay.show(myths()), messages));
        views.register(
                MythsController.class,
                () -> new MythsController(mythsModel(), new Actions(), messages));
        views.register(
                GlossaryController.class,
                () -> new GlossaryController(new GlossaryViewModel(messages)));
        views.register(
                ChallengesController.class,
                () -> new ChallengesController(challenges, overlay::hide, messages));
        views.register(
                BranchStripController.class,
                () ->
                        new BranchStripController(
                                session.branches(), classMode, this::compare, messages));
        views.register(CardController.class, () -> new CardController(overlay::hide));
        views.register(KeysController.class, () -> new KeysController(overlay::hide, messages));
    }

    /** Read from a file, so not before somebody wants to see them. */
    private MythsViewModel mythsModel() {
        if (myths == null) {
            myths = new MythsViewModel(Misconceptions.all(), scenarios, messages);
        }
        return myths;
    }

    /** Opens the page of misconceptions at one of them. */
    void showMyth(Misconception myth) {
        session.player().pause();
        overlay.show(myths());
        searched = messages.get(myth.key(Misconception.Part.CLAIM));
        mythsModel().searchProperty().set(searched);
    }

    /** Nothing plays behind the window's back. */
    void uncovered() {
        if (compare != null) {
            compare.player().pause();
        }
        if (branchCompare != null) {
            branchCompare.player().pause();
        }
    }

    @Override
    public Node keys() {
        return load(KeysController.class, "Keys.fxml");
    }

    @Override
    public Node about() {
        return load(CardController.class, "About.fxml");
    }

    @Override
    public Node compare() {
        session.player().pause();
        if (comparePage == null) {
            compare = compareModel();
            comparePage = framed("compare.title", CompareView.load(compare, messages));
        }
        Objects.requireNonNull(compare)
                .setPresent(session.scenarioProperty().get(), presentTouches());
        return comparePage;
    }

    /** What was done to the story, by time: the twins need not have the same steps. */
    private List<TimedTouch> presentTouches() {
        if (session.branches().treeProperty().get() == null) {
            return List.of();
        }
        return session.branches().present().shown().touches().stream()
                .map(one -> new TimedTouch(one.atNanos(), one.touch()))
                .toList();
    }

    /** Two branches side by side. */
    void compare(Branch first, Branch second) {
        session.player().pause();
        if (branchesPage == null) {
            branchCompare = newCompareModel();
            branchesPage =
                    framed("branches.compareTitle", CompareView.loadFor(branchCompare, messages));
        }
        Objects.requireNonNull(branchCompare)
                .showCourses(
                        first.run(),
                        second.run(),
                        new CourseNames(
                                shown -> new BranchText(shown).title(first),
                                shown -> new BranchText(shown).title(second)));
        overlay.show(branchesPage);
    }

    private CompareViewModel newCompareModel() {
        var model =
                new CompareViewModel(
                        scenarios,
                        (work, done) -> background.run(work::get, done, WindowCards::rethrow));
        model.relativeNumbersProperty().bind(preferences.relativeNumbersProperty());
        Ticker.drive(model.player());
        return model;
    }

    private CompareViewModel compareModel() {
        CompareViewModel model = newCompareModel();
        return model;
    }

    @Override
    public Node myths() {
        var search = mythsModel().searchProperty();
        if (search.get().equals(searched)) {
            search.set("");
        }
        if (mythsPage == null) {
            mythsPage = load(MythsController.class, "Myths.fxml");
        }
        return mythsPage;
    }

    @Override
    public Node challenges() {
        return load(ChallengesController.class, "Challenges.fxml");
    }

    @Override
    public Node glossary() {
        if (glossaryPage == null) {
            glossaryPage =
                    framed("glossary.title", load(GlossaryController.class, "Glossary.fxml"));
            // Lines of text that go across a wide window are hard to read.
            glossaryPage.getStyleClass().add("narrow");
        }
        return glossaryPage;
    }

    private Node framed(String titleKey, Parent content) {
        return FrameCard.around(content, titleKey, messages, overlay::hide);
    }

    private Parent load(Class<?> controller, String fxml) {
        return views.load(Objects.requireNonNull(controller.getResource(fxml), fxml));
    }

    /** What the page of mistakes can do to the window. */
    private final class Actions implements MythActions {
        @Override
        public void show(Misconception myth) {
            overlay.hide();
            Scenario scenario = scenarios.find(myth.scenario()).orElseThrow();
            session.open(
                    () -> Story.of(scenario),
                    story ->
                            Misconceptions.locate(myth, story.run())
                                    .ifPresent(frame -> {
                                        session.player().seekFrame(frame);
                                        shownMyth.show(myth);
                                    }),
                    problem ->
                            notices.add(
                                    Notice.of(
                                            Notice.Kind.PROBLEM,
                                            "notice.notSimulated",
                                            scenario.id(),
                                            problem)));
        }

        @Override
        public void open(Scenario scenario) {
            overlay.hide();
            opener.open(scenario);
        }

        @Override
        public void close() {
            overlay.hide();
        }
    }
}
