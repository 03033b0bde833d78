package dev.handshakelab.export;

import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.export.Mark.Pen;

/** The line of each kind of segment: the same widths and dashes as in the window's stylesheet. */
final class SegmentPen {
    private SegmentPen() {}

    static Pen shaft(SegmentKind kind) {
        return switch (kind) {
            case SYN, RST -> Pen.of(2.6);
            case ACK -> Pen.dashed(1.4, 6.0, 4.0);
            case DATA -> Pen.of(1.8);
            case FIN -> Pen.dashed(2.2, 14.0, 4.0, 2.5, 4.0);
            case RETRANSMISSION -> Pen.dashed(4.4, 10.0, 4.0);
            case COPY -> Pen.dashed(2.2, 2.0, 3.0);
            case OLD_DUPLICATE, FORGED -> Pen.dashed(1.8, 18.0, 7.0);
        };
    }

    /** The border of the label. */
    static Pen border(SegmentKind kind) {
        return switch (kind) {
            case COPY, OLD_DUPLICATE, FORGED -> Pen.dashed(1, 5.0, 3.0);
            case SYN, ACK, DATA, FIN, RST, RETRANSMISSION -> Pen.of(1);
        };
    }

    static double headWidthPx(SegmentKind kind, boolean lost) {
        return lost || kind == SegmentKind.RST ? 3 : 2;
    }
}
