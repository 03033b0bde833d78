package dev.handshakelab.capture;

import org.jspecify.annotations.Nullable;

/** Finds the IP packet behind the headers of the link layer. */
final class LinkHeaders {
    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int LINUX_SLL = 113;
    private static final int LINUX_SLL2 = 276;
    private static final int LOOP = 108;

    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86dd;
    private static final int MAX_TAGS = 8;
    private static final int PACKET_OUTGOING = 4;
    private static final int ARP_HARDWARE_LOOPBACK = 772;

    private LinkHeaders() {}

    /**
     * Where the IP packet begins.
     *
     * @param offset of its first octet
     * @param device number of the device if the header says it, otherwise 0
     * @param travel which way it went at the capturing host
     */
    record Found(int offset, int device, Travel travel) {}

    /** Reads the headers; null if no IP packet is behind them. */
    static @Nullable Found find(RawPacket packet) {
        byte[] bytes = packet.bytes();
        int kept = packet.kept();
        return switch (packet.linkType()) {
            case ETHERNET -> kept < 14 ? null : behindType(bytes, 12, 14, kept, 0, Travel.UNKNOWN);
            case LINUX_SLL ->
                    kept < 16
                            ? null
                            : behindType(
                                    bytes, 14, 16, kept, 0, travel(pair(bytes, 0), pair(bytes, 2)));
            case LINUX_SLL2 ->
                    kept < 20
                            ? null
                            : behindType(
                                    bytes,
                                    0,
                                    20,
                                    kept,
                                    pair(bytes, 6),
                                    travel(bytes[10] & 0xff, pair(bytes, 8)));
            case NULL, LOOP -> kept < 4 ? null : new Found(4, 0, Travel.BOTH);
            // Raw IP, and the numbers that systems used for it before 101.
            case 12, 14, 101, 228, 229 -> new Found(0, 0, Travel.UNKNOWN);
            default -> null;
        };
    }

    private static Travel travel(int packetType, int hardware) {
        if (hardware == ARP_HARDWARE_LOOPBACK) {
            return Travel.BOTH;
        }
        return switch (packetType) {
            case 0 -> Travel.IN;
            case PACKET_OUTGOING -> Travel.OUT;
            default -> Travel.UNKNOWN;
        };
    }

    /** Follows stacked VLAN tags (IEEE 802.1Q): each moves the type by four octets. */
    private static @Nullable Found behindType(
            byte[] bytes, int typeAt, int firstData, int kept, int device, Travel travel) {
        int type = pair(bytes, typeAt);
        int data = firstData;
        for (int tags = 0; isTag(type); tags++) {
            if (tags == MAX_TAGS || data + 4 > kept) {
                return null;
            }
            type = pair(bytes, data + 2);
            data += 4;
        }
        return type == TYPE_IPV4 || type == TYPE_IPV6 ? new Found(data, device, travel) : null;
    }

    private static boolean isTag(int type) {
        return type == 0x8100 || type == 0x88a8 || type == 0x9100 || type == 0x9200;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
