package dev.handshakelab.view.capture;

import dev.handshakelab.capture.CapturePlace;
import dev.handshakelab.capture.Conversation;
import dev.handshakelab.capture.Mark;
import dev.handshakelab.capture.PlaceGuess;
import dev.handshakelab.capture.Testimony;
import dev.handshakelab.replay.Replay;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What there is to say about the connection that is shown, and where it was captured. */
public final class CaptureCardController {
    private static final int MOST_ROWS = 4;
    private static final double ROW_EM = 1.75;
    private static final double MARKS_EDGE_PX = 4;

    private final ObservableValue<@Nullable CaptureStory> current;
    private final Consumer<PlaceChoice> choose;
    private final Messages messages;
    private final CaptureText text;

    private final Consumer<CaptureStory> replay;
    private final Consumer<Mark> seek;

    /** True while the box is filled by this class, not by the user. */
    private boolean filling;

    @FXML private Node root;
    @FXML private Label captureTitle;
    @FXML private FontIcon verdictSign;
    @FXML private Label verdict;
    @FXML private Node verdictLine;
    @FXML private Label captureFacts;
    @FXML private Label runNote;
    @FXML private TitledPane placeBox;
    @FXML private ComboBox<PlaceChoice> place;
    @FXML private Label placeReason;
    @FXML private TitledPane marksPane;
    @FXML private ListView<Mark> markList;
    @FXML private Button replayButton;
    @FXML private Label replayReason;

    /**
     * @param current the connection that is shown; null: none, and the card is away
     * @param choose tells where the capture was made
     * @param seek shows where a mark is
     * @param replay goes on with it as a scenario
     */
    public CaptureCardController(
            ObservableValue<@Nullable CaptureStory> current,
            Consumer<PlaceChoice> choose,
            Consumer<CaptureStory> replay,
            Consumer<Mark> seek,
            Messages messages) {
        this.replay = replay;
        this.seek = seek;
        this.current = current;
        this.choose = choose;
        this.messages = messages;
        this.text = new CaptureText(messages);
    }

