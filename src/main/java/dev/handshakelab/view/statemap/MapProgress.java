package dev.handshakelab.view.statemap;

import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.statemap.MapItem.OfWay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which ways of the state map both hosts have taken up to a frame of a timeline, and when. */
final class MapProgress {
    /**
     * A way that was taken.
     *
     * @param rule the rule that took it; null if nobody knows
     */
    record Taken(int frame, Side side, OfWay way, @Nullable Rule rule) {
        private boolean takes(Edge edge) {
            return way.from() == edge.from()
                    && way.to() == edge.to()
                    && (rule == null || rule == edge.rule());
        }
    }

    private final int frameIndex;
    private final List<Taken> taken;
    private final Map<Side, List<Taken>> latest;
    private final Map<Side, HostView> hosts;

    private MapProgress(
            int frameIndex,
            List<Taken> taken,
            Map<Side, List<Taken>> latest,
            Map<Side, HostView> hosts) {
        this.frameIndex = frameIndex;
        this.taken = taken;
        this.latest = latest;
        this.hosts = hosts;
    }

    /**
     * What has happened up to a frame, this one included; nothing without a timeline.
     *
     * @param frameIndex the frame; beyond the last counts as the last
     */
    static MapProgress of(@Nullable Timeline timeline, int frameIndex) {
        List<Taken> taken = new ArrayList<>();
        Map<Side, List<Taken>> latest = new EnumMap<>(Side.class);
        Map<Side, HostView> hosts = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            latest.put(side, List.of());
        }
        if (timeline == null) {
            return new MapProgress(0, taken, latest, hosts);
        }
        int last = Math.clamp(frameIndex, 0, timeline.lastIndex());
        for (Frame frame : timeline.turns()) {
            if (frame.index() > last) {
                break;
            }
            for (Side side : Side.values()) {
                List<Taken> now = takenIn(frame, side);
                taken.addAll(now);
                if (!now.isEmpty()) {
                    latest.put(side, now);
                }
                // The state was lost, not left: no way leads here.
                if (crashes(frame, side)) {
                    latest.put(side, List.of());
                }
            }
        }
        for (Side side : Side.values()) {
            hosts.put(side, timeline.frame(last).host(side));
        }
        return new MapProgress(last, taken, latest, hosts);
    }

    private static List<Taken> takenIn(Frame frame, Side side) {
        List<Taken> taken = new ArrayList<>();
        if (crashes(frame, side)) {
            return taken;
        }
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.StateChanged(_, Side where, var from, var to, Rule rule)
                    && where == side
                    && !TransitionTable.between(from, to).isEmpty()) {
                taken.add(new Taken(frame.index(), side, new OfWay(from, to), rule));
            }
        }
        return taken;
    }

    private static boolean crashes(Frame frame, Side side) {
        return frame.facts().stream()
                .anyMatch(fact -> fact instanceof Fact.Crashed && fact.side() == side);
    }

    /** The frame that this is about. */
    int frameIndex() {
        return frameIndex;
    }

    /** How a host stands; null without a timeline. */
    @Nullable HostView host(Side side) {
        return hosts.get(side);
    }

    /** Whether a host is known to be in a state. */
    boolean isIn(Side side, TcpState state) {
        HostView host = hosts.get(side);
        return host != null
                && host.certainty() != HostView.Certainty.UNKNOWN
                && host.state() == state;
    }

    /** The ways that a host took when its state changed last, in order; none after a crash. */
    List<Taken> latest(Side side) {
        return latest.getOrDefault(side, List.of());
    }

    /** Whether a host came to its state by this way. */
    boolean isLit(Side side, OfWay way) {
        return latest(side).stream().anyMatch(step -> step.way().equals(way));
    }

    /** Whether a host takes this way in the present frame. */
    boolean isNow(Side side, OfWay way) {
        return latest(side).stream()
                .anyMatch(step -> step.frame() == frameIndex && step.way().equals(way));
    }

    /** When a way was taken last; null if it was not yet. */
    @Nullable Taken lastTaken(OfWay way) {
        return taken.reversed().stream()
                .filter(step -> step.way().equals(way))
                .findFirst()
                .orElse(null);
    }

    /** When a state was entered last; null if it was not yet. */
    @Nullable Taken lastEntered(TcpState state) {
        return taken.reversed().stream()
                .filter(step -> step.way().to() == state)
                .findFirst()
                .orElse(null);
    }

    /**
     * The edges that a map of this story needs: those of TCP, those that the options given or the
     * hosts' own make possible, and those that the story takes anyhow.
     */
    static List<Edge> edges(@Nullable Timeline timeline, @Nullable TcpOptions options) {
        Set<TcpOptions> plays = new HashSet<>();
        Set<Taken> steps = new HashSet<>();
        if (options != null) {
            plays.add(options);
        }
        if (timeline != null) {
            for (Frame frame : timeline.turns()) {
                for (Side side : Side.values()) {
                    var tcb = frame.host(side).tcb();
                    if (tcb != null) {
                        plays.add(tcb.options());
                    }
                    steps.addAll(takenIn(frame, side));
                }
            }
        }
        return TransitionTable.edges().stream()
                .filter(edge ->
                        edge.isDefault()
                                || plays.stream().anyMatch(edge::isPossibleWith)
                                || steps.stream().anyMatch(step -> step.takes(edge)))
                .toList();
    }
}
