package dev.handshakelab.capture;

import dev.handshakelab.capture.Inferred.Evidence;
import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.capture.Mark.Quantity;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The marks that are about the capture itself, not about what the hosts did. */
final class CaptureMarks {
    /** Where no SYN says more: beyond it stands what offloading made. */
    private static final int LARGEST_ON_WIRE = 9_000;

    private CaptureMarks() {}

    /**
     * Copies of segments of a host that nobody watched: what it sends again has another number in
     * the IP header, or another timestamp.
     */
    static Map<Long, Long> copies(Inferred inferred) {
        Map<Long, Long> copies = new HashMap<>();
        Map<Side, Map<Long, Long>> seen = new EnumMap<>(Side.class);
        for (int i = 0; i < inferred.evidence().size(); i++) {
            @Nullable Evidence evidence = inferred.evidence().get(i);
            if (evidence == null
                    || evidence.kind() != Inferred.Kind.SENT
                    || inferred.watched().contains(evidence.side())
                    || !isDistinct(evidence.captured())) {
                continue;
            }
            var flight = inferred.timeline().frame(i).facts().getFirst().flight();
            if (flight != null) {
                long print = evidence.captured().fingerprint();
                Long first =
                        seen.computeIfAbsent(evidence.side(), _ -> new HashMap<>())
                                .putIfAbsent(print, flight.id());
                if (first != null) {
                    copies.put(flight.id(), first);
                }
            }
        }
        return copies;
    }

    /** Whether the same segment would look different if it were sent again. */
    private static boolean isDistinct(CapturedSegment captured) {
        Segment segment = captured.segment();
        boolean isIpv4 = captured.source().address().indexOf(':') < 0;
        return segment.length() > 0
                && !segment.flags().syn()
                && (isIpv4 || segment.options().timestamps().isPresent());
    }

    static List<Mark> of(Inferred inferred) {
        List<Mark> marks = new ArrayList<>();
        int firstSnapped = -1;
        int snapped = 0;
        int firstLarge = -1;
        int large = 0;
        long largest = 0;
        int limit = largestSegment(inferred);
        for (int i = 0; i < inferred.evidence().size(); i++) {
            @Nullable Evidence evidence = inferred.evidence().get(i);
            if (evidence == null) {
                continue;
            }
            int octets = evidence.captured().segment().text().length();
            if (!evidence.captured().isWhole()) {
                firstSnapped = firstSnapped < 0 ? i : firstSnapped;
                snapped++;
            }
            if (octets > limit) {
                firstLarge = firstLarge < 0 ? i : firstLarge;
                large++;
                largest = Math.max(largest, octets);
            }
        }
        if (firstSnapped >= 0) {
            add(
                    inferred,
                    Kind.SNAPPED,
                    firstSnapped,
                    Map.of(Quantity.COUNT, (long) snapped),
                    marks);
        }
        if (firstLarge >= 0) {
            var figures = Map.of(Quantity.COUNT, (long) large, Quantity.LENGTH, largest);
            add(inferred, Kind.OFFLOADED, firstLarge, figures, marks);
        }
        addMidstream(inferred, marks);
        return marks;
    }

    private static int largestSegment(Inferred inferred) {
        return inferred.evidence().stream()
                .filter(Objects::nonNull)
                .mapToInt(evidence ->
                        evidence.captured().segment().options().maximumSegmentSize().orElse(0))
                .filter(size -> size > 0)
                .max()
                .orElse(LARGEST_ON_WIRE);
    }

    private static void addMidstream(Inferred inferred, List<Mark> marks) {
        for (int i = 0; i < inferred.evidence().size(); i++) {
            @Nullable Evidence evidence = inferred.evidence().get(i);
            if (evidence != null) {
                if (!evidence.captured().segment().flags().syn()) {
                    add(inferred, Kind.BEGINS_MIDSTREAM, i, Map.of(), marks);
                }
                return;
            }
        }
    }

    private static void add(
            Inferred inferred,
            Kind kind,
            int frameIndex,
            Map<Quantity, Long> figures,
            List<Mark> marks) {
        Frame frame = inferred.timeline().frame(frameIndex);
        var fact = frame.facts().getFirst();
        var flight = fact.flight();
        long id = flight == null ? 0 : flight.id();
        marks.add(new Mark(kind, frameIndex, id, fact.side(), frame.atNanos(), figures));
    }
}
