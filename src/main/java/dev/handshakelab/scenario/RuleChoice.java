package dev.handshakelab.scenario;

import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A place where an endpoint's rules can be made to differ, with the values that it can have. */
public enum RuleChoice {
    /** Step 1 to the letter in a simultaneous open. */
    LITERAL_STEP_1(Switch.LITERAL_STEP_1),
    /** An answer even to empty ACKs in TIME-WAIT. */
    LITERAL_TIME_WAIT_ACK(Switch.LITERAL_TIME_WAIT_ACK),
    /** TIME-WAIT after ABORT. */
    TIME_WAIT_AFTER_ABORT(Switch.TIME_WAIT_AFTER_ABORT),
    /** RST is ignored in TIME-WAIT. */
    RFC_1337(Switch.RFC_1337),
    /** The SYN,ACK again for a repeated SYN. */
    RESEND_SYN_ACK(Switch.RESEND_SYN_ACK),
    /** The limit for ACKs that answer wrong segments. */
    ACK_LIMITER(Switch.ACK_LIMITER),
    /** What a new SYN in TIME-WAIT may do. */
    TIME_WAIT_REUSE,
    /** Data on a SYN is dropped. */
    DROP_TEXT_ON_SYN(Switch.LINUX_DROP_TEXT_ON_SYN),
    /** How long FIN-WAIT-2 may last. */
    FIN_WAIT_2_TIMEOUT,
    /** Challenge ACKs. */
    RFC_5961(Switch.RFC_5961),
    /** A close that loses received data resets. */
    RESET_WHEN_DATA_IS_LOST(Switch.RESET_WHEN_DATA_IS_LOST),
    /** All the other measured departures of Linux together. */
    LINUX_HABITS(linuxHabits()),
    /** Nagle's algorithm. */
    NAGLE(Switch.NAGLE),
    /** Silly-window avoidance. */
    SWS_AVOIDANCE(Switch.SWS_AVOIDANCE),
    /** Timestamps and PAWS. */
    TIMESTAMPS(Switch.TIMESTAMPS),
    /** Window scaling. */
    WINDOW_SCALE(Switch.WINDOW_SCALE),
    /** Selective acknowledgments. */
    SACK_PERMITTED(Switch.SACK_PERMITTED),
    /** Keep-alive probes. */
    KEEPALIVE(Switch.KEEPALIVE);

    private static final long FIN_WAIT_2_NANOS = 60_000_000_000L;

    private final Set<Switch> switches;

    RuleChoice(Switch... switches) {
        this.switches = Set.of(switches);
    }

    /** What can be chosen. */
    public enum Value {
        OFF,
        ON,
        /** {@link TimeWaitReuse#NONE}. */
        NO_REUSE,
        /** {@link TimeWaitReuse#SEQUENCE_NUMBER}. */
        REUSE_BY_SEQUENCE_NUMBER,
        /** {@link TimeWaitReuse#RFC_6191}. */
        REUSE_BY_RFC_6191,
        /** No timeout. */
        NEVER,
        /** A timeout of 60 s. */
        AFTER_60_S
    }

    private static Switch[] linuxHabits() {
        return EnumSet.allOf(Switch.class).stream()
                .filter(one -> one.name().startsWith("LINUX_"))
                .filter(one -> one != Switch.LINUX_DROP_TEXT_ON_SYN)
                .toArray(Switch[]::new);
    }

    /** The values, in the order in which they are offered. */
    public List<Value> offered() {
        if (this == TIME_WAIT_REUSE) {
            return List.of(Value.NO_REUSE, Value.REUSE_BY_SEQUENCE_NUMBER, Value.REUSE_BY_RFC_6191);
        }
        return this == FIN_WAIT_2_TIMEOUT
                ? List.of(Value.NEVER, Value.AFTER_60_S)
                : List.of(Value.OFF, Value.ON);
    }

    /** The value that options have; empty if it is none of those offered. */
    public Optional<Value> of(TcpOptions options) {
        if (this == TIME_WAIT_REUSE) {
            return Optional.of(of(options.timeWaitReuse()));
        }
        return this == FIN_WAIT_2_TIMEOUT
                ? finWait2(options.finWait2TimeoutNanos())
                : onOrOff(options);
    }

    private static Value of(TimeWaitReuse reuse) {
        return switch (reuse) {
            case NONE -> Value.NO_REUSE;
            case SEQUENCE_NUMBER -> Value.REUSE_BY_SEQUENCE_NUMBER;
            case RFC_6191 -> Value.REUSE_BY_RFC_6191;
        };
    }

    private static Optional<Value> finWait2(long nanos) {
        if (nanos == 0) {
            return Optional.of(Value.NEVER);
        }
        return nanos == FIN_WAIT_2_NANOS ? Optional.of(Value.AFTER_60_S) : Optional.empty();
    }

    private Optional<Value> onOrOff(TcpOptions options) {
        long on = switches.stream().filter(options::has).count();
        if (on == 0) {
            return Optional.of(Value.OFF);
        }
        return on == switches.size() ? Optional.of(Value.ON) : Optional.empty();
    }

    /**
     * The same options with a value.
     *
     * @throws IllegalArgumentException if this choice does not offer it
     */
    public TcpOptions set(TcpOptions options, Value value) {
        if (!offered().contains(value)) {
            throw new IllegalArgumentException(this + ": " + value);
        }
        TcpOptionsBuilder builder = options.toBuilder();
        switch (value) {
            case OFF -> switches.forEach(builder::without);
            case ON -> switches.forEach(builder::with);
            case NO_REUSE -> builder.timeWaitReuse(TimeWaitReuse.NONE);
            case REUSE_BY_SEQUENCE_NUMBER -> builder.timeWaitReuse(TimeWaitReuse.SEQUENCE_NUMBER);
            case REUSE_BY_RFC_6191 -> builder.timeWaitReuse(TimeWaitReuse.RFC_6191);
            case NEVER -> builder.finWait2TimeoutNanos(0);
            case AFTER_60_S -> builder.finWait2TimeoutNanos(FIN_WAIT_2_NANOS);
        }
        return builder.build();
    }

    /**
     * Whether a preset always decides it. The others are tools that a scenario may need for what it
     * shows: a preset leaves them as the scenario has them.
     */
    public boolean isDecision() {
        return switch (this) {
            case LITERAL_STEP_1,
                    LITERAL_TIME_WAIT_ACK,
                    TIME_WAIT_AFTER_ABORT,
                    RFC_1337,
                    RESEND_SYN_ACK,
                    ACK_LIMITER,
                    TIME_WAIT_REUSE,
                    DROP_TEXT_ON_SYN,
                    FIN_WAIT_2_TIMEOUT,
                    RFC_5961,
                    RESET_WHEN_DATA_IS_LOST,
                    LINUX_HABITS ->
                    true;
            case NAGLE, SWS_AVOIDANCE, TIMESTAMPS, WINDOW_SCALE, SACK_PERMITTED, KEEPALIVE -> false;
        };
    }
}
