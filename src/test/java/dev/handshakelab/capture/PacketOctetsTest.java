package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.Captures;
import dev.handshakelab.wire.SegmentDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketOctetsTest {
    private static byte[] tcp(String name, Capture capture, CapturedSegment captured)
            throws IOException {
        try (InputStream file = Files.newInputStream(Captures.file(name))) {
            return PacketOctets.tcp(file, capture, captured);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formats/both-ends.pcapng",
                "formats/gzip.pcapng.gz",
                "formats/lo.pcapng",
                "formats/nsec-le.pcap",
                "formats/rawip.pcap",
                "formats/sll.pcapng",
                "formats/sll2.pcapng",
                "formats/usec-be.pcap",
                "formats/vlan.pcap",
                "ipv6-close/a.pcapng",
                "zero-window/a.pcapng"
            })
    void theFileHasTheWholeSegment(String name) throws IOException {
        Capture capture = Captures.read(name);
        assertThat(capture.segments()).isNotEmpty();
        for (CapturedSegment captured : capture.segments()) {
            byte[] octets = tcp(name, capture, captured);
            SegmentDecoder.Decoded decoded = SegmentDecoder.decode(octets);
            assertThat(decoded.segment()).isNotNull();
            assertThat(decoded.segment().seq()).isEqualTo(captured.segment().seq());
            assertThat(decoded.segment().flags()).isEqualTo(captured.segment().flags());
            assertThat(decoded.segment().text().length())
                    .isEqualTo(captured.segment().text().length());
        }
    }

    @Test
    void longDataComeFromTheFileThoughMemoryHasOnlyTheirLength() throws IOException {
        Capture capture = Captures.read("zero-window/a.pcapng");
        CapturedSegment full =
                capture.segments().stream()
                        .filter(captured -> captured.segment().text().length() > 1000)
                        .findFirst()
                        .orElseThrow();
        byte[] octets = tcp("zero-window/a.pcapng", capture, full);
        byte[] data = Arrays.copyOfRange(octets, octets.length - 1000, octets.length);
        assertThat(data).isNotEqualTo(new byte[1000]);
    }

    @Test
    void ofACutPacketThereIsTheBeginning() throws IOException {
        Capture capture = Captures.read("formats/snap60.pcap");
        CapturedSegment cut =
                capture.segments().stream()
                        .filter(captured -> !captured.isWhole())
                        .findFirst()
                        .orElseThrow();
        assertThat(tcp("formats/snap60.pcap", capture, cut)).hasSize(60 - 14 - 20);
    }
}
