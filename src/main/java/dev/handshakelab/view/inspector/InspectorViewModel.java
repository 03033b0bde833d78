package dev.handshakelab.view.inspector;

import dev.handshakelab.tcp.Octets;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.wire.Checksums;
import dev.handshakelab.wire.HeaderFields;
import dev.handshakelab.wire.SegmentEncoder;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the inspector shows, which of its fields is selected, and which ones the mouse is over. */
public final class InspectorViewModel {
    /** No field. */
    static final int NONE = -1;

    private final Messages messages;
    private @Nullable OwnOctets own;
    private final ObjectProperty<@Nullable Inspected> inspected =
            new SimpleObjectProperty<>(this, "inspected");
    private final ReadOnlyObjectWrapper<@Nullable SegmentSheet> sheet =
            new ReadOnlyObjectWrapper<>(this, "sheet");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NONE);
    private final ObjectProperty<Set<Integer>> hovered =
            new SimpleObjectProperty<>(this, "hovered", Set.of());

    /** Nothing is shown yet. */
    public InspectorViewModel(Messages messages) {
        this.messages = messages;
        inspected.subscribe(this::showOther);
        messages.localeProperty().subscribe(this::rewrite);
    }

    /** The segment that is shown; null if there is none. */
    public ObjectProperty<@Nullable Inspected> inspectedProperty() {
        return inspected;
    }

    /** Shows a segment of a story. */
    public void show(Timeline timeline, Flight flight) {
        own = null;
        inspected.set(Inspected.of(timeline, flight));
    }

    /** Shows what a capture has of a segment, if that is still the one to show. */
    public void showOwn(Flight flight, OwnOctets octets) {
        Inspected now = inspected.get();
        if (now != null && now.flight().id() == flight.id()) {
            own = octets;
            showOther();
        }
    }

    /** Shows nothing. */
    public void clear() {
        inspected.set(null);
    }

    /** What is to be seen of the segment; null if there is none, or it has no bytes. */
    ReadOnlyObjectProperty<@Nullable SegmentSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** The selected field's index, or {@link #NONE}. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** The indexes of the fields that the mouse is over: several if it is over a shared octet. */
    ObjectProperty<Set<Integer>> hoveredProperty() {
        return hovered;
    }

    /** Whether a field is to be marked because the mouse is over it. */
    boolean isHovered(int field) {
        return hovered.get().contains(field);
    }

    /** Whether some bit of an octet belongs to a field under the mouse. */
    boolean isByteHovered(int byteIndex) {
        SegmentSheet shown = sheet.get();
        return shown != null
                && hovered.get().stream()
                        .anyMatch(i -> shown.fields().get(i).field().touchesByte(byteIndex));
    }

    /** Whether some bit of an octet belongs to the selected field. */
    boolean isByteSelected(int byteIndex) {
        SegmentSheet shown = sheet.get();
        int index = selected.get();
        return shown != null
                && index != NONE
                && shown.fields().get(index).field().touchesByte(byteIndex);
    }

    private void showOther() {
        // A field before the options is in every segment: it stays selected.
        int before = selected.get();
        selected.set(NONE);
        rewrite();
        if (sheet.get() != null && before < HeaderFields.FIXED_COUNT) {
            selected.set(before);
        }
    }

    private void rewrite() {
        hovered.set(Set.of());
        Inspected now = inspected.get();
        sheet.set(now == null ? null : write(now));
    }

    private @Nullable SegmentSheet write(Inspected now) {
        OwnOctets captured = own;
        if (captured != null) {
            return write(now, captured);
        }
        byte[] bytes;
        try {
            bytes = SegmentEncoder.encode(now.flight().segment(), now.source(), now.destination());
        } catch (IllegalArgumentException e) {
            // Hosts of two IP versions, say: there is no packet between them.
            return null;
        }
        boolean valid = Checksums.isValid(bytes, now.source(), now.destination());
        ChecksumLook look = valid ? ChecksumLook.VALID : ChecksumLook.WRONG;
        return write(now, bytes, look, now.flight().segment().text().length(), "");
    }

    /**
     * What a capture has; of a checksum that nobody could finish there is no use in complaining.
     */
    private SegmentSheet write(Inspected now, OwnOctets captured) {
        byte[] bytes = captured.octets().toArray();
        ChecksumLook look = ChecksumLook.UNCHECKED;
        if (captured.isWhole()) {
            boolean valid = Checksums.isValid(bytes, now.source(), now.destination());
            look =
                    valid
                            ? ChecksumLook.VALID
                            : captured.isFromSender()
                                    ? ChecksumLook.UNFINISHED
                                    : ChecksumLook.WRONG;
        }
        String note =
                messages.get(
                        "inspector.own", Integer.toString(captured.packet()), captured.fileName());
        if (!captured.isWhole()) {
            note =
                    messages.get(
                            "words.nextSentence",
                            note,
                            messages.get("inspector.snapped", bytes.length));
        }
        return write(now, bytes, look, now.flight().segment().text().length(), note);
    }

    private SegmentSheet write(
            Inspected now, byte[] bytes, ChecksumLook look, int data, String note) {
        var texts = new FieldTexts(messages, now, bytes, look);
        List<FieldText> fields = HeaderFields.of(bytes).stream().map(texts::of).toList();
        int header = HeaderFields.headerOctets(bytes);
        return new SegmentSheet(
                now.flight().segment().flags().toString(),
                messages.get("inspector.route", now.source(), now.destination()),
                messages.get("inspector.sizes", header, data),
                note,
                Octets.of(bytes),
                fields,
                HeaderCell.of(fields));
    }
}
