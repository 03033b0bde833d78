package dev.handshakelab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.TcpSocket;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Bytes made by hand from RFC 791, RFC 8200, RFC 9293 and RFC 7323, with their checksums. */
class SegmentEncoderTest {
    private static final TcpSocket A = new TcpSocket("10.0.0.1", 40_001);
    private static final TcpSocket B = new TcpSocket("10.0.0.2", 80);
    private static final Segment SYN = Segment.of(100, 0, Flags.SYN, 65_535);
    private static final String SYN_BYTES =
            "9c41 0050 00000064 00000000 5002 ffff feea 0000".replace(" ", "");

    @Test
    void aSynWithoutOptionsIsTheFixedHeader() {
        assertThat(hex(SegmentEncoder.encode(SYN, A, B))).isEqualTo(SYN_BYTES);
    }

    @Test
    void allOptionsOfASynAreAlignedAsTheirNumbersNeed() {
        SegmentOptions all =
                SegmentOptions.NONE
                        .withMaximumSegmentSize(1460)
                        .withWindowScale(7)
                        .withSackPermitted()
                        .withTimestamps(1, 0);
        Segment synAck = Segment.of(-2, 101, Flags.SYN_ACK, 64_240).withOptions(all);

        assertThat(hex(SegmentEncoder.encode(synAck, B, A)))
                .isEqualTo(
                        "0050 9c41 fffffffe 00000065 a012 faf0 9c06 0000 020405b4 01 030307 0402 080a 00000001 00000000"
                                .replace(" ", ""));
    }

    @Test
    void dataOfOddLengthCountInTheChecksumAsIfAZeroFollowed() {
        Segment data =
                Segment.of(101, 301, Flags.PSH.with(Flags.ACK), 4096)
                        .withText(Octets.utf8("hello"));

        assertThat(hex(SegmentEncoder.encode(data, A, B)))
                .isEqualTo(
                        "9c41 0050 00000065 0000012d 5018 1000 a9cf 0000 68656c6c6f"
                                .replace(" ", ""));
    }

    @Test
    void anIpv4PacketHasItsOwnChecksumAndIsNotToBeFragmented() {
        assertThat(hex(SegmentEncoder.encodePacket(SYN, A, B, 0x1234)))
                .isEqualTo(
                        "4500 0028 1234 4000 40 06 149a 0a000001 0a000002".replace(" ", "")
                                + SYN_BYTES);
    }

    @Test
    void ofTheIdentificationTheLowHalfIsUsed() {
        assertThat(SegmentEncoder.encodePacket(SYN, A, B, 0x7_1234))
                .isEqualTo(SegmentEncoder.encodePacket(SYN, A, B, 0x1234));
    }

    @Test
    void ipv6AddressesMakeAnIpv6PacketAndItsPseudoHeader() {
        Segment segment =
                new Segment(
                        101,
                        301,
                        Flags.parse("FIN,PSH,URG,ACK"),
                        4096,
                        3,
                        SegmentOptions.NONE.withTimestamps(1000, 2000),
                        Octets.utf8("odd"));

        byte[] packet =
                SegmentEncoder.encodePacket(
                        segment,
                        new TcpSocket("2001:db8::1", 40_001),
                        new TcpSocket("2001:db8::2", 80),
                        9);

        assertThat(hex(packet))
                .isEqualTo(
                        ("60000000 0023 06 40 20010db8000000000000000000000001"
                                        + " 20010db8000000000000000000000002"
                                        + " 9c41 0050 00000065 0000012d 8039 1000 8dd9 0003"
                                        + " 0101 080a 000003e8 000007d0 6f6464")
                                .replace(" ", ""));
    }

    @Test
    void theHeaderIsAsLongAsTheSegmentSays() {
        for (Segment segment : RandomSegments.some(1, 500)) {
            byte[] tcp = SegmentEncoder.encode(segment, A, B);

            assertThat(tcp)
                    .hasSize(20 + segment.options().headerOctets() + segment.text().length());
            assertThat(tcp[12] >> 4 & 0xf).isEqualTo((20 + segment.options().headerOctets()) / 4);
        }
    }

    @Test
    void everyChecksumIsValidAndEveryFlippedBitIsNoticed() {
        for (Segment segment : RandomSegments.some(2, 200)) {
            byte[] tcp = SegmentEncoder.encode(segment, A, B);
            assertThat(Checksums.isValid(tcp, A, B)).as("%s", segment).isTrue();
            for (int bit = 0; bit < tcp.length * 8; bit += 7) {
                byte[] damaged = tcp.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(Checksums.isValid(damaged, A, B)).as("%s, %s", segment, bit).isFalse();
            }
            assertThat(Checksums.isValid(tcp, new TcpSocket("10.0.0.3", 1), B)).isFalse();
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var other = new TcpSocket("2001:db8::2", 80);
        Segment wide = SYN.withOptions(SegmentOptions.NONE.withMaximumSegmentSize(65_536));
        Segment shifted = SYN.withOptions(SegmentOptions.NONE.withWindowScale(256));
        Segment huge = SYN.withText(Octets.of(new byte[65_496]));

        assertThatIllegalArgumentException().isThrownBy(() -> SegmentEncoder.encode(SYN, A, other));
        assertThatIllegalArgumentException().isThrownBy(() -> SegmentEncoder.encode(wide, A, B));
        assertThatIllegalArgumentException().isThrownBy(() -> SegmentEncoder.encode(shifted, A, B));
        assertThatIllegalArgumentException().isThrownBy(() -> SegmentEncoder.encode(huge, A, B));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentEncoder.encode(SYN, new TcpSocket("host.example", 1), B));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
