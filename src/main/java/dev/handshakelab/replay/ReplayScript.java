package dev.handshakelab.replay;

import dev.handshakelab.capture.Connection;
import dev.handshakelab.capture.Connection.Opening;
import dev.handshakelab.capture.Connection.Verdict;
import dev.handshakelab.capture.Inferred;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the applications must have done for a connection to look as it was captured. */
final class ReplayScript {
    /** Segments that follow each other faster come from one call. */
    private static final long ONE_CALL_NANOS = 200_000;

    private final Inferred inferred;
    private final Connection connection;
    private final Exchange exchange;
    private final long begin;
    private final List<Timed> calls = new ArrayList<>();

    private record Timed(long atNanos, Side side, UserAction action) {}

    ReplayScript(Inferred inferred, Connection connection, Exchange exchange) {
        this.inferred = inferred;
        this.connection = connection;
        this.exchange = exchange;
        this.begin = exchange.beginsAtNanos();
    }

    List<ScriptStep> steps() {
        for (Side side : Side.values()) {
            open(side);
            talk(side);
            close(side);
        }
        calls.sort(Comparator.comparingLong(Timed::atNanos));
        List<ScriptStep> steps = new ArrayList<>();
        for (Timed call : calls) {
            steps.add(
                    ScriptStep.at(
                            call.atNanos() - begin, new Action.Call(call.side(), call.action())));
        }
        for (Flight flight : exchange.flights()) {
            if (flight.origin() == Flight.Origin.OLD_DUPLICATE) {
                long way = Math.max(1, flight.endsAtNanos() - flight.sentAtNanos());
                steps.add(
                        ScriptStep.at(
                                Math.max(0, flight.sentAtNanos() - begin),
                                new Action.Inject(
                                        flight.from(),
                                        flight.segment(),
                                        Flight.Origin.OLD_DUPLICATE,
                                        way)));
            }
        }
        return steps;
    }

    private void open(Side side) {
        Flight syn = exchange.syn(side);
        boolean reading = reopensAt(side) == null;
        if (syn != null && !syn.segment().flags().ack()) {
            add(syn.sentAtNanos(), side, new UserAction.Connect(Octets.EMPTY, reading));
        } else if (connection.opening() != Opening.SIMULTANEOUS
                && connection.verdict() != Verdict.REFUSED) {
            add(begin, side, new UserAction.Listen(reading));
        }
        Long reopens = reopensAt(side);
        if (reopens != null) {
            add(reopens, side, new UserAction.Receive(Long.MAX_VALUE));
        }
    }

    /** When the application of a host that had let its window close began to read; null: always. */
    private @Nullable Long reopensAt(Side side) {
        boolean closed = false;
        for (Flight flight : exchange.sentBy(side)) {
            Segment segment = flight.segment();
            if (segment.flags().syn() || segment.flags().rst()) {
                continue;
            }
            if (segment.window() == 0) {
                closed = true;
            } else if (closed) {
                return flight.sentAtNanos();
            }
        }
        return closed ? Long.valueOf(exchange.endsAtNanos() + 1) : null;
    }

    private void talk(Side side) {
        boolean known = false;
        int next = 0;
        long lastAt = 0;
        boolean pushed = true;
        Octets text = Octets.EMPTY;
        long textAt = 0;
        for (Flight flight : exchange.sentBy(side)) {
            Segment segment = flight.segment();
            if (segment.flags().syn() || segment.flags().rst()) {
                next = segment.flags().syn() ? segment.seq() + 1 : next;
                known |= segment.flags().syn();
                continue;
            }
            int fresh = fresh(segment, known, next);
            if (fresh <= 0) {
                continue;
            }
            boolean same = !text.isEmpty() && flight.sentAtNanos() - lastAt <= ONE_CALL_NANOS;
            if (!same || pushed) {
                send(textAt, side, text, pushed);
                text = Octets.EMPTY;
                textAt = flight.sentAtNanos();
            }
            Octets all = segment.text();
            text = text.plus(readable(all.slice(all.length() - fresh, all.length())));
            lastAt = flight.sentAtNanos();
            pushed = segment.flags().psh();
            next = segment.seq() + all.length();
            known = true;
        }
        send(textAt, side, text, pushed);
    }

    /** How many octets at the end of a segment were not sent before. */
    private static int fresh(Segment segment, boolean known, int next) {
        int length = segment.text().length();
        int end = segment.seq() + length;
        if (length == 0 || (known && SequenceNumbers.le(end, next))) {
            return 0;
        }
        return known ? Math.min(length, end - next) : length;
    }

    private void send(long atNanos, Side side, Octets text, boolean push) {
        if (!text.isEmpty()) {
            add(atNanos, side, new UserAction.Send(text, push, false));
        }
    }

    /** A scenario file holds text: data that is none keeps only its length. */
    private static Octets readable(Octets data) {
        byte[] plain = data.toArray();
        for (byte octet : plain) {
            if (octet < ' ' || octet > '~') {
                Arrays.fill(plain, (byte) '.');
                break;
            }
        }
        return Octets.of(plain);
    }

    private void close(Side side) {
        boolean closed = false;
        boolean aborted = false;
        for (Flight flight : exchange.sentBy(side)) {
            Segment segment = flight.segment();
            if (segment.flags().fin() && !closed) {
                closed = true;
                // Last in line: what goes out with the FIN was sent before.
                add(flight.sentAtNanos(), side, new UserAction.Close(!resetsLateData(side)));
            }
            if (segment.flags().rst() && !aborted && isAbort(side, segment)) {
                aborted = true;
                add(flight.sentAtNanos(), side, new UserAction.Abort());
            }
        }
    }

    private boolean resetsLateData(Side side) {
        return inferred.transitions().stream()
                .anyMatch(change ->
                        change.side() == side && change.rule() == Rule.L_DATA_AFTER_CLOSE);
    }

    /** Whether the application wanted a RST; others are answers that TCP gives of itself. */
    private boolean isAbort(Side side, Segment reset) {
        return inferred.transitions().stream()
                .filter(change ->
                        change.side() == side && change.captured().segment().equals(reset))
                .map(Inferred.StateChange::rule)
                .anyMatch(ReplayScript::isAbort);
    }

    private static boolean isAbort(@Nullable Rule rule) {
        return rule == Rule.U_ABORT_RST || rule == Rule.U_ABORT_OK || rule == Rule.U_ABORT_SYNSENT;
    }

    private void add(long atNanos, Side side, UserAction action) {
        calls.add(new Timed(atNanos, side, action));
    }
}
