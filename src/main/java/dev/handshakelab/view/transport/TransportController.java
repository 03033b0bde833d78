package dev.handshakelab.view.transport;

import dev.handshakelab.playback.Player;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The transport bar: first, back, play, forward, last, the scrubber, the speed, step and time. */
public final class TransportController {
    /** The speeds to choose from. */
    static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0);

    private final Player player;
    private final Messages messages;

    /** True while the scrubber follows the player. */
    private boolean following;

    @FXML private Button first;
    @FXML private Button back;
    @FXML private Button play;
    @FXML private FontIcon playSign;
    @FXML private Tooltip playTip;
    @FXML private Button forward;
    @FXML private Button last;
    @FXML private Slider scrubber;
    @FXML private ComboBox<Double> speed;
    @FXML private Label step;
    @FXML private Label time;

    public TransportController(Player player, Messages messages) {
        this.player = player;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        first.setOnAction(_ -> player.first());
        back.setOnAction(_ -> player.step(-1));
        play.setOnAction(_ -> player.toggle());
        forward.setOnAction(_ -> player.step(1));
        last.setOnAction(_ -> player.last());
        speed.getItems().setAll(SPEEDS);
        speed.setConverter(new SpeedText());
        speed.valueProperty().subscribe(this::chooseSpeed);
        scrubber.valueProperty().subscribe(value -> scrub(value.doubleValue()));
        player.speedProperty().subscribe(value -> speed.setValue(value.doubleValue()));
        player.timelineProperty().subscribe(this::showPlace);
        player.frameIndexProperty().subscribe(this::showPlace);
        player.playheadNanosProperty().subscribe(this::showTime);
        player.playingProperty().subscribe(this::showPlaying);
        messages.localeProperty().subscribe(_ -> showTexts());
    }

    private void chooseSpeed(Double value) {
        if (value != null) {
            player.setSpeed(value);
        }
    }

    private void scrub(double value) {
        if (!following) {
            player.seekFrame((int) Math.round(value));
        }
    }

    private void showPlace() {
        if (player.getTimeline() == null) {
            return;
        }
        int index = player.getFrameIndex();
        int lastIndex = player.getTimeline().lastIndex();
        following = true;
        scrubber.setMax(Math.max(1, lastIndex));
        scrubber.setValue(index);
        following = false;
        first.setDisable(index == 0);
        back.setDisable(index == 0);
        forward.setDisable(index == lastIndex);
        last.setDisable(index == lastIndex);
        step.setText(messages.get("transport.step", index, lastIndex));
        scrubber.setAccessibleText(messages.get("transport.scrubberAt", index, lastIndex));
        showTime();
    }

    private void showTime() {
        time.setText(
                messages.get(
                        "transport.time", Durations.compact((long) player.getPlayheadNanos())));
    }

    private void showPlaying() {
        boolean playing = player.isPlaying();
        playSign.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
        String text = messages.get(playing ? "transport.pause" : "transport.play");
        playTip.setText(text);
        play.setAccessibleText(text);
    }

    private void showTexts() {
        showPlaying();
        showPlace();
    }

    /** Speeds as {@code 0.5×}. */
    private static final class SpeedText extends StringConverter<Double> {
        @Override
        public String toString(Double value) {
            if (value == null) {
                return "";
            }
            boolean whole = value == Math.rint(value);
            return (whole ? Integer.toString(value.intValue()) : value.toString()) + "×";
        }

        @Override
        public Double fromString(String text) {
            return Double.valueOf(text.replace("×", ""));
        }
    }
}