    @FXML
    void initialize() {
        root.managedProperty().bind(root.visibleProperty());
        place.valueProperty()
                .subscribe(choice -> {
                    if (!filling && choice != null) {
                        choose.accept(choice);
                    }
                });
        marksPane.managedProperty().bind(marksPane.visibleProperty());
        markList.getSelectionModel().selectedItemProperty().subscribe(this::goTo);
        captureTitle
                .fontProperty()
                .subscribe(font -> markList.setFixedCellSize(Math.ceil(font.getSize() * ROW_EM)));
        markList.prefHeightProperty()
                .bind(
                        markList.fixedCellSizeProperty()
                                .multiply(
                                        Bindings.min(MOST_ROWS, Bindings.size(markList.getItems())))
                                .add(MARKS_EDGE_PX));
        replayButton.setOnAction(_ -> replayCurrent());
        runNote.managedProperty().bind(runNote.visibleProperty());
        replayReason.managedProperty().bind(replayReason.visibleProperty());
        current.subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private void show() {
        CaptureStory story = current.getValue();
        root.setVisible(story != null);
        if (story == null) {
            return;
        }
        var connection = story.row().connection();
        captureTitle.setText(
                messages.get("capture.hosts", story.row().socketA(), story.row().socketB()));
        verdictSign.setIconLiteral(CaptureText.icon(connection.verdict()));
        verdict.setText(text.verdictSentence(connection));
        verdictLine
                .getStyleClass()
                .setAll("connection", "connection-line", CaptureText.tone(connection.verdict()));
        captureFacts.setText(
                messages.get(
                        "capture.facts",
                        CaptureText.clock(connection.startNanos()),
                        Durations.inWords(messages, connection.durationNanos()),
                        text.grouped(connection.octetsFromA()),
                        text.grouped(connection.octetsFromB())));
        showRun(story);
        showPlace(story);
        showReplay(story);
        showMarks(story);
    }

    /** An exported run carries its own states; and it may not have been TCP. */
    private void showRun(CaptureStory story) {
        boolean isTold = story.inferred().testimony().containsValue(Testimony.Worth.BELIEVED);
        runNote.setVisible(isTold);
        String variants =
                isTold
                        ? new CaptureReasons(messages).variantNames(story.inferred().variants())
                        : "";
        runNote.setText(
                variants.isEmpty()
                        ? messages.get("capture.run.told")
                        : messages.get("capture.run.notTcp", variants));
    }

    private void showMarks(CaptureStory story) {
        int count = story.marks().all().size();
        marksPane.setVisible(count > 0);
        marksPane.setText(messages.get("mark.title", Integer.toString(count)));
        filling = true;
        String pattern = messages.get("mark.line", "%s", "%s", "%s");
        MarkText words = new MarkText(messages);
        markList.setCellFactory(_ -> new MarkCell(words, pattern));
        markList.getItems().setAll(story.marks().all());
        filling = false;
    }

    private void goTo(@Nullable Mark mark) {
        if (!filling && mark != null) {
            seek.accept(mark);
        }
    }

    private void replayCurrent() {
        CaptureStory story = current.getValue();
        if (story != null) {
            replay.accept(story);
        }
    }

    private void showReplay(CaptureStory story) {
        var obstacle = Replay.obstacle(story.row().connection());
        replayButton.setDisable(obstacle.isPresent());
        replayReason.setVisible(obstacle.isPresent());
        replayReason.setText(
                obstacle.map(reason -> messages.get("capture.replay." + reason.name())).orElse(""));
    }

    private void showPlace(CaptureStory story) {
        Conversation conversation = story.row().connection().conversation();
        PlaceGuess guess = PlaceGuess.of(conversation);
        boolean open = !story.hasTwoViews() && guess.place() != CapturePlace.AT_BOTH;
        place.setVisible(open);
        place.setManaged(open);
        placeBox.setText(messages.get("capture.place.title", placeName(present(story))));
        if (!open) {
            placeReason.setText(
                    messages.get(
                            story.hasTwoViews()
                                    ? "capture.place.twoViews"
                                    : "capture.place.oneHost"));
            return;
        }
        filling = true;
        place.setConverter(new PlaceNames(conversation, guess));
        place.getItems()
                .setAll(
                        PlaceChoice.AUTOMATIC,
                        new PlaceChoice.AtHost(conversation.a().address()),
                        new PlaceChoice.AtHost(conversation.b().address()),
                        new PlaceChoice.OnTheWay());
        place.setValue(
                story.choice().in(conversation) == null ? PlaceChoice.AUTOMATIC : story.choice());
        filling = false;
        placeReason.setText(reason(guess));
    }

    /** Where the story that is shown takes the capture to have been made. */
    private static CapturePlace present(CaptureStory story) {
        boolean a = story.isWatched(Side.A);
        boolean b = story.isWatched(Side.B);
        if (a && b) {
            return CapturePlace.AT_BOTH;
        }
        return a ? CapturePlace.AT_A : b ? CapturePlace.AT_B : CapturePlace.BETWEEN;
    }

    private String reason(PlaceGuess guess) {
        return messages.get(
                "capture.guess." + guess.reason().name(),
                placeName(guess.place()),
                time(guess.leastOfA()),
                time(guess.leastOfB()));
    }

    private String time(OptionalLong nanos) {
        return nanos.isPresent() ? Durations.inWords(messages, nanos.getAsLong()) : "–";
    }

    private String placeName(CapturePlace where) {
        return messages.get("capture.place." + where.name());
    }

    /** What the places are called for one conversation. */
    private final class PlaceNames extends StringConverter<PlaceChoice> {
        private final Conversation conversation;
        private final PlaceGuess guess;

        PlaceNames(Conversation conversation, PlaceGuess guess) {
            this.conversation = conversation;
            this.guess = guess;
        }

        @Override
        public String toString(@Nullable PlaceChoice choice) {
            if (choice == null) {
                return "";
            }
            CapturePlace meant = choice.in(conversation);
            return meant == null
                    ? messages.get("capture.place.automatic", placeName(guess.place()))
                    : placeName(meant);
        }

        @Override
        public PlaceChoice fromString(String name) {
            return List.copyOf(place.getItems()).stream()
                    .filter(choice -> Objects.equals(toString(choice), name))
                    .findFirst()
                    .orElse(PlaceChoice.AUTOMATIC);
        }
    }
}
