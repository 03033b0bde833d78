package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.DiagramItem.Note;
import dev.handshakelab.diagram.DiagramItem.NoteKind;
import dev.handshakelab.timeline.Side;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.shape.Line;

/** A call, a notice or an incident in the margin. */
final class NoteView extends ItemView<Note> {
    private static final double GAP_PX = 4;

    private final Line tie = new Line();

    NoteView() {
        super("note");
        tie.getStyleClass().add("tie");
        back.getChildren().add(tie);
    }

    @Override
    void draw(Note note) {
        for (NoteKind kind : NoteKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            set(PseudoClass.getPseudoClass(name), kind == note.kind());
        }
        Box box = note.label().box();
        double y = Math.floor(box.centerY()) + 0.5;
        tie.setStartX(note.side() == Side.A ? box.right() + GAP_PX : box.x() - GAP_PX);
        tie.setEndX(note.tieX());
        tie.setStartY(y);
        tie.setEndY(y);
        tie.setVisible(Math.abs(tie.getEndX() - tie.getStartX()) > 2 * GAP_PX);
    }

    @Override
    void refresh(Note note, Moment moment) {
        // nothing reaches over time
    }
}
