package dev.handshakelab.view.notice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages that stand above the diagram, oldest first. */
public final class Notices {
    /** More than this would hide the diagram; the oldest go. */
    private static final int MOST = 3;

    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final ObservableList<Notice> shown = FXCollections.unmodifiableObservableList(all);

    /** What is shown. */
    public ObservableList<Notice> all() {
        return shown;
    }

    /** Shows one more. */
    public void add(Notice notice) {
        all.add(notice);
        if (all.size() > MOST) {
            all.stream()
                    .filter(older -> older.actions().isEmpty() && !older.equals(notice))
                    .findFirst()
                    .ifPresent(all::remove);
        }
    }

    /** Takes one away. */
    public void dismiss(Notice notice) {
        all.remove(notice);
    }
}
