package dev.handshakelab.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The control bits of a header that the machine knows (RFC 9293, 3.1), as one value.
 *
 * @param bits the bits with their weights of the header: FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32
 */
public record Flags(int bits) {
    /** No control bit. */
    public static final Flags NONE = new Flags(0);

    public static final Flags FIN = new Flags(1);
    public static final Flags SYN = new Flags(2);
    public static final Flags RST = new Flags(4);
    public static final Flags PSH = new Flags(8);
    public static final Flags ACK = new Flags(16);
    public static final Flags URG = new Flags(32);
    public static final Flags SYN_ACK = SYN.with(ACK);
    public static final Flags FIN_ACK = FIN.with(ACK);
    public static final Flags RST_ACK = RST.with(ACK);

    private static final int KNOWN = 63;

    public Flags {
        if ((bits & ~KNOWN) != 0) {
            throw new IllegalArgumentException("unknown control bits: " + bits);
        }
    }

    public Flags with(Flags other) {
        return new Flags(bits | other.bits);
    }

    public Flags without(Flags other) {
        return new Flags(bits & ~other.bits);
    }

    /** Whether all bits of {@code other} are on. */
    public boolean has(Flags other) {
        return (bits & other.bits) == other.bits;
    }

    public boolean syn() {
        return has(SYN);
    }

    public boolean ack() {
        return has(ACK);
    }

    public boolean fin() {
        return has(FIN);
    }

    public boolean rst() {
        return has(RST);
    }

    public boolean psh() {
        return has(PSH);
    }

    public boolean urg() {
        return has(URG);
    }

    /**
     * Reads what {@link #toString()} writes: names separated by commas, or {@code NONE}.
     *
     * @throws IllegalArgumentException naming the word that is not a control bit
     */
    public static Flags parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Flags flags = NONE;
        if (upper.isEmpty() || upper.equals("NONE")) {
            return flags;
        }
        for (String word : upper.split(",", -1)) {
            flags = flags.with(named(word.strip()));
        }
        return flags;
    }

    private static Flags named(String word) {
        return switch (word) {
            case "FIN" -> FIN;
            case "SYN" -> SYN;
            case "RST" -> RST;
            case "PSH" -> PSH;
            case "ACK" -> ACK;
            case "URG" -> URG;
            default -> throw new IllegalArgumentException(word);
        };
    }

    /**
     * The bits in the order of the RFC's examples: {@code SYN,ACK}; {@code NONE} when no bit is on.
     */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>(3);
        add(names, syn(), "SYN");
        add(names, fin(), "FIN");
        add(names, rst(), "RST");
        add(names, psh(), "PSH");
        add(names, urg(), "URG");
        add(names, ack(), "ACK");
        return names.isEmpty() ? "NONE" : String.join(",", names);
    }

    private static void add(List<String> names, boolean on, String name) {
        if (on) {
            names.add(name);
        }
    }
}
