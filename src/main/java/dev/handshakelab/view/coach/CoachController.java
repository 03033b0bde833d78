package dev.handshakelab.view.coach;

import dev.handshakelab.coach.Duty;
import dev.handshakelab.coach.Finding;
import dev.handshakelab.coach.Hint;
import dev.handshakelab.coach.Judge;
import dev.handshakelab.coach.Verdict;
import dev.handshakelab.playback.Player;
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
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

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
    @FXML private Button close;
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
    @FXML private Region foot;
    @FXML private Button check;
    @FXML private Button goOn;
    @FXML private Label advice;

    private @Nullable CoachForm decision;

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
        close.setOnAction(_ -> model.close());
        check.setOnAction(_ -> check());
        goOn.setOnAction(_ -> goOn());
        for (TextField field : List.of(seq, ack)) {
            field.setOnAction(_ -> check());
        }
        showIn(root, EnumSet.complementOf(EnumSet.of(Phase.OFF)));
        showIn(chooser, EnumSet.of(Phase.CHOOSING));
        showIn(known, EnumSet.of(Phase.ASKING, Phase.ANSWERED));
        showIn(form, EnumSet.of(Phase.ASKING, Phase.ANSWERED));
        showIn(hintButton, EnumSet.of(Phase.ASKING));
        showIn(reveal, EnumSet.of(Phase.ASKING));
        showIn(check, EnumSet.of(Phase.ASKING));
        showIn(goOn, EnumSet.of(Phase.WATCHING, Phase.ANSWERED));
        showIn(foot, EnumSet.of(Phase.ASKING, Phase.ANSWERED, Phase.WATCHING));
        check.defaultButtonProperty().bind(check.visibleProperty());
        goOn.defaultButtonProperty().bind(goOn.visibleProperty());
        messagesBox.managedProperty().bind(Bindings.isNotEmpty(messagesBox.getChildren()));
        messagesBox.visibleProperty().bind(messagesBox.managedProperty());
        form.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
        model.phaseProperty().subscribe(this::showPhase);
        model.verdictProperty().subscribe(_ -> showMessages());
        model.hintProperty().subscribe(_ -> showMessages());
        messages.localeProperty().subscribe(_ -> translate());
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
        return messages.get(
                key, side.name(), messages.get("role." + timeline.host(side).role().name()));
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

    /** The keys go to where the learner has to do something. */
    public void focus() {
        focus(model.getPhase());
    }

    private void focus(Phase phase) {
        switch (phase) {
            case CHOOSING -> chooseA.requestFocus();
            case ASKING -> decision().focusFirst();
            case ANSWERED, WATCHING -> goOn.requestFocus();
            case DONE -> close.requestFocus();
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
        advice.setText(messages.get(phase == Phase.ASKING ? "coach.advice" : "coach.advice.goOn"));
        showMessages();
    }

    private String scoreText() {
        return messages.get("coach.score", model.count(Outcome.FIRST_TRY), model.outcomes().size());
    }

    private String lengthText(Duty duty) {
        int octets = duty.answer() == null ? 0 : duty.answer().segment().text().length();
        int segments = duty.transition().emissions().size();
        return segments > 1
                ? messages.get("coach.length.more", octets, segments - 1)
                : messages.get("coach.length", octets);
    }

    private void showMessages() {
        messagesBox.getChildren().clear();
        Duty duty = model.dutyProperty().get();
        Timeline timeline = player.getTimeline();
        if (model.getPhase() == Phase.DONE) {
            showSummary();
        } else if (duty != null && timeline != null) {
            var texts = new DecisionTexts(messages, duty, numbers.apply(timeline));
            showVerdict(texts, duty);
            Hint hint = model.hintProperty().get();
            if (hint != null) {
                add("fth-help-circle", "clue", texts.hint(hint));
            }
        }
    }

    private void showVerdict(DecisionTexts texts, Duty duty) {
        Verdict verdict = model.verdictProperty().get();
        if (model.getPhase() == Phase.ANSWERED) {
            boolean right = verdict != null;
            String key = right ? "coach.right" : "coach.shown";
            add(right ? "fth-check-circle" : "fth-eye", "right", messages.get(key));
            add("fth-book-open", "clue", texts.reason(Judge.reason(duty)));
            return;
        }
        decision().mark(verdict);
        if (verdict != null) {
            for (Finding finding : verdict.findings()) {
                String because = texts.because(finding);
                add(
                        "fth-x-circle",
                        "error",
                        because.isEmpty()
                                ? texts.sentence(finding)
                                : messages.get("coach.finding", texts.sentence(finding), because));
            }
        }
    }

    private void showSummary() {
        if (model.outcomes().isEmpty()) {
            return;
        }
        add(
                "fth-award",
                "right",
                messages.get(
                        "coach.summary",
                        model.count(Outcome.FIRST_TRY),
                        model.outcomes().size(),
                        model.count(Outcome.WITH_HINT),
                        model.count(Outcome.CORRECTED),
                        model.count(Outcome.SHOWN)));
        if (!model.missed().isEmpty()) {
            var row = new FlowPane();
            row.getStyleClass().add("coach-again");
            row.getChildren().add(new Label(messages.get("coach.again")));
            for (int frame : model.missed()) {
                var link = new Hyperlink(messages.get("coach.again.step", frame));
                link.setOnAction(_ -> model.lookAt(frame));
                row.getChildren().add(link);
            }
            messagesBox.getChildren().add(row);
        }
    }

    private void add(String icon, String kind, String text) {
        var label = new Label(text, new FontIcon(icon));
        label.getStyleClass().addAll("coach-message", kind);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        messagesBox.getChildren().add(label);
    }
}
