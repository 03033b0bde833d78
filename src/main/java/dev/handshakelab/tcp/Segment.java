package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.SequenceNumbers.toUnsigned;

/**
 * One TCP segment (RFC 9293, 3.1), without addresses and ports.
 *
 * @param seq SEG.SEQ
 * @param ack SEG.ACK; meaningful only with the ACK bit, 0 otherwise
 * @param flags control bits
 * @param window the window field as it stands in the header, 0 to 65535, not scaled
 * @param urgentPointer offset from SEG.SEQ, 0 to 65535; meaningful only with the URG bit
 * @param options header options
 * @param text the data octets
 */
public record Segment(
        int seq,
        int ack,
        Flags flags,
        int window,
        int urgentPointer,
        SegmentOptions options,
        Octets text) {
    /** Largest value of the window field. */
    public static final int MAX_WINDOW_FIELD = 65535;

    public Segment {
        if (window < 0 || window > MAX_WINDOW_FIELD) {
            throw new IllegalArgumentException("window field: " + window);
        }
        if (urgentPointer < 0 || urgentPointer > MAX_WINDOW_FIELD) {
            throw new IllegalArgumentException("urgent pointer: " + urgentPointer);
        }
    }

    /** A segment without options, text and urgent data. */
    public static Segment of(int seq, int ack, Flags flags, int window) {
        return new Segment(seq, ack, flags, window, 0, SegmentOptions.NONE, Octets.EMPTY);
    }

    public Segment withText(Octets newText) {
        return new Segment(seq, ack, flags, window, urgentPointer, options, newText);
    }

    public Segment withFlags(Flags newFlags) {
        return new Segment(seq, ack, newFlags, window, urgentPointer, options, text);
    }

    public Segment withSeq(int newSeq) {
        return new Segment(newSeq, ack, flags, window, urgentPointer, options, text);
    }

    public Segment withOptions(SegmentOptions newOptions) {
        return new Segment(seq, ack, flags, window, urgentPointer, newOptions, text);
    }

    /** SEG.LEN: data octets plus one for SYN and one for FIN (RFC 9293, 3.4). */
    public int length() {
        return text.length() + (flags.syn() ? 1 : 0) + (flags.fin() ? 1 : 0);
    }

    /** SEG.SEQ + SEG.LEN, the number after the last one that this segment uses. */
    public int end() {
        return seq + length();
    }

    /** The number of the first data octet: behind the SYN, if there is one. */
    public int textSeq() {
        return flags.syn() ? seq + 1 : seq;
    }

    /** The segment in the RFC's notation, for example {@code SYN,ACK SEQ=300 ACK=101 LEN=0}. */
    @Override
    public String toString() {
        StringBuilder line =
                new StringBuilder(flags.toString()).append(" SEQ=").append(toUnsigned(seq));
        if (flags.ack()) {
            line.append(" ACK=").append(toUnsigned(ack));
        }
        if (!text.isEmpty()) {
            line.append(" LEN=").append(text.length());
        }
        return line.append(" WND=").append(window).toString();
    }
}
