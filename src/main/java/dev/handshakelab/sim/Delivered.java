package dev.handshakelab.sim;

import dev.handshakelab.tcp.Octets;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What an application has been given since its connection was opened; immutable, and adding costs
 * the same at any length.
 */
public final class Delivered {
    /** Nothing yet. */
    public static final Delivered NOTHING = new Delivered(null, Octets.EMPTY, 0);

    private final @Nullable Delivered before;
    private final Octets last;
    private final long octets;

    private Delivered(@Nullable Delivered before, Octets last, long octets) {
        this.before = before;
        this.last = last;
        this.octets = octets;
    }

    Delivered plus(Octets more) {
        return new Delivered(this, more, octets + more.length());
    }

    /** How many octets. */
    public long octets() {
        return octets;
    }

    /** All of it in one piece; costs time and room in proportion to its length. */
    public Octets all() {
        Deque<Octets> parts = new ArrayDeque<>();
        for (Delivered part = this; part != null; part = part.before) {
            parts.push(part.last);
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Octets part : parts) {
            joined.writeBytes(part.toArray());
        }
        return Octets.of(joined.toByteArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delivered that && octets == that.octets && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(octets);
    }

    @Override
    public String toString() {
        return all().asText();
    }
}
