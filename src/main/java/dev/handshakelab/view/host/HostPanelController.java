package dev.handshakelab.view.host;

import dev.handshakelab.diagram.SequenceSpace;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A host's control block, queues, timers and sequence spaces at the step of the moment. */
public final class HostPanelController {
    private final HostPanelViewModel model;
    private final Messages messages;
    private final List<TimerCell> timerCells = new ArrayList<>();
    @FXML private Region root;
    @FXML private ToggleButton hostA;
    @FXML private ToggleButton hostB;
    @FXML private StateBadge badge;
    @FXML private Label stateName;
    @FXML private Label address;
    @FXML private Label missing;
    @FXML private Region changesPart;
    @FXML private Pane changes;
    @FXML private Region sendPart;
    @FXML private SequenceStripView sendStrip;
    @FXML private FlowPane sendLegend;
    @FXML private VariableGrid sendVariables;
    @FXML private Region queuePart;
    @FXML private GridPane queue;
    @FXML private Region receivePart;
    @FXML private SequenceStripView receiveStrip;
    @FXML private FlowPane receiveLegend;
    @FXML private Label receiveMissing;
    @FXML private VariableGrid receiveVariables;
    @FXML private Region timerPart;
    @FXML private Pane timers;
    @FXML private Label noTimer;
    @FXML private VariableGrid timingVariables;
    @FXML private Region negotiatedPart;
    @FXML private VariableGrid negotiatedVariables;

    /** A timer's bar and the words beside it. */
    private record TimerCell(Label left, ProgressBar bar, Node box) {
        void show(TimerRow row) {
            left.setText(row.left());
            bar.setProgress(row.part());
            box.setAccessibleText(row.name() + ": " + row.left());
        }
    }

    public HostPanelController(HostPanelViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        var group = new ToggleGroup();
        hostA.setToggleGroup(group);
        hostB.setToggleGroup(group);
        hostA.setOnAction(_ -> choose(Side.A));
        hostB.setOnAction(_ -> choose(Side.B));
        Stream.of(
                        stateName,
                        missing,
                        changesPart,
                        sendPart,
                        queuePart,
                        receivePart,
                        receiveMissing,
                        timerPart,
                        noTimer,
                        negotiatedPart)
                .forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        var seen = new WhenSeen(root, this::fill);
        model.onChange(seen::changed);
        model.onTick(() -> {
            if (seen.isSeen()) {
                tick();
            }
        });
    }

    private void choose(Side side) {
        model.sideProperty().set(side);
        // A toggle that is clicked twice would be neither.
        select(side);
    }

    private void select(Side side) {
        hostA.setSelected(side == Side.A);
        hostB.setSelected(side == Side.B);
    }

    private void fill() {
        Side side = model.sideProperty().get();
        select(side);
        hostA.setText(model.role(Side.A));
        hostB.setText(model.role(Side.B));
        badge.show(model.host(), model.stateText());
        stateName.setText(model.stateName());
        stateName.setVisible(!model.stateName().isEmpty());
        address.setText(model.address());
        root.setAccessibleText(
                messages.get(
                        "host.accessible", model.role(side), model.address(), model.stateText()));
        missing.setText(model.missing());
        missing.setVisible(!model.missing().isEmpty());
        fillChanges();
        fillSending();
        fillReceiving();
        fillTimers();
        List<ControlBlock.Row> negotiated = model.rows(ControlBlock.NEGOTIATED);
        negotiatedPart.setVisible(!negotiated.isEmpty());
        negotiatedVariables.show(() -> negotiated, messages);
    }

    private void fillChanges() {
        List<Changes.Change> all = model.changes();
        changesPart.setVisible(!all.isEmpty());
        changes.getChildren().setAll(all.stream().map(HostPanelController::change).toList());
    }

    private static Node change(Changes.Change change) {
        var box = new VBox();
        box.getStyleClass().add("change");
        if (!change.ruleId().isEmpty()) {
            var id = new Label(change.ruleId());
            id.getStyleClass().addAll("chip", "rule-chip");
            id.setMinWidth(Region.USE_PREF_SIZE);
            var rule = new FlowPane(id, wrapped(change.ruleTitle(), "change-rule"));
            rule.getStyleClass().add("change-source");
            box.getChildren().add(rule);
        }
        change.texts().forEach(text -> box.getChildren().add(wrapped(text, "change-text")));
        return box;
    }

    private void fillSending() {
        SequenceSpace space = model.sending();
        sendPart.setVisible(space != null);
        fillStrip(sendStrip, sendLegend, space, "hostPanel.sending");
        sendVariables.show(() -> model.rows(ControlBlock.SENDING), messages);
        List<QueueRow> rows = model.queue();
        queuePart.setVisible(!rows.isEmpty());
        queue.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            QueueRow row = rows.get(i);
            var numbers = new Label(row.numbers());
            numbers.getStyleClass().add("queue-numbers");
            numbers.setMinWidth(Region.USE_PREF_SIZE);
            var words = new VBox(wrapped(row.what(), "queue-what"), wrapped(row.sent(), "hint"));
            GridPane.setValignment(numbers, VPos.TOP);
            queue.addRow(i, numbers, words);
        }
    }

    private void fillReceiving() {
        SequenceSpace space = model.receiving();
        receivePart.setVisible(model.sending() != null);
        receiveMissing.setVisible(space == null);
        fillStrip(receiveStrip, receiveLegend, space, "hostPanel.receiving");
        receiveVariables.show(() -> model.rows(ControlBlock.RECEIVING), messages);
    }

    private void fillStrip(
            SequenceStripView strip, FlowPane legend, @Nullable SequenceSpace space, String key) {
        strip.show(space, model::edgeText);
        strip.setAccessibleText(space == null ? "" : model.stripText(key, space));
        legend.getChildren()
                .setAll(
                        space == null
                                ? List.of()
                                : model.legend(space).stream()
                                        .map(HostPanelController::entry)
                                        .toList());
    }

    private static Node entry(HostPanelViewModel.LegendEntry entry) {
        var swatch = new Region();
        swatch.getStyleClass()
                .addAll("strip-cell", "swatch", SequenceStripView.styleClass(entry.kind()));
        var text = new Label(entry.text(), swatch);
        text.getStyleClass().add("legend-entry");
        return text;
    }

    private void fillTimers() {
        List<TimerRow> rows = model.timers();
        timerPart.setVisible(!rows.isEmpty() || model.sending() != null);
        noTimer.setVisible(rows.isEmpty());
        timerCells.clear();
        timers.getChildren().setAll(rows.stream().map(this::timer).toList());
        timingVariables.show(() -> model.rows(ControlBlock.TIMING), messages);
    }

    private Node timer(TimerRow row) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        Label left = wrapped("", "hint");
        var box = new VBox(wrapped(row.name(), "timer-name"), bar, left);
        box.getStyleClass().add("timer-row");
        box.setAccessibleRole(AccessibleRole.TEXT);
        var cell = new TimerCell(left, bar, box);
        cell.show(row);
        timerCells.add(cell);
        return box;
    }

    /** Only the times have changed. */
    private void tick() {
        List<TimerRow> rows = model.timers();
        for (int i = 0; i < Math.min(rows.size(), timerCells.size()); i++) {
            timerCells.get(i).show(rows.get(i));
        }
    }

    private static Label wrapped(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
