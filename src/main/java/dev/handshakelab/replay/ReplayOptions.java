package dev.handshakelab.replay;

import dev.handshakelab.capture.Inferred;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of a replayed host: what its SYN says, and what its segments show. */
final class ReplayOptions {
    private static final int MOST_BUFFER = 1 << 30;
    private static final int USUAL_MSS = 536;
    private static final int MOST_MSS = 65_495;

    /** A first retransmission is believed to show the RTO within these limits. */
    private static final long LEAST_RTO_NANOS = 150_000_000;

    private static final long MOST_RTO_NANOS = 10_000_000_000L;

    /** Acknowledgments that come faster were not delayed. */
    private static final long PROMPT_NANOS = 10_000_000;

    private final Inferred inferred;
    private final Exchange exchange;
    private final Side side;
    private final List<Flight> sent;

    ReplayOptions(Inferred inferred, Exchange exchange, Side side) {
        this.inferred = inferred;
        this.exchange = exchange;
        this.side = side;
        this.sent = exchange.sentBy(side);
    }

    TcpOptions options() {
        // What an application wrote stands in the script as it was sent: nothing waits for more.
        TcpOptionsBuilder builder =
                TcpOptions.LINUX_LIKE.toBuilder().without(Switch.NAGLE).sendBuffer(MOST_BUFFER);
        if (isPrompt()) {
            builder.delayedAckNanos(0);
        }
        Flight syn = exchange.syn(side);
        if (syn == null) {
            return builder.build();
        }
        SegmentOptions said = syn.segment().options();
        builder.maximumSegmentSize(
                Math.clamp(said.maximumSegmentSize().orElse(USUAL_MSS), 1, MOST_MSS));
        if (said.windowScale().isPresent()) {
            builder.with(Switch.WINDOW_SCALE)
                    .windowShift(Math.clamp(said.windowScale().getAsInt(), 0, 14));
        }
        if (said.sackPermitted()) {
            builder.with(Switch.SACK_PERMITTED);
        }
        if (said.timestamps().isPresent()) {
            builder.with(Switch.TIMESTAMPS);
        }
        builder.receiveBuffer(largestWindow(said));
        Long rto = initialRto(syn);
        if (rto != null) {
            builder.initialRtoNanos(rto);
        }
        return builder.build();
    }

    /** The largest window that the host has offered. */
    private int largestWindow(SegmentOptions said) {
        Flight others = exchange.syn(side.other());
        boolean scaled =
                said.windowScale().isPresent()
                        && others != null
                        && others.segment().options().windowScale().isPresent();
        int shift = scaled ? Math.clamp(said.windowScale().getAsInt(), 0, 14) : 0;
        long largest = 1;
        for (Flight flight : sent) {
            Segment segment = flight.segment();
            if (!segment.flags().rst()) {
                long window = (long) segment.window() << (segment.flags().syn() ? 0 : shift);
                largest = Math.max(largest, window);
            }
        }
        return (int) Math.min(largest, MOST_BUFFER);
    }

    /** The time between a SYN and its first repetition. */
    private @Nullable Long initialRto(Flight syn) {
        for (Flight flight : sent) {
            if (flight.id() != syn.id()
                    && flight.segment().flags().syn()
                    && flight.segment().seq() == syn.segment().seq()) {
                long gap = flight.sentAtNanos() - syn.sentAtNanos();
                return gap >= LEAST_RTO_NANOS && gap <= MOST_RTO_NANOS ? Long.valueOf(gap) : null;
            }
        }
        return null;
    }

    /** Whether most data was acknowledged at once; of a host that nobody watched, nobody knows. */
    private boolean isPrompt() {
        if (!inferred.watched().contains(side)) {
            return true;
        }
        int prompt = 0;
        int late = 0;
        for (Flight flight : exchange.flights()) {
            if (flight.from() == side || flight.isLost() || flight.segment().text().isEmpty()) {
                continue;
            }
            for (Flight answer : sent) {
                if (answer.sentAtNanos() >= flight.endsAtNanos()
                        && answer.segment().flags().ack()
                        && answer.segment().ack() - flight.segment().end() >= 0) {
                    long took = answer.sentAtNanos() - flight.endsAtNanos();
                    prompt += took <= PROMPT_NANOS ? 1 : 0;
                    late += took > PROMPT_NANOS ? 1 : 0;
                    break;
                }
            }
        }
        return prompt >= late;
    }
}
