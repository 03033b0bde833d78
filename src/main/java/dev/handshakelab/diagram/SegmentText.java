package dev.handshakelab.diagram;

import static dev.handshakelab.tcp.SequenceNumbers.toUnsigned;

import dev.handshakelab.diagram.Label.Style;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Writes segments in the notation of RFC 9293's figures, with absolute or relative numbers. */
final class SegmentText {
    /** A word and how it looks. */
    record Word(String text, Style style) {}

    private final boolean relative;
    private final boolean showOptions;
    private final Labels labels;
    private final List<Story.Travel> travels;

    /** By side: from which segment on which initial number counts. */
    private final Map<Side, NavigableMap<Integer, Integer>> bases = new EnumMap<>(Side.class);

    /**
     * @param travels all segments of the story, in the order of departure
     */
    SegmentText(DiagramSettings settings, Labels labels, List<Story.Travel> travels) {
        this.relative = settings.relativeNumbers();
        this.showOptions = settings.showOptions();
        this.labels = labels;
        this.travels = travels;
        for (int i = 0; i < travels.size(); i++) {
            Flight flight = travels.get(i).flight;
            if (opens(flight)) {
                bases.computeIfAbsent(flight.from(), _ -> new TreeMap<>())
                        .put(i, flight.segment().seq());
            }
        }
    }

    private static boolean opens(Flight flight) {
        return flight.origin() == Flight.Origin.HOST && flight.segment().flags().syn();
    }

    /** The words of a segment. */
    List<Word> words(int travel) {
        Flight flight = travels.get(travel).flight;
        Segment segment = flight.segment();
        List<Word> words = new ArrayList<>(6);
        String tag = labels.tag(SegmentKind.of(flight));
        if (!tag.isEmpty()) {
            words.add(new Word(tag, Style.TAG));
        }
        words.add(new Word(segment.flags().toString(), Style.STRONG));
        words.add(plain("SEQ=" + number(segment.seq(), flight.from(), travel)));
        if (segment.flags().ack()) {
            words.add(plain("ACK=" + number(segment.ack(), flight.to(), travel)));
        }
        if (!segment.text().isEmpty()) {
            words.add(plain("LEN=" + segment.text().length()));
        }
        if (segment.flags().urg()) {
            words.add(plain("UP=" + segment.urgentPointer()));
        }
        if (showOptions) {
            addOptions(words, segment);
        }
        labels.marks(flight).forEach(mark -> words.add(new Word(mark, Style.MARK)));
        return words;
    }

    /** What a moving mark says: the length of data, otherwise the control bits. */
    static String shortText(Segment segment) {
        return segment.text().isEmpty()
                ? segment.flags().toString()
                : "LEN=" + segment.text().length();
    }

    /** A relative number may be negative: it lies before the side's initial number. */
    private String number(int value, Side side, int travel) {
        NavigableMap<Integer, Integer> starts = bases.get(side);
        if (!relative || starts == null) {
            return Long.toString(toUnsigned(value));
        }
        Map.Entry<Integer, Integer> start = starts.floorEntry(travel);
        return Integer.toString(value - (start == null ? starts.firstEntry() : start).getValue());
    }

    private static void addOptions(List<Word> words, Segment segment) {
        words.add(plain("WND=" + segment.window()));
        segment.options().maximumSegmentSize().ifPresent(mss -> words.add(plain("MSS=" + mss)));
        segment.options().windowScale().ifPresent(shift -> words.add(plain("WS=" + shift)));
        if (segment.options().sackPermitted()) {
            words.add(plain("SACK-permitted"));
        }
        segment.options()
                .timestamps()
                .ifPresent(stamps -> {
                    words.add(plain("TSval=" + toUnsigned(stamps.value())));
                    words.add(plain("TSecr=" + toUnsigned(stamps.echoReply())));
                });
    }

    private static Word plain(String text) {
        return new Word(text, Style.PLAIN);
    }
}
