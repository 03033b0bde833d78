package dev.handshakelab.view.compare;

import dev.handshakelab.sim.twins.Cost;
import dev.handshakelab.sim.twins.Difference;
import dev.handshakelab.sim.twins.Twins;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.view.compare.CompareViewModel.CourseNames;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.text.Captions;
import dev.handshakelab.view.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows two twins side by side, lets choose them, and says what the variant costs. */
public final class CompareController {
    /** Smaller, text could not be read; a story that is too long then scrolls. */
    private static final double LEAST_FIT_ZOOM = 0.85;

    /** Larger, a short story would look like a poster. */
    private static final double MOST_FIT_ZOOM = 1.3;

    private final CompareViewModel model;
    private final Messages messages;
    private final Map<Variant, ToggleButton> variantButtons = new EnumMap<>(Variant.class);

    @FXML private Region root;
    @FXML private ComboBox<Choice> story;
    @FXML private SegmentedButton variants;
    @FXML private Region choosers;
    @FXML private HBox pair;
    @FXML private TwinController tcpController;
    @FXML private TwinController variantController;
    @FXML private Region differenceCard;
    @FXML private Region costCard;
    @FXML private Label differenceTitle;
    @FXML private Label tcpOutcome;
    @FXML private Label variantOutcome;
    @FXML private Button jump;
    @FXML private VBox costs;

