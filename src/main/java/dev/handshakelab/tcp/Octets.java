package dev.handshakelab.tcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable run of octets: the text of a segment or the content of a buffer. Slices share their
 * storage.
 */
public final class Octets {
    /** No octets. */
    public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int offset;
    private final int length;

    private Octets(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /** A copy of {@code bytes}. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone(), 0, bytes.length);
    }

    /** The UTF-8 form of {@code text}. */
    public static Octets utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /**
     * The octet at {@code index}.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < length()}
     */
    public byte at(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return bytes[offset + index];
    }

    /**
     * The octets from {@code from} up to, not including, {@code to}.
     *
     * @throws IndexOutOfBoundsException if the range does not lie within this run
     */
    public Octets slice(int from, int to) {
        if (from < 0 || to > length || from > to) {
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + length);
        }
        return from == to ? EMPTY : new Octets(bytes, offset + from, to - from);
    }

    /** All octets from {@code from} on. */
    public Octets from(int from) {
        return slice(from, length);
    }

    /** These octets followed by the others. */
    public Octets plus(Octets other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        byte[] joined = Arrays.copyOfRange(bytes, offset, offset + length + other.length);
        System.arraycopy(other.bytes, other.offset, joined, length, other.length);
        return new Octets(joined, 0, joined.length);
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /** The octets read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String asText() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(
                        bytes,
                        offset,
                        offset + length,
                        that.bytes,
                        that.offset,
                        that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[offset + i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return asText();
    }
}
