package dev.handshakelab.tcp;

import dev.handshakelab.tcp.TcpOptions.GiveUp;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import java.util.EnumSet;

/** Builds {@link TcpOptions}; the setters have the names, units and ranges of its components. */
public final class TcpOptionsBuilder {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000L;

    private final EnumSet<Switch> switches;
    private final EnumSet<Variant> variants;
    private TimeWaitReuse timeWaitReuse;
    private long mslNanos;
    private long initialRtoNanos;
    private long minRtoNanos;
    private long maxRtoNanos;
    private int r1Retransmissions;
    private GiveUp synGiveUp;
    private GiveUp synAckGiveUp;
    private GiveUp dataGiveUp;
    private long userTimeoutNanos;
    private long finWait2TimeoutNanos;
    private long delayedAckNanos;
    private long keepAliveIdleNanos;
    private long keepAliveIntervalNanos;
    private int keepAliveProbes;
    private long swsOverrideNanos;
    private int maximumSegmentSize;
    private int receiveBuffer;
    private int sendBuffer;
    private int windowShift;
    private int limitedAcks;
    private long limiterPeriodNanos;

    TcpOptionsBuilder(TcpOptions from) {
        switches = TcpOptions.mutable(Switch.class, from.switches());
        variants = TcpOptions.mutable(Variant.class, from.variants());
        timeWaitReuse = from.timeWaitReuse();
        mslNanos = from.mslNanos();
        initialRtoNanos = from.initialRtoNanos();
        minRtoNanos = from.minRtoNanos();
        maxRtoNanos = from.maxRtoNanos();
        r1Retransmissions = from.r1Retransmissions();
        synGiveUp = from.synGiveUp();
        synAckGiveUp = from.synAckGiveUp();
        dataGiveUp = from.dataGiveUp();
        userTimeoutNanos = from.userTimeoutNanos();
        finWait2TimeoutNanos = from.finWait2TimeoutNanos();
        delayedAckNanos = from.delayedAckNanos();
        keepAliveIdleNanos = from.keepAliveIdleNanos();
        keepAliveIntervalNanos = from.keepAliveIntervalNanos();
        keepAliveProbes = from.keepAliveProbes();
        swsOverrideNanos = from.swsOverrideNanos();
        maximumSegmentSize = from.maximumSegmentSize();
        receiveBuffer = from.receiveBuffer();
        sendBuffer = from.sendBuffer();
        windowShift = from.windowShift();
        limitedAcks = from.limitedAcks();
        limiterPeriodNanos = from.limiterPeriodNanos();
    }

    private TcpOptionsBuilder() {
        switches =
                EnumSet.of(
                        Switch.RFC_5961,
                        Switch.ACK_LIMITER,
                        Switch.NAGLE,
                        Switch.SWS_AVOIDANCE,
                        Switch.MSS_OPTION);
        variants = EnumSet.noneOf(Variant.class);
        timeWaitReuse = TimeWaitReuse.NONE;
        mslNanos = 120 * SECOND_NANOS;
        initialRtoNanos = SECOND_NANOS;
        minRtoNanos = SECOND_NANOS;
        maxRtoNanos = 0;
        r1Retransmissions = 3;
        synGiveUp = new GiveUp.AfterTime(180 * SECOND_NANOS);
        synAckGiveUp = new GiveUp.AfterTime(180 * SECOND_NANOS);
        dataGiveUp = new GiveUp.AfterTime(100 * SECOND_NANOS);
        userTimeoutNanos = 300 * SECOND_NANOS;
        finWait2TimeoutNanos = 0;
        delayedAckNanos = 0;
        keepAliveIdleNanos = 7200 * SECOND_NANOS;
        keepAliveIntervalNanos = 75 * SECOND_NANOS;
        keepAliveProbes = 9;
        swsOverrideNanos = SECOND_NANOS / 5;
        maximumSegmentSize = 1460;
        receiveBuffer = 1000;
        sendBuffer = 65535;
        windowShift = 7;
        limitedAcks = 10;
        limiterPeriodNanos = 5 * SECOND_NANOS;
    }

    static TcpOptionsBuilder rfc() {
        return new TcpOptionsBuilder();
    }

