package dev.handshakelab.view.coach;

import dev.handshakelab.coach.Attempt;
import dev.handshakelab.coach.Duty;
import dev.handshakelab.coach.Finding;
import dev.handshakelab.coach.Verdict;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The controls by which a decision is made; they start empty. */
final class CoachForm {
    /** The controls, as the FXML file has them. */
    record Controls(
            ToggleButton silent,
            ToggleButton speak,
            Pane segmentGroup,
            Pane bits,
            TextField seq,
            TextField ack,
            ComboBox<TcpState> state,
            Pane timers) {}

    private final Controls controls;
    private final Map<Flags, ToggleButton> bits = new LinkedHashMap<>();
    private final TimerPicker timers;
    private Numbers numbers = Numbers.ABSOLUTE;
    private @Nullable Duty duty;

    /**
     * @param changed is told whenever the learner changes anything
     */
    CoachForm(Controls controls, Messages messages, Runnable changed) {
        this.controls = controls;
        this.timers = new TimerPicker(controls.timers(), messages);
        var choice = new ToggleGroup();
        controls.silent().setToggleGroup(choice);
        controls.speak().setToggleGroup(choice);
        choice.selectedToggleProperty().subscribe(changed);
        controls.segmentGroup().disableProperty().bind(controls.speak().selectedProperty().not());
        for (Flags bit : List.of(Flags.SYN, Flags.ACK, Flags.FIN, Flags.RST)) {
            var button = new ToggleButton(bit.toString());
            button.setId("bit-" + bit);
            button.selectedProperty().subscribe(changed);
            bits.put(bit, button);
        }
        controls.bits().getChildren().setAll(bits.values());
        controls.ack()
                .disableProperty()
                .bind(bits.getOrDefault(Flags.ACK, new ToggleButton()).selectedProperty().not());
        controls.seq().textProperty().subscribe(changed);
        controls.ack().textProperty().subscribe(changed);
        controls.state().getItems().setAll(TcpState.values());
        controls.state().valueProperty().subscribe(changed);
    }

    /** Writes everything in the language of now. */
    void translate(String statePrompt) {
        TextCell.install(controls.state(), TcpState::rfcName, statePrompt);
        timers.translate();
    }

    /** Empties everything for the next decision. */
    void begin(Duty next, Timeline timeline, Numbers newNumbers) {
        duty = next;
        numbers = newNumbers;
        timers.offer(timeline, next.side());
        controls.silent().setSelected(false);
        controls.speak().setSelected(false);
        bits.values().forEach(button -> button.setSelected(false));
        controls.seq().clear();
        controls.ack().clear();
        controls.state().setValue(null);
        timers.clear();
        mark(null);
    }

    /** Fills in what the machine does. */
    void solve(Duty solved) {
        Attempt own = Attempt.ofTheMachine(solved);
        boolean sends = Boolean.TRUE.equals(own.sends());
        controls.silent().setSelected(!sends);
        controls.speak().setSelected(sends);
        bits.forEach((bit, button) -> button.setSelected(own.flags().has(bit)));
        controls.seq().setText(figures(own.seq(), solved.side()));
        controls.ack().setText(figures(own.ack(), solved.side().other()));
        controls.state().setValue(own.state());
        timers.show(own.timers());
        mark(null);
    }

    private String figures(@Nullable Integer number, Side owner) {
        return number == null || duty == null ? "" : numbers.show(duty.frameIndex(), owner, number);
    }

    /** What has been decided so far. */
    Attempt attempt() {
        Flags flags = Flags.NONE;
        for (Map.Entry<Flags, ToggleButton> entry : bits.entrySet()) {
            flags = entry.getValue().isSelected() ? flags.with(entry.getKey()) : flags;
        }
        boolean speaks = controls.speak().isSelected();
        boolean decided = speaks || controls.silent().isSelected();
        Side side = duty == null ? Side.A : duty.side();
        return new Attempt(
                decided ? speaks : null,
                speaks ? flags : Flags.NONE,
                speaks ? read(controls.seq(), side) : null,
                speaks && flags.ack() ? read(controls.ack(), side.other()) : null,
                controls.state().getValue(),
                timers.moves());
    }

    private @Nullable Integer read(TextField field, Side owner) {
        int frame = duty == null ? 0 : duty.frameIndex();
        OptionalInt number = numbers.read(frame, owner, field.getText());
        return number.isPresent() ? (Integer) number.getAsInt() : null;
    }

    /** Puts marks on the parts that are wrong; null takes all marks off. */
    void mark(@Nullable Verdict verdict) {
        List<Finding> findings = verdict == null ? List.of() : verdict.findings();
        boolean sending = false;
        boolean flags = false;
        boolean seq = false;
        boolean ack = false;
        boolean state = false;
        Set<TimerKind> wrongTimers = EnumSet.noneOf(TimerKind.class);
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.MustSend _, Finding.MustBeSilent _ -> sending = true;
                case Finding.ControlBits _ -> flags = true;
                case Finding.SequenceNumber _ -> seq = true;
                case Finding.AckNumber _ -> ack = true;
                case Finding.NextState _ -> state = true;
                case Finding.Timer timer -> wrongTimers.add(timer.kind());
            }
        }
        Wrong.mark(controls.silent().getParent(), sending);
        Wrong.mark(controls.bits(), flags);
        Wrong.mark(controls.seq(), seq);
        Wrong.mark(controls.ack(), ack);
        Wrong.mark(controls.state(), state);
        timers.mark(wrongTimers);
    }

    void focusFirst() {
        controls.silent().requestFocus();
    }
}
