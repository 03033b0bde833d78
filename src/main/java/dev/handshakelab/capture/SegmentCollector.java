package dev.handshakelab.capture;

import dev.handshakelab.capture.CaptureProblem.Kind;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.wire.SegmentDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes packets and keeps their TCP segments. */
final class SegmentCollector implements RawPacket.Sink {
    private static final int LEAST_HEADER = 20;
    private static final int MOST_HEADER = 60;
    private static final int PACKETS_BETWEEN_REPORTS = 512;

    /** Up to this length data are kept; of longer ones only the length. */
    private static final int KEPT_TEXT = 64;

    private static final int CHECKSUM_AT = 16;
    private static final long HASH_START = 0xcbf29ce484222325L;
    private static final long HASH_FACTOR = 0x100000001b3L;

    private final CaptureInput input;
    private final ReadingObserver observer;
    private final int maxSegments;
    private final List<CapturedSegment> segments = new ArrayList<>();
    private final Map<TcpSocket, TcpSocket> sockets = new HashMap<>();
    private Octets zeros = Octets.of(new byte[1 << 16]);
    private long packets;
    private long fragments;
    private long malformed;
    private long others;

    SegmentCollector(CaptureInput input, ReadingObserver observer, int maxSegments) {
        this.input = input;
        this.observer = observer;
        this.maxSegments = maxSegments;
    }

    @Override
    public void accept(RawPacket packet) throws StoppedException {
        packets++;
        if (packets % PACKETS_BETWEEN_REPORTS == 0
                && !observer.progress(input.fileOctets(), packets)) {
            throw new StoppedException(Kind.CANCELLED, input.position());
        }
        LinkHeaders.Found link = LinkHeaders.find(packet);
        if (link == null) {
            others++;
            return;
        }
        IpHeaders ip =
                IpHeaders.read(packet.bytes(), link.offset(), packet.kept(), packet.wireOctets());
        switch (ip.kind()) {
            case FRAGMENT -> fragments++;
            case OTHER -> others++;
            case MALFORMED -> malformed++;
            case TCP -> take(packet, link, ip);
        }
    }

    private void take(RawPacket packet, LinkHeaders.Found link, IpHeaders ip)
            throws StoppedException {
        // What follows the IP packet is padding of the link layer.
        int available = Math.min(packet.kept() - ip.tcpAt(), ip.tcpOctets());
        if (available < LEAST_HEADER) {
            malformed++;
            return;
        }
        if (segments.size() >= maxSegments) {
            throw new StoppedException(Kind.TOO_MANY_SEGMENTS, input.position(), maxSegments);
        }
        byte[] bytes = packet.bytes();
        int claimed = Math.max(LEAST_HEADER, ((bytes[ip.tcpAt() + 12] & 0xff) >> 4) * 4);
        int headerOctets = Math.min(claimed, available);
        byte[] header = Arrays.copyOfRange(bytes, ip.tcpAt(), ip.tcpAt() + headerOctets);
        SegmentDecoder.Decoded decoded = SegmentDecoder.decode(header);
        Segment bare = decoded.segment();
        if (bare == null || claimed > ip.tcpOctets()) {
            malformed++;
            return;
        }
        int textOctets = ip.tcpOctets() - claimed;
        Segment segment = bare.withText(text(bytes, ip.tcpAt() + claimed, packet, textOctets));
        int second = ip.addressAt() + ip.addressOctets();
        segments.add(
                new CapturedSegment(
                        Math.toIntExact(packets),
                        packet.interfaceNumber() << 16 | link.device(),
                        packet.atNanos(),
                        link.travel() == Travel.UNKNOWN ? packet.travel() : link.travel(),
                        socket(bytes, ip.addressAt(), ip.addressOctets(), decoded.sourcePort()),
                        socket(bytes, second, ip.addressOctets(), decoded.destinationPort()),
                        segment,
                        fingerprint(header, ip.identification(), textOctets),
                        packet.fileOffset(),
                        packet.capturedOctets(),
                        packet.capturedOctets() >= ip.tcpAt() + ip.tcpOctets(),
                        packet.testimony()));
    }

    private Octets text(byte[] bytes, int from, RawPacket packet, int octets) {
        if (octets == 0) {
            return Octets.EMPTY;
        }
        if (octets <= KEPT_TEXT && from + octets <= packet.kept()) {
            return Octets.of(Arrays.copyOfRange(bytes, from, from + octets));
        }
        // Rare and bounded: a packet that offloading made larger than 64 KiB.
        while (zeros.length() < octets) {
            zeros = zeros.plus(zeros);
        }
        return zeros.slice(0, octets);
    }

    /** The same object for the same socket, so that many segments need few. */
    private TcpSocket socket(byte[] bytes, int at, int octets, int port) {
        TcpSocket socket = new TcpSocket(IpText.of(bytes, at, octets), port);
        @Nullable TcpSocket known = sockets.putIfAbsent(socket, socket);
        return known == null ? socket : known;
    }

    /** All that does not change on the way; the checksum may be left to the network device. */
    private static long fingerprint(byte[] header, int identification, int textOctets) {
        long hash = HASH_START;
        for (int i = 0; i < Math.min(header.length, MOST_HEADER); i++) {
            int octet = i == CHECKSUM_AT || i == CHECKSUM_AT + 1 ? 0 : header[i] & 0xff;
            hash = (hash ^ octet) * HASH_FACTOR;
        }
        hash = (hash ^ identification) * HASH_FACTOR;
        return (hash ^ textOctets) * HASH_FACTOR;
    }

    List<CapturedSegment> segments() {
        return segments;
    }

    Capture.Tally tally() {
        return new Capture.Tally(packets, segments.size(), fragments, malformed, others);
    }
}