    static TcpOptionsBuilder linuxLike() {
        TcpOptionsBuilder builder = new TcpOptionsBuilder();
        for (Switch which : Switch.values()) {
            if (which.name().startsWith("LINUX_")) {
                builder.with(which);
            }
        }
        return builder.with(Switch.RESEND_SYN_ACK)
                .with(Switch.RESET_WHEN_DATA_IS_LOST)
                .timeWaitReuse(TimeWaitReuse.SEQUENCE_NUMBER)
                .mslNanos(30 * SECOND_NANOS)
                .minRtoNanos(200 * MILLI_NANOS)
                .maxRtoNanos(120 * SECOND_NANOS)
                .synGiveUp(new GiveUp.AfterRetransmissions(6))
                .synAckGiveUp(new GiveUp.AfterRetransmissions(5))
                .dataGiveUp(new GiveUp.AfterRetransmissions(15))
                .userTimeoutNanos(0)
                .finWait2TimeoutNanos(60 * SECOND_NANOS)
                .delayedAckNanos(40 * MILLI_NANOS)
                .receiveBuffer(65_535);
    }

    public TcpOptionsBuilder with(Switch which) {
        switches.add(which);
        return this;
    }

    public TcpOptionsBuilder without(Switch which) {
        switches.remove(which);
        return this;
    }

    public TcpOptionsBuilder with(Variant which) {
        variants.add(which);
        return this;
    }

    public TcpOptionsBuilder without(Variant which) {
        variants.remove(which);
        return this;
    }

    public TcpOptionsBuilder timeWaitReuse(TimeWaitReuse value) {
        timeWaitReuse = value;
        return this;
    }

    public TcpOptionsBuilder mslNanos(long value) {
        mslNanos = value;
        return this;
    }

    public TcpOptionsBuilder initialRtoNanos(long value) {
        initialRtoNanos = value;
        return this;
    }

    public TcpOptionsBuilder minRtoNanos(long value) {
        minRtoNanos = value;
        return this;
    }

    public TcpOptionsBuilder maxRtoNanos(long value) {
        maxRtoNanos = value;
        return this;
    }

    public TcpOptionsBuilder r1Retransmissions(int value) {
        r1Retransmissions = value;
        return this;
    }

    public TcpOptionsBuilder synGiveUp(GiveUp value) {
        synGiveUp = value;
        return this;
    }

    public TcpOptionsBuilder synAckGiveUp(GiveUp value) {
        synAckGiveUp = value;
        return this;
    }

    public TcpOptionsBuilder dataGiveUp(GiveUp value) {
        dataGiveUp = value;
        return this;
    }

    public TcpOptionsBuilder userTimeoutNanos(long value) {
        userTimeoutNanos = value;
        return this;
    }

    public TcpOptionsBuilder finWait2TimeoutNanos(long value) {
        finWait2TimeoutNanos = value;
        return this;
    }

    public TcpOptionsBuilder delayedAckNanos(long value) {
        delayedAckNanos = value;
        return this;
    }

    public TcpOptionsBuilder keepAliveIdleNanos(long value) {
        keepAliveIdleNanos = value;
        return this;
    }

    public TcpOptionsBuilder keepAliveIntervalNanos(long value) {
        keepAliveIntervalNanos = value;
        return this;
    }

    public TcpOptionsBuilder keepAliveProbes(int value) {
        keepAliveProbes = value;
        return this;
    }

    public TcpOptionsBuilder swsOverrideNanos(long value) {
        swsOverrideNanos = value;
        return this;
    }

    public TcpOptionsBuilder maximumSegmentSize(int value) {
        maximumSegmentSize = value;
        return this;
    }

    public TcpOptionsBuilder receiveBuffer(int value) {
        receiveBuffer = value;
        return this;
    }

    public TcpOptionsBuilder sendBuffer(int value) {
        sendBuffer = value;
        return this;
    }

    public TcpOptionsBuilder windowShift(int value) {
        windowShift = value;
        return this;
    }

    public TcpOptionsBuilder limitedAcks(int value) {
        limitedAcks = value;
        return this;
    }

    public TcpOptionsBuilder limiterPeriodNanos(long value) {
        limiterPeriodNanos = value;
        return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException naming the first value that is out of its range
     */
    public TcpOptions build() {
        return new TcpOptions(
                switches,
                variants,
                timeWaitReuse,
                mslNanos,
                initialRtoNanos,
                minRtoNanos,
                maxRtoNanos,
                r1Retransmissions,
                synGiveUp,
                synAckGiveUp,
                dataGiveUp,
                userTimeoutNanos,
                finWait2TimeoutNanos,
                delayedAckNanos,
                keepAliveIdleNanos,
                keepAliveIntervalNanos,
                keepAliveProbes,
                swsOverrideNanos,
                maximumSegmentSize,
                receiveBuffer,
                sendBuffer,
                windowShift,
                limitedAcks,
                limiterPeriodNanos);
    }
}
