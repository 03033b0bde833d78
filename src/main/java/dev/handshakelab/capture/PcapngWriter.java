package dev.handshakelab.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the blocks of a pcapng file, little-endian, with times in nanoseconds
 * (draft-ietf-opsawg-pcapng). Interfaces come before the packets that they saw. The stream is
 * neither flushed nor closed here.
 */
public final class PcapngWriter {
    /** The packets begin with an IP header. */
    public static final int LINK_RAW_IP = 101;

    private static final int OPTION_NAME = 2;
    private static final int OPTION_DESCRIPTION = 3;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_PACKET_FLAGS = 2;
    private static final int NANOSECONDS = 9;
    private static final int MAX_OPTION = 0xfffc;
    private static final int MOST_FIELDS = 32;
    private static final int IPV6_OCTETS = 16;

    private final OutputStream out;

    /** A writer that begins with nothing. */
    public PcapngWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * The header of the file; written first.
     *
     * @param application who writes it
     * @param comments about the whole file
     * @throws IOException if the stream throws it
     */
    public void writeSection(String application, List<String> comments) throws IOException {
        var options = new ByteArrayOutputStream();
        comments.forEach(comment -> put(options, PcapngReader.OPTION_COMMENT, comment));
        put(options, PcapngReader.OPTION_APPLICATION, application);
        ByteBuffer fields = fields().putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0);
        writeBlock((int) PcapngReader.SECTION, fields.putLong(-1), new byte[0], options);
    }

    /**
     * Where packets were captured; numbered from 0 in the order of writing.
     *
     * @param linkType the type of the first header, as tcpdump.org numbers them
     * @param address of the device, in binary: 4 octets or 16
     * @throws IOException if the stream throws it
     */
    public void writeInterface(int linkType, String name, String description, byte[] address)
            throws IOException {
        boolean isIpv6 = address.length == IPV6_OCTETS;
        var options = new ByteArrayOutputStream();
        put(options, OPTION_NAME, name);
        put(options, OPTION_DESCRIPTION, description);
        // Behind the address, its netmask, or the length of its prefix: the host alone.
        put(
                options,
                isIpv6 ? PcapngReader.OPTION_IPV6 : PcapngReader.OPTION_IPV4,
                isIpv6 ? fields().put(address).put((byte) 128) : fields().put(address).putInt(-1));
        put(options, OPTION_RESOLUTION, new byte[] {NANOSECONDS});
        ByteBuffer fields = fields().putShort((short) linkType).putShort((short) 0).putInt(0);
        writeBlock((int) PcapngReader.INTERFACE, fields, new byte[0], options);
    }

    /**
     * A packet.
     *
     * @param where the number of the interface
     * @param atNanos since 1970
     * @param packet all its octets
     * @param travel which way it went at the capturing host
     * @param comments about it
     * @throws IOException if the stream throws it
     */
    public void writePacket(
            int where, long atNanos, byte[] packet, Travel travel, List<String> comments)
            throws IOException {
        var options = new ByteArrayOutputStream();
        comments.forEach(comment -> put(options, PcapngReader.OPTION_COMMENT, comment));
        int direction =
                switch (travel) {
                    case IN -> 1;
                    case OUT -> 2;
                    case BOTH, UNKNOWN -> 0;
                };
        if (direction != 0) {
            put(options, OPTION_PACKET_FLAGS, fields().putInt(direction));
        }
        ByteBuffer fields =
                fields().putInt(where)
                        .putInt((int) (atNanos >>> 32))
                        .putInt((int) atNanos)
                        .putInt(packet.length)
                        .putInt(packet.length);
        writeBlock((int) PcapngReader.ENHANCED_PACKET, fields, packet, options);
    }

    private void writeBlock(
            int type, ByteBuffer fields, byte[] packet, ByteArrayOutputStream options)
            throws IOException {
        if (options.size() > 0) {
            options.writeBytes(new byte[4]);
        }
        int padding = -packet.length & 3;
        int length = 12 + fields.position() + packet.length + padding + options.size();
        ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(type).putInt(length).put(fields.flip()).put(packet);
        block.put(new byte[padding]).put(options.toByteArray()).putInt(length);
        out.write(block.array());
    }

    private static ByteBuffer fields() {
        return ByteBuffer.allocate(MOST_FIELDS).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(ByteArrayOutputStream options, int code, ByteBuffer value) {
        byte[] bytes = new byte[value.flip().remaining()];
        value.get(bytes);
        put(options, code, bytes);
    }

    private static void put(ByteArrayOutputStream options, int code, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_OPTION) {
            // At most a broken character at the cut, which readers show as such.
            bytes = Arrays.copyOf(bytes, MAX_OPTION);
        }
        put(options, code, bytes);
    }

    private static void put(ByteArrayOutputStream options, int code, byte[] value) {
        ByteBuffer start = fields().putShort((short) code).putShort((short) value.length);
        options.write(start.array(), 0, start.position());
        options.writeBytes(value);
        options.writeBytes(new byte[-value.length & 3]);
    }
}
