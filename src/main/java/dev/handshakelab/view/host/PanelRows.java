package dev.handshakelab.view.host;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.fxml.WrappedLabel;
import dev.handshakelab.view.host.HostPanelViewModel.LegendEntry;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lines of the host panel; each can show one thing after the other. */
final class PanelRows {
    private PanelRows() {}

    /** What a rule changed. */
    static final class ChangeBox extends VBox {
        private final Label id = new Label();
        private final Label title = wrapped("change-rule");
        private final FlowPane rule = new FlowPane(id, title);
        private final Rows<String, Label> texts =
                new Rows<>(() -> wrapped("change-text"), Label::setText);

        ChangeBox() {
            getStyleClass().add("change");
            id.getStyleClass().addAll("chip", "rule-chip");
            id.setMinWidth(Region.USE_PREF_SIZE);
            rule.getStyleClass().add("change-source");
            getChildren().add(rule);
        }

        void show(Changes.Change change) {
            Rows.setShown(rule, !change.ruleId().isEmpty());
            id.setText(change.ruleId());
            title.setText(change.ruleTitle());
            texts.show(this, change.texts());
        }
    }

    /** A kind of numbers, with its look in the strip. */
    static final class LegendLabel extends Label {
        private final Region swatch = new Region();

        LegendLabel() {
            setGraphic(swatch);
            getStyleClass().add("legend-entry");
        }

        void show(LegendEntry entry) {
            setText(entry.text());
            List<String> look =
                    List.of("strip-cell", "swatch", SequenceStripView.styleClass(entry.kind()));
            if (!swatch.getStyleClass().equals(look)) {
                swatch.getStyleClass().setAll(look);
            }
        }
    }

    /** A timer: its name, a bar, and the words below it. */
    static final class TimerBox extends VBox {
        private final Label name = wrapped("timer-name");
        private final ProgressBar bar = new ProgressBar();
        private final Label left = wrapped("hint");

        TimerBox() {
            bar.setMaxWidth(Double.MAX_VALUE);
            getStyleClass().add("timer-row");
            setAccessibleRole(AccessibleRole.TEXT);
            getChildren().addAll(name, bar, left);
        }

        void show(TimerRow row) {
            name.setText(row.name());
            left.setText(row.left());
            bar.setProgress(row.part());
            setAccessibleText(row.name() + ": " + row.left());
        }
    }

    /** An element of the retransmission queue. */
    static final class QueueLine {
        final Label numbers = new Label();
        private final Label what = wrapped("queue-what");
        private final Label sent = wrapped("hint");
        final VBox words = new VBox(what, sent);

        QueueLine() {
            numbers.getStyleClass().add("queue-numbers");
            numbers.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(numbers, VPos.TOP);
        }

        /** Shows an element; null: nothing. */
        void show(@Nullable QueueRow row) {
            Rows.setShown(numbers, row != null);
            Rows.setShown(words, row != null);
            if (row != null) {
                numbers.setText(row.numbers());
                what.setText(row.what());
                sent.setText(row.sent());
            }
        }
    }

    private static Label wrapped(String styleClass) {
        var label = new WrappedLabel();
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
