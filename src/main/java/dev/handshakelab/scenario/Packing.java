package dev.handshakelab.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Packs texts small. What is likely to stand in them is known beforehand and costs little. */
final class Packing {
    /** Must never change: links of version 1 are packed with it. The likeliest stands last. */
    private static final byte[] KNOWN =
            ("options: {preset: LINUX_LIKE, on: off: [variants: receive buffer: title: aim: why: "
                            + "goal: {ESTABLISHED TIME-WAIT CLOSED until: 10 min\nsteps: 1000\n"
                            + "scenario: \nhosts:\n  A: {role: client, address: 10.0.0.1:40001, iss:"
                            + " 100}\n  B: {role: server, address: 10.0.0.2:80, iss: 300}\nlink:"
                            + " {delay: 10 ms}\nfaults:\n  - {drop: {from: script:\n  - {at: 0, B:"
                            + " listen}\n  - {A: connect}\n  - {when: {crash: reboot: cable: pull"
                            + " inject: {from: flags: SYN+ACK, seq: ack: as: forged, old duplicate"
                            + " release: branches:\n  - number: 1\n    name: from:     touches:\n  "
                            + "    shown: rules: {base: rfc linux like}\nnetwork: manual automatic"
                            + " fault: {fire: {host: timer: retransmission delay: {segment: by:"
                            + " duplicate: {later: deliver: hold: A: close B: close A: 'send \"\n  -"
                            + " {after: at: drop: bundled: S\ncheck: \ntouches:\n  - {after: ")
                    .getBytes(StandardCharsets.UTF_8);

    private static final int CHUNK = 8192;

    private Packing() {}

    static byte[] pack(byte[] octets) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setDictionary(KNOWN);
            deflater.setInput(octets);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        }
    }

    /**
     * Unpacks what {@link #pack} gave.
     *
     * @param most more octets than this are not made, however few they come from
     * @return null if it is something else, or too much
     */
    static byte @Nullable [] unpack(byte[] packed, int most) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setDictionary(KNOWN);
            inflater.setInput(packed);
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                octets.write(chunk, 0, count);
                if (octets.size() > most || (count == 0 && !inflater.finished())) {
                    return null;
                }
            }
            return inflater.getRemaining() == 0 ? octets.toByteArray() : null;
        } catch (DataFormatException _) {
            return null;
        }
    }
}
