package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem.Note;
import dev.handshakelab.diagram.DiagramItem.NoteKind;
import java.util.Locale;
import javafx.css.PseudoClass;

/** A call, a notice or an incident in the margin. */
final class NoteView extends ItemView<Note> {
    NoteView() {
        super("note");
    }

    @Override
    void draw(Note note) {
        for (NoteKind kind : NoteKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            set(PseudoClass.getPseudoClass(name), kind == note.kind());
        }
    }

    @Override
    void refresh(Note note, Moment moment) {
        // nothing reaches over time
    }
}
