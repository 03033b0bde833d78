package dev.handshakelab.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads what a capture has of one segment again from its file, data and all. */
public final class PacketOctets {
    private PacketOctets() {}

    /**
     * The octets of a segment as they were captured, from its header on; fewer than it had if the
     * capture kept only the beginning, none if the file does not have them any more. Does not close
     * the stream.
     *
     * @param file the file from its first octet
     * @param capture what was read from it
     * @throws IOException if the file cannot be read up to there
     */
    public static byte[] tcp(InputStream file, Capture capture, CapturedSegment captured)
            throws IOException {
        byte[] packet = new byte[captured.capturedOctets()];
        int read;
        try {
            CaptureInput input = new CaptureInput(file);
            input.skip(captured.fileOffset());
            read = input.read(packet, packet.length);
        } catch (StoppedException stopped) {
            throw new IOException(stopped.problem().kind().name(), stopped);
        }
        int number = captured.point() >>> 16;
        if (number >= capture.interfaces().size()) {
            return new byte[0];
        }
        RawPacket raw =
                new RawPacket(
                        number,
                        capture.interfaces().get(number).linkType(),
                        captured.atNanos(),
                        packet,
                        read,
                        packet.length,
                        packet.length,
                        captured.fileOffset(),
                        Travel.UNKNOWN,
                        null);
        LinkHeaders.Found link = LinkHeaders.find(raw);
        if (link == null) {
            return new byte[0];
        }
        // The whole length counts here, of which the file may not have all.
        IpHeaders ip = IpHeaders.read(packet, link.offset(), read, Integer.MAX_VALUE);
        if (ip.kind() != IpHeaders.Kind.TCP) {
            return new byte[0];
        }
        int end = (int) Math.min(read, (long) ip.tcpAt() + ip.tcpOctets());
        return Arrays.copyOfRange(packet, Math.min(ip.tcpAt(), end), end);
    }
}
