package dev.handshakelab.capture;

import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A capture replayed through the machine of the simulator, {@link dev.handshakelab.tcp.TcpMachine}:
 * every segment that a host received is given to it, and every call that explains what the host
 * sent. Hosts are replayed from their first SYN on, if they were watched, for as long as they do
 * what the machine does; after the first difference the machine says no more until the next
 * connection.
 */
public final class Replay {
    /** Longer stories are not replayed. */
    public static final int MAX_FRAMES = 20_000;

    private final Timeline timeline;
    private final Map<Integer, MachineView> views;
    private final Map<Side, Map<Integer, Tcb>> tcbs;

    private Replay(
            Timeline timeline, Map<Integer, MachineView> views, Map<Side, Map<Integer, Tcb>> tcbs) {
        this.timeline = timeline;
        this.views = views;
        this.tcbs = tcbs;
    }

    /** Replays a capture. */
    public static Replay of(Inferred inferred) {
        Timeline timeline = inferred.timeline();
        Map<Integer, MachineView> views = new HashMap<>();
        Map<Side, Map<Integer, Tcb>> tcbs = new EnumMap<>(Side.class);
        for (Side side : inferred.watched()) {
            Map<Integer, Tcb> ofSide = new HashMap<>();
            tcbs.put(side, ofSide);
            if (timeline.frames().size() > MAX_FRAMES) {
                continue;
            }
            ReplayedHost host = new ReplayedHost(timeline, side);
            for (Frame frame : timeline.frames()) {
                MachineView view = replay(host, frame, side);
                if (view != null) {
                    views.put(frame.index(), view);
                }
                if (host.tcb() != null) {
                    ofSide.put(frame.index(), host.tcb());
                }
            }
        }
        return new Replay(timeline, views, tcbs);
    }

    private static @Nullable MachineView replay(ReplayedHost host, Frame frame, Side side) {
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.Sent(_, Side at, Flight flight) && at == side) {
                return host.sent(frame, flight);
            }
            if (fact instanceof Fact.Arrived(_, Side at, Flight flight) && at == side) {
                return host.arrived(frame, flight);
            }
        }
        return null;
    }

    /** What the machine says of a frame; empty if it was not replayed that far. */
    public Optional<MachineView> at(int frameIndex) {
        return Optional.ofNullable(views.get(frameIndex));
    }

    /** The control block of a host after a frame; empty if the machine does not know it. */
    public Optional<Tcb> tcb(Side side, int frameIndex) {
        return Optional.ofNullable(tcbs.getOrDefault(side, Map.of()).get(frameIndex));
    }

    /** All frames at which a host did something else than the machine, in their order. */
    public List<MachineView> differences() {
        return views.values().stream()
                .filter(view -> view.verdict() != MachineView.Verdict.AGREES)
                .sorted((one, other) -> Integer.compare(one.frameIndex(), other.frameIndex()))
                .toList();
    }

    /** How many frames were replayed. */
    public int size() {
        return views.size();
    }

    /** The same story, with control blocks where the machine knows them and agrees. */
    public Timeline withControlBlocks() {
        List<Frame> frames = new ArrayList<>(timeline.frames().size());
        for (Frame frame : timeline.frames()) {
            frames.add(
                    new Frame(
                            frame.index(),
                            frame.atNanos(),
                            frame.facts(),
                            view(frame, Side.A),
                            view(frame, Side.B),
                            frame.inTransit()));
        }
        return new Timeline(timeline.hostA(), timeline.hostB(), frames);
    }

    private HostView view(Frame frame, Side side) {
        HostView view = frame.host(side);
        return tcb(side, frame.index())
                .filter(tcb -> tcb.state() == view.state() && view.certainty() != Certainty.UNKNOWN)
                .map(tcb -> new HostView(view.state(), view.certainty(), tcb))
                .orElse(view);
    }
}
