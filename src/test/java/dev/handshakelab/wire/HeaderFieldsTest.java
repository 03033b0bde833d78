package dev.handshakelab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.wire.HeaderField.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {
    private static final Segment SEGMENT =
            new Segment(
                    0x01020304,
                    0xfffefdfc,
                    Flags.SYN_ACK,
                    0x1122,
                    0x3344,
                    SegmentOptions.NONE.withMaximumSegmentSize(1460).withTimestamps(-1, 2),
                    Octets.utf8("hi"));
    private static final List<HeaderField> FIELDS =
            HeaderFields.of(
                    SegmentEncoder.encode(
                            SEGMENT,
                            new TcpSocket("10.0.0.1", 40_001),
                            new TcpSocket("10.0.0.2", 80)));

    @Test
    void fieldsStandWhereTheRfcDrawsThem() {
        assertThat(FIELDS)
                .extracting(HeaderField::kind, HeaderField::bitOffset, HeaderField::bitLength)
                .containsExactly(
                        tuple(Kind.SOURCE_PORT, 0, 16),
                        tuple(Kind.DESTINATION_PORT, 16, 16),
                        tuple(Kind.SEQUENCE_NUMBER, 32, 32),
                        tuple(Kind.ACKNOWLEDGMENT_NUMBER, 64, 32),
                        tuple(Kind.DATA_OFFSET, 96, 4),
                        tuple(Kind.RESERVED, 100, 4),
                        tuple(Kind.CWR, 104, 1),
                        tuple(Kind.ECE, 105, 1),
                        tuple(Kind.URG, 106, 1),
                        tuple(Kind.ACK, 107, 1),
                        tuple(Kind.PSH, 108, 1),
                        tuple(Kind.RST, 109, 1),
                        tuple(Kind.SYN, 110, 1),
                        tuple(Kind.FIN, 111, 1),
                        tuple(Kind.WINDOW, 112, 16),
                        tuple(Kind.CHECKSUM, 128, 16),
                        tuple(Kind.URGENT_POINTER, 144, 16),
                        tuple(Kind.OPTION, 160, 32),
                        tuple(Kind.OPTION, 192, 8),
                        tuple(Kind.OPTION, 200, 8),
                        tuple(Kind.OPTION, 208, 80),
                        tuple(Kind.DATA, 288, 16));
    }

    @Test
    void valuesAreUnsigned() {
        assertThat(value(Kind.SEQUENCE_NUMBER)).isEqualTo(0x01020304);
        assertThat(value(Kind.ACKNOWLEDGMENT_NUMBER)).isEqualTo(0xfffefdfcL);
        assertThat(value(Kind.DATA_OFFSET)).isEqualTo(9);
        assertThat(value(Kind.ACK)).isEqualTo(1);
        assertThat(value(Kind.PSH)).isZero();
        assertThat(value(Kind.SYN)).isEqualTo(1);
        assertThat(value(Kind.FIN)).isZero();
        assertThat(value(Kind.WINDOW)).isEqualTo(0x1122);
        assertThat(value(Kind.URGENT_POINTER)).isEqualTo(0x3344);
        assertThat(FIELDS.get(17).value()).isEqualTo(1460);
        assertThat(FIELDS.get(20).value()).isEqualTo(0xffffffff_00000002L);
    }

    @Test
    void bytesAreThoseThatHoldABitOfTheField() {
        HeaderField fin = FIELDS.get(13);
        HeaderField stamps = FIELDS.get(20);

        assertThat(List.of(fin.byteFrom(), fin.byteTo())).containsExactly(13, 14);
        assertThat(List.of(stamps.byteFrom(), stamps.byteTo())).containsExactly(26, 36);
        assertThat(stamps.touchesByte(25)).isFalse();
        assertThat(stamps.touchesByte(35)).isTrue();
        assertThat(stamps.touchesByte(36)).isFalse();
    }

    private static long value(Kind kind) {
        return FIELDS.stream()
                .filter(field -> field.kind() == kind)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
