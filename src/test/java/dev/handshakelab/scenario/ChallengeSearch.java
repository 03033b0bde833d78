package dev.handshakelab.scenario;

import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the fewest touches that solve a challenge, by trying all of them: each right after some
 * step of the story, with the numbers and delays that a person would choose. What lies between two
 * steps, and other numbers, it does not try.
 */
final class ChallengeSearch {
    private static final long MILLI = 1_000_000;
    private static final List<Long> DELAYS =
            List.of(10 * MILLI, 60 * MILLI, 300 * MILLI, 1_500 * MILLI, 30_000 * MILLI);
    private static final List<Flags> FORGED =
            List.of(Flags.SYN, Flags.ACK, Flags.RST, Flags.FIN_ACK);

    private final Challenge challenge;
    private final int most;
    private long runs;

    /** One node of the search. */
    private record Node(Run run, List<RecordedTouch> touches, int from) {}

    ChallengeSearch(Challenge challenge, int most) {
        this.challenge = challenge;
        this.most = most;
    }

    /** How many runs were tried. */
    long runs() {
        return runs;
    }

    /** A shortest solution of at most {@code most} touches. */
    Optional<List<RecordedTouch>> shortest() {
        List<Node> level = List.of(new Node(Simulation.run(challenge.start()), List.of(), 0));
        for (int depth = 1; depth <= most; depth++) {
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                Optional<List<RecordedTouch>> found = widen(node, depth < most ? next : null);
                if (found.isPresent()) {
                    return found;
                }
            }
            level = next;
        }
        return Optional.empty();
    }

    private Optional<List<RecordedTouch>> widen(Node node, List<Node> next) {
        List<World> worlds = node.run().worlds().toList();
        for (int frame = node.from(); frame < worlds.size(); frame++) {
            for (Touch touch : touches(worlds.get(frame))) {
                boolean allowed =
                        challenge.allowed().refusal(node.run().timeline(), touch, 0).isEmpty();
                Run run =
                        allowed
                                ? Simulation.fork(
                                        node.run(), frame, worlds.get(frame).nowNanos(), touch)
                                : null;
                if (run == null) {
                    continue;
                }
                runs++;
                List<RecordedTouch> touches = new ArrayList<>(node.touches());
                touches.add(RecordedTouch.afterStep(frame, touch));
                if (challenge.solvedAt(run).isPresent()) {
                    return Optional.of(touches);
                }
                if (next != null) {
                    next.add(new Node(run, touches, frame + 1));
                }
            }
        }
        return Optional.empty();
    }

    private List<Touch> touches(World world) {
        List<Touch> all = new ArrayList<>();
        for (Flight flight : world.inTransit()) {
            all.add(new Touch.Drop(flight.id()));
            all.add(new Touch.Hold(flight.id()));
            all.add(new Touch.Duplicate(flight.id(), 10 * MILLI));
            all.add(new Touch.Deliver(flight.id(), 0));
            DELAYS.forEach(by -> all.add(new Touch.Delay(flight.id(), by)));
        }
        for (Side side : Side.values()) {
            for (Timers.Timer timer : world.tcb(side).timers().all()) {
                all.add(new Touch.FireTimer(side, timer.kind()));
            }
            calls().forEach(call -> act(all, new Action.Call(side, call)));
            act(all, new Action.Crash(side, false));
            act(all, new Action.Crash(side, true));
            act(all, new Action.Reboot(side));
            forged(world, side).forEach(action -> act(all, action));
        }
        act(all, new Action.Cable(false));
        act(all, new Action.Cable(true));
        return all;
    }

    private static void act(List<Touch> all, Action action) {
        all.add(new Touch.Act(action));
    }

    private static List<UserAction> calls() {
        return List.of(
                new UserAction.Listen(true),
                new UserAction.Connect(Octets.EMPTY, true),
                new UserAction.Send(Octets.utf8("hello"), true, false),
                new UserAction.Close(true),
                new UserAction.Close(false),
                new UserAction.Abort(),
                new UserAction.StopReading(),
                new UserAction.Receive(Long.MAX_VALUE));
    }

    private static List<Action> forged(World world, Side from) {
        Tcb receiver = world.tcb(from.other());
        int next = receiver.receive().nxt();
        List<Action> all = new ArrayList<>();
        for (Flags flags : FORGED) {
            for (int seq : List.of(next, next + 10, next - 10, 90)) {
                int ack = flags.ack() ? receiver.send().nxt() : 0;
                Segment segment = Segment.of(seq, ack, flags, 1000);
                all.add(new Action.Inject(from, segment, Flight.Origin.FORGED, 0));
            }
        }
        return all;
    }
}
