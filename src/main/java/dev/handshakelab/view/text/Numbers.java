package dev.handshakelab.view.text;

import static dev.handshakelab.tcp.SequenceNumbers.toUnsigned;

import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How sequence numbers are written: as they are, or counted from the initial number of the host
 * that they belong to.
 */
public final class Numbers {
    /** Sequence numbers as they are, 0 to 4294967295. */
    public static final Numbers ABSOLUTE = new Numbers(Map.of());

    private static final Pattern FIGURES = Pattern.compile("-?[0-9]{1,10}");

    /** By side: from which frame on which initial number counts. */
    private final Map<Side, NavigableMap<Integer, Integer>> initial;

    private Numbers(Map<Side, NavigableMap<Integer, Integer>> initial) {
        this.initial = initial;
    }

    /**
     * Sequence numbers relative to the last SYN of their host; those of a host that sends no SYN
     * stay absolute.
     */
    public static Numbers relative(Timeline timeline) {
        Map<Side, NavigableMap<Integer, Integer>> initial = new EnumMap<>(Side.class);
        for (Frame frame : timeline.turns()) {
            for (Fact fact : frame.facts()) {
                if (fact instanceof Fact.Sent(_, Side side, Flight flight)
                        && flight.segment().flags().syn()) {
                    initial.computeIfAbsent(side, _ -> new TreeMap<>())
                            .put(frame.index(), flight.segment().seq());
                }
            }
        }
        return new Numbers(initial);
    }

    /**
     * A number in figures. A relative one may be negative: it lies before the initial number.
     *
     * @param frameIndex the frame that it is written for
     * @param owner the host whose octets it counts
     * @param number the number; only its low 32 bits count
     */
    public String show(int frameIndex, Side owner, long number) {
        return initial.containsKey(owner)
                ? Integer.toString((int) number - base(frameIndex, owner))
                : Long.toString(toUnsigned((int) number));
    }

    /**
     * The number that figures mean: the inverse of {@link #show}.
     *
     * @return empty if they are no number, or none that has 32 bits
     */
    public OptionalInt read(int frameIndex, Side owner, String figures) {
        String text = figures.strip();
        if (!FIGURES.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        long shown = Long.parseLong(text);
        boolean fits = shown >= Integer.MIN_VALUE && shown <= 0xffff_ffffL;
        if (!fits) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) shown + base(frameIndex, owner));
    }

    private int base(int frameIndex, Side owner) {
        NavigableMap<Integer, Integer> starts = initial.get(owner);
        if (starts == null) {
            return 0;
        }
        Entry<Integer, Integer> start = starts.floorEntry(frameIndex);
        return start == null ? starts.firstEntry().getValue() : start.getValue();
    }
}
