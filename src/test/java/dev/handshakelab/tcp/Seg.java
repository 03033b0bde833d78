package dev.handshakelab.tcp;

/**
 * Builds the segments that tests let arrive, in the numbers of the RFC's figures: ours begin at
 * 100, the peer's at 300, and the peer offers a window of 1000.
 */
final class Seg {
    private final Flags flags;
    private int seq;
    private int ack;
    private int window = 1000;
    private int urgentPointer;
    private SegmentOptions options = SegmentOptions.NONE;
    private Octets text = Octets.EMPTY;

    private Seg(Flags flags) {
        this.flags = flags;
    }

    static Seg seg(String flags) {
        return new Seg(Flags.parse(flags));
    }

    Seg seq(long number) {
        seq = (int) number;
        return this;
    }

    Seg ack(long number) {
        ack = (int) number;
        return this;
    }

    Seg window(int field) {
        window = field;
        return this;
    }

    Seg urgent(int pointer) {
        urgentPointer = pointer;
        return this;
    }

    Seg text(String content) {
        text = Octets.utf8(content);
        return this;
    }

    /** Text of which each octet is a function of its number, so that the stream can be checked. */
    Seg numbered(int length) {
        int first = flags.syn() ? seq + 1 : seq;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + Integer.remainderUnsigned(first + i, 26));
        }
        text = Octets.of(bytes);
        return this;
    }

    Seg mss(int octets) {
        options = options.withMaximumSegmentSize(octets);
        return this;
    }

    Seg scale(int shift) {
        options = options.withWindowScale(shift);
        return this;
    }

    Seg sack() {
        options = options.withSackPermitted();
        return this;
    }

    Seg stamp(int value, int echo) {
        options = options.withTimestamps(value, echo);
        return this;
    }

    /**
     * The segment with {@code ours} added to the numbers of our side and {@code theirs} to its own.
     */
    Segment build(int ours, int theirs) {
        return new Segment(
                seq + theirs,
                flags.ack() ? ack + ours : 0,
                flags,
                window,
                urgentPointer,
                options,
                text);
    }
}
