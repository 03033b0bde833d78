package dev.handshakelab.timeline;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.TcpEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a timeline as RFC 9293 draws its figures: the states of both hosts, and between them the
 * segments. A segment that arrives before anything else happens takes one line; of any other, one
 * line tells that it left and one that it arrived.
 */
public final class FigureFormat {
    private static final int STATE_WIDTH = 13;
    private static final int MIDDLE_WIDTH = 50;
    private static final String AWAY = "...";

    private final Timeline timeline;
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Map<Long, Integer> departures = new HashMap<>();
    private final Set<Long> whole = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int number;

    private FigureFormat(Timeline timeline) {
        this.timeline = timeline;
        timeline.flights().forEach(flight -> flights.put(flight.id(), flight));
    }

    /** The whole timeline; it ends with a line feed. */
    public static String format(Timeline timeline) {
        return new FigureFormat(timeline).format();
    }

    private String format() {
        text.append("      ")
                .append(pad("A " + timeline.hostA().socket(), STATE_WIDTH + MIDDLE_WIDTH))
                .append("  B ")
                .append(timeline.hostB().socket())
                .append('\n');
        findPairs();
        Frame first = timeline.frame(0);
        line(state(first, Side.A), "", state(first, Side.B));
        for (int i = 1; i <= timeline.lastIndex(); i++) {
            frame(timeline.frame(i));
        }
        return text.toString();
    }

