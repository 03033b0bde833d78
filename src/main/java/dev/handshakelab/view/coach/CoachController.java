package dev.handshakelab.view.coach;

import dev.handshakelab.coach.Duty;
import dev.handshakelab.playback.Player;
import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.coach.CoachViewModel.Outcome;
import dev.handshakelab.view.coach.CoachViewModel.Phase;
import dev.handshakelab.view.text.DecisionTexts;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The card in which the learner decides for an endpoint: which host, what it does, what was wrong,
 * how it went. While nobody plays it takes no room.
 */
public final class CoachController {
    private final CoachViewModel model;
    private final Player player;
    private final Function<Timeline, Numbers> numbers;
    private final Messages messages;

    @FXML private Region root;
    @FXML private Label event;
    @FXML private Label score;
    @FXML private Button hintButton;
    @FXML private Button reveal;
    @FXML private Button coachClose;
    @FXML private Region chooser;
    @FXML private Button chooseA;
    @FXML private Button chooseB;
    @FXML private Button chooseBoth;
    @FXML private Pane known;
    @FXML private Region form;
    @FXML private ToggleButton silent;
    @FXML private ToggleButton speak;
    @FXML private Pane segmentGroup;
    @FXML private Pane bits;
    @FXML private TextField seq;
    @FXML private TextField ack;
    @FXML private Label len;
    @FXML private ComboBox<TcpState> state;
    @FXML private Pane timers;
    @FXML private Pane messagesBox;
    @FXML private Button check;
    @FXML private Button goOn;

    private @Nullable CoachForm decision;
    private @Nullable CoachMessages said;

    /**
     * @param numbers how sequence numbers of a story are written at the moment
     */
    public CoachController(
            CoachViewModel model,
            Player player,
            Function<Timeline, Numbers> numbers,
            Messages messages) {
        this.model = model;
        this.player = player;
        this.numbers = numbers;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        said = new CoachMessages(messagesBox, model, messages);
        decision =
                new CoachForm(
                        new CoachForm.Controls(
                                silent, speak, segmentGroup, bits, seq, ack, state, timers),
                        messages,
                        this::follow);
        chooseA.setOnAction(_ -> model.choose(EnumSet.of(Side.A)));
        chooseB.setOnAction(_ -> model.choose(EnumSet.of(Side.B)));
        chooseBoth.setOnAction(_ -> model.choose(EnumSet.allOf(Side.class)));
        hintButton.setOnAction(_ -> model.help(decision().attempt()));
        reveal.setOnAction(_ -> model.reveal());
        coachClose.setOnAction(_ -> model.close());
        check.setOnAction(_ -> check());
        goOn.setOnAction(_ -> goOn());
        for (TextField field : List.of(seq, ack)) {
            field.setOnAction(_ -> check());
        }
        showInPhases();
        form.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
        model.phaseProperty().subscribe(this::showPhase);
        model.verdictProperty().subscribe(_ -> showMessages());
        model.hintProperty().subscribe(_ -> showMessages());
        messages.localeProperty().subscribe(_ -> translate());
    }

    private void showInPhases() {
        showIn(root, EnumSet.complementOf(EnumSet.of(Phase.OFF)));
        showIn(chooser, EnumSet.of(Phase.CHOOSING));
        showIn(known, EnumSet.of(Phase.ASKING, Phase.ANSWERED));
        showIn(form, EnumSet.of(Phase.ASKING, Phase.ANSWERED));
        showIn(hintButton, EnumSet.of(Phase.ASKING));
        showIn(reveal, EnumSet.of(Phase.ASKING));
        showIn(check, EnumSet.of(Phase.ASKING));
        showIn(goOn, EnumSet.of(Phase.WATCHING, Phase.ANSWERED));
        check.defaultButtonProperty().bind(check.visibleProperty());
        goOn.defaultButtonProperty().bind(goOn.visibleProperty());
    }

