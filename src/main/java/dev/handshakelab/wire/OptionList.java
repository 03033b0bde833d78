package dev.handshakelab.wire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The options of a header as they stand there.
 *
 * @param entries all that could be read, in their order
 * @param paddingFrom the octet behind the last one
 * @param problems what is wrong with them
 */
record OptionList(List<Entry> entries, int paddingFrom, List<WireProblem> problems) {
    /**
     * An option.
     *
     * @param offset its first octet, counted from the beginning of the header
     * @param length how many octets it has, kind and length included
     * @param usable false if a receiver must ignore it: wrong length, or not the first of its kind
     */
    record Entry(OptionKind kind, int offset, int length, boolean usable) {}

    /**
     * Reads octets as options (RFC 9293, 3.1).
     *
     * @param from the first octet of the options
     * @param to the octet behind the last one, within {@code bytes}
     */
    static OptionList read(byte[] bytes, int from, int to) {
        var entries = new ArrayList<Entry>();
        var problems = new ArrayList<WireProblem>();
        Set<OptionKind> seen = EnumSet.noneOf(OptionKind.class);
        int at = from;
        while (at < to) {
            OptionKind kind = OptionKind.of(Bits.octet(bytes, at));
            int length = kind.isSingleOctet() ? 1 : lengthAt(bytes, at, to, problems);
            if (length == 0) {
                break;
            }
            boolean expected = kind.mayHaveLength(length);
            if (!expected) {
                problems.add(
                        new WireProblem(WireProblem.Kind.OPTION_LENGTH_UNEXPECTED, at + 1, length));
            }
            boolean repeated = !kind.isSingleOctet() && kind != OptionKind.OTHER && !seen.add(kind);
            if (repeated) {
                problems.add(new WireProblem(WireProblem.Kind.OPTION_REPEATED, at, kind.code()));
            }
            entries.add(new Entry(kind, at, length, expected && !repeated));
            at += length;
            if (kind == OptionKind.END_OF_LIST) {
                checkZero(bytes, at, to, problems);
                break;
            }
        }
        return new OptionList(List.copyOf(entries), at, List.copyOf(problems));
    }

    /** The length of an option with a length field; 0 if it cannot be used. */
    private static int lengthAt(byte[] bytes, int at, int to, List<WireProblem> problems) {
        if (at + 1 >= to) {
            problems.add(
                    new WireProblem(
                            WireProblem.Kind.OPTION_LENGTH_MISSING, at, Bits.octet(bytes, at)));
            return 0;
        }
        int length = Bits.octet(bytes, at + 1);
        if (length < 2) {
            problems.add(new WireProblem(WireProblem.Kind.OPTION_LENGTH_ILLEGAL, at + 1, length));
            return 0;
        }
        if (length > to - at) {
            problems.add(new WireProblem(WireProblem.Kind.OPTION_BEYOND_HEADER, at + 1, length));
            return 0;
        }
        return length;
    }

    private static void checkZero(byte[] bytes, int from, int to, List<WireProblem> problems) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                problems.add(
                        new WireProblem(
                                WireProblem.Kind.PADDING_NOT_ZERO, i, Bits.octet(bytes, i)));
                return;
            }
        }
    }
}
