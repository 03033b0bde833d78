package dev.handshakelab.capture;

import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.timeline.Side;

/** What one host of a connection sent, and what of it was acknowledged. */
final class SenderSummary {
    private final Side side;
    private boolean syn;
    private boolean synAck;
    private int synSeq;
    private boolean synAcknowledged;
    private boolean fin;
    private int finEnd;
    private boolean finAcknowledged;
    private boolean more;
    private boolean known;
    private int next;
    private long octets;

    SenderSummary(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    /** The host sends. */
    void sent(Segment segment) {
        if (segment.flags().rst()) {
            return;
        }
        if (segment.flags().syn()) {
            syn |= !segment.flags().ack();
            synAck |= segment.flags().ack();
            synSeq = segment.seq();
            known = true;
            next = segment.seq() + 1;
            return;
        }
        more = true;
        int textEnd = segment.seq() + segment.text().length();
        if (!known) {
            known = true;
            next = segment.seq();
        }
        if (SequenceNumbers.gt(textEnd, next)) {
            octets += Math.min(textEnd - next, segment.text().length());
            next = textEnd;
        }
        if (segment.flags().fin()) {
            fin = true;
            finEnd = segment.end();
        }
    }

    /** The other host sends. */
    void received(Segment segment) {
        if (!segment.flags().ack() || segment.flags().rst()) {
            return;
        }
        synAcknowledged |= (syn || synAck) && segment.ack() - synSeq > 0;
        finAcknowledged |= fin && segment.ack() == finEnd;
    }

    /** It sent a SYN of its own accord. */
    boolean sentSyn() {
        return syn;
    }

    boolean sentSynAck() {
        return synAck;
    }

    boolean isSynAcknowledged() {
        return synAcknowledged;
    }

    boolean sentFin() {
        return fin;
    }

    boolean isFinAcknowledged() {
        return finAcknowledged;
    }

    /** It sent something besides SYN and RST. */
    boolean sentMore() {
        return more;
    }

    /** How many octets of data it sent, each counted once. */
    long octets() {
        return octets;
    }
}
