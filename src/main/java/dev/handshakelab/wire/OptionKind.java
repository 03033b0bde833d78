package dev.handshakelab.wire;

import java.util.Arrays;

/** What an option is (RFC 9293, 3.1 and 3.2; RFC 7323; RFC 2018). */
public enum OptionKind {
    /** Ends the list; one octet. */
    END_OF_LIST(0, 1, 1),
    /** Stands between options to align them; one octet. */
    NO_OPERATION(1, 1, 1),
    /** The largest segment that the sender wants to receive. */
    MAXIMUM_SEGMENT_SIZE(2, 4, 4),
    /** The shift count of the windows to come (RFC 7323, 2.2). */
    WINDOW_SCALE(3, 3, 3),
    /** Selective acknowledgments may be sent (RFC 2018, 2). */
    SACK_PERMITTED(4, 2, 2),
    /** One to four blocks of data received out of order (RFC 2018, 3). */
    SACK(5, 10, 34),
    /** TSval and TSecr (RFC 7323, 3.2). */
    TIMESTAMPS(8, 10, 10),
    /** Any other, which is skipped by its length (RFC 9293, 3.1, MUST-6). */
    OTHER(-1, 2, 40);

    private final int code;
    private final int minLength;
    private final int maxLength;

    OptionKind(int code, int minLength, int maxLength) {
        this.code = code;
        this.minLength = minLength;
        this.maxLength = maxLength;
    }

    /** The number in the option's first octet; -1 for {@link #OTHER}. */
    public int code() {
        return code;
    }

    /** The kind with this number. */
    public static OptionKind of(int code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst().orElse(OTHER);
    }

    /** Whether it is a single octet without a length (RFC 9293, 3.1, MUST-68). */
    boolean isSingleOctet() {
        return this == END_OF_LIST || this == NO_OPERATION;
    }

    boolean mayHaveLength(int length) {
        boolean inRange = length >= minLength && length <= maxLength;
        // A block of SACK is a pair of sequence numbers.
        return inRange && (this != SACK || length % 8 == 2);
    }
}
