package dev.handshakelab.view.host;

import dev.handshakelab.diagram.SequenceSpace;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.host.HostPanelViewModel.LegendEntry;
import dev.handshakelab.view.host.PanelRows.ChangeBox;
import dev.handshakelab.view.host.PanelRows.LegendLabel;
import dev.handshakelab.view.host.PanelRows.QueueLine;
import dev.handshakelab.view.host.PanelRows.TimerBox;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A host's control block, queues, timers and sequence spaces at the step of the moment. */
public final class HostPanelController {
    private final HostPanelViewModel model;
    private final Messages messages;
    private final List<QueueLine> queueLines = new ArrayList<>();
    private final Rows<Changes.Change, ChangeBox> changeRows =
            new Rows<>(ChangeBox::new, ChangeBox::show);
    private final Rows<LegendEntry, LegendLabel> sendEntries =
            new Rows<>(LegendLabel::new, LegendLabel::show);
    private final Rows<LegendEntry, LegendLabel> receiveEntries =
            new Rows<>(LegendLabel::new, LegendLabel::show);
    private final Rows<TimerRow, TimerBox> timerRows = new Rows<>(TimerBox::new, TimerBox::show);
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
        changeRows.show(changes, all);
    }

    private void fillSending() {
        SequenceSpace space = model.sending();
        sendPart.setVisible(space != null);
        fillStrip(sendStrip, sendLegend, sendEntries, space, "hostPanel.sending");
        sendVariables.show(() -> model.rows(ControlBlock.SENDING), messages);
        List<QueueRow> rows = model.queue();
        queuePart.setVisible(!rows.isEmpty());
        while (queueLines.size() < rows.size()) {
            var line = new QueueLine();
            queue.addRow(queueLines.size(), line.numbers, line.words);
            queueLines.add(line);
        }
        for (int i = 0; i < queueLines.size(); i++) {
            queueLines.get(i).show(i < rows.size() ? rows.get(i) : null);
        }
    }

    private void fillReceiving() {
        SequenceSpace space = model.receiving();
        receivePart.setVisible(model.sending() != null);
        receiveMissing.setVisible(space == null);
        fillStrip(receiveStrip, receiveLegend, receiveEntries, space, "hostPanel.receiving");
        receiveVariables.show(() -> model.rows(ControlBlock.RECEIVING), messages);
    }

    private void fillStrip(
            SequenceStripView strip,
            FlowPane legendPane,
            Rows<LegendEntry, LegendLabel> legend,
            @Nullable SequenceSpace space,
            String key) {
        strip.show(space, model::edgeText);
        strip.setAccessibleText(space == null ? "" : model.stripText(key, space));
        legend.show(legendPane, space == null ? List.of() : model.legend(space));
    }

    private void fillTimers() {
        List<TimerRow> rows = model.timers();
        timerPart.setVisible(!rows.isEmpty() || model.sending() != null);
        noTimer.setVisible(rows.isEmpty());
        timerRows.show(timers, rows);
        timingVariables.show(() -> model.rows(ControlBlock.TIMING), messages);
    }

    /** Only the times have changed. */
    private void tick() {
        timerRows.show(timers, model.timers());
    }
}