    /** Finds the segments that arrive in the frame after the one that sent them. */
    private void findPairs() {
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                Flight flight = fact.flight();
                if (flight != null && isDeparture(fact)) {
                    departures.put(flight.id(), frame.index());
                }
            }
        }
        for (Frame frame : timeline.frames()) {
            Flight ended = ended(frame);
            if (ended != null) {
                int left = departures.getOrDefault(ended.id(), frame.index());
                if (left == frame.index() - 1 && sentIn(left).size() == 1) {
                    whole.add(ended.id());
                }
            }
        }
    }

    private static boolean isDeparture(Fact fact) {
        return fact instanceof Fact.Sent || fact instanceof Fact.Entered;
    }

    /** The segment whose arrival or loss set a frame off; null if none did. */
    private static @Nullable Flight ended(Frame frame) {
        if (frame.facts().isEmpty()) {
            return null;
        }
        return switch (frame.facts().getFirst()) {
            case Fact.Arrived(_, _, var flight) -> flight;
            case Fact.Lost(_, _, var flight) -> flight;
            case Fact.Called _,
                    Fact.OfSegment _,
                    Fact.OfTimer _,
                    Fact.OfMachine _,
                    Fact.FromOutside _ ->
                    null;
        };
    }

    private List<Flight> sentIn(int frameIndex) {
        return timeline.frame(frameIndex).facts().stream()
                .filter(FigureFormat::isDeparture)
                .flatMap(fact -> Stream.ofNullable(fact.flight()))
                .toList();
    }

    private void frame(Frame frame) {
        Flight ended = ended(frame);
        if (ended != null && !whole.contains(ended.id())) {
            arrival(frame, ended);
        }
        String cause = frame.facts().isEmpty() ? "" : cause(frame.facts().getFirst());
        boolean told = false;
        for (Flight sent : sentIn(frame.index())) {
            if (!cause.isEmpty() && !told) {
                line(atSide(frame, cause, Side.A), "", atSide(frame, cause, Side.B));
                told = true;
            }
            departure(frame, sent);
        }
        if (!told && ended == null && changesState(frame)) {
            Side side = frame.facts().getFirst().side();
            String state = state(frame, side);
            line(side == Side.A ? cause : "", "", side == Side.B ? cause : "");
            unnumbered(side == Side.A ? state : "", "", side == Side.B ? state : "");
        }
    }

    private static String atSide(Frame frame, String cause, Side side) {
        return frame.facts().getFirst().side() == side ? cause : "";
    }

    private static boolean changesState(Frame frame) {
        return frame.facts().stream().anyMatch(Fact.StateChanged.class::isInstance);
    }

    private void departure(Frame frame, Flight sent) {
        Flight flight = flights.getOrDefault(sent.id(), sent);
        Side from = flight.from();
        String own = flight.origin() == Flight.Origin.HOST ? state(frame, from) : AWAY;
        boolean isWhole = whole.contains(flight.id());
        String far = "";
        if (isWhole && !flight.isLost()) {
            far = state(timeline.frame(frame.index() + 1), flight.to());
        }
        String end = isWhole ? flight.isLost() ? "  X" : arrow(from) : AWAY;
        String near = flight.origin() == Flight.Origin.HOST ? arrow(from) : AWAY;
        row(from, own, near, segment(flight.segment()), end, far);
    }

    private void arrival(Frame frame, Flight ended) {
        Side from = ended.from();
        boolean lost = frame.facts().getFirst() instanceof Fact.Lost;
        String end = lost ? "  X" : arrow(from);
        row(from, "", AWAY, segment(ended.segment()), end, lost ? "" : state(frame, from.other()));
    }

    private void row(Side from, String own, String near, String segment, String end, String far) {
        int room = Math.max(segment.length(), MIDDLE_WIDTH - 2 * 4);
        if (from == Side.A) {
            line(own, near + " " + pad(segment, room) + " " + end, far);
        } else {
            line(far, end + " " + pad(segment, room) + " " + near, own);
        }
    }

    private static String arrow(Side from) {
        return from == Side.A ? "-->" : "<--";
    }

    private void line(String a, String middle, String b) {
        number++;
        text.append('\n').append("%3d.".formatted(number));
        cells(a, middle, b);
    }

    private void unnumbered(String a, String middle, String b) {
        text.append("    ");
        cells(a, middle, b);
    }

    private void cells(String a, String middle, String b) {
        String row = "  " + pad(a, STATE_WIDTH) + pad(middle, MIDDLE_WIDTH) + "  " + b;
        text.append(row.stripTrailing()).append('\n');
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static String state(Frame frame, Side side) {
        return TraceNotation.state(frame.host(side));
    }

    /** What set a frame off, if it was neither a segment nor the network. */
    private static String cause(Fact fact) {
        return switch (fact) {
            case Fact.Called(_, _, var call) -> "(" + call(call) + ")";
            case Fact.TimerFired(_, _, var kind) -> "(" + TraceNotation.word(kind) + ")";
            case Fact.Crashed _ -> "(Crash)";
            case Fact.Rebooted _ -> "(Reboot)";
            case Fact.CableChanged(_, _, boolean connected) ->
                    connected ? "(Cable in)" : "(Cable out)";
            case Fact.OfSegment _, Fact.OfTimer _, Fact.OfMachine _, Fact.FromOutside _ -> "";
        };
    }

    private static String call(TcpEvent.UserCall call) {
        return switch (call) {
            case TcpEvent.Open(_, boolean active, _, _, _) -> active ? "Open" : "Listen";
            case TcpEvent.Send _ -> "Send";
            case TcpEvent.Receive _ -> "Receive";
            case TcpEvent.StopReading _ -> "Stop reading";
            case TcpEvent.Close _ -> "Close";
            case TcpEvent.Abort _ -> "Abort";
            case TcpEvent.Status _ -> "Status";
        };
    }

    /** For example {@code <SEQ=300><ACK=101><CTL=SYN,ACK>}. */
    private static String segment(Segment segment) {
        StringBuilder line = new StringBuilder("<SEQ=");
        line.append(SequenceNumbers.toUnsigned(segment.seq())).append('>');
        Flags flags = segment.flags();
        if (flags.ack()) {
            line.append("<ACK=").append(SequenceNumbers.toUnsigned(segment.ack())).append('>');
        }
        line.append("<CTL=").append(flags).append('>');
        if (!segment.text().isEmpty()) {
            line.append("<DATA=").append(segment.text().length()).append('>');
        }
        return line.toString();
    }
}
