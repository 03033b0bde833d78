package dev.handshakelab.testing;

import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
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
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Touches runs at random places in random ways; the same seed does the same. */
public final class RandomTouches {
    private static final long MILLI = 1_000_000;

    private final Random random;
    private final boolean wild;

    /**
     * Touches from a seed.
     *
     * @param wild also with forgeries, crashes, further opens, aborts and other options, after
     *     which what {@link PairInvariants} says need not be true
     */
    public RandomTouches(long seed, boolean wild) {
        this.random = new Random(seed * 31 + 7);
        this.wild = wild;
    }

    /** A run that was touched, and the touches that it came from. */
    public record Touched(Run run, List<RecordedTouch> touches) {}

    /** Touches a run a few times. */
    public Touched touch(Run run, int times) {
        Touched touched = new Touched(run, List.of());
        for (int i = 0; i < times; i++) {
            touched = touchOnce(touched);
        }
        return touched;
    }

    private Touched touchOnce(Touched before) {
        Run run = before.run();
        int last = run.timeline().lastIndex();
        int later = before.touches().isEmpty() ? 0 : before.touches().getLast().afterStep();
        // Mostly later than the touch before: an earlier one takes it back.
        int frame =
                random.nextInt(3) == 0 ? random.nextInt(last + 1) : random.nextInt(later, last + 1);
        long from = run.timeline().frame(frame).atNanos();
        long to = frame == last ? from : run.timeline().frame(frame + 1).atNanos();
        long atNanos =
                random.nextBoolean() ? from : from + (long) ((to - from) * random.nextDouble());
        Touch touch = next(run.worldAt(frame));
        Run after = Simulation.fork(run, frame, atNanos, touch);
        if (after == null) {
            return before;
        }
        List<RecordedTouch> touches = new ArrayList<>();
        for (RecordedTouch one : before.touches()) {
            if (one.afterStep() < frame) {
                touches.add(one);
            }
        }
        touches.add(new RecordedTouch(frame, atNanos, touch));
        return new Touched(after, touches);
    }

    /** Something to do to a world; it may turn out to do nothing. */
    public Touch next(World world) {
        List<Flight> flights = world.inTransit();
        if (!flights.isEmpty() && random.nextInt(3) > 0) {
            return network(flights.get(random.nextInt(flights.size())).id());
        }
        return switch (random.nextInt(wild ? 12 : 7)) {
            case 0 -> new Touch.FireTimer(side(), one(TimerKind.values()));
            case 1 -> new Touch.NetworkMode(random.nextBoolean());
            case 2 -> new Touch.AddFault(rule());
            case 3 ->
                    random.nextBoolean()
                            ? network(1 + random.nextInt(9))
                            : new Touch.Hurry(random.nextInt(6));
            case 4, 5, 6 -> new Touch.Act(calm());
            default -> new Touch.Act(wild(world));
        };
    }

