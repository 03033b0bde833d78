package dev.handshakelab.view.main;

import dev.handshakelab.playback.Player;
import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.view.details.DetailsController;
import dev.handshakelab.view.details.DetailsController.Pages;
import dev.handshakelab.view.explain.ExplainController;
import dev.handshakelab.view.explain.ExplainViewModel;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.host.HostPanelController;
import dev.handshakelab.view.host.HostPanelViewModel;
import dev.handshakelab.view.inspector.InspectorController;
import dev.handshakelab.view.inspector.InspectorViewModel;
import dev.handshakelab.view.rules.RulesController;
import dev.handshakelab.view.rules.RulesViewModel;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.statemap.StateMap;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.touch.NextController;
import java.util.Objects;
import javafx.scene.Parent;

/** Puts together the pane on the right: each page with what it shows. */
final class DetailsPages {
    private final Session session;
    private final Player player;
    private final Background background;
    private final WindowState state;
    private final Preferences preferences;
    private final Messages messages;
    private final TextNarration narration;
    private final Views views;

    DetailsPages(
            Session session,
            Background background,
            WindowState state,
            Preferences preferences,
            Messages messages,
            TextNarration narration,
            Views views) {
        this.session = session;
        this.player = session.player();
        this.background = background;
        this.state = state;
        this.preferences = preferences;
        this.messages = messages;
        this.narration = narration;
        this.views = views;
    }

    /** Tells the loader how the controllers of the pane are made. */
    void register() {
        var inspector = new InspectorViewModel(messages);
        new OwnOctetsLoader(session, inspector, background);
        views.register(
                ExplainController.class, () -> new ExplainController(explainModel(), messages));
        views.register(
                InspectorController.class, () -> new InspectorController(inspector, messages));
        views.register(
                HostPanelController.class,
                () -> new HostPanelController(hostPanelModel(), messages));
        views.register(RulesController.class, () -> new RulesController(rulesModel(), messages));
        var pages =
                new Pages(
                        () ->
                                PageCover.unlessAsked(
                                        page(NextController.class, "Next.fxml"),
                                        state.practicingProperty().or(state.predictingProperty()),
                                        messages),
                        () -> page(InspectorController.class, "Inspector.fxml"),
                        this::stateMap,
                        () -> page(HostPanelController.class, "HostPanel.fxml"),
                        () ->
                                PageCover.of(
                                        page(RulesController.class, "Rules.fxml"),
                                        "capture.cannot.rules",
                                        session.captureProperty(),
                                        messages));
        views.register(
                DetailsController.class,
                () -> new DetailsController(player, session.selectionProperty(), inspector, pages));
    }

    private Parent page(Class<?> controller, String fxml) {
        return views.load(Objects.requireNonNull(controller.getResource(fxml), fxml));
    }

    private ExplainViewModel explainModel() {
        var model =
                new ExplainViewModel(
                        new ExplainViewModel.Sources(
                                session.scenarioProperty(),
                                player.timelineProperty(),
                                player.frameIndexProperty(),
                                session.selectionProperty(),
                                preferences.relativeNumbersProperty()),
                        narration,
                        messages);
        model.scenarioShownProperty().bind(session.captureProperty().isNull());
        return model;
    }

    private HostPanelViewModel hostPanelModel() {
        return new HostPanelViewModel(
                new HostPanelViewModel.Sources(
                        player.timelineProperty(),
                        player.frameIndexProperty(),
                        player.playheadNanosProperty(),
                        preferences.relativeNumbersProperty()),
                messages);
    }

    private RulesViewModel rulesModel() {
        var rules = new RulesViewModel(messages, session::rerun);
        rules.scenarioProperty().bind(session.scenarioProperty());
        // The same scenario may be opened anew, and then runs as its file has it.
        session.storyProperty()
                .subscribe(story -> {
                    if (story.overlay().equals(OptionsOverlay.NONE)) {
                        rules.forget();
                    }
                });
        return rules;
    }

    private StateMap stateMap() {
        var map = new StateMap();
        map.setMessages(messages);
        map.timelineProperty().bind(player.timelineProperty());
        map.frameIndexProperty().bind(player.frameIndexProperty());
        map.setOnFrameRequested(player::seekFrame);
        return map;
    }
}
