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

/** Writes segments in the notation of RFC 9293's figures, with absolute or relative numbers. */
final class SegmentText {
    /** A word and how it looks. */
    record Word(String text, Style style) {}

    private final boolean relative;
    private final boolean showOptions;
    private final Labels labels;
    private final Map<Side, Integer> base = new EnumMap<>(Side.class);

    /**
     * @param travels all segments of the story, in the order of departure
     */
    SegmentText(DiagramSettings settings, Labels labels, List<Story.Travel> travels) {
        this.relative = settings.relativeNumbers();
        this.showOptions = settings.showOptions();
        this.labels = labels;
        for (Story.Travel travel : travels) {
            if (opens(travel.flight)) {
                base.putIfAbsent(travel.flight.from(), travel.flight.segment().seq());
            }
        }
    }

    private static boolean opens(Flight flight) {
        return flight.origin() == Flight.Origin.HOST && flight.segment().flags().syn();
    }

    /** The words of a segment; segments must be asked for in the order of departure. */
    List<Word> words(Flight flight) {
        Segment segment = flight.segment();
        if (opens(flight)) {
            base.put(flight.from(), segment.seq());
        }
        List<Word> words = new ArrayList<>(6);
        String tag = labels.tag(SegmentKind.of(flight));
        if (!tag.isEmpty()) {
            words.add(new Word(tag, Style.TAG));
        }
        words.add(new Word(segment.flags().toString(), Style.STRONG));
        words.add(plain("SEQ=" + number(segment.seq(), flight.from())));
        if (segment.flags().ack()) {
            words.add(plain("ACK=" + number(segment.ack(), flight.to())));
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
    private String number(int value, Side side) {
        Integer zero = base.get(side);
        return relative && zero != null
                ? Integer.toString(value - zero)
                : Long.toString(toUnsigned(value));
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
