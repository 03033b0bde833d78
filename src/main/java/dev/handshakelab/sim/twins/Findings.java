package dev.handshakelab.sim.twins;

import dev.handshakelab.tcp.Octets;
import java.io.ByteArrayOutputStream;

/** Octets with the same fault, and where it was seen first. */
final class Findings {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private int firstFrame;

    void add(byte octet, int frame) {
        if (octets.size() == 0) {
            firstFrame = frame;
        }
        octets.write(octet);
    }

    int count() {
        return octets.size();
    }

    int firstFrame() {
        return firstFrame;
    }

    Octets text() {
        return Octets.of(octets.toByteArray());
    }
}
