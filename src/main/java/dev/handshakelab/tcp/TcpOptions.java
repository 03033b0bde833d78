package dev.handshakelab.tcp;

import java.util.EnumSet;
import java.util.Set;

/**
 * Everything about an endpoint that can be set; immutable. Times are nanoseconds, sizes are octets.
 *
 * @param switches what is on
 * @param variants counterfactual rules; empty for TCP
 * @param timeWaitReuse what a new SYN in TIME-WAIT may do
 * @param mslNanos maximum segment lifetime (RFC 9293, 3.4.2: 2 minutes)
 * @param initialRtoNanos RTO before the first measurement (RFC 6298, 2.1: 1 s)
 * @param minRtoNanos lower limit of the RTO (RFC 6298, 2.4: 1 s)
 * @param maxRtoNanos upper limit of the RTO, at least 60 s (RFC 6298, 2.5); 0: none
 * @param r1Retransmissions after how many retransmissions of a segment the user is warned (SHLD-10:
 *     at least 3)
 * @param synGiveUp R2 for a SYN (MUST-23: at least 3 minutes)
 * @param synAckGiveUp R2 for a SYN,ACK
 * @param dataGiveUp R2 for data and FIN (SHLD-11: at least 100 s)
 * @param userTimeoutNanos how long anything may stay unacknowledged (3.9.1.1: 5 minutes); 0: for
 *     ever
 * @param finWait2TimeoutNanos how long FIN-WAIT-2 may last; 0: for ever, as in the RFC
 * @param delayedAckNanos how long an acknowledgment of text waits for company, below 0.5 s
 *     (MUST-40); 0: not at all
 * @param keepAliveIdleNanos idle time before the first keep-alive probe (MUST-28: at least 2 h by
 *     default)
 * @param keepAliveIntervalNanos time between probes
 * @param keepAliveProbes unanswered probes before the connection is given up
 * @param swsOverrideNanos how long silly-window avoidance may hold a segment (3.8.6.2.1: 0.1 to 1
 *     s)
 * @param maximumSegmentSize the MSS we announce and the most we send
 * @param receiveBuffer room for received text: the largest window
 * @param sendBuffer room for unsent and unacknowledged text
 * @param windowShift the shift count we offer with {@link Switch#WINDOW_SCALE}, 0 to 14
 * @param limitedAcks how many challenge ACKs may go out in one period (RFC 5961, 7: 10)
 * @param limiterPeriodNanos length of that period (RFC 5961, 7: 5 s)
 */
public record TcpOptions(
        Set<Switch> switches,
        Set<Variant> variants,
        TimeWaitReuse timeWaitReuse,
        long mslNanos,
        long initialRtoNanos,
        long minRtoNanos,
        long maxRtoNanos,
        int r1Retransmissions,
        GiveUp synGiveUp,
        GiveUp synAckGiveUp,
        GiveUp dataGiveUp,
        long userTimeoutNanos,
        long finWait2TimeoutNanos,
        long delayedAckNanos,
        long keepAliveIdleNanos,
        long keepAliveIntervalNanos,
        int keepAliveProbes,
        long swsOverrideNanos,
        int maximumSegmentSize,
        int receiveBuffer,
        int sendBuffer,
        int windowShift,
        int limitedAcks,
        long limiterPeriodNanos) {
    /** The RFC's values and this project's defaults where the RFC leaves a choice. */
    public static final TcpOptions RFC = TcpOptionsBuilder.rfc().build();

    /** As a Linux host of today behaves, as far as it was measured. */
    public static final TcpOptions LINUX_LIKE = TcpOptionsBuilder.linuxLike().build();

    public TcpOptions {
        switches = Set.copyOf(switches);
        variants = Set.copyOf(variants);
        requireRange("maximumSegmentSize", maximumSegmentSize, 1, 65_495);
        requireRange("receiveBuffer", receiveBuffer, 0, 1 << 30);
        requireRange("sendBuffer", sendBuffer, 1, 1 << 30);
        requireRange("windowShift", windowShift, 0, 14);
        requireRange("initialRtoNanos", initialRtoNanos, 1, Long.MAX_VALUE);
        requireRange("mslNanos", mslNanos, 0, Long.MAX_VALUE / 4);
    }

    private static void requireRange(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + ": " + value);
        }
    }

    /** What a new SYN in TIME-WAIT may do. */
    public enum TimeWaitReuse {
        /** It draws a challenge ACK (the RFC's default text). */
        NONE,
        /** A SYN with a newer sequence number opens a new incarnation (3.6.1, MAY-2). */
        SEQUENCE_NUMBER,
        /**
         * RFC 6191: sequence numbers and timestamps decide; what is not newer is dropped silently.
         */
        RFC_6191
    }

    /** When retransmissions end (R2 of RFC 9293, 3.8.3). */
    public sealed interface GiveUp {
        /** When this time has passed since the first transmission. */
        record AfterTime(long nanos) implements GiveUp {}

        /** When the timer fires after this many retransmissions. */
        record AfterRetransmissions(int count) implements GiveUp {}
    }

    public boolean has(Switch which) {
        return switches.contains(which);
    }

    public boolean has(Variant which) {
        return variants.contains(which);
    }

    /** Whether the machine plays by the rules: no counterfactual variant is on. */
    public boolean isTcp() {
        return variants.isEmpty();
    }

    public TcpOptions with(Switch which) {
        return toBuilder().with(which).build();
    }

    public TcpOptions without(Switch which) {
        return toBuilder().without(which).build();
    }

    public TcpOptions with(Variant which) {
        return toBuilder().with(which).build();
    }

    /** A builder that starts from these options. */
    public TcpOptionsBuilder toBuilder() {
        return new TcpOptionsBuilder(this);
    }

    static <E extends Enum<E>> EnumSet<E> mutable(Class<E> type, Set<E> values) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return copy;
    }
}
