package dev.handshakelab.capture;

import dev.handshakelab.capture.CaptureProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads pcapng: blocks with their length before and behind; unknown ones are skipped. */
final class PcapngReader {
    static final long SECTION = 0x0a0d0d0aL;

    static final long INTERFACE = 1;
    private static final long OLD_PACKET = 2;
    private static final long SIMPLE_PACKET = 3;
    static final long ENHANCED_PACKET = 6;

    private static final long MAX_BLOCK = RawPacket.MAX_OCTETS + (1 << 20);
    private static final int MAX_INTERFACES = 4096;
    private static final int MAX_OPTIONS = 4096;
    private static final int MAX_NAME = 255;
    private static final int FRAME = 12;
    private static final long BIG_ENDIAN = 0x1a2b3c4dL;
    private static final long LITTLE_ENDIAN = 0x4d3c2b1aL;

    private static final int SECTION_FIELDS = 12;
    static final int OPTION_END = 0;
    static final int OPTION_COMMENT = 1;
    private static final int OPTION_NAME = 2;
    static final int OPTION_APPLICATION = 4;
    static final int OPTION_IPV4 = 4;
    static final int OPTION_IPV6 = 5;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_OFFSET = 14;

    private final CaptureInput input;
    private final List<CaptureInterface> interfaces;
    private final byte[] bytes = new byte[RawPacket.MAX_KEPT];
    private final byte[] fields = new byte[20];
    private int firstOfSection;

    /** Whether this program wrote the section. */
    private boolean isOwn;

    private long lastNanos;

    /** The type of the first block has been read. */
    PcapngReader(CaptureInput input, List<CaptureInterface> interfaces) {
        this.input = input;
        this.interfaces = interfaces;
    }

    /** Reads all blocks. */
    void read(RawPacket.Sink sink) throws StoppedException {
        byte[] type = new byte[4];
        long blockAt = 0;
        readSection(blockAt);
        while (true) {
            blockAt = input.position();
            int read = input.read(type, 4);
            if (read == 0) {
                return;
            }
            if (read < 4) {
                throw new StoppedException(Kind.TRUNCATED, input.position(), blockAt);
            }
            readBlock(input.word(type, 0), blockAt, sink);
        }
    }

    private void readBlock(long type, long blockAt, RawPacket.Sink sink) throws StoppedException {
        // The type of a section block reads the same in both byte orders.
        if (type == SECTION) {
            readSection(blockAt);
            return;
        }
        long length = checked(input.readWord(blockAt), blockAt, FRAME);
        long end = blockAt + length - 4;
        if (type == INTERFACE) {
            readInterface(blockAt, end);
        } else if (type == ENHANCED_PACKET || type == OLD_PACKET) {
            readPacket(blockAt, end, type == OLD_PACKET, sink);
        } else if (type == SIMPLE_PACKET) {
            readSimplePacket(blockAt, end, sink);
        }
        input.skip(end - input.position(), blockAt);
        checkSecondLength(length, blockAt);
    }

    /** A new section has its own byte order and its own interfaces. */
    private void readSection(long blockAt) throws StoppedException {
        byte[] start = fields;
        input.readFully(start, 8, blockAt);
        input.setBigEndian(true);
        long magic = input.word(start, 4);
        if (magic != BIG_ENDIAN && magic != LITTLE_ENDIAN) {
            throw new StoppedException(Kind.BYTE_ORDER, blockAt + 8, magic);
        }
        input.setBigEndian(magic == BIG_ENDIAN);
        long length = checked(input.word(start, 0), blockAt, 28);
        long end = blockAt + length - 4;
        input.skip(SECTION_FIELDS, blockAt);
        isOwn = readApplication(end, blockAt).equals(CaptureExport.APPLICATION);
        input.skip(end - input.position(), blockAt);
        checkSecondLength(length, blockAt);
        firstOfSection = interfaces.size();
    }

    /** Which program wrote the section; empty if it does not say. */
    private String readApplication(long end, long blockAt) throws StoppedException {
        int count = (int) Math.min(end - input.position(), MAX_OPTIONS);
        input.readFully(bytes, count, blockAt);
        int at = 0;
        while (at + 4 <= count) {
            int code = input.pair(bytes, at);
            int length = input.pair(bytes, at + 2);
            at += 4;
            if (code == OPTION_END || at + length > count) {
                break;
            }
            if (code == OPTION_APPLICATION) {
                return new String(bytes, at, length, StandardCharsets.UTF_8);
            }
            at += (length + 3) & ~3;
        }
        return "";
    }

    private static long checked(long length, long blockAt, long least) throws StoppedException {
        if (length < least || length > MAX_BLOCK || length % 4 != 0) {
            throw new StoppedException(Kind.BLOCK_LENGTH, blockAt + 4, length);
        }
        return length;
    }

    private void checkSecondLength(long length, long blockAt) throws StoppedException {
        long at = input.position();
        long second = input.readWord(blockAt);
        if (second != length) {
            throw new StoppedException(Kind.BLOCK_LENGTHS_DIFFER, at, length, second);
        }
    }

