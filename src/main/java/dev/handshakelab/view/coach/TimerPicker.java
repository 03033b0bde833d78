package dev.handshakelab.view.coach;

import dev.handshakelab.coach.Duty;
import dev.handshakelab.coach.TimerMove;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A choice for each timer that matters to a host. */
final class TimerPicker {
    private final Pane pane;
    private final Messages messages;
    private final Map<TimerKind, ComboBox<TimerChoice>> boxes = new EnumMap<>(TimerKind.class);

    TimerPicker(Pane pane, Messages messages) {
        this.pane = pane;
        this.messages = messages;
    }

    /** Offers the two timers that every connection has, and the others that this host ever uses. */
    void offer(Timeline timeline, Side side) {
        Set<TimerKind> kinds = EnumSet.of(TimerKind.RETRANSMISSION, TimerKind.TIME_WAIT);
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                if (fact instanceof Fact.TimerStarted started && started.side() == side) {
                    kinds.add(started.timer().kind());
                }
            }
        }
        kinds.removeIf(kind -> !Duty.isAsked(kind));
        if (!kinds.equals(boxes.keySet())) {
            boxes.clear();
            kinds.forEach(kind -> boxes.put(kind, new ComboBox<>()));
            translate();
        }
    }

    /** Writes everything in the language of now. */
    void translate() {
        pane.getChildren().clear();
        boxes.forEach((kind, box) -> {
            String name = messages.get("timer." + kind.name() + ".long");
            var label = new Label(name);
            label.getStyleClass().add("coach-name");
            label.setLabelFor(box);
            label.setMinWidth(Label.USE_PREF_SIZE);
            TimerChoice chosen = box.getValue();
            box.setId("timer-" + kind.name());
            box.setAccessibleText(name);
            TextCell.install(box, choice -> choice.text(messages), "");
            box.getItems().setAll(TimerChoice.values());
            box.setValue(chosen == null ? TimerChoice.UNTOUCHED : chosen);
            var row = new HBox(label, box);
            row.getStyleClass().add("coach-timer");
            pane.getChildren().add(row);
        });
    }

    void clear() {
        boxes.values().forEach(box -> box.setValue(TimerChoice.UNTOUCHED));
    }

    void show(Map<TimerKind, TimerMove> moves) {
        boxes.forEach((kind, box) -> box.setValue(TimerChoice.of(moves.get(kind))));
    }

    /** Puts a mark on the timers that are wrong. */
    void mark(Collection<TimerKind> wrong) {
        boxes.forEach((kind, box) -> Wrong.mark(box.getParent(), wrong.contains(kind)));
    }

    Map<TimerKind, TimerMove> moves() {
        Map<TimerKind, TimerMove> moves = new EnumMap<>(TimerKind.class);
        boxes.forEach((kind, box) -> {
            @Nullable TimerMove move = box.getValue() == null ? null : box.getValue().move();
            if (move != null) {
                moves.put(kind, move);
            }
        });
        return moves;
    }
}
