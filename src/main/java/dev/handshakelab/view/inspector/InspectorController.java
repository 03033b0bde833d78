package dev.handshakelab.view.inspector;

import dev.handshakelab.view.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** Shows the segment of an {@link InspectorViewModel}, or says how to choose one. */
public final class InspectorController {
    private final InspectorViewModel model;
    private final Messages messages;
    @FXML private Region root;
    @FXML private Label empty;
    @FXML private ScrollPane scroll;
    @FXML private VBox body;
    @FXML private Label title;
    @FXML private Label route;
    @FXML private Label sizes;
    @FXML private Label note;
    @FXML private HeaderDrawing drawing;
    @FXML private Label bytesTitle;
    @FXML private HexDump dump;
    @FXML private Label moreBytes;
    @FXML private Label fieldsTitle;
    @FXML private FieldList list;

    public InspectorController(InspectorViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        root.accessibleTextProperty().bind(messages.binding("inspector.title"));
        empty.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::emptyText,
                                model.inspectedProperty(),
                                messages.localeProperty()));
        drawing.accessibleTextProperty().bind(messages.binding("inspector.header"));
        dump.accessibleTextProperty().bind(messages.binding("inspector.bytes"));
        list.accessibleTextProperty().bind(messages.binding("inspector.fields"));
        messages.bind(bytesTitle, "inspector.bytes");
        messages.bind(fieldsTitle, "inspector.fields");
        drawing.follow(model);
        dump.follow(model, messages);
        list.follow(model);
        model.sheetProperty().subscribe(this::show);
        sizes.fontProperty().subscribe(this::size);
        root.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.focusOwnerProperty().subscribe(this::reveal);
                    }
                });
    }

    private String emptyText() {
        return messages.get(
                model.inspectedProperty().get() == null ? "inspector.empty" : "inspector.noBytes");
    }

    private void show(@Nullable SegmentSheet sheet) {
        boolean shows = sheet != null;
        empty.setVisible(!shows);
        scroll.setVisible(shows);
        if (sheet == null) {
            return;
        }
        title.setText(sheet.title());
        route.setText(sheet.route());
        sizes.setText(sheet.sizes());
        note.setText(sheet.note());
        note.setVisible(!sheet.note().isEmpty());
        note.setManaged(note.isVisible());
        int hidden = sheet.bytes().length() - HexDump.MAX_SHOWN;
        moreBytes.setVisible(hidden > 0);
        moreBytes.setManaged(hidden > 0);
        moreBytes.setText(hidden > 0 ? messages.get("inspector.moreBytes", hidden) : "");
    }

    /** The label without a size of its own tells the size of the usual text. */
    private void size(Font usual) {
        double smaller = CellText.smaller(usual.getSize());
        drawing.setFont(CellText.sized(usual, smaller));
        dump.setFontSize(smaller);
        list.setFontSize(usual.getSize());
    }

    /** Scrolls to what the keyboard has reached. */
    private void reveal(@Nullable Node focused) {
        if (!(focused instanceof FieldNode) || !isInBody(focused)) {
            return;
        }
        Bounds target = body.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double hidden = body.getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (target.getMinY() < top) {
            scroll.setVvalue(target.getMinY() / hidden);
        } else if (target.getMaxY() > top + view) {
            scroll.setVvalue(Math.min(1, (target.getMaxY() - view) / hidden));
        }
    }

    private boolean isInBody(Node node) {
        Node above = node;
        while (above != null && !above.equals(body)) {
            above = above.getParent();
        }
        return above != null;
    }
}
