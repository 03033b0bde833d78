package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Mark;
import dev.handshakelab.view.text.Durations;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A mark in the list: how bad it is, what it is, where and when. */
final class MarkCell extends ListCell<Mark> {
    private final MarkText text;
    private final String pattern;
    private final FontIcon icon = new FontIcon();
    private final Tooltip tip = new Tooltip();

    /**
     * @param pattern word, host and time of a mark in one line
     */
    MarkCell(MarkText text, String pattern) {
        this.text = text;
        this.pattern = pattern;
        tip.setWrapText(true);
        tip.getStyleClass().add("wide-tip");
        getStyleClass().add("mark-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Mark mark, boolean empty) {
        super.updateItem(mark, empty);
        getStyleClass().removeAll("note", "warning", "problem");
        if (empty || mark == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        icon.setIconLiteral(MarkText.icon(mark.severity()));
        getStyleClass().add(MarkText.style(mark.severity()));
        setGraphic(icon);
        setText(
                pattern.formatted(
                        text.label(mark), mark.side().name(), Durations.compact(mark.atNanos())));
        tip.setText(text.text(mark));
        setTooltip(tip);
    }
}