    private Touch network(long id) {
        long later = random.nextInt(3000) * MILLI / (1 + random.nextInt(7));
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Touch.Drop(id);
            case 2 -> new Touch.Delay(id, later);
            case 3 -> new Touch.Duplicate(id, later);
            case 4 -> new Touch.Hold(id);
            default -> new Touch.Deliver(id, later);
        };
    }

    private FaultRule rule() {
        Match match =
                new Match(
                        random.nextBoolean() ? side() : null,
                        one(
                                List.of(
                                        Flags.NONE,
                                        Flags.parse("SYN"),
                                        Flags.parse("FIN"),
                                        Flags.parse("ACK"))),
                        random.nextBoolean() ? Flags.NONE : Flags.parse("SYN"),
                        maybe(),
                        maybe(),
                        random.nextBoolean() ? Set.of(1) : Set.of(1, 3),
                        random.nextInt(1000) * MILLI,
                        random.nextBoolean() ? Long.MAX_VALUE : 90_000 * MILLI);
        long later = random.nextInt(3000) * MILLI;
        double probability = random.nextInt(1001) / 1000.0;
        return new FaultRule(
                match,
                one(
                        List.of(
                                new Verdict.Drop(),
                                new Verdict.Pass(),
                                new Verdict.Hold(),
                                new Verdict.Delay(later),
                                new Verdict.Duplicate(later),
                                new Verdict.DropRandomly(probability),
                                new Verdict.DelayRandomly(probability, later),
                                new Verdict.DuplicateRandomly(probability, later))));
    }

    private Action calm() {
        Side side = side();
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                    call(
                            side,
                            new UserAction.Send(
                                    text(), random.nextInt(4) > 0, random.nextInt(6) == 0));
            case 2 -> call(side, new UserAction.Close(true));
            case 3 -> call(side, new UserAction.Status());
            case 4 -> call(side, new UserAction.Receive(1 + random.nextInt(500)));
            case 5 -> call(side, new UserAction.Receive(Long.MAX_VALUE));
            default -> new Action.Release(side, random.nextInt(3), random.nextInt(50) * MILLI);
        };
    }

    private Action wild(World world) {
        Side side = side();
        return switch (random.nextInt(11)) {
            case 0 -> call(side, new UserAction.Listen(random.nextBoolean()));
            case 1 ->
                    call(
                            side,
                            new UserAction.Connect(
                                    random.nextBoolean() ? Octets.EMPTY : text(),
                                    random.nextBoolean()));
            case 2 -> call(side, new UserAction.ConnectNowhere());
            case 3 -> call(side, new UserAction.StopReading());
            case 4 -> call(side, new UserAction.Close(false));
            case 5 -> call(side, new UserAction.Abort());
            case 6 -> new Action.Crash(side, random.nextBoolean());
            case 7 -> new Action.Reboot(side);
            case 8 -> new Action.Cable(random.nextBoolean());
            case 9 -> new Action.SetOptions(side, options(world.tcb(side).options()));
            default -> inject(world, side);
        };
    }

    private TcpOptions options(TcpOptions own) {
        return switch (random.nextInt(4)) {
            case 0 -> TcpOptions.LINUX_LIKE;
            case 1 -> TcpOptions.RFC;
            default ->
                    own.toBuilder()
                            .mslNanos(random.nextInt(90_000) * MILLI)
                            .receiveBuffer(random.nextInt(5000))
                            .delayedAckNanos(random.nextInt(400) * MILLI)
                            .build();
        };
    }

    private Action inject(World world, Side from) {
        var tcb = world.tcb(from);
        int near = random.nextInt(5) - 2;
        int seq = random.nextInt(4) == 0 ? random.nextInt() : tcb.send().nxt() + near;
        int ack = random.nextInt(4) == 0 ? random.nextInt() : tcb.receive().nxt() + near;
        Flags flags =
                one(
                        List.of(
                                Flags.parse("SYN"),
                                Flags.parse("SYN,ACK"),
                                Flags.parse("ACK"),
                                Flags.parse("FIN,ACK"),
                                Flags.parse("RST"),
                                Flags.parse("RST,ACK"),
                                Flags.parse("ACK,PSH,URG"),
                                Flags.NONE));
        Segment segment =
                new Segment(
                        seq,
                        ack,
                        flags,
                        random.nextInt(Segment.MAX_WINDOW_FIELD + 1),
                        random.nextInt(Segment.MAX_WINDOW_FIELD + 1),
                        segmentOptions(),
                        random.nextBoolean() ? Octets.EMPTY : text());
        return new Action.Inject(
                from,
                segment,
                random.nextBoolean() ? Flight.Origin.FORGED : Flight.Origin.OLD_DUPLICATE,
                random.nextInt(100) * MILLI);
    }

    private SegmentOptions segmentOptions() {
        SegmentOptions options = SegmentOptions.NONE;
        if (random.nextInt(3) == 0) {
            options = options.withMaximumSegmentSize(random.nextInt(65_536));
        }
        if (random.nextInt(3) == 0) {
            options = options.withWindowScale(random.nextInt(256));
        }
        if (random.nextInt(3) == 0) {
            options = options.withSackPermitted();
        }
        return random.nextInt(3) == 0
                ? options.withTimestamps(random.nextInt(), random.nextInt())
                : options;
    }

    private Octets text() {
        return switch (random.nextInt(4)) {
            case 0 -> Octets.utf8("hello, \"world\"\\ ");
            case 1 -> Octets.utf8("握手\n: #1");
            case 2 -> Octets.utf8("x".repeat(1 + random.nextInt(900)));
            default -> Octets.utf8("abcdefghij");
        };
    }

    private static Action call(Side side, UserAction action) {
        return new Action.Call(side, action);
    }

    private Side side() {
        return one(Side.values());
    }

    private @Nullable Boolean maybe() {
        int choice = random.nextInt(4);
        return choice > 1 ? null : Boolean.valueOf(choice == 0);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
