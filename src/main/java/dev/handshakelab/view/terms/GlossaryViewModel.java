package dev.handshakelab.view.terms;

import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The terms that fit the search, in the language of the moment. */
public final class GlossaryViewModel {
    private static final String PREFIX = "term.";

    /** The terms in the order in which they are shown: first what others build upon. */
    static final List<String> IDS =
            List.of(
                    "SYN",
                    "ACK",
                    "FIN",
                    "RST",
                    "PSH",
                    "SEGMENT",
                    "SEQ",
                    "ACKNO",
                    "ISN",
                    "ISS",
                    "IRS",
                    "SND.UNA",
                    "SND.NXT",
                    "SND.WND",
                    "RCV.NXT",
                    "RCV.WND",
                    "TCB",
                    "SOCKET",
                    "ACTIVEOPEN",
                    "PASSIVEOPEN",
                    "HANDSHAKE",
                    "HALFCLOSE",
                    "HALFOPEN",
                    "SIMOPEN",
                    "SIMCLOSE",
                    "MSL",
                    "2MSL",
                    "TWA",
                    "OLDDUP",
                    "CHALLENGE",
                    "MSS",
                    "WSCALE",
                    "PAWS",
                    "SACK",
                    "RTT",
                    "RTO",
                    "KARN",
                    "NAGLE",
                    "SWS",
                    "DELACK",
                    "ZWP",
                    "KEEPALIVE",
                    "USERTIMEOUT",
                    "QUIETTIME",
                    "STREAM",
                    "BACKLOG");

    private final Messages messages;
    private final Messages english = new Messages(Locale.ENGLISH);
    private final Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableList<Entry> shown = FXCollections.observableArrayList();

    /**
     * A term.
     *
     * @param id the part of its keys after {@code term.}
     * @param name what it is called in the language of the program
     * @param otherName what it is called in the other language
     * @param text what it means
     */
    public record Entry(String id, String name, String otherName, String text) {}

    /** All terms. */
    public GlossaryViewModel(Messages messages) {
        this.messages = messages;
        search.subscribe(this::fill);
        messages.localeProperty().subscribe(_ -> fill());
        fill();
    }

    /** What the user searches for: words that must all occur in a term, in either language. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The terms to be shown. */
    public ObservableList<Entry> shown() {
        return shown;
    }

    private void fill() {
        List<String> words = Stream.of(fold(search.get()).strip().split("\\s+")).toList();
        shown.setAll(
                IDS.stream()
                        .filter(id -> words.stream().allMatch(searched(id)::contains))
                        .map(this::entry)
                        .toList());
    }

    private Entry entry(String id) {
        Messages other = messages.isChinese() ? english : chinese;
        return new Entry(
                id, name(id, messages), name(id, other), messages.get(PREFIX + id + ".text"));
    }

    private String searched(String id) {
        return fold(
                name(id, english)
                        + " "
                        + name(id, chinese)
                        + " "
                        + messages.get(PREFIX + id + ".text"));
    }

    private static String name(String id, Messages in) {
        return in.get(PREFIX + id + ".name");
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
