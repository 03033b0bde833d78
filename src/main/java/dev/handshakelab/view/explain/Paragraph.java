package dev.handshakelab.view.explain;

import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One paragraph of an explanation: open if it is the one to read first, otherwise a line that
 * unfolds. It can be used again for another explanation; only what is open has its text written.
 */
public final class Paragraph extends StackPane {
    private final Messages messages;
    private final FontIcon sign = new FontIcon();
    private final Label title = Reason.wrapped("paragraph-title");
    private final Reason reason;
    private final @Nullable TitledPane fold;
    private @Nullable Explanation shown;

    /** A paragraph; all but a primary one can be unfolded. */
    public Paragraph(Explanation explanation, Messages messages) {
        this(explanation.primary(), messages);
        show(explanation);
    }

    /** An empty one, for explanations that all are primary or all are not. */
    Paragraph(boolean primary, Messages messages) {
        this.messages = messages;
        getStyleClass().add("paragraph");
        managedProperty().bind(visibleProperty());
        HBox.setHgrow(title, Priority.ALWAYS);
        var line = new HBox(sign, title);
        line.getStyleClass().add("paragraph-line");
        if (primary) {
            getStyleClass().add("primary");
            reason = new Reason(line);
            fold = null;
            getChildren().add(reason);
        } else {
            reason = new Reason(null);
            fold = new TitledPane(null, reason);
            fold.setGraphic(line);
            fold.setExpanded(false);
            fold.setAnimated(false);
            fold.getStyleClass().add("dense");
            fold.expandedProperty().subscribe(this::fill);
            getChildren().add(fold);
        }
    }

    /** Shows an explanation, folded if it is not the one to read first. */
    void show(Explanation explanation) {
        shown = explanation;
        sign.setIconCode(signOf(explanation.kind()));
        title.setText(explanation.title());
        if (fold != null) {
            fold.setAccessibleText(explanation.title());
            fold.setExpanded(false);
        }
        setVisible(true);
        fill();
    }

    /** Shows nothing, and takes no room. */
    void hide() {
        shown = null;
        setVisible(false);
    }

    private void fill() {
        if (shown != null && (fold == null || fold.isExpanded())) {
            reason.show(shown, messages);
        }
    }

    private static Feather signOf(Explanation.Kind kind) {
        return switch (kind) {
            case BEGINNING -> Feather.FLAG;
            case CALL -> Feather.TERMINAL;
            case SENT -> Feather.SEND;
            case ENTERED -> Feather.CORNER_DOWN_RIGHT;
            case ARRIVED -> Feather.INBOX;
            case LOST -> Feather.X_CIRCLE;
            case REROUTED -> Feather.SHUFFLE;
            case TIMER -> Feather.CLOCK;
            case RULE -> Feather.BOOK;
            case STATE -> Feather.REFRESH_CW;
            case TOLD -> Feather.MESSAGE_SQUARE;
            case CRASH -> Feather.ZAP;
            case NETWORK -> Feather.WIFI_OFF;
            case OPTIONS -> Feather.SLIDERS;
            case EVIDENCE -> Feather.SEARCH;
            case MARK -> Feather.ALERT_TRIANGLE;
        };
    }
}
