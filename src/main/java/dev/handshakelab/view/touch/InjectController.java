package dev.handshakelab.view.touch;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.explain.Paragraph;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.touch.InjectDraft.Field;
import dev.handshakelab.view.touch.InjectViewModel.Forecast;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.StyleClassValidationDecoration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form for a segment from outside, which says at once what would come of it. */
public final class InjectController {
    private static final PseudoClass ACCEPTED = PseudoClass.getPseudoClass("accepted");

    private final InjectViewModel model;
    private final Messages messages;
    private final ValidationSupport validation = new ValidationSupport();
    private final Map<Flags, CheckBox> bits = new LinkedHashMap<>();
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, Label> problems = new EnumMap<>(Field.class);
    private boolean filling;

    @FXML private Region root;
    @FXML private ToggleButton fromA;
    @FXML private ToggleButton fromB;
    @FXML private MenuButton recipes;
    @FXML private FlowPane flags;
    @FXML private TextField seq;
    @FXML private TextField ack;
    @FXML private TextField window;
    @FXML private TextField text;
    @FXML private TextField delay;
    @FXML private FieldStepper seqStep;
    @FXML private FieldStepper ackStep;
    @FXML private FieldStepper windowStep;
    @FXML private FieldStepper textStep;
    @FXML private FieldStepper delayStep;
    @FXML private Label seqProblem;
    @FXML private Label ackProblem;
    @FXML private Label windowProblem;
    @FXML private Label textProblem;
    @FXML private Label delayProblem;
    @FXML private CheckBox old;
    @FXML private Label verdict;
    @FXML private VBox why;
    @FXML private Button send;
    @FXML private Button cancel;

    public InjectController(InjectViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        Stream.of(Flags.SYN, Flags.ACK, Flags.PSH, Flags.FIN, Flags.RST).forEach(this::addBit);
        wire(Field.SEQ, seq, seqProblem, seqStep);
        wire(Field.ACK, ack, ackProblem, ackStep);
        wire(Field.WINDOW, window, windowProblem, windowStep);
        wire(Field.TEXT, text, textProblem, textStep);
        wire(Field.DELAY, delay, delayProblem, delayStep);
        validation.setValidationDecorator(new StyleClassValidationDecoration("wrong", "doubtful"));
        fromA.setOnAction(_ -> choose(Side.A));
        fromB.setOnAction(_ -> choose(Side.B));
        fillRecipes();
        messages.localeProperty().subscribe(_ -> fillRecipes());
        old.selectedProperty().subscribe(this::changed);
        send.setOnAction(_ -> model.send(draft()));
        cancel.setOnAction(_ -> model.close());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.onChange(this::changed);
        // On a page that comes up for the first time the fields are in no scene yet, and nothing
        // there
        // takes the focus.
        var focus = new WhenSeen(seq, () -> Platform.runLater(seq::requestFocus));
        model.openProperty()
                .subscribe(open -> {
                    if (open) {
                        choose(Side.A);
                        focus.changed();
                    }
                });
    }

    private void addBit(Flags bit) {
        var box = new CheckBox(bit.toString());
        box.setId("bit" + bit);
        box.selectedProperty().subscribe(this::changed);
        bits.put(bit, box);
        flags.getChildren().add(box);
    }

    private void wire(Field field, TextField input, Label problem, FieldStepper stepper) {
        fields.put(field, input);
        problems.put(field, problem);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        input.textProperty().subscribe(this::changed);
        stepper.serve(field, input, messages);
        validation.registerValidator(
                input,
                false,
                (control, _) ->
                        ValidationResult.fromMessageIf(
                                control,
                                messages.get("inject.problem." + field.name()),
                                Severity.ERROR,
                                draft().problems().contains(field)));
    }

    private void fillRecipes() {
        recipes.getItems().clear();
        for (Recipe recipe : Recipe.values()) {
            var item = new MenuItem(messages.get("inject.recipe." + recipe.name()));
            item.setId("recipe" + recipe);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> fill(recipe));
            recipes.getItems().add(item);
        }
    }

    private Side from() {
        return fromB.isSelected() ? Side.B : Side.A;
    }

    private void choose(Side side) {
        fromA.setSelected(side == Side.A);
        fromB.setSelected(side == Side.B);
        fill(Recipe.EXPECTED);
    }

    private void fill(Recipe recipe) {
        model.draft(recipe, from()).ifPresent(this::fill);
    }

    private void fill(InjectDraft draft) {
        filling = true;
        bits.forEach((bit, box) -> box.setSelected(draft.flags().has(bit)));
        seq.setText(draft.seq());
        ack.setText(draft.ack());
        window.setText(draft.window());
        text.setText(draft.text());
        delay.setText(draft.delayMillis());
        old.setSelected(draft.old());
        filling = false;
        changed();
    }

    private InjectDraft draft() {
        Flags on = Flags.NONE;
        for (Map.Entry<Flags, CheckBox> bit : bits.entrySet()) {
            on = bit.getValue().isSelected() ? on.with(bit.getKey()) : on;
        }
        return new InjectDraft(
                from(),
                old.isSelected(),
                on,
                seq.getText(),
                ack.getText(),
                window.getText(),
                text.getText(),
                delay.getText());
    }

    private void changed() {
        if (filling || !model.openProperty().get()) {
            return;
        }
        InjectDraft draft = draft();
        ack.setDisable(!draft.flags().ack());
        var wrong = draft.problems();
        problems.forEach((field, label) -> {
            label.setVisible(wrong.contains(field));
            label.setText(messages.get("inject.problem." + field.name()));
        });
        send.setDisable(!wrong.isEmpty());
        validation.revalidate();
        show(model.forecast(draft));
    }

    private void show(Optional<Forecast> forecast) {
        verdict.setText(
                forecast.map(Forecast::headline)
                        .orElseGet(() -> messages.get("inject.noForecast")));
        boolean accepted = forecast.map(Forecast::accepted).orElse(false);
        verdict.setGraphic(
                new FontIcon(
                        forecast.isEmpty()
                                ? Feather.HELP_CIRCLE
                                : accepted ? Feather.CHECK_CIRCLE : Feather.SLASH));
        verdict.pseudoClassStateChanged(ACCEPTED, accepted);
        why.getChildren().clear();
        forecast.ifPresent(shown ->
                shown.why().forEach(one -> why.getChildren().add(new Paragraph(one, messages))));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            model.send(draft());
            event.consume();
        }
    }
}
