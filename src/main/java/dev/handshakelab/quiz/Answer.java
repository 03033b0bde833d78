package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A value that answers a question; equal values are the same answer. */
public sealed interface Answer {
    /** A state of the host. */
    record State(TcpState state) implements Answer {}

    /** SEG.ACK of the answer: counts the octets of the peer. */
    record AckNumber(int number) implements Answer {}

    /** What the host sends. */
    record Sends(Sent kind) implements Answer {}

    /**
     * The timers that run, all of them.
     *
     * @param timers in the order of {@link TimerKind}; empty: none runs
     */
    record Runs(List<TimerKind> timers) implements Answer {
        public Runs {
            timers = List.copyOf(timers);
        }

        static Runs of(Set<TimerKind> timers) {
            return new Runs(timers.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(timers)));
        }

        static Runs of(TimerKind... timers) {
            return of(Set.of(timers));
        }
    }

    /** What becomes of a segment that arrives. */
    record Judged(Verdict verdict) implements Answer {}

    /**
     * Who passes TIME-WAIT.
     *
     * @param sides A before B; empty: nobody
     */
    record Waits(List<Side> sides) implements Answer {
        public Waits {
            sides = List.copyOf(sides);
        }
    }

    /** How long the retransmission timer is set to, nanoseconds. */
    record Rto(long nanos) implements Answer {}

    /** What the application is told. */
    record Told(News news) implements Answer {}

    /** What a call returns. */
    record Returns(Signal.Reply reply) implements Answer {}
}
