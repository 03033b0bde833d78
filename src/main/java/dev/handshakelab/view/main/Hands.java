package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.details.DetailsController;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.host.HostController;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import dev.handshakelab.view.touch.DelayPrompt;
import dev.handshakelab.view.touch.DiagramHands;
import dev.handshakelab.view.touch.HintController;
import dev.handshakelab.view.touch.InjectController;
import dev.handshakelab.view.touch.InjectViewModel;
import dev.handshakelab.view.touch.InviteController;
import dev.handshakelab.view.touch.Menus;
import dev.handshakelab.view.touch.NetworkSwitch;
import dev.handshakelab.view.touch.NextController;
import dev.handshakelab.view.touch.NextViewModel;
import dev.handshakelab.view.touch.Present;
import dev.handshakelab.view.touch.Reach;
import dev.handshakelab.view.touch.Sandbox;
import dev.handshakelab.view.touch.SandboxBarController;
import dev.handshakelab.view.touch.TouchActions;
import dev.handshakelab.view.touch.TouchBarController;
import dev.handshakelab.view.touch.TouchDesk;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;

/** Puts together everything by which a story is touched. */
final class Hands {
    private final Tools tools;
    private final Session session;
    private final TextNarration narration;
    private final Messages messages;
    private final TouchDesk desk;
    private final TouchActions actions;
    private final Menus menus;
    private final InjectViewModel inject;
    private final BooleanBinding sandbox;
    private @Nullable SequenceDiagram diagram;
    private @Nullable DiagramHands diagramHands;
    private @Nullable DelayPrompt delayPrompt;
    private @Nullable Supplier<DetailsController> details;
    private @Nullable NextController next;
    private List<HostController> hosts = List.of();

    /** What it works on. */
    record Tools(Session session, Preferences preferences, WindowState state, Notices notices) {}

    Hands(Tools tools, TextNarration narration, Messages messages) {
        this.tools = tools;
        this.session = tools.session();
        this.narration = narration;
        this.messages = messages;
        var present = new Present(session.player(), session.selectionProperty(), this::shownRun);
        this.desk = new TouchDesk(session.player(), present, this::touch, Platform::runLater);
        this.inject = new InjectViewModel(desk, messages);
        var parts =
                new TouchActions.Parts(
                        this::askDelay,
                        this::openInject,
                        () -> diagram == null ? null : diagram.focusedFlight());
        this.actions = new TouchActions(desk, tools.notices(), parts);
        this.menus = new Menus(desk, actions, messages, this::numbers);
        this.sandbox =
                Bindings.createBooleanBinding(
                        () -> {
                            Scenario played = session.playedScenario().getValue();
                            return played != null && Sandbox.is(played);
                        },
                        session.playedScenario());
    }

    /** What was recorded cannot be touched. */
    private @Nullable Run shownRun() {
        return session.captureProperty().get() == null ? session.shownRun() : null;
    }

    TouchDesk desk() {
        return desk;
    }

    private void touch(int atFrame, Touch touch) {
        if (atFrame != session.player().getFrameIndex()) {
            session.player().seekFrame(atFrame);
        }
        // Who has touched once needs no hint.
        tools.preferences().showTouchHintProperty().set(false);
        session.touch(touch);
    }

    private Numbers numbers() {
        Timeline timeline = session.player().getTimeline();
        return timeline == null ? Numbers.ABSOLUTE : narration.numbers(timeline);
    }

    /** Tells the loader how the controllers are made. */
    void register(Views views) {
        views.register(NextController.class, this::nextController);
        views.register(InjectController.class, () -> new InjectController(inject, messages));
        views.register(
                TouchBarController.class,
                () -> new TouchBarController(desk, actions, menus, messages));
        views.register(
                SandboxBarController.class,
                () ->
                        new SandboxBarController(
                                sandbox.and(tools.state().classModeProperty().not()),
                                session.storyProperty().map(Story::overlay),
                                session::rerun,
                                new NetworkSwitch(desk, messages)));
        views.register(
                InviteController.class,
                () ->
                        new InviteController(
                                desk, sandbox, tools.state().classModeProperty(), this::showNext));
        views.register(
                HintController.class,
                () ->
                        new HintController(
                                desk,
                                tools.preferences().showTouchHintProperty(),
                                tools.state().classModeProperty().or(sandbox)));
    }

    private NextController nextController() {
        var made =
                new NextController(
                        new NextViewModel(desk, actions, messages, this::numbers),
                        new NetworkSwitch(desk, messages),
                        inject,
                        messages);
        next = made;
        return made;
    }

    /**
     * Takes the parts of the loaded window.
     *
     * @param pages gives the pane on the right, which may have to be loaded first
     */
    void attach(
            SequenceDiagram shown,
            Supplier<DetailsController> pages,
            HostController hostA,
            HostController hostB) {
        diagram = shown;
        details = pages;
        hosts = List.of(hostA, hostB);
        diagramHands = new DiagramHands(desk, actions, menus, messages, shown);
        delayPrompt = new DelayPrompt(messages, shown, desk::arriveAt);
        shown.touchProperty().set(diagramHands);
        // The numbers in the form are those of the story that it was opened for.
        session.storyProperty().subscribe(_ -> inject.close());
        hostA.offerCalls(Side.A, () -> menus.ofHost(Side.A));
        hostB.offerCalls(Side.B, () -> menus.ofHost(Side.B));
    }

    /** Whether a menu is open or an arrow in the hand, so that keys belong to it. */
    boolean hasKeys() {
        return (diagramHands != null && diagramHands.isOpen())
                || (diagram != null && diagram.isDragging())
                || hosts.stream().anyMatch(HostController::isOpen);
    }

    /** Runs one of the commands that touch. */
    void run(Command command) {
        switch (command) {
            case TOUCH_MENU -> Objects.requireNonNull(diagram).openTouchMenu();
            case TOUCH_NEXT -> showNext();
            case TOUCH_INJECT -> openInject();
            case SANDBOX -> session.open(Sandbox.scenario());
            default -> actions.run(command);
        }
    }

    private void showDetails() {
        tools.state().classModeProperty().set(false);
        tools.preferences().showExplanationProperty().set(true);
        Objects.requireNonNull(details).get().showNext();
    }

    private void showNext() {
        inject.close();
        showDetails();
        Platform.runLater(() -> {
            if (next != null) {
                next.focusList();
            }
        });
    }

    private void openInject() {
        showDetails();
        inject.open();
    }

    private void askDelay(Reach reach) {
        Objects.requireNonNull(delayPrompt).show(reach);
    }
}
