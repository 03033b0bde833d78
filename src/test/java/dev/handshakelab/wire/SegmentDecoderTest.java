package dev.handshakelab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.wire.HeaderField.Kind;
import dev.handshakelab.wire.SegmentDecoder.Decoded;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentDecoderTest {
    private static final TcpSocket A = new TcpSocket("10.0.0.1", 40_001);
    private static final TcpSocket B = new TcpSocket("10.0.0.2", 80);
    private static final String PORTS_TO_ACK = "9c410050" + "00000064" + "0000012d";
    private static final String WINDOW_TO_URGENT = "1000" + "0000" + "0000";

    @Test
    void whatWasEncodedComesBack() {
        for (Segment segment : RandomSegments.some(3, 5000)) {
            Decoded decoded = SegmentDecoder.decode(SegmentEncoder.encode(segment, A, B));

            assertThat(decoded.segment()).isEqualTo(segment);
            assertThat(decoded.problems()).as("%s", segment).isEmpty();
            assertThat(decoded.sourcePort()).isEqualTo(A.port());
            assertThat(decoded.destinationPort()).isEqualTo(B.port());
        }
    }

    @Test
    void anyBytesAreReadWithoutAnException() {
        var random = new SplittableRandom(4);
        int whole = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(90)];
            random.nextBytes(bytes);
            // Every other one gets a data offset that lets its options be read.
            if (i % 2 == 0 && bytes.length > 20) {
                bytes[12] = (byte) (random.nextInt(5, bytes.length / 4 + 1) << 4);
            }
            Decoded decoded = SegmentDecoder.decode(bytes, random.nextInt(-5, 100_000));

            assertThat(decoded.segment() == null).isEqualTo(bytes.length < 20);
            assertCovers(decoded.fields(), bytes);
            whole += decoded.segment() != null && decoded.problems().isEmpty() ? 1 : 0;
        }
        assertThat(whole).as("some random bytes are segments without a problem").isPositive();
    }

    @Test
    void damagedSegmentsAreReadWithoutAnException() {
        var random = new SplittableRandom(5);
        for (Segment segment : RandomSegments.some(6, 5000)) {
            byte[] bytes = SegmentEncoder.encode(segment, A, B);
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(12, bytes.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));

            assertCovers(SegmentDecoder.decode(bytes).fields(), bytes);
            assertCovers(SegmentDecoder.decode(cut, bytes.length).fields(), cut);
        }
    }

    /** Without gaps and overlaps, to the last octet if the fixed header is whole. */
    private static void assertCovers(List<HeaderField> fields, byte[] bytes) {
        int bit = 0;
        for (HeaderField field : fields) {
            assertThat(field.bitOffset()).isEqualTo(bit);
            assertThat(field.bitLength()).isPositive();
            assertThat(field.option() != null).isEqualTo(field.kind() == Kind.OPTION);
            bit += field.bitLength();
        }
        if (bytes.length >= 20) {
            assertThat(bit).isEqualTo(bytes.length * 8);
        } else {
            assertThat(bit).isLessThanOrEqualTo(bytes.length * 8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the options, the octet of the problem, its kind, its value
        "02000000, 21, OPTION_LENGTH_ILLEGAL, 0",
        "02010000, 21, OPTION_LENGTH_ILLEGAL, 1",
        "010101fe, 23, OPTION_LENGTH_MISSING, 254",
        "02ff0000, 21, OPTION_BEYOND_HEADER, 255",
        "02030501, 21, OPTION_LENGTH_UNEXPECTED, 3",
        "0402040201010101, 22, OPTION_REPEATED, 4",
        "01000007, 23, PADDING_NOT_ZERO, 7",
        "050b000000000000000000ff, 21, OPTION_LENGTH_UNEXPECTED, 11",
    })
    void wrongOptionsAreNamedAndTheRestIsKept(
            String options, int at, WireProblem.Kind kind, int value) {
        int words = 5 + options.length() / 8;
        byte[] bytes = segment(Integer.toHexString(words) + "010", options + "6869");

        Decoded decoded = SegmentDecoder.decode(bytes);

        assertThat(decoded.problems()).first().isEqualTo(new WireProblem(kind, at, value));
        assertThat(decoded.segment()).isNotNull();
        assertThat(decoded.segment().text()).isEqualTo(Octets.utf8("hi"));
        assertThat(decoded.segment().options().maximumSegmentSize()).isEmpty();
        assertCovers(decoded.fields(), bytes);
    }

    @Test
    void theFirstOfTwoEqualOptionsCounts() {
        Decoded decoded = SegmentDecoder.decode(segment("7010", "020405b4" + "02040218"));

        assertThat(decoded.segment().options())
                .isEqualTo(SegmentOptions.NONE.withMaximumSegmentSize(1460));
    }

    @Test
    void optionsMayStandAtAnyOctetAndUnknownOnesAreSkipped() {
        byte[] bytes = segment("9010", "fd05aabbcc" + "080a0000000100000002" + "00");

        Decoded decoded = SegmentDecoder.decode(bytes);

        assertThat(decoded.problems()).isEmpty();
        assertThat(decoded.segment().options()).isEqualTo(SegmentOptions.NONE.withTimestamps(1, 2));
        assertThat(decoded.fields().subList(17, 20))
                .extracting(HeaderField::option)
                .containsExactly(OptionKind.OTHER, OptionKind.TIMESTAMPS, OptionKind.END_OF_LIST);
    }

    @ParameterizedTest
    @CsvSource({"4010, DATA_OFFSET_TOO_SMALL, 4", "f010, DATA_OFFSET_BEYOND_END, 15"})
    void aDataOffsetIsNotTrusted(String offsetAndFlags, WireProblem.Kind kind, int value) {
        byte[] bytes = segment(offsetAndFlags, "01010101");

        Decoded decoded = SegmentDecoder.decode(bytes);

        assertThat(decoded.problems()).containsExactly(new WireProblem(kind, 12, value));
        assertThat(decoded.segment().text().length()).isEqualTo(value < 5 ? 4 : 0);
    }

    @Test
    void reservedBitsAreIgnoredButNamedAndCwrAndEceStandInTheFields() {
        Decoded decoded = SegmentDecoder.decode(segment("5fd0", ""));

        assertThat(decoded.problems())
                .containsExactly(new WireProblem(WireProblem.Kind.RESERVED_BITS_ON, 12, 15));
        assertThat(decoded.segment().flags().toString()).isEqualTo("ACK");
        assertThat(decoded.fields().stream().filter(f -> f.kind().isControlBit()))
                .extracting(HeaderField::value)
                .containsExactly(1L, 1L, 0L, 1L, 0L, 0L, 0L, 0L);
    }

    @Test
    void aCutHeaderGivesThePortsAtLeast() {
        Decoded decoded = SegmentDecoder.decode(HexFormat.of().parseHex("9c4100500000"));

        assertThat(decoded.sourcePort()).isEqualTo(40_001);
        assertThat(decoded.destinationPort()).isEqualTo(80);
        assertThat(decoded.segment()).isNull();
        assertThat(decoded.problems())
                .containsExactly(new WireProblem(WireProblem.Kind.HEADER_CUT, 6, 6));
        assertThat(decoded.fields())
                .extracting(HeaderField::kind)
                .containsExactly(Kind.SOURCE_PORT, Kind.DESTINATION_PORT);
    }

    @Test
    void dataThatWereNotRecordedCountAsZeros() {
        Decoded decoded = SegmentDecoder.decode(segment("5010", "6869"), 30);

        assertThat(decoded.segment().length()).isEqualTo(10);
        assertThat(decoded.segment().text().slice(0, 3)).isEqualTo(Octets.utf8("hi\0"));
        assertThat(decoded.problems())
                .containsExactly(new WireProblem(WireProblem.Kind.DATA_CUT, 22, 8));
    }

    private static byte[] segment(String offsetAndFlags, String rest) {
        return HexFormat.of().parseHex(PORTS_TO_ACK + offsetAndFlags + WINDOW_TO_URGENT + rest);
    }
}
