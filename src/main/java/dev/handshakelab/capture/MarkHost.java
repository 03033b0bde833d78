package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.gt;

import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one host while a story is gone through for marks. */
final class MarkHost {
    private final Side side;
    private final boolean watched;

    /** Which numbers were sent first by which segment. */
    private final Map<Integer, Original> originals = new HashMap<>();

    private final Set<Kind> once = EnumSet.noneOf(Kind.class);

    /** SND.NXT, as far as was seen. */
    int next;

    boolean nextKnown;

    /** The last acknowledgment that it sent, and with which window. */
    int lastAck;

    int lastWindow;
    boolean ackSent;
    long ackFlight;
    int sameAcks;

    /** The largest acknowledgment that reached it (SND.UNA), and the last window. */
    int una;

    boolean unaKnown;
    int peerWindow;
    boolean peerWindowKnown;
    int duplicateAcks;

    /** The segment that reached it last; null once it has answered. */
    @Nullable Flight unanswered;

    @Nullable Flight lastArrived;
    long lastArrivedAt;
    TcpState stateBeforeArrival = TcpState.CLOSED;
    long maxArrivedId;
    @Nullable Flight textAfterText;
    boolean finSent;
    boolean probed;
    boolean probedForWindow;
    boolean hadConnection;

    /** How often it has sent again, or asked, since something reached it. */
    int repeats;

    /** Until this is acknowledged, a fast retransmission goes on (RFC 6582). */
    int recoverUntil;

    boolean recovering;
    long timeWaitSince;

    /** By the first number that is missing: the segment behind the gap. */
    final Map<Integer, Flight> gaps = new HashMap<>();

    @Nullable Flight gapBefore;
    long gapAt;
    private @Nullable Tries tries;

    /**
     * A segment that was sent for the first time.
     *
     * @param count how often it was sent again
     */
    record Original(Flight flight, long atNanos, int count) {}

    /** SYNs that were not answered yet. */
    record Tries(Flight last, int count, long firstAtNanos, long lastAtNanos) {}

    MarkHost(Side side, boolean watched) {
        this.side = side;
        this.watched = watched;
    }

    Side side() {
        return side;
    }

    boolean isWatched() {
        return watched;
    }

    /** A new connection begins. */
    void begin(Segment syn) {
        originals.clear();
        once.clear();
        next = syn.seq();
        nextKnown = true;
        unaKnown = false;
        peerWindowKnown = false;
        ackSent = false;
        duplicateAcks = 0;
        sameAcks = 0;
        textAfterText = null;
        finSent = false;
        recovering = false;
        gaps.clear();
        gapBefore = null;
    }

    /** Whether it is the first time. */
    boolean noteOnce(Kind kind) {
        return once.add(kind);
    }

    @Nullable Original original(int seq) {
        return originals.get(seq);
    }

    /** Notes that something was sent; returns how often before. */
    int noteSent(Flight flight, long atNanos) {
        Segment segment = flight.segment();
        Original original =
                originals.merge(
                        segment.seq(),
                        new Original(flight, atNanos, 0),
                        (old, _) -> new Original(old.flight(), old.atNanos(), old.count() + 1));
        if (!nextKnown || gt(segment.end(), next)) {
            next = segment.end();
            nextKnown = true;
        }
        return original.count();
    }

    void trySyn(Flight flight, long atNanos) {
        Tries before = tries;
        boolean same = before != null && before.last().segment().seq() == flight.segment().seq();
        tries =
                before == null || !same
                        ? new Tries(flight, 1, atNanos, atNanos)
                        : new Tries(flight, before.count() + 1, before.firstAtNanos(), atNanos);
    }

    void answered() {
        tries = null;
    }

    Optional<Tries> unansweredSyn() {
        return Optional.ofNullable(tries);
    }
}
