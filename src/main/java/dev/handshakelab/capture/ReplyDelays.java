package dev.handshakelab.capture;

import dev.handshakelab.capture.PlaceGuess.Reason;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Side;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How fast each host answers, as seen from where a capture was made: the host at that place answers
 * at once, the other one after a round trip.
 */
final class ReplyDelays {
    private static final long UNSURE_ABOVE_NANOS = 2_000_000;
    private static final long PROMPT_NANOS = 1_000_000;
    private static final int FACTOR = 10;

    /** No way is believed to take longer. */
    static final long MAX_WAY_NANOS = 600_000_000_000L;

    private static final int MAX_PENDING = 4096;

    private final Map<Side, Long> least = new EnumMap<>(Side.class);
    private final Map<Side, Integer> sent = new EnumMap<>(Side.class);
    private final Map<Side, Integer> travels = new EnumMap<>(Side.class);
    private boolean loopback;

    ReplyDelays(Conversation conversation, List<CapturedSegment> view) {
        loopback = conversation.a().address().equals(conversation.b().address());
        Map<Side, CapturedSegment> last = new EnumMap<>(Side.class);
        Set<Side> callers = EnumSet.noneOf(Side.class);
        Map<Integer, Long> ofA = new HashMap<>();
        Map<Integer, Long> ofB = new HashMap<>();
        for (CapturedSegment captured : view) {
            Side from = conversation.sender(captured);
            sent.merge(from, 1, Integer::sum);
            note(captured.travel(), from);
            Long asked =
                    captured.segment().flags().ack()
                            ? (from == Side.A ? ofB : ofA).remove(captured.segment().ack())
                            : resetQuestion(captured, last.get(from.other()));
            if (asked != null) {
                least.merge(from, Math.max(0, captured.atNanos() - asked), Math::min);
            }
            ask(captured, from == Side.A ? ofA : ofB, callers.contains(from));
            if (captured.segment().flags().syn() && !captured.segment().flags().ack()) {
                callers.add(from);
            }
            last.put(from, captured);
        }
    }

    /**
     * Of something that was sent twice, the second time counts: an answer to the first makes the
     * delay too small, which leaves more possible than a delay that is too large. A SYN-ACK in a
     * simultaneous open is no repetition of the SYN.
     */
    private static void ask(
            CapturedSegment captured, Map<Integer, Long> questions, boolean isCaller) {
        Segment segment = captured.segment();
        if (segment.length() == 0 || questions.size() >= MAX_PENDING) {
            return;
        }
        if (isCaller && segment.flags().has(Flags.SYN_ACK)) {
            questions.putIfAbsent(segment.end(), captured.atNanos());
        } else {
            questions.put(segment.end(), captured.atNanos());
            if (segment.flags().syn()) {
                // Data in a SYN may be acknowledged later than the SYN.
                questions.put(segment.seq() + 1, captured.atNanos());
            }
        }
    }

    /** A RST without an acknowledgment takes its number from the segment that it answers. */
    private static @Nullable Long resetQuestion(
            CapturedSegment captured, @Nullable CapturedSegment before) {
        if (before == null || !captured.segment().flags().rst()) {
            return null;
        }
        boolean answers =
                before.segment().flags().ack()
                        && before.segment().ack() == captured.segment().seq();
        return answers ? Long.valueOf(before.atNanos()) : null;
    }

    private void note(Travel travel, Side from) {
        switch (travel) {
            case OUT -> travels.merge(from, 1, Integer::sum);
            case IN -> travels.merge(from.other(), 1, Integer::sum);
            case BOTH -> loopback = true;
            case UNKNOWN -> {
                // the times have to say it
            }
        }
    }

    /** How long a host took at least to answer; empty if nothing says it. */
    OptionalLong least(Side side) {
        Long nanos = least.get(side);
        return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** How long the way to a host takes if half a round trip is one way. */
    long wayNanos(Side side) {
        return Math.min(least(side).orElse(0) / 2, MAX_WAY_NANOS);
    }

    /** Whether both hosts answered something, so that their delays can be compared. */
    boolean isSure() {
        return least.size() == 2 && (place() == CapturePlace.AT_A || place() == CapturePlace.AT_B);
    }

    /** Where the capture was made. */
    CapturePlace place() {
        return guess().place();
    }

    /** Where the capture seems to have been made, and why. */
    PlaceGuess guess() {
        if (loopback) {
            return guess(CapturePlace.AT_BOTH, Reason.ONE_HOST);
        }
        int marks = count(travels, Side.A) - count(travels, Side.B);
        if (marks != 0) {
            return guess(at(marks > 0), Reason.DIRECTION);
        }
        OptionalLong a = least(Side.A);
        OptionalLong b = least(Side.B);
        if (a.isPresent() && b.isPresent()) {
            long smaller = Math.min(a.getAsLong(), b.getAsLong());
            long larger = Math.max(a.getAsLong(), b.getAsLong());
            if (smaller > UNSURE_ABOVE_NANOS && larger / FACTOR < smaller) {
                return guess(CapturePlace.BETWEEN, Reason.ALIKE);
            }
            return guess(at(a.getAsLong() <= b.getAsLong()), Reason.ANSWERS);
        }
        if (a.isPresent()) {
            return guess(at(a.getAsLong() < PROMPT_NANOS), Reason.ONE_ANSWERED);
        }
        if (b.isPresent()) {
            return guess(at(b.getAsLong() >= PROMPT_NANOS), Reason.ONE_ANSWERED);
        }
        // A host that gets no answer is the one beside the capture.
        int difference = count(sent, Side.A) - count(sent, Side.B);
        return guess(at(difference >= 0), Reason.SENT_MORE);
    }

    private static CapturePlace at(boolean isA) {
        return isA ? CapturePlace.AT_A : CapturePlace.AT_B;
    }

    private PlaceGuess guess(CapturePlace place, Reason reason) {
        return new PlaceGuess(place, reason, least(Side.A), least(Side.B));
    }

    private static int count(Map<Side, Integer> counts, Side side) {
        return counts.getOrDefault(side, 0);
    }
}
