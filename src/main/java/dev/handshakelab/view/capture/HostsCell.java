package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Connection;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who talked to whom, and under it the verdict with its icon. */
final class HostsCell extends TableCell<ConnectionRow, ConnectionRow> {
    private final ConnectionsViewModel model;
    private final Messages messages;
    private final Label hosts = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label verdict = new Label();
    private final VBox box;

    HostsCell(ConnectionsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        hosts.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        hosts.getStyleClass().add("connection-hosts");
        verdict.getStyleClass().add("connection-verdict");
        var line = new HBox(icon, verdict);
        line.getStyleClass().add("connection-line");
        line.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(hosts, line);
        box.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("connection-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // As wide as its column and no wider.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ConnectionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        Connection connection = row.connection();
        hosts.setText(messages.get("capture.hosts", row.socketA(), row.socketB()));
        icon.setIconLiteral(CaptureText.icon(connection.verdict()));
        verdict.setText(words(row));
        box.getStyleClass().setAll("connection", CaptureText.tone(connection.verdict()));
        setGraphic(box);
    }

    private String words(ConnectionRow row) {
        String words = model.text().verdict(row.connection());
        int marks = model.marks().of(row);
        if (marks > 0) {
            words = messages.get("mark.count", words, Integer.toString(marks));
        }
        return row.incarnations() > 1
                ? messages.get(
                        "capture.incarnation",
                        words,
                        row.connection().incarnation(),
                        row.incarnations())
                : words;
    }

    /** All columns of a row as one text. */
    static String everything(ConnectionRow row, ConnectionsViewModel model, Messages messages) {
        Connection connection = row.connection();
        return messages.get(
                "capture.rowTip",
                messages.get("capture.hosts", row.socketA(), row.socketB()),
                model.text().verdictSentence(connection),
                CaptureText.clock(row.startNanos()),
                Durations.compact(connection.durationNanos()),
                model.text().grouped(connection.octetsFromA()),
                model.text().grouped(connection.octetsFromB()),
                model.text().opening(connection.opening()),
                model.text().ending(connection.ending()));
    }
}
