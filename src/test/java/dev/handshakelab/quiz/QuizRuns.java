package dev.handshakelab.quiz;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs to ask about: those of the library, and some that were touched at random. */
public final class QuizRuns {
    private static final int TOUCHES = 4;
    private static final long MILLI = 1_000_000;

    private QuizRuns() {}

    /** The run of each bundled scenario, by its id. */
    public static Map<String, Run> bundled() {
        Map<String, Run> runs = new LinkedHashMap<>();
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            runs.put(scenario.id(), Simulation.run(scenario.plan()));
        }
        return runs;
    }

    /** A run that was touched a few times; every third one plays by Linux's rules. */
    public static Run touched(int seed) {
        Random random = new Random(seed);
        List<Scenario> scenarios = ScenarioLibrary.bundled().scenarios();
        Scenario scenario = scenarios.get(random.nextInt(scenarios.size()));
        OptionsOverlay rules =
                seed % 3 == 0
                        ? OptionsOverlay.preset(OptionsOverlay.Base.LINUX_LIKE)
                        : OptionsOverlay.NONE;
        Run run = Simulation.run(rules.apply(scenario.plan()));
        for (int i = 0; i < TOUCHES; i++) {
            int frame = random.nextInt(run.timeline().frames().size());
            long at = run.timeline().frame(frame).atNanos();
            Run forked = Simulation.fork(run, frame, at, touch(run, frame, random));
            run = forked == null ? run : forked;
        }
        return run;
    }

    private static Touch touch(Run run, int frame, Random random) {
        List<Flight> flights = run.timeline().frame(frame).inTransit();
        Side side = random.nextBoolean() ? Side.A : Side.B;
        if (!flights.isEmpty() && random.nextInt(3) > 0) {
            long id = flights.get(random.nextInt(flights.size())).id();
            return switch (random.nextInt(4)) {
                case 0 -> new Touch.Drop(id);
                case 1 -> new Touch.Delay(id, random.nextInt(3_000) * MILLI);
                case 2 -> new Touch.Duplicate(id, random.nextInt(100) * MILLI);
                default -> new Touch.Deliver(id, random.nextInt(5) * MILLI);
            };
        }
        List<Timers.Timer> timers = run.timeline().frame(frame).host(side).tcb().timers().all();
        if (!timers.isEmpty() && random.nextBoolean()) {
            return new Touch.FireTimer(side, timers.getFirst().kind());
        }
        return new Touch.Act(action(side, random));
    }

    private static Action action(Side side, Random random) {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Call(side, new UserAction.Close(true)));
        actions.add(new Action.Call(side, new UserAction.Close(false)));
        actions.add(new Action.Call(side, new UserAction.Abort()));
        actions.add(new Action.Call(side, new UserAction.Listen(true)));
        actions.add(new Action.Call(side, new UserAction.Connect(Octets.EMPTY, true)));
        actions.add(new Action.Call(side, new UserAction.Send(Octets.utf8("more"), true, false)));
        actions.add(new Action.Crash(side, false));
        return actions.get(random.nextInt(actions.size()));
    }
}
