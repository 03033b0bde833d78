package dev.handshakelab.capture;

import dev.handshakelab.capture.CaptureProblem.Kind;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The octets of a capture, unpacked, with a count of those read; numbers in either byte order. */
final class CaptureInput {
    private static final int BUFFER_OCTETS = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Counting raw;
    private final InputStream unpacked;
    private final boolean compressed;
    private final byte[] word = new byte[4];
    private long position;
    private boolean bigEndian = true;

    /** Counts what is read from the file itself. */
    private static final class Counting extends InputStream {
        private final InputStream source;
        private long count;

        Counting(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int octet = source.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = source.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long octets) throws IOException {
            long skipped = source.skip(octets);
            count += skipped;
            return skipped;
        }
    }

    CaptureInput(InputStream file) throws StoppedException {
        raw = new Counting(file);
        PushbackInputStream start = new PushbackInputStream(raw, 2);
        try {
            byte[] magic = start.readNBytes(2);
            start.unread(magic);
            compressed =
                    magic.length == 2 && ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
            InputStream plain = compressed ? new GZIPInputStream(start, BUFFER_OCTETS) : start;
            unpacked = new BufferedInputStream(plain, BUFFER_OCTETS);
        } catch (ZipException | EOFException broken) {
            throw new StoppedException(Kind.COMPRESSION_BROKEN, 0);
        } catch (IOException failed) {
            throw new StoppedException(Kind.READ_FAILED, 0);
        }
    }

    /** How many octets were read, unpacked. */
    long position() {
        return position;
    }

    /** How many octets of the file were read. */
    long fileOctets() {
        return raw.count;
    }

    void setBigEndian(boolean big) {
        bigEndian = big;
    }

    boolean isBigEndian() {
        return bigEndian;
    }

    /** Leaves octets out; at the end of the file there may be fewer. */
    void skip(long octets) throws StoppedException {
        try {
            long left = octets;
            while (left > 0) {
                long skipped = unpacked.skip(left);
                if (skipped == 0) {
                    if (unpacked.read() < 0) {
                        break;
                    }
                    skipped = 1;
                }
                left -= skipped;
            }
            position += octets - left;
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /**
     * Fills {@code bytes} from its beginning.
     *
     * @return how many octets there were: fewer than {@code length} only at the end
     */
    int read(byte[] bytes, int length) throws StoppedException {
        try {
            int read = unpacked.readNBytes(bytes, 0, length);
            position += read;
            return read;
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /**
     * Fills the first octets of {@code bytes}.
     *
     * @param recordAt where the record begins to which they belong
     */
    void readFully(byte[] bytes, int length, long recordAt) throws StoppedException {
        if (read(bytes, length) < length) {
            throw truncated(recordAt);
        }
    }

    /** Reads four octets in the file's byte order as an unsigned number. */
    long readWord(long recordAt) throws StoppedException {
        readFully(word, 4, recordAt);
        return word(word, 0);
    }

    /** Passes over octets without keeping them. */
    void skip(long count, long recordAt) throws StoppedException {
        try {
            long left = count;
            while (left > 0) {
                long skipped = unpacked.skip(left);
                if (skipped <= 0) {
                    if (unpacked.read() < 0) {
                        throw truncated(recordAt);
                    }
                    skipped = 1;
                }
                left -= skipped;
                position += skipped;
            }
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    long word(byte[] bytes, int at) {
        int first = pair(bytes, at);
        int second = pair(bytes, at + 2);
        return Integer.toUnsignedLong(bigEndian ? first << 16 | second : second << 16 | first);
    }

    int pair(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    private StoppedException truncated(long recordAt) {
        return new StoppedException(Kind.TRUNCATED, position, recordAt);
    }

    private StoppedException failure(IOException failed) {
        boolean broken = failed instanceof ZipException || failed instanceof EOFException;
        return new StoppedException(
                compressed && broken ? Kind.COMPRESSION_BROKEN : Kind.READ_FAILED, position);
    }
}