    private void showIn(Node node, Set<Phase> phases) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> phases.contains(model.getPhase()), model.phaseProperty()));
    }

    private CoachForm decision() {
        return Objects.requireNonNull(decision, "initialize comes first");
    }

    private void check() {
        if (decision().attempt().isComplete()) {
            model.check(decision().attempt());
        }
    }

    private void goOn() {
        if (model.getPhase() == Phase.WATCHING) {
            model.hurry();
        } else {
            model.goOn();
        }
    }

    private void follow() {
        // It is told of the first values while it is still being made.
        if (decision != null) {
            check.setDisable(!decision().attempt().isComplete());
        }
    }

    private void translate() {
        decision().translate(messages.get("coach.state.choose"));
        Timeline timeline = player.getTimeline();
        if (timeline != null) {
            chooseA.setText(host("coach.choose.host", timeline, Side.A));
            chooseB.setText(host("coach.choose.host", timeline, Side.B));
        }
        show(model.getPhase());
    }

    private String host(String key, Timeline timeline, Side side) {
        String role =
                switch (timeline.host(side).role()) {
                    case CLIENT -> "host.client";
                    case SERVER -> "host.server";
                    case PEER -> "host.peer";
                };
        return messages.get(key, messages.get(role, side.name()));
    }

    private void showPhase(Phase phase) {
        Timeline timeline = player.getTimeline();
        Duty duty = model.dutyProperty().get();
        if (phase == Phase.CHOOSING) {
            translate();
        }
        if (phase == Phase.ASKING && duty != null && timeline != null) {
            decision().begin(duty, timeline, numbers.apply(timeline));
        }
        if (phase == Phase.ANSWERED && duty != null) {
            decision().solve(duty);
        }
        show(phase);
        follow();
        // Once what it holds is shown.
        Platform.runLater(() -> focus(phase));
    }

    /** Begins the game, or gives the keys back to one that is on. */
    public void open() {
        if (model.isOn()) {
            focus();
        } else {
            model.open();
        }
    }

    /** The keys go to where the learner has to do something. */
    public void focus() {
        focus(model.getPhase());
    }

    private void focus(Phase phase) {
        switch (phase) {
            case CHOOSING -> chooseA.requestFocus();
            case ASKING -> decision().focusFirst();
            case ANSWERED, WATCHING -> goOn.requestFocus();
            case DONE -> coachClose.requestFocus();
            case OFF -> {
                // the window has the keys
            }
        }
    }

    private void show(Phase phase) {
        Timeline timeline = player.getTimeline();
        Duty duty = model.dutyProperty().get();
        score.setText(model.outcomes().isEmpty() ? "" : scoreText());
        if (timeline != null && duty != null) {
            var texts = new DecisionTexts(messages, duty, numbers.apply(timeline));
            boolean turn = phase == Phase.ASKING || phase == Phase.ANSWERED;
            String host = host("coach.you", timeline, duty.side());
            event.setText(
                    turn
                            ? messages.get(
                                    "coach.turn",
                                    host,
                                    texts.event(timeline.frame(duty.frameIndex())))
                            : messages.get("coach.watching", duty.side().name()));
            known.getChildren().setAll(KnownFacts.of(messages, duty, numbers.apply(timeline)));
            len.setText(lengthText(duty));
        }
        if (phase == Phase.CHOOSING) {
            event.setText(messages.get("coach.choose"));
        }
        if (phase == Phase.DONE) {
            event.setText(
                    messages.get(model.outcomes().isEmpty() ? "coach.nothing" : "coach.done"));
        }
        goOn.setText(messages.get(phase == Phase.WATCHING ? "coach.hurry" : "coach.goOn"));
        showMessages();
    }

    private String scoreText() {
        return messages.get("coach.score", model.count(Outcome.FIRST_TRY), model.outcomes().size());
    }

    private String lengthText(Duty duty) {
        Emission answer = duty.answer();
        int octets = answer == null ? 0 : answer.segment().text().length();
        int segments = duty.transition().emissions().size();
        return segments > 1
                ? messages.get("coach.length.more", octets, segments - 1)
                : messages.get("coach.length", octets);
    }

    private void showMessages() {
        Duty duty = model.dutyProperty().get();
        Timeline timeline = player.getTimeline();
        said().clear();
        if (model.getPhase() == Phase.DONE) {
            said().showSummary();
        } else if (duty != null && timeline != null) {
            said().show(new DecisionTexts(messages, duty, numbers.apply(timeline)));
            if (model.getPhase() == Phase.ASKING) {
                decision().mark(model.verdictProperty().get());
            }
        }
    }

    private CoachMessages said() {
        return Objects.requireNonNull(said, "initialize comes first");
    }
}
