package dev.handshakelab.capture;

import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpSocket;
import org.jspecify.annotations.Nullable;

/**
 * A TCP segment as a capture has it.
 *
 * @param number of its packet in the file, from 1, as other tools count
 * @param point where it was captured: the same number for packets that the same device saw
 * @param atNanos when, in nanoseconds since 1970
 * @param travel which way it went at the capturing host
 * @param source who sent it
 * @param destination whom it is for
 * @param segment header and length; of long data, zeros stand for the octets, which are in the file
 * @param fingerprint the same for the same segment captured elsewhere
 * @param fileOffset where its packet begins in the file (unpacked)
 * @param capturedOctets how many octets of its packet the file has
 * @param isWhole false if the end of the packet was not captured
 * @param testimony what this program wrote beside it when it exported a run; null if it did not
 */
public record CapturedSegment(
        int number,
        int point,
        long atNanos,
        Travel travel,
        TcpSocket source,
        TcpSocket destination,
        Segment segment,
        long fingerprint,
        long fileOffset,
        int capturedOctets,
        boolean isWhole,
        @Nullable Testimony testimony) {
    CapturedSegment withTravel(Travel known) {
        return new CapturedSegment(
                number,
                point,
                atNanos,
                known,
                source,
                destination,
                segment,
                fingerprint,
                fileOffset,
                capturedOctets,
                isWhole,
                testimony);
    }
}
