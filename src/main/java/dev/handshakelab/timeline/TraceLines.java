package dev.handshakelab.timeline;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.TcpState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a trace, frame by frame; remembers from which numbers relative ones count. */
final class TraceLines {
    private final TraceFormat format;
    private final Map<Side, Integer> bases = new EnumMap<>(Side.class);
    private String event = "";
    private final List<String> rules = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<String> timers = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> segments = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    TraceLines(TraceFormat format) {
        this.format = format;
    }

    /** Reads a frame; frames come in the order of the timeline. */
    void begin(Frame frame) {
        Stream.of(rules, states, timers, told, segments, reasons).forEach(List::clear);
        event = frame.facts().isEmpty() ? "" : cause(frame.facts().getFirst());
        for (Fact fact : frame.facts()) {
            read(fact);
        }
        for (Side side : Side.values()) {
            addWay(frame, side);
        }
    }

    /** What set the frame off. */
    String event() {
        return event;
    }

    /** The ids of the rules that fired, in order. */
    String rules() {
        return String.join(" ", rules);
    }

    /** The lines under the row. */
    List<String> details() {
        return Stream.of(reasons, states, timers, told, segments).flatMap(List::stream).toList();
    }

    private String cause(Fact fact) {
        return switch (fact) {
            case Fact.Called(_, var side, var call) -> side + ": " + TraceNotation.call(call);
            case Fact.Sent(_, var side, var flight) -> side + " sends [" + flight.id() + "]";
            case Fact.Entered(_, _, var flight) ->
                    "[" + flight.id() + "] enters, " + TraceNotation.word(flight.origin());
            case Fact.Arrived(_, var side, var flight) ->
                    side + " receives [" + flight.id() + "] " + shortly(flight);
            case Fact.Lost(_, _, var flight) -> "[" + flight.id() + "] is lost";
            case Fact.Rerouted(_, _, var flight) -> "[" + flight.id() + "] is rerouted";
            case Fact.TimerStarted(_, var side, var timer) ->
                    side + ": " + TraceNotation.word(timer.kind()) + " starts";
            case Fact.TimerStopped(_, var side, var kind) ->
                    side + ": " + TraceNotation.word(kind) + " stops";
            case Fact.TimerFired(_, var side, var kind) ->
                    side + ": " + TraceNotation.word(kind) + " fires";
            case Fact.RuleFired(_, var side, var firing) -> side + ": " + firing.rule().id();
            case Fact.StateChanged(_, var side, _, var to, _) -> side + ": " + to.rfcName();
            case Fact.Told(_, var side, var signal) -> side + ": " + TraceNotation.signal(signal);
            case Fact.Crashed(_, var side) -> side + " crashes";
            case Fact.Rebooted(_, var side) -> side + " reboots";
            case Fact.CableChanged(_, _, boolean connected) ->
                    connected ? "cable plugged in" : "cable pulled";
            case Fact.NetworkChanged(_, _, var change) -> TraceNotation.network(change);
            case Fact.OptionsChanged(_, var side, _) -> side + ": other options";
        };
    }

    private void read(Fact fact) {
        switch (fact) {
            case Fact.RuleFired(_, _, var firing) -> {
                rules.add(firing.rule().id());
                if (format.checks()) {
                    reasons.addAll(reasons(firing));
                }
            }
            case Fact.TimerStarted(_, var side, var timer) ->
                    addTo(
                            timers,
                            side + " timers: ",
                            TraceNotation.word(timer.kind())
                                    + " until "
                                    + TraceNotation.time(timer.dueAtNanos()));
            case Fact.TimerStopped(_, var side, var kind) ->
                    addTo(timers, side + " timers: ", TraceNotation.word(kind) + " off");
            case Fact.Told(_, var side, var signal) ->
                    addTo(told, side + " told: ", TraceNotation.signal(signal));
            case Fact.Sent(_, _, var flight) -> addFlight(flight);
            case Fact.Entered(_, _, var flight) -> addFlight(flight);
            case Fact.Rerouted(_, _, var flight) -> addFlight(flight);
            case Fact.Called _,
                    Fact.OfSegment _,
                    Fact.TimerFired _,
                    Fact.StateChanged _,
                    Fact.FromOutside _ -> {
                // said by the event, or by the columns of the states
            }
        }
        if (!format.timers()) {
            timers.clear();
        }
    }

    /** Adds to the line that begins with these words, or begins it. */
    private static void addTo(List<String> lines, String beginning, String words) {
        if (!lines.isEmpty() && lines.getLast().startsWith(beginning)) {
            lines.set(lines.size() - 1, lines.getLast() + ", " + words);
        } else {
            lines.add(beginning + words);
        }
    }

    /** States that a host only passes through within a frame would not be seen otherwise. */
    private void addWay(Frame frame, Side side) {
        List<Fact.StateChanged> changes = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.StateChanged change && change.side() == side) {
                changes.add(change);
            }
        }
        if (changes.size() > 1) {
            states.add(
                    side
                            + " goes "
                            + changes.getFirst().from().rfcName()
                            + changes.stream()
                                    .map(Fact.StateChanged::to)
                                    .map(TcpState::rfcName)
                                    .collect(Collectors.joining(" -> ", " -> ", "")));
        }
    }

    private static List<String> reasons(Firing firing) {
        List<String> lines = new ArrayList<>();
        String id = firing.rule().id();
        firing.checks().forEach(check -> lines.add(id + " because " + check));
        firing.assignments().forEach(assignment -> lines.add(id + " sets " + assignment));
        return lines;
    }

    private void addFlight(Flight flight) {
        if (flight.segment().flags().syn() && flight.origin() == Flight.Origin.HOST) {
            bases.put(flight.from(), flight.segment().seq());
        }
        StringBuilder line = new StringBuilder();
        line.append(flight.from()).append(" -> ").append(flight.to());
        line.append(" [").append(flight.id()).append("] ");
        line.append(
                TraceNotation.segment(flight.segment(), base(flight.from()), base(flight.to())));
        if (flight.copyOf() != 0) {
            line.append(", COPY of [").append(flight.copyOf()).append(']');
        }
        Purpose purpose = flight.purpose();
        if (purpose != null && isWorthSaying(purpose) && flight.copyOf() == 0) {
            line.append(", ").append(TraceNotation.word(purpose));
        }
        line.append(", ").append(TraceNotation.fate(flight.fate()));
        segments.add(line.toString());
    }

    private static boolean isWorthSaying(Purpose purpose) {
        return switch (purpose) {
            // The control bits say it already.
            case FIRST, ACKNOWLEDGMENT, RESET -> false;
            case RETRANSMISSION, CHALLENGE, WINDOW_PROBE, KEEPALIVE, WINDOW_UPDATE -> true;
        };
    }

    private String shortly(Flight flight) {
        return TraceNotation.shortSegment(flight.segment(), base(flight.from()), base(flight.to()));
    }

    private @Nullable Integer base(Side side) {
        return format.relativeNumbers() ? bases.get(side) : null;
    }
}
