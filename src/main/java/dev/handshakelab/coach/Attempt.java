package dev.handshakelab.coach;

import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the learner decides. Parts that are not decided yet are null.
 *
 * @param sends whether a segment is sent
 * @param flags its control bits; of them only {@link #ASKED} count
 * @param seq SEG.SEQ
 * @param ack SEG.ACK; counts only with the ACK bit
 * @param state the state afterwards
 * @param timers the timers that start or stop
 */
public record Attempt(
        @Nullable Boolean sends,
        Flags flags,
        @Nullable Integer seq,
        @Nullable Integer ack,
        @Nullable TcpState state,
        Map<TimerKind, TimerMove> timers) {
    /** The control bits that are asked for; the application decides about the others. */
    public static final Flags ASKED = Flags.SYN_ACK.with(Flags.FIN).with(Flags.RST);

    /** Nothing decided yet. */
    public static final Attempt EMPTY = new Attempt(null, Flags.NONE, null, null, null, Map.of());

    public Attempt {
        timers = Map.copyOf(timers);
    }

    /** What the machine itself decides. */
    public static Attempt ofTheMachine(Duty duty) {
        Optional<Segment> sent = Optional.ofNullable(duty.answer()).map(Emission::segment);
        return new Attempt(
                sent.isPresent(),
                sent.map(segment -> asked(segment.flags())).orElse(Flags.NONE),
                sent.map(Segment::seq).orElse(null),
                sent.filter(segment -> segment.flags().ack()).map(Segment::ack).orElse(null),
                duty.after().state(),
                duty.timerMoves());
    }

    /** Of some control bits those that are asked for. */
    static Flags asked(Flags flags) {
        return new Flags(flags.bits() & ASKED.bits());
    }

    /** Whether everything that must be decided is. */
    public boolean isComplete() {
        if (sends == null || state == null) {
            return false;
        }
        return !sends || (seq != null && (ack != null || !flags.ack()));
    }
}
