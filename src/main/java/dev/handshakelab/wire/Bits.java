package dev.handshakelab.wire;

/** Numbers in network byte order: the most significant octet first. */
final class Bits {
    private Bits() {}

    /** An octet, 0 to 255. */
    static int octet(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    /** Two octets, 0 to 65535. */
    static int pair(byte[] bytes, int at) {
        return octet(bytes, at) << 8 | octet(bytes, at + 1);
    }

    /** Four octets. */
    static int word(byte[] bytes, int at) {
        return pair(bytes, at) << 16 | pair(bytes, at + 2);
    }

    /**
     * Some octets as one unsigned number.
     *
     * @param length 0 to 8
     */
    static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | octet(bytes, at + i);
        }
        return number;
    }

    static void putOctet(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
    }

    static void putPair(byte[] bytes, int at, int value) {
        putOctet(bytes, at, value >> 8);
        putOctet(bytes, at + 1, value);
    }

    static void putWord(byte[] bytes, int at, int value) {
        putPair(bytes, at, value >> 16);
        putPair(bytes, at + 2, value);
    }
}
