package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.ge;
import static dev.handshakelab.tcp.SequenceNumbers.gt;
import static dev.handshakelab.tcp.SequenceNumbers.le;

import dev.handshakelab.tcp.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a host has come in its peer's octets: RCV.NXT, what is held behind a gap, and the FIN.
 */
final class PeerStream {
    private static final int MAX_HELD = 256;
    private static final int MAX_WINDOW = 1 << 30;

    private boolean begun;
    private int irs;
    private boolean known;
    private int next;
    private boolean finKnown;
    private int finEnd;
    private boolean finDone;
    private final List<int[]> held = new ArrayList<>();

    /** Forgets all: a new connection. */
    void forget() {
        begun = false;
        known = false;
        finKnown = false;
        finDone = false;
        held.clear();
    }

    /** The peer's SYN is taken. */
    void begin(int seq) {
        forget();
        begun = true;
        irs = seq;
        known = true;
        next = seq + 1;
    }

    boolean hasBegun(int seq) {
        return begun && irs == seq;
    }

    /** Whether RCV.NXT is known. */
    boolean isKnown() {
        return known;
    }

    /** RCV.NXT. */
    int next() {
        return next;
    }

    boolean finKnown() {
        return finKnown;
    }

    /** The number behind the peer's FIN. */
    int finEnd() {
        return finEnd;
    }

    /** The host itself has said how far it is. */
    void acknowledged(int ack) {
        if (!known || gt(ack, next)) {
            known = true;
            next = ack;
            advance();
        }
        finDone = finDone || (finKnown && ge(next, finEnd));
    }

    /** A FIN will come that was not there before. */
    void finComes(int end) {
        finKnown = true;
        finEnd = end;
    }

    /** Whether a segment has something that the host does not have. */
    boolean isNew(Segment segment) {
        return segment.length() > 0 && gt(segment.end(), next);
    }

    /**
     * A segment arrives.
     *
     * @return whether the FIN is reached by it
     */
    boolean take(Segment segment) {
        if (!isNear(segment)) {
            return false;
        }
        noteFin(segment);
        // Nothing comes behind a FIN.
        int end = finKnown && gt(segment.end(), finEnd) ? finEnd : segment.end();
        if (gt(end, next) && held.size() < MAX_HELD) {
            held.add(new int[] {segment.textSeq(), end});
            advance();
        }
        boolean done = finKnown && ge(next, finEnd);
        boolean now = done && !finDone;
        finDone = finDone || done;
        return now;
    }

    /**
     * A segment may arrive.
     *
     * @return whether the FIN may be reached: it has left, and what is missing may come by any
     *     segment
     */
    boolean offer(Segment segment) {
        if (!isNear(segment)) {
            return false;
        }
        noteFin(segment);
        return finKnown && segment.length() > 0 && !finDone;
    }

    private boolean isNear(Segment segment) {
        if (!known) {
            known = true;
            next = segment.textSeq();
        }
        int distance = segment.end() - next;
        return distance > -MAX_WINDOW && distance < MAX_WINDOW;
    }

    private void noteFin(Segment segment) {
        if (segment.flags().fin() && ge(segment.end(), next) && !finDone) {
            finKnown = true;
            finEnd = segment.end();
        }
    }

    private void advance() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = held.size() - 1; i >= 0; i--) {
                int[] run = held.get(i);
                if (le(run[0], next)) {
                    moved |= gt(run[1], next);
                    next = gt(run[1], next) ? run[1] : next;
                    held.remove(i);
                }
            }
        }
    }
}
