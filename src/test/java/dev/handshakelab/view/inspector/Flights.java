package dev.handshakelab.view.inspector;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;

/** A short story: SYN, SYN with ACK, data. */
final class Flights {
    private static final SegmentOptions ALL =
            SegmentOptions.NONE
                    .withMaximumSegmentSize(1460)
                    .withWindowScale(7)
                    .withSackPermitted()
                    .withTimestamps(1000, 0);

    static final Flight SYN =
            flight(1, Side.A, Segment.of(100, 0, Flags.SYN, 65_535).withOptions(ALL));
    static final Flight SYN_ACK =
            flight(2, Side.B, Segment.of(0xfffffffe, 101, Flags.SYN_ACK, 64_240));
    static final Flight DATA =
            flight(
                    3,
                    Side.A,
                    Segment.of(101, 0xffffffff, Flags.PSH.with(Flags.ACK), 502)
                            .withText(Octets.utf8("hello, world")));
    static final Timeline STORY = story("10.0.0.2", SYN, SYN_ACK, DATA);

    private Flights() {}

    static Flight flight(long id, Side from, Segment segment) {
        return new Flight(
                id,
                from,
                segment,
                Flight.Origin.HOST,
                null,
                0,
                id * 1000,
                new Flight.Fate.Arrives(id * 1000 + 500));
    }

    static Timeline story(String addressB, Flight... flights) {
        var closed = new HostView(TcpState.CLOSED, HostView.Certainty.UNKNOWN, null);
        List<Frame> frames =
                IntStream.range(0, flights.length)
                        .mapToObj(i ->
                                new Frame(
                                        i,
                                        flights[i].sentAtNanos(),
                                        List.of(sent(flights[i])),
                                        closed,
                                        closed,
                                        List.of()))
                        .toList();
        return new Timeline(
                new HostInfo(HostInfo.Role.CLIENT, new TcpSocket("10.0.0.1", 40_001)),
                new HostInfo(HostInfo.Role.SERVER, new TcpSocket(addressB, 80)),
                frames);
    }

    private static Fact sent(Flight flight) {
        return new Fact.Sent(flight.sentAtNanos(), flight.from(), flight);
    }
}
