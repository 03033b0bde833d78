package dev.handshakelab.view.explain;

import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Explanation.CheckLine;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.RfcSections;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One paragraph of an explanation: open if it is the one to read first, otherwise a line that
 * unfolds.
 */
public final class Paragraph extends StackPane {
    private final Messages messages;

    /** A paragraph; all but a primary one can be unfolded. */
    public Paragraph(Explanation explanation, Messages messages) {
        this.messages = messages;
        getStyleClass().add("paragraph");
        VBox content = content(explanation);
        if (explanation.primary()) {
            getStyleClass().add("primary");
            content.getChildren().addFirst(title(explanation));
            getChildren().add(content);
        } else {
            var fold = new TitledPane(null, content);
            fold.setGraphic(title(explanation));
            fold.setAccessibleText(explanation.title());
            fold.setExpanded(false);
            fold.setAnimated(false);
            fold.getStyleClass().add("dense");
            getChildren().add(fold);
        }
    }

    private static Node title(Explanation explanation) {
        var title = wrapped(explanation.title(), "paragraph-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        var line = new HBox(new FontIcon(signOf(explanation.kind())), title);
        line.getStyleClass().add("paragraph-line");
        return line;
    }

    private VBox content(Explanation explanation) {
        var content = new VBox();
        content.getStyleClass().add("paragraph-content");
        List<Node> parts = content.getChildren();
        parts.add(wrapped(explanation.text(), "paragraph-text"));
        section(parts, "explain.section.checks", explanation.checks().stream().map(this::check));
        section(
                parts,
                "explain.section.assignments",
                explanation.assignments().stream().map(line -> wrapped(line, "figures")));
        section(
                parts,
                "explain.section.segments",
                explanation.segments().stream().map(line -> wrapped(line, "figures")));
        if (!explanation.stateChange().isEmpty()) {
            parts.add(wrapped(explanation.stateChange(), "state-change"));
            parts.add(wrapped(explanation.stateText(), "hint"));
        }
        if (!explanation.ruleId().isEmpty()) {
            parts.add(source(explanation));
        }
        return content;
    }

    private void section(List<Node> parts, String key, Stream<? extends Node> lines) {
        List<? extends Node> all = lines.toList();
        if (!all.isEmpty()) {
            parts.add(wrapped(messages.get(key), "section-title"));
            parts.addAll(all);
        }
    }

    private Node check(CheckLine check) {
        var text = new VBox();
        HBox.setHgrow(text, Priority.ALWAYS);
        if (!check.formula().isEmpty()) {
            text.getChildren().add(wrapped(check.formula(), "figures"));
        }
        if (!check.words().isEmpty()) {
            text.getChildren().add(wrapped(check.words(), "hint"));
        }
        var line = new HBox(new FontIcon(Feather.CHECK), text);
        line.getStyleClass().add("check");
        return line;
    }

    private static Node source(Explanation explanation) {
        var chips = new FlowPane();
        chips.getStyleClass().add("chips");
        chips.getChildren().add(chip(explanation.ruleId(), "rule-chip"));
        explanation.citations().forEach(rfc -> chips.getChildren().add(citation(rfc)));
        return chips;
    }

    /** A section that tells its title on hover, and to a screen reader. */
    private static Label citation(String rfc) {
        var chip = chip(rfc, "rfc-chip");
        String titled = RfcSections.bundled().titled(rfc);
        chip.setTooltip(new Tooltip(titled));
        chip.setAccessibleText(titled);
        return chip;
    }

    private static Label chip(String text, String style) {
        var chip = new Label(text);
        chip.getStyleClass().addAll("chip", style);
        return chip;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
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
