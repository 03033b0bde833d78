package dev.handshakelab.timeline;

import java.util.List;

/**
 * One step of the story.
 *
 * @param index its place in the timeline, from 0; frame 0 is the beginning and has no facts
 * @param atNanos when it happens
 * @param facts what happened, in causal order; the first one is what set it off
 * @param a how host A stands afterwards
 * @param b how host B stands afterwards
 * @param inTransit the segments on their way afterwards, in the order of departure
 */
public record Frame(
        int index, long atNanos, List<Fact> facts, HostView a, HostView b, List<Flight> inTransit) {
    public Frame {
        facts = List.copyOf(facts);
        inTransit = List.copyOf(inTransit);
    }

    public HostView host(Side side) {
        return side == Side.A ? a : b;
    }
}
