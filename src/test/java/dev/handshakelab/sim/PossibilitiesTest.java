package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.listen;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.nthText;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PossibilitiesTest {
    static Stream<Scenario> scenarios() {
        return ScenarioLibrary.bundled().scenarios().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void inEveryFrameOfAScenarioEachPossibilityDoesWhatItSays(Scenario scenario) {
        for (World world : Simulation.run(scenario.plan()).worlds().toList()) {
            List<Possibility> all = Possibilities.of(world);
            assertThat(all).hasSizeGreaterThan(2 * 9);
            assertTheNextIsMarked(world, all);
            all.forEach(one -> assertItHappens(world, one));
        }
    }

    private static void assertTheNextIsMarked(World world, List<Possibility> all) {
        List<Possibility> next = all.stream().filter(Possibility::isNext).toList();
        boolean goesOn = Agenda.next(world) != null;
        assertThat(next).hasSize(goesOn ? 1 : 0);
        Step step = Simulation.step(world.extended(Long.MAX_VALUE / 2, 1));
        if (goesOn && step != null && !(next.getFirst().what() instanceof What.ScriptStepDue)) {
            assertThat(next.getFirst().what().atNanos()).hasValue(step.frame().atNanos());
        }
    }

    private static void assertItHappens(World world, Possibility one) {
        Step touched = Simulation.apply(world, one.what().touch());
        if (one.what() instanceof What.SegmentEnds(var flight)) {
            Step step = Objects.requireNonNull(touched);
            for (int i = 0; i < 20 && !isEndOf(step, flight.id()); i++) {
                step = Objects.requireNonNull(Simulation.step(step.world()));
                assertThat(step.frame().atNanos()).isEqualTo(world.nowNanos());
            }
            assertThat(isEndOf(step, flight.id())).isTrue();
            return;
        }
        if (!one.isPossible()) {
            assertThat(touched).isNull();
            boolean down = one.what() instanceof What.Call(Side side, _) && !world.host(side).up();
            assertThat(down || one.what() instanceof What.ScriptStepDue).isTrue();
            return;
        }
        assertThat(touched).isNotNull();
        assertThat(touched.frame()).isEqualTo(one.outcome());
        one.refusal().ifPresent(reply -> assertRefused(world, touched, one, reply));
    }

    private static boolean isEndOf(Step step, long flightId) {
        Fact first = step.frame().facts().getFirst();
        return (first instanceof Fact.Arrived || first instanceof Fact.Lost)
                && Objects.requireNonNull(first.flight()).id() == flightId;
    }

    private static void assertRefused(World world, Step step, Possibility one, Reply reply) {
        Side side = ((What.Call) one.what()).side();
        assertThat(step.world().tcb(side).state()).isEqualTo(world.tcb(side).state());
        assertThat(step.frame().facts())
                .contains(new Fact.Told(world.nowNanos(), side, new Signal.Answered(reply)));
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED,       ok,        ok,        NOT_EXIST, NOT_EXIST, NOT_EXIST",
        "LISTEN,       EXISTS,    ok,        NO_REMOTE, ok,        ok",
        "SYN_SENT,     EXISTS,    EXISTS,    ok,        ok,        ok",
        "SYN_RECEIVED, EXISTS,    EXISTS,    ok,        ok,        ok",
        "ESTABLISHED,  EXISTS,    EXISTS,    ok,        ok,        ok",
        "FIN_WAIT_1,   EXISTS,    EXISTS,    CLOSING,   CLOSING,   ok",
        "FIN_WAIT_2,   EXISTS,    EXISTS,    CLOSING,   CLOSING,   ok",
        "CLOSE_WAIT,   EXISTS,    EXISTS,    ok,        ok,        ok",
        "CLOSING,      EXISTS,    EXISTS,    CLOSING,   CLOSING,   ok",
        "LAST_ACK,     EXISTS,    EXISTS,    CLOSING,   CLOSING,   ok",
        "TIME_WAIT,    EXISTS,    EXISTS,    CLOSING,   CLOSING,   ok"
    })
    void callsAreAnsweredAsTheStateDemands(
            TcpState state,
            String listen,
            String connect,
            String send,
            String close,
            String abort) {
        World world = Objects.requireNonNull(WORLDS.get(state));
        List<Possibility> calls = Possibilities.ofHost(world, A);
        assertThat(answer(calls, UserAction.Listen.class)).isEqualTo(listen);
        assertThat(answer(calls, UserAction.Connect.class)).isEqualTo(connect);
        assertThat(answer(calls, UserAction.Send.class)).isEqualTo(send);
        assertThat(answer(calls, UserAction.Close.class)).isEqualTo(close);
        assertThat(answer(calls, UserAction.Abort.class)).isEqualTo(abort);
    }

    /** A world for each state, in which A is in it. */
    private static final Map<TcpState, World> WORLDS = worlds();

    private static Map<TcpState, World> worlds() {
        Map<TcpState, World> worlds = new EnumMap<>(TcpState.class);
        List<Run> runs = new ArrayList<>();
        runs.add(new Stage().established().at(100, close(A)).at(200, close(B)).run());
        runs.add(new Stage().established().at(100, close(B)).at(200, close(A)).run());
        runs.add(new Stage().established().at(100, close(A), close(B)).run());
        runs.add(new Stage().at(0, listen(A), Stage.connect(B)).run());
        for (Run run : runs) {
            run.worlds().forEach(world -> worlds.putIfAbsent(world.tcb(A).state(), world));
        }
        assertThat(worlds).hasSize(TcpState.values().length);
        return worlds;
    }

    private static String answer(List<Possibility> calls, Class<? extends UserAction> type) {
        Optional<Possibility> found =
                calls.stream()
                        .filter(one ->
                                one.what() instanceof What.Call(_, var call)
                                        && type.isInstance(call))
                        .findFirst();
        return found.orElseThrow().refusal().map(PossibilitiesTest::brief).orElse("ok");
    }

    private static String brief(Reply reply) {
        return switch (reply) {
            case CONNECTION_ALREADY_EXISTS -> "EXISTS";
            case CONNECTION_DOES_NOT_EXIST -> "NOT_EXIST";
            case REMOTE_SOCKET_UNSPECIFIED -> "NO_REMOTE";
            case CONNECTION_CLOSING -> "CLOSING";
            case OK,
                    CONNECTION_ILLEGAL,
                    INSUFFICIENT_RESOURCES,
                    CLOSING,
                    CONNECTION_RESET,
                    CONNECTION_REFUSED,
                    USER_TIMEOUT ->
                    reply.name();
        };
    }

    @Test
    void segmentsComeInTheOrderInWhichTheyEndAndHeldOnesLast() {
        Run run =
                new Stage()
                        .options(options -> options.without(Switch.NAGLE))
                        .established()
                        .at(100, send(A, "one"), send(A, "two"), send(A, "three"))
                        .fault(nthText(A, 1), new Verdict.Hold())
                        .fault(nthText(A, 2), new Verdict.Delay(millis(5)))
                        .run();
        World world = at(run, millis(100));
        List<Long> ends =
                Possibilities.of(world).stream()
                        .filter(one -> one.what() instanceof What.SegmentEnds)
                        .map(one -> ((What.SegmentEnds) one.what()).flight().endsAtNanos())
                        .toList();
        assertThat(ends).containsExactly(millis(110), millis(115), Long.MAX_VALUE);
    }

    @Test
    void aHostThatIsDownCanOnlyComeBack() {
        Run run = new Stage().established().at(100, new Action.Crash(B, true)).run();
        List<Possibility> all = Possibilities.ofHost(run.last(), B);
        assertThat(all.stream().filter(Possibility::isPossible).map(Possibility::what))
                .containsExactly(new What.Incident(new Action.Reboot(B)));
    }

    @Test
    void aStepOfTheScriptThatIsHurriedHappensNowAndNotAgain() {
        Run run = new Stage().established().at(100, close(A)).run();
        World world = at(run, millis(30));
        Possibility due =
                Possibilities.of(world).stream()
                        .filter(one -> one.what() instanceof What.ScriptStepDue)
                        .findFirst()
                        .orElseThrow();
        Run hurried =
                Objects.requireNonNull(
                        Simulation.fork(run, world.steps(), world.nowNanos(), due.what().touch()));
        List<Long> calls =
                hurried.timeline().frames().stream()
                        .filter(frame -> !frame.facts().isEmpty())
                        .filter(frame -> frame.facts().getFirst() instanceof Fact.Called)
                        .map(frame -> frame.atNanos())
                        .toList();
        assertThat(calls).containsExactly(0L, 0L, millis(30));
    }

    private static World at(Run run, long nanos) {
        return run.worldAt(run.timeline().indexAt(nanos));
    }
}
