package dev.handshakelab.view.notice;

import dev.handshakelab.view.text.Messages;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the {@link Notices}, each with a button that takes it away. */
public final class NoticesController {
    private final Notices model;
    private final ObservableList<Notice> shown;
    private final Messages messages;
    @FXML private VBox notices;

    public NoticesController(Notices model, Messages messages) {
        this.model = model;
        this.shown = model.all();
        this.messages = messages;
    }

    @FXML
    void initialize() {
        shown.addListener((ListChangeListener<Notice>) _ -> show());
        messages.localeProperty().subscribe(this::show);
        notices.managedProperty().bind(notices.visibleProperty());
        show();
    }

    private void show() {
        notices.getChildren().setAll(shown.stream().map(this::row).toList());
        notices.setVisible(!shown.isEmpty());
    }

    private Node row(Notice notice) {
        var text = new Label(notice.text().apply(messages));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new Button(messages.get("notice.dismiss"), new FontIcon(Feather.X));
        close.getStyleClass().addAll("small", "flat");
        close.setMinWidth(Button.USE_PREF_SIZE);
        close.setOnAction(_ -> model.dismiss(notice));
        var row = new HBox(icon(notice.kind()), text);
        notice.actions().forEach(action -> row.getChildren().add(button(notice, action)));
        row.getChildren().add(close);
        row.getStyleClass().addAll("notice", styleOf(notice.kind()));
        return row;
    }

    private Button button(Notice notice, Notice.Action action) {
        var button = new Button(messages.get(action.key()));
        button.setId(action.key().replace('.', '-'));
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            model.dismiss(notice);
            action.run().run();
        });
        return button;
    }

    private static Node icon(Notice.Kind kind) {
        return new FontIcon(
                switch (kind) {
                    case INFO -> Feather.INFO;
                    case PROBLEM -> Feather.ALERT_TRIANGLE;
                });
    }

    private static String styleOf(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> "info";
            case PROBLEM -> "problem";
        };
    }
}
