package dev.handshakelab.capture;

import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.wire.SegmentEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes a story as a capture in the pcapng format: as if it had been captured at one of its hosts,
 * or at both (then two interfaces in one file). What a host sent stands there whether it arrived or
 * not; copies, old duplicates and forged segments stand where they arrived. Comments of the packets
 * say which rules fired and which states were entered.
 */
public final class CaptureExport {
    /** Who wrote the file; comments of files that name anybody else are not looked at. */
    static final String APPLICATION = "Handshake Lab";

    private CaptureExport() {}

    /**
     * A packet of the capture.
     *
     * @param at the host at which it is captured
     * @param flight the segment
     * @param isSent whether the host sends it; otherwise it arrives
     * @param frame the step of the story to which it belongs
     */
    record Packet(Side at, Flight flight, boolean isSent, Frame frame) {
        Travel travel() {
            return isSent ? Travel.OUT : Travel.IN;
        }
    }

    /**
     * Writes a story. The stream is neither flushed nor closed.
     *
     * @param places the hosts at which it is captured; interface 0 is the one of A if it is there
     * @param beginsAtNanos when the story begins, in nanoseconds since 1970
     * @throws IOException if the stream throws it
     * @throws IllegalArgumentException if there is no place, or a host has no IP address, or a
     *     segment has no place in an IP packet
     */
    public static void write(
            Timeline timeline, Set<Side> places, long beginsAtNanos, OutputStream out)
            throws IOException {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no place");
        }
        List<Side> interfaces = places.stream().sorted().toList();
        PcapngWriter writer = new PcapngWriter(out);
        writer.writeSection(APPLICATION, List.of());
        for (Side side : interfaces) {
            writer.writeInterface(
                    PcapngWriter.LINK_RAW_IP,
                    side == Side.A ? "a" : "b",
                    "host " + side + " " + timeline.host(side).socket(),
                    InetAddress.ofLiteral(timeline.host(side).socket().address()).getAddress());
        }
        PacketComments comments = new PacketComments(timeline);
        for (Packet packet : packets(timeline, places)) {
            Flight flight = packet.flight();
            writer.writePacket(
                    interfaces.indexOf(packet.at()),
                    beginsAtNanos + packet.frame().atNanos(),
                    SegmentEncoder.encodePacket(
                            flight.segment(),
                            timeline.host(flight.from()).socket(),
                            timeline.host(flight.to()).socket(),
                            identification(flight)),
                    packet.travel(),
                    comments.of(packet));
        }
    }

    /** Each segment has its own number, which its copies share. */
    private static int identification(Flight flight) {
        return (int) (flight.copyOf() == 0 ? flight.id() : flight.copyOf());
    }

    /** All packets in their order. */
    static List<Packet> packets(Timeline timeline, Set<Side> places) {
        List<Packet> packets = new ArrayList<>();
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                Flight flight = fact.flight();
                if (flight == null || !places.contains(fact.side())) {
                    continue;
                }
                if (fact instanceof Fact.Sent) {
                    packets.add(new Packet(fact.side(), flight, true, frame));
                } else if (fact instanceof Fact.Arrived) {
                    packets.add(new Packet(fact.side(), flight, false, frame));
                }
            }
        }
        return packets;
    }
}