    CompareController(CompareViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        tcpController.show(true);
        variantController.show(false);
        shareWidth(pair.getChildren().stream().map(Region.class::cast).toList());
        shareWidth(List.of(differenceCard, costCard));
        connectChoosers();
        connectDiagrams();
        jump.setOnAction(_ -> model.goToDifference());
        model.twinsProperty().subscribe(_ -> showVerdict());
        messages.localeProperty().subscribe(_ -> showTexts());
        new CompareKeys(model.player(), new BothZoom()).install(root);
        // Keys move the story at once.
        root.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        Platform.runLater(tcpController.diagram()::requestFocus);
                    }
                });
    }

    /** Both get the same width, however long their texts are. */
    private static void shareWidth(List<Region> halves) {
        for (Region half : halves) {
            half.setMinWidth(0);
            half.setPrefWidth(0);
            half.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
    }

    private void connectDiagrams() {
        SequenceDiagram left = tcpController.diagram();
        SequenceDiagram right = variantController.diagram();
        left.zoomProperty().bindBidirectional(right.zoomProperty());
        var link = new ScrollLink(tcpController, variantController);
        model.player().playheadNanosProperty().subscribe(link::release);
        model.player().frameIndexProperty().subscribe(link::release);
        // Once the diagrams have their size.
        model.twinsProperty().subscribe(_ -> Platform.runLater(this::fit));
        left.heightProperty().subscribe(_ -> Platform.runLater(this::fit));
    }

    /** Zooms so that both stories are in view, as far as text stays readable. */
    private void fit() {
        double zoom =
                Stream.of(tcpController.diagram(), variantController.diagram())
                        .mapToDouble(diagram -> {
                            diagram.fit();
                            return diagram.getZoom();
                        })
                        .min()
                        .orElse(1);
        tcpController.diagram().setZoom(Math.clamp(zoom, LEAST_FIT_ZOOM, MOST_FIT_ZOOM));
    }

    /** Zooms both diagrams, whose zoom is the same. */
    private final class BothZoom implements CompareKeys.Zoom {
        @Override
        public void by(int steps) {
            tcpController.diagram().zoomBy(steps);
        }

        @Override
        public void fit() {
            CompareController.this.fit();
        }
    }

    // What is compared

    private void connectChoosers() {
        story.setItems(model.choices());
        story.setCellFactory(_ -> new ChoiceCell(messages));
        story.setButtonCell(new ChoiceCell(messages));
        story.valueProperty().bindBidirectional(model.choiceProperty());
        for (Variant variant : Variant.values()) {
            var button = new ToggleButton();
            button.setId("variant" + variant.name());
            button.setTooltip(new Tooltip());
            button.getTooltip().getStyleClass().add("wide-tip");
            button.getTooltip().setWrapText(true);
            button.setOnAction(_ -> choose(variant));
            variantButtons.put(variant, button);
            variants.getButtons().add(button);
        }
        // In a group Tab would reach only one, and arrow keys would mark another without a deed.
        variants.setToggleGroup(null);
        model.variantProperty().subscribe(this::markVariant);
    }

    private void choose(Variant variant) {
        model.variantProperty().set(variant);
        // A second click would put the button out.
        markVariant(variant);
    }

    private void markVariant(Variant chosen) {
        variantButtons.forEach((variant, button) -> button.setSelected(variant == chosen));
    }

    private void showTexts() {
        variantButtons.forEach((variant, button) -> {
            String title = CompareText.title(messages, variant);
            button.setText(title);
            button.setAccessibleText(title);
            button.setAccessibleHelp(CompareText.text(messages, variant));
            button.getTooltip().setText(CompareText.text(messages, variant));
        });
        // The cells look their texts up when they are made.
        story.setCellFactory(_ -> new ChoiceCell(messages));
        story.setButtonCell(new ChoiceCell(messages));
        showVerdict();
    }

    // What comes of it

    private void showVerdict() {
        Twins twins = model.twinsProperty().get();
        jump.setDisable(twins == null || twins.difference().isEmpty());
        if (twins == null) {
            return;
        }
        showParts(twins.variants().isEmpty());
        var text = new CompareText(messages, twins);
        differenceTitle.setText(text.differenceTitle());
        Optional<Difference> difference = twins.difference();
        show(tcpOutcome, difference.map(d -> outcome(twins, d, text, true)), name(true));
        show(variantOutcome, difference.map(d -> outcome(twins, d, text, false)), name(false));
        costs.getChildren().clear();
        if (twins.costs().isEmpty()) {
            var none = new Label(text.none(), new FontIcon(Feather.CHECK_CIRCLE));
            none.setWrapText(true);
            none.getStyleClass().addAll("cost", "no-cost");
            costs.getChildren().add(none);
        }
        twins.costs().forEach(cost -> costs.getChildren().add(row(cost, text)));
    }

    /** Courses are chosen elsewhere, and differ by what was done and not by what a rule costs. */
    private void showParts(boolean courses) {
        for (Region part : List.of(choosers, costCard)) {
            part.setVisible(!courses);
            part.setManaged(!courses);
        }
    }

    /** Courses may part by a touch, which is no outcome of a rule: what happens there is told. */
    private String outcome(Twins twins, Difference difference, CompareText text, boolean first) {
        if (model.courseNames() == null) {
            return first ? text.tcpOutcome(difference) : text.variantOutcome(difference);
        }
        var aligned = first ? twins.aligned().first() : twins.aligned().second();
        return new Captions(messages).of(aligned.frame(difference.frame()));
    }

    private String name(boolean first) {
        CourseNames names = model.courseNames();
        if (names == null) {
            return messages.get(first ? "compare.tcp" : "compare.notTcpShort");
        }
        return (first ? names.first() : names.second()).apply(messages);
    }

    private void show(Label label, Optional<String> outcome, String lead) {
        label.setText(outcome.map(said -> messages.get("compare.outcome", lead, said)).orElse(""));
        label.setVisible(outcome.isPresent());
        label.setManaged(outcome.isPresent());
    }

    private Node row(Cost cost, CompareText text) {
        var row = new Button(text.cost(cost), new FontIcon(sign(cost)));
        row.setWrapText(true);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().addAll("flat", "cost");
        row.setOnAction(_ -> model.goTo(cost.frame()));
        return row;
    }

    private static Feather sign(Cost cost) {
        return switch (cost) {
            case Cost.Stranded _ -> Feather.ANCHOR;
            case Cost.GhostConnected _ -> Feather.USER_X;
            case Cost.DeliveredTwice _ -> Feather.COPY;
            case Cost.DeliveredForeign _ -> Feather.ALERT_OCTAGON;
            case Cost.DeliveredOutOfOrder _ -> Feather.SHUFFLE;
            case Cost.NeverDelivered _ -> Feather.SLASH;
            case Cost.Broken _ -> Feather.ZAP;
            case Cost.SentInVain _ -> Feather.SEND;
            case Cost.AckWar _ -> Feather.REPEAT;
        };
    }
}
