package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Side;

/**
 * Divides the width: margins outside, then timer ribbons, the two state bands, and the wire between
 * them.
 *
 * @param a the left host
 * @param b the right host
 */
record Columns(Lane a, Lane b) {
    private static final double BAND_EM = 1.15;
    private static final double SLOT_EM = 0.62;
    private static final double GAP_EM = 0.45;
    private static final double EDGE_EM = 0.6;
    private static final double MAX_MARGIN_EM = 15;
    private static final double MAX_WIRE_EM = 46;
    private static final double MIN_WIRE_EM = 13;
    private static final double MAX_MARGIN_SHARE = 0.29;

    /**
     * What the texts would like to have, px.
     *
     * @param slots how many ribbons stand beside each other at most
     * @param statePx widest state name, for which there is always room
     * @param innerPx widest state name or timer
     * @param outerPx widest call or notice
     * @param wirePx widest segment label
     */
    record Wish(int slots, double statePx, double innerPx, double outerPx, double wirePx) {}

    static Columns of(double widthPx, double emPx, Wish wish) {
        double band = Math.round(BAND_EM * emPx);
        double ribbons = Math.round(Math.max(1, wish.slots) * SLOT_EM * emPx + GAP_EM * emPx);
        double gap = Math.round(GAP_EM * emPx);
        double edge = Math.round(EDGE_EM * emPx);
        double free = widthPx - 2 * (band + ribbons + gap + edge);
        double max = MAX_MARGIN_EM * emPx;
        double inner = Math.min(Math.ceil(wish.innerPx), max);
        double outer = Math.min(Math.ceil(wish.outerPx), max);
        double wire = Math.min(wish.wirePx + 2 * MIN_WIRE_EM / 4 * emPx, MAX_WIRE_EM * emPx);
        boolean split = free - 2 * (inner + gap + outer) >= wire && outer > 0;
        double margin = split ? inner + gap + outer : Math.max(inner, outer);
        double least =
                Math.min(wire, Math.max(MIN_WIRE_EM * emPx, free * (1 - 2 * MAX_MARGIN_SHARE)));
        margin = Math.floor(Math.min(margin, Math.max(wish.statePx, (free - least) / 2)));
        double wireWidth = Math.floor(Math.min(free - 2 * margin, MAX_WIRE_EM * emPx));
        double left = Math.floor((widthPx - wireWidth) / 2);
        double right = left + wireWidth;
        double innerWidth = split ? inner : margin;
        double outerWidth = split ? outer : margin;
        double innerA = left - band - ribbons - gap - innerWidth;
        double innerB = right + band + ribbons + gap;
        return new Columns(
                new Lane(
                        Side.A,
                        left - band,
                        band,
                        left,
                        left - band - ribbons,
                        ribbons,
                        innerA,
                        innerWidth,
                        split ? innerA - gap - outerWidth : innerA,
                        outerWidth),
                new Lane(
                        Side.B,
                        right,
                        band,
                        right,
                        right + band,
                        ribbons,
                        innerB,
                        innerWidth,
                        split ? innerB + innerWidth + gap : innerB,
                        outerWidth));
    }

    Lane lane(Side side) {
        return side == Side.A ? a : b;
    }

    double wireWidth() {
        return b.wireX() - a.wireX();
    }

    /** The box of a ribbon's slot, from one height to another. */
    static Box slot(Lane lane, int slot, double emPx, double fromY, double toY) {
        double width = Math.round(SLOT_EM * emPx * 0.55);
        double offset = Math.round(GAP_EM * emPx * 0.8 + slot * SLOT_EM * emPx);
        double x =
                lane.side() == Side.A
                        ? lane.ribbonX() + lane.ribbonWidth() - offset - width
                        : lane.ribbonX() + offset;
        return new Box(x, fromY, width, Math.max(1, toY - fromY));
    }
}
