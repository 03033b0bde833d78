package dev.handshakelab.view.capture;

import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The connections of the capture that is open: those that fit the search, in the chosen order. */
public final class ConnectionsViewModel {
    /** The list is drawn anew when so many more of the connections were looked at. */
    private static final double MARKS_STEP = 0.05;

    private final CaptureText text;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<ConnectionOrder> order =
            new SimpleObjectProperty<>(this, "order", ConnectionOrder.START);
    private final ObjectProperty<PlaceChoice> place =
            new SimpleObjectProperty<>(this, "place", PlaceChoice.AUTOMATIC);
    private final ReadOnlyObjectWrapper<@Nullable OpenCapture> open =
            new ReadOnlyObjectWrapper<>(this, "open");
    private final ReadOnlyDoubleWrapper marksKnown = new ReadOnlyDoubleWrapper(this, "marksKnown");
    private MarkCounts marks = new MarkCounts(new OpenCapture(List.of(), List.of(), false));
    private final ObservableList<ConnectionRow> rows = FXCollections.observableArrayList();

    public ConnectionsViewModel(Messages messages) {
        text = new CaptureText(messages);
        search.subscribe(_ -> fill());
        order.subscribe(_ -> fill());
        messages.localeProperty().subscribe(_ -> fill());
    }

    /** The capture that was opened last; null: none. */
    public ReadOnlyObjectProperty<@Nullable OpenCapture> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** How many warnings and problems the connections have; found one after the other. */
    MarkCounts marks() {
        return marks;
    }

    /** Changes whenever more of {@link #marks()} are known. */
    ReadOnlyDoubleProperty marksKnownProperty() {
        return marksKnown.getReadOnlyProperty();
    }

    /**
     * More marks were counted.
     *
     * @param known for how many of the connections, 0 to 1
     */
    @SuppressWarnings("ReferenceEquality")
    public void countedMarks(MarkCounts counts, double known) {
        boolean isNews = known >= 1 || known - marksKnown.get() >= MARKS_STEP;
        if (counts == marks && isNews) {
            marksKnown.set(known);
            if (known >= 1 && order.get() == ConnectionOrder.MARKS) {
                fill();
            }
        }
    }

    /**
     * Shows the connections of another capture.
     *
     * @return what is to be counted for it; null if it is shown already
     */
    // Comparing two long lists step by step would last.
    @SuppressWarnings("ReferenceEquality")
    public @Nullable MarkCounts show(OpenCapture capture) {
        if (open.get() == capture) {
            return null;
        }
        marks = new MarkCounts(capture);
        marksKnown.set(0);
        open.set(capture);
        place.set(PlaceChoice.AUTOMATIC);
        search.set("");
        fill();
        return marks;
    }

    /** Where the user says that the capture was made; it is forgotten with the capture. */
    public ObjectProperty<PlaceChoice> placeProperty() {
        return place;
    }

    /** What the user searches for: words that must all occur in addresses, ports or verdict. */
    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<ConnectionOrder> orderProperty() {
        return order;
    }

    /** What is to be shown. */
    ObservableList<ConnectionRow> rows() {
        return rows;
    }

    CaptureText text() {
        return text;
    }

    /** When a connection began, counted from the first one of the capture. */
    long sinceFirstNanos(ConnectionRow row) {
        OpenCapture capture = open.get();
        return capture == null ? 0 : row.startNanos() - capture.rows().getFirst().startNanos();
    }

    private void fill() {
        OpenCapture capture = open.get();
        if (capture == null) {
            return;
        }
        List<String> words =
                Stream.of(fold(search.get()).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        rows.setAll(
                capture.rows().stream()
                        .filter(row -> words.isEmpty() || fits(row, words))
                        .sorted(order.get().comparator(marks))
                        .toList());
    }

    private boolean fits(ConnectionRow row, List<String> words) {
        String line =
                fold(
                        String.join(
                                " ",
                                row.socketA(),
                                row.socketB(),
                                "#" + row.number(),
                                text.verdict(row.connection()),
                                text.opening(row.connection().opening()),
                                text.ending(row.connection().ending())));
        return words.stream().allMatch(line::contains);
    }

    private static String fold(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
