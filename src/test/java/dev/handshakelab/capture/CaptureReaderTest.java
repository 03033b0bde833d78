package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.CaptureProblem.Kind;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.wire.SegmentEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CaptureReaderTest {
    private static final int RAW = 101;
    private static final int ETHERNET = 1;
    private static final TcpSocket A = new TcpSocket("2001:db8::1", 40001);
    private static final TcpSocket B = new TcpSocket("2001:db8::2", 80);
    private static final TcpSocket A4 = new TcpSocket("192.0.2.1", 40001);
    private static final TcpSocket B4 = new TcpSocket("192.0.2.2", 80);
    private static final Segment DATA =
            Segment.of(7, 9, Flags.ACK, 100).withText(Octets.utf8("data"));

    private static byte[] packet(TcpSocket from, TcpSocket to) {
        return SegmentEncoder.encodePacket(DATA, from, to, 1);
    }

    private static byte[] pcap(int linkType, byte[]... packets) {
        ByteBuffer file = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
        file.putInt(65535).putInt(linkType);
        for (byte[] packet : packets) {
            file.putInt(10).putInt(500_000).putInt(packet.length).putInt(packet.length);
            file.put(packet);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    private static Capture read(byte[] file) {
        return CaptureReader.read(new ByteArrayInputStream(file));
    }

    @Test
    void timesAddressesAndTextAreRead() {
        CapturedSegment captured = read(pcap(RAW, packet(A, B))).segments().getFirst();
        assertThat(captured.atNanos()).isEqualTo(10_500_000_000L);
        assertThat(captured.source()).isEqualTo(A);
        assertThat(captured.destination()).isEqualTo(B);
        assertThat(captured.segment().text()).isEqualTo(Octets.utf8("data"));
        assertThat(captured.fileOffset()).isEqualTo(40);
        assertThat(captured.isWhole()).isTrue();
    }

    @Test
    void extensionHeadersOfIpv6AreFollowed() {
        byte[] plain = packet(A, B);
        byte[] extended = new byte[plain.length + 16];
        System.arraycopy(plain, 0, extended, 0, 40);
        System.arraycopy(plain, 40, extended, 56, plain.length - 40);
        extended[5] = (byte) (plain[5] + 16);
        extended[6] = 0;
        extended[40] = 60;
        extended[48] = 6;
        assertThat(read(pcap(RAW, extended)).segments().getFirst().segment()).isEqualTo(DATA);
    }

    @Test
    void stackedVlanTagsAndPaddingAreRemoved() {
        byte[] ip = packet(A4, B4);
        byte[] frame = new byte[14 + 8 + ip.length + 20];
        frame[12] = (byte) 0x88;
        frame[13] = (byte) 0xa8;
        frame[16] = (byte) 0x81;
        frame[20] = 0x08;
        System.arraycopy(ip, 0, frame, 22, ip.length);
        Arrays.fill(frame, 22 + ip.length, frame.length, (byte) 'x');
        assertThat(read(pcap(ETHERNET, frame)).segments().getFirst().segment()).isEqualTo(DATA);
    }

    @Test
    void fragmentsAreCountedAndNothingElse() {
        byte[] fragment = packet(A4, B4);
        fragment[6] = 0x20;
        Capture capture = read(pcap(RAW, fragment, packet(A4, B4)));
        assertThat(capture.tally().fragments()).isEqualTo(1);
        assertThat(capture.segments()).hasSize(1);
        assertThat(capture.segments().getFirst().number()).isEqualTo(2);
    }

    @Test
    void aPacketWithoutTotalLengthIsAsLongAsItWas() {
        byte[] offloaded = packet(A4, B4);
        offloaded[2] = 0;
        offloaded[3] = 0;
        assertThat(read(pcap(RAW, offloaded)).segments().getFirst().segment()).isEqualTo(DATA);
    }

    @Test
    void ofALongTextOnlyTheLengthIsKept() {
        Octets text = Octets.of(new byte[60_000]);
        byte[] large = SegmentEncoder.encodePacket(DATA.withText(text), A4, B4, 1);
        byte[] snapped = Arrays.copyOf(large, 70);
        for (byte[] packet : List.of(large, snapped)) {
            CapturedSegment captured = read(pcap(RAW, packet)).segments().getFirst();
            assertThat(captured.segment().text().length()).isEqualTo(60_000);
            assertThat(captured.isWhole()).isEqualTo(packet.length == large.length);
        }
    }

    @Test
    void whatCanBeReadOfATruncatedFileIsThere() {
        byte[] file = pcap(RAW, packet(A4, B4), packet(A4, B4));
        Capture capture = read(Arrays.copyOf(file, file.length - 5));
        assertThat(capture.segments()).hasSize(1);
        long second = 24L + 16 + packet(A4, B4).length;
        assertThat(capture.problem())
                .isEqualTo(new CaptureProblem(Kind.TRUNCATED, file.length - 5L, List.of(second)));
    }

    @Test
    void anImpossibleLengthStopsReadingAtItsOctet() {
        byte[] file = pcap(RAW, packet(A4, B4), packet(A4, B4));
        int second = 24 + 16 + packet(A4, B4).length;
        Arrays.fill(file, second + 8, second + 12, (byte) 0x7f);
        Capture capture = read(file);
        assertThat(capture.segments()).hasSize(1);
        assertThat(capture.problem())
                .isEqualTo(
                        new CaptureProblem(Kind.PACKET_LENGTH, second + 8L, List.of(0x7f7f7f7fL)));
    }

    @Test
    void emptyAndForeignFilesAreNamed() {
        assertThat(read(new byte[0]).problem())
                .isEqualTo(new CaptureProblem(Kind.EMPTY, 0, List.of()));
        assertThat(read("GIF89a".getBytes(StandardCharsets.US_ASCII)).problem())
                .isEqualTo(new CaptureProblem(Kind.UNKNOWN_FORMAT, 0, List.of(0x47494638L)));
    }

    /** The same packet again and again, without an end. */
    private static final class Endless extends InputStream {
        private final byte[] begin = pcap(RAW, packet(A4, B4));
        private long at;

        @Override
        public int read() throws IOException {
            int index =
                    at < begin.length
                            ? (int) at
                            : 24 + (int) ((at - begin.length) % (begin.length - 24));
            at++;
            return begin[index] & 0xff;
        }
    }

    @Test
    void anEndlessFileStopsAtTheLimit() {
        Capture capture = CaptureReader.read(new Endless(), ReadingObserver.PATIENT, 5_000);
        assertThat(capture.segments()).hasSize(5_000);
        assertThat(capture.problem())
                .extracting(problem -> problem == null ? null : problem.kind())
                .isEqualTo(Kind.TOO_MANY_SEGMENTS);
    }

    @Test
    void readingReportsAndCanBeCancelled() {
        AtomicLong octets = new AtomicLong();
        Capture capture =
                CaptureReader.read(
                        new Endless(),
                        (read, packets) -> {
                            octets.set(read);
                            return packets < 2_000;
                        },
                        1_000_000);
        assertThat(capture.segments().size()).isBetween(2_000, 3_000);
        assertThat(octets.get()).isPositive();
        assertThat(capture.problem())
                .extracting(problem -> problem == null ? null : problem.kind())
                .isEqualTo(Kind.CANCELLED);
    }

    @Test
    void resolutionsOfPcapngAreUnderstood() {
        CaptureInterface picos = new CaptureInterface(RAW, "", 1_000_000_000_000L, 0, 0, Set.of());
        assertThat(picos.toNanos(2_500_000_000_000L)).isEqualTo(2_500_000_000L);
        CaptureInterface halves = new CaptureInterface(RAW, "", 2, 100, 0, Set.of());
        assertThat(halves.toNanos(3)).isEqualTo(101_500_000_000L);
        CaptureInterface binary = new CaptureInterface(RAW, "", 1L << 40, 0, 0, Set.of());
        assertThat(binary.toNanos((1L << 40) + (1L << 38))).isEqualTo(1_250_000_000L);
        assertThat(binary.toNanos(-1)).isPositive();
    }
}