    /** Reads the fixed fields of a block, which must lie within it. */
    private void readFields(int count, long blockAt, long end) throws StoppedException {
        if (input.position() + count > end) {
            throw new StoppedException(Kind.BLOCK_LENGTH, blockAt + 4, end + 4 - blockAt);
        }
        input.readFully(fields, count, blockAt);
    }

    private void readInterface(long blockAt, long end) throws StoppedException {
        if (interfaces.size() >= MAX_INTERFACES) {
            throw new StoppedException(Kind.TOO_MANY_INTERFACES, blockAt, MAX_INTERFACES);
        }
        readFields(8, blockAt, end);
        int linkType = input.pair(fields, 0);
        long snap = input.word(fields, 4);
        int count = (int) Math.min(end - input.position(), MAX_OPTIONS);
        input.readFully(bytes, count, blockAt);
        String name = "";
        long units = CaptureInterface.MICROS;
        long offset = 0;
        Set<String> addresses = new HashSet<>();
        int at = 0;
        while (at + 4 <= count) {
            int code = input.pair(bytes, at);
            int length = input.pair(bytes, at + 2);
            at += 4;
            if (code == OPTION_END || at + length > count) {
                break;
            }
            if (code == OPTION_NAME) {
                int shown = Math.min(length, MAX_NAME);
                name = new String(bytes, at, shown, StandardCharsets.UTF_8).replace("\0", "");
            } else if (code == OPTION_RESOLUTION && length == 1) {
                units = unitsPerSecond(bytes[at]);
            } else if (code == OPTION_OFFSET && length == 8) {
                offset = longNumber(bytes, at);
            } else if ((code == OPTION_IPV4 && length == 8)
                    || (code == OPTION_IPV6 && length == 17)) {
                addresses.add(IpText.of(bytes, at, code == OPTION_IPV4 ? 4 : 16));
            }
            at += (length + 3) & ~3;
        }
        interfaces.add(new CaptureInterface(linkType, name, units, offset, snap, addresses));
    }

    /** A negative or positive power, of 2 if the first bit is on; absurd ones count as micro. */
    private static long unitsPerSecond(int resolution) {
        int exponent = resolution & 0x7f;
        if ((resolution & 0x80) != 0) {
            return exponent <= 62 ? 1L << exponent : CaptureInterface.MICROS;
        }
        if (exponent > 18) {
            return CaptureInterface.MICROS;
        }
        long units = 1;
        for (int i = 0; i < exponent; i++) {
            units *= 10;
        }
        return units;
    }

    private long longNumber(byte[] from, int at) {
        long first = input.word(from, at);
        long second = input.word(from, at + 4);
        return input.isBigEndian() ? first << 32 | second : second << 32 | first;
    }

    private void readPacket(long blockAt, long end, boolean old, RawPacket.Sink sink)
            throws StoppedException {
        readFields(20, blockAt, end);
        long number = old ? input.pair(fields, 0) : input.word(fields, 0);
        CaptureInterface where = interfaceAt(number, blockAt + 8);
        long captured = input.word(fields, 12);
        if (captured > end - input.position()) {
            throw new StoppedException(Kind.PACKET_LENGTH, blockAt + 20, captured);
        }
        // The high half of the time comes first in either byte order.
        lastNanos = where.toNanos(input.word(fields, 4) << 32 | input.word(fields, 8));
        pass(where, number, captured, input.word(fields, 16), blockAt, end, sink);
    }

    private void readSimplePacket(long blockAt, long end, RawPacket.Sink sink)
            throws StoppedException {
        readFields(4, blockAt, end);
        CaptureInterface where = interfaceAt(0, blockAt);
        long wireOctets = input.word(fields, 0);
        long captured = Math.min(wireOctets, end - input.position());
        if (where.snapOctets() > 0) {
            captured = Math.min(captured, where.snapOctets());
        }
        // It has no time of its own.
        pass(where, 0, captured, wireOctets, blockAt, input.position(), sink);
    }

    private CaptureInterface interfaceAt(long number, long at) throws StoppedException {
        if (number >= interfaces.size() - firstOfSection) {
            throw new StoppedException(Kind.INTERFACE_UNKNOWN, at, number);
        }
        return interfaces.get(firstOfSection + (int) number);
    }

    private void pass(
            CaptureInterface where,
            long number,
            long captured,
            long wireOctets,
            long blockAt,
            long end,
            RawPacket.Sink sink)
            throws StoppedException {
        long fileOffset = input.position();
        int kept = (int) Math.min(captured, bytes.length);
        input.readFully(bytes, kept, blockAt);
        input.skip(captured - kept, blockAt);
        PacketOptions options = PacketOptions.read(input, blockAt, -captured & 3, end, isOwn);
        sink.accept(
                new RawPacket(
                        firstOfSection + (int) number,
                        where.linkType(),
                        lastNanos,
                        bytes,
                        kept,
                        (int) captured,
                        Math.max(captured, wireOctets),
                        fileOffset,
                        options.travel(),
                        options.testimony()));
    }
}
