package dev.handshakelab.capture;

import dev.handshakelab.capture.CaptureExport.Packet;
import dev.handshakelab.tcp.Check;
import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the comments of exported packets say: states, rules with the numbers they asked, and what
 * became of a segment. Names and numbers only, in the notation of the RFC, whatever language the
 * program speaks.
 */
final class PacketComments {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Timeline timeline;
    private final Map<Long, Flight> ends;

    /** The frame after the one of which a host's packets were commented last. */
    private final Map<Side, Integer> told = new EnumMap<>(Side.class);

    PacketComments(Timeline timeline) {
        this.timeline = timeline;
        ends =
                timeline.flights().stream()
                        .collect(Collectors.toMap(Flight::id, flight -> flight, (_, last) -> last));
    }

    /** The comments of a packet; to be asked in the order of the packets. */
    List<String> of(Packet packet) {
        List<String> comments = new ArrayList<>();
        Side side = packet.at();
        int from = told.getOrDefault(side, 0);
        int to = packet.frame().index();
        for (int i = from; i < to; i++) {
            Frame earlier = timeline.frame(i);
            states(earlier, side)
                    .forEach(line -> comments.add("before, at " + seconds(earlier) + ": " + line));
        }
        boolean isFirst = from <= to;
        told.put(side, to + 1);
        comments.add(segment(packet));
        if (isFirst) {
            comments.addAll(states(packet.frame(), side));
            comments.addAll(rules(packet.frame(), side));
        }
        now(packet.frame(), side).ifPresent(comments::add);
        return comments;
    }

    private String segment(Packet packet) {
        Flight flight = packet.flight();
        StringBuilder text = new StringBuilder("segment " + flight.id());
        if (packet.isSent()) {
            text.append(" sent by ").append(packet.at());
            if (flight.purpose() != null) {
                text.append(", ").append(word(flight.purpose()));
            }
            Flight end = ends.getOrDefault(flight.id(), flight);
            if (end.isLost()) {
                text.append(", lost on its way");
            }
            return text.toString();
        }
        text.append(" arrives at ").append(packet.at());
        if (flight.copyOf() != 0) {
            text.append(", copy of segment ").append(flight.copyOf());
        }
        if (flight.origin() != Flight.Origin.HOST) {
            text.append(", ").append(word(flight.origin()));
        }
        return text.toString();
    }

    private static List<String> states(Frame frame, Side side) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            if (fact.side() != side) {
                continue;
            }
            if (fact instanceof Fact.StateChanged changed) {
                String rule = changed.rule() == null ? "" : ", " + changed.rule().id();
                lines.add(side + ": " + name(changed.from()) + " -> " + name(changed.to()) + rule);
            } else if (fact instanceof Fact.Crashed) {
                lines.add(side + ": crashed");
            }
        }
        return lines;
    }

    /**
     * How the host stands, so that whoever reads the file again need not infer it; empty if that is
     * not sure here either.
     */
    private static Optional<String> now(Frame frame, Side side) {
        HostView view = frame.host(side);
        Tcb tcb = view.tcb();
        if (tcb == null || view.certainty() != Certainty.SEEN) {
            return Optional.empty();
        }
        String state = side + ": in " + name(view.state());
        if (tcb.options().isTcp()) {
            return Optional.of(state);
        }
        return Optional.of(
                tcb.options().variants().stream()
                        .sorted()
                        .map(PacketComments::nameOf)
                        .collect(Collectors.joining(" ", state + ", not TCP: ", "")));
    }

    static String nameOf(Variant variant) {
        return variant.name().replace('_', '-');
    }

    private static List<String> rules(Frame frame, Side side) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            if (fact.side() == side && fact instanceof Fact.RuleFired(_, _, Firing firing)) {
                String checks =
                        firing.checks().stream()
                                .map(Check::toString)
                                .collect(Collectors.joining(", "));
                lines.add(firing.rule().id() + (checks.isEmpty() ? "" : ": " + checks));
            }
        }
        return lines.isEmpty() ? lines : List.of(String.join("\n", lines));
    }

    private static String seconds(Frame frame) {
        return String.format(Locale.ROOT, "%.9f s", frame.atNanos() / NANOS_PER_SECOND);
    }

    private static String name(TcpState state) {
        return state.rfcName();
    }

    private static String word(@Nullable Enum<?> value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
