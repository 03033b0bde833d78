package dev.handshakelab.view.export;

import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.export.PictureFormat;
import dev.handshakelab.view.export.ExportChoice.Part;
import dev.handshakelab.view.export.ExportChoice.Sheet;
import dev.handshakelab.view.settings.Theme;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.util.StringConverter;

/** The card that asks what to write. */
public final class ExportController {
    private static final List<Double> SCALES = List.of(1.0, 2.0, 3.0, 4.0);

    private final Messages messages;
    private final Source source;
    private final Actions actions;

    @FXML private ChoiceBox<PictureFormat> format;
    @FXML private Label formatHint;
    @FXML private ChoiceBox<Sheet> sheet;
    @FXML private ChoiceBox<Boolean> part;
    @FXML private ChoiceBox<Theme> theme;
    @FXML private ChoiceBox<Double> scale;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private Button write;

    /** What the window shows at the moment. */
    public interface Source {
        /** Numbers, time scale and options as the window shows them. */
        DiagramSettings settings();

        /** The part of the story that is in view. */
        Part inView();

        /** The colours of the window. */
        Theme theme();
    }

    /** What the card asks for. */
    public interface Actions {
        /**
         * Writes a file.
         *
         * @param controller is told how far it is
         */
        void write(ExportChoice choice, ExportController controller);

        /** Stops writing, or takes the card away if nothing is being written. */
        void cancel();
    }

    public ExportController(Source source, Actions actions, Messages messages) {
        this.source = source;
        this.actions = actions;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        fill(format, List.of(PictureFormat.values()), value -> "export.format." + value.name());
        fill(sheet, List.of(Sheet.values()), value -> "export.sheet." + value.name());
        fill(part, List.of(false, true), value -> value ? "export.part.view" : "export.part.whole");
        fill(theme, List.of(Theme.values()), value -> "export.theme." + value.name());
        scale.getItems().setAll(SCALES);
        scale.setConverter(new Words<>(value -> messages.get("export.times", value.intValue())));
        scale.setValue(2.0);
        theme.setValue(source.theme());
        format.valueProperty().subscribe(this::suit);
        showProgress(-1);
        write.setOnAction(_ -> actions.write(choice(), this));
        cancel.setOnAction(_ -> actions.cancel());
    }

    private <T> void fill(ChoiceBox<T> box, List<T> values, Function<T, String> key) {
        box.getItems().setAll(values);
        box.setConverter(new Words<>(value -> messages.get(key.apply(value))));
        box.setValue(values.getFirst());
    }

    /** Not everything makes sense for every format. */
    private void suit(PictureFormat chosen) {
        formatHint.setText(messages.get("export.hint." + chosen.name()));
        boolean still = chosen.isPicture() && chosen != PictureFormat.GIF;
        sheet.setDisable(!still);
        part.setDisable(!still);
        theme.setDisable(!chosen.isPicture());
        scale.setDisable(chosen != PictureFormat.PNG && chosen != PictureFormat.GIF);
        scale.setValue(chosen == PictureFormat.GIF ? 1.0 : 2.0);
    }

    private ExportChoice choice() {
        PictureFormat chosen = format.getValue();
        DiagramSettings shown = source.settings();
        ExportChoice usual = ExportChoice.of(chosen);
        var geometry =
                new DiagramSettings(
                        usual.geometry().widthPx(),
                        usual.geometry().fontSizePx(),
                        shown.relativeNumbers(),
                        shown.trueScale(),
                        shown.showOptions());
        return usual.withGeometry(geometry)
                .withTheme(theme.getValue())
                .withScale(scale.getValue())
                .withSheet(sheet.isDisabled() ? Sheet.DIAGRAM : sheet.getValue())
                .withPart(part.isDisabled() || !part.getValue() ? Part.WHOLE : source.inView());
    }

    /**
     * Shows how far writing is.
     *
     * @param fraction 0 to 1; negative: nothing is being written
     */
    public void showProgress(double fraction) {
        boolean busy = fraction >= 0;
        progress.setVisible(busy);
        progress.setProgress(fraction == 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        write.setDisable(busy);
        List.of(format, sheet, part, theme, scale).forEach(box -> box.setMouseTransparent(busy));
    }

    /** Shows values as words. */
    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> word;

        Words(Function<T, String> word) {
            this.word = word;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : word.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }
}
