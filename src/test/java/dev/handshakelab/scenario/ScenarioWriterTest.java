package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.tcp.EndpointConfig;
import dev.handshakelab.tcp.IssPolicy;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptions.GiveUp;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioWriterTest {
    static Stream<Scenario> bundled() {
        return ScenarioLibrary.bundled().scenarios().stream();
    }

    private static Scenario again(Scenario scenario) throws ScenarioException {
        return ScenarioReader.read("again", ScenarioWriter.write(scenario));
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aBundledScenarioIsReadAsItWasWritten(Scenario scenario) throws ScenarioException {
        assertThat(again(scenario)).isEqualTo(scenario);
        for (Base base : Base.values()) {
            Plan plan = OptionsOverlay.preset(base).apply(scenario.plan());
            assertThat(again(with(plan)).plan()).isEqualTo(plan);
        }
    }

    private static Scenario with(Plan plan) {
        return new Scenario("X", Chapter.OWN, plan, Optional.empty(), Map.of());
    }

    private static Plan plan(TcpOptions options, ScriptStep... script) {
        var a = new TcpSocket("2001:db8::1", 40_001);
        var b = new TcpSocket("10.0.0.2", 80);
        return new Plan(
                new Plan.Host(
                        new HostInfo(HostInfo.Role.PEER, a),
                        new EndpointConfig(a, options, new IssPolicy.Given(List.of(-1, 5)))),
                new Plan.Host(
                        new HostInfo(HostInfo.Role.SERVER, b),
                        new EndpointConfig(b, TcpOptions.RFC, new IssPolicy.ClockAndHash(42))),
                new Plan.Link(1_234_567, 89, 123_456),
                List.of(),
                List.of(script),
                61_000_000_001L,
                77);
    }

    @Test
    void everyOptionIsKept() throws ScenarioException {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            TcpOptions options = random(random);
            TcpOptions later = random(random);
            var change = ScriptStep.at(5, new Action.SetOptions(Side.A, later));
            Plan plan = plan(options, change);
            assertThat(again(with(plan)).plan()).isEqualTo(plan);
        }
    }

    private static TcpOptions random(Random random) {
        TcpOptionsBuilder to =
                random.nextBoolean()
                        ? TcpOptions.RFC.toBuilder()
                        : TcpOptions.LINUX_LIKE.toBuilder();
        for (Switch one : Switch.values()) {
            if (random.nextInt(4) == 0) {
                to.with(one);
            } else if (random.nextInt(4) == 0) {
                to.without(one);
            }
        }
        for (Variant one : Variant.values()) {
            if (random.nextInt(4) == 0) {
                to.with(one);
            }
        }
        TimeWaitReuse[] reuse = TimeWaitReuse.values();
        return to.timeWaitReuse(reuse[random.nextInt(reuse.length)])
                .mslNanos(nanos(random))
                .initialRtoNanos(nanos(random) + 1)
                .minRtoNanos(nanos(random))
                .maxRtoNanos(nanos(random))
                .r1Retransmissions(random.nextInt(256))
                .synGiveUp(giveUp(random))
                .synAckGiveUp(giveUp(random))
                .dataGiveUp(giveUp(random))
                .userTimeoutNanos(nanos(random))
                .finWait2TimeoutNanos(nanos(random))
                .delayedAckNanos(nanos(random))
                .keepAliveIdleNanos(nanos(random) + 1)
                .keepAliveIntervalNanos(nanos(random) + 1)
                .keepAliveProbes(1 + random.nextInt(255))
                .swsOverrideNanos(nanos(random) + 1)
                .maximumSegmentSize(1 + random.nextInt(65_495))
                .receiveBuffer(random.nextInt(1 << 30))
                .sendBuffer(1 + random.nextInt(1 << 30))
                .windowShift(random.nextInt(15))
                .limitedAcks(random.nextInt(1_000_000))
                .limiterPeriodNanos(nanos(random) + 1)
                .build();
    }

    private static GiveUp giveUp(Random random) {
        return random.nextBoolean()
                ? new GiveUp.AfterTime(nanos(random))
                : new GiveUp.AfterRetransmissions(random.nextInt(256));
    }

    /** Times of every size, some of them round. */
    private static long nanos(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> random.nextInt(2000);
            case 2 -> random.nextInt(2000) * 1_000_000L;
            case 3 -> random.nextInt(200) * 60_000_000_000L;
            default -> random.nextLong(Values.MAX_NANOS);
        };
    }

    @Test
    void textsOfAllKindsAreKept() throws ScenarioException {
        List<String> texts =
                List.of(
                        "plain",
                        "",
                        " spaces ",
                        "it's: a #thing, {with} [all]",
                        "say \"hi\"",
                        "both ' and \"",
                        "back\\slash and \\n",
                        "two\nlines\ttab",
                        "null",
                        "~",
                        "- item",
                        "%x",
                        "握手：“三次”",
                        "\u0007\u0085\u2028\uFEFF",
                        "\uD83D\uDE00");
        for (String text : texts) {
            var title = new LocalText(Map.of("en", text, "zh", text + "x"));
            var why = new LocalText(Map.of(LocalText.ANY_LANGUAGE, text));
            var send = new UserAction.Send(Octets.utf8("." + text), true, true);
            Plan plan =
                    plan(
                            TcpOptions.RFC,
                            ScriptStep.at(5, new Action.Call(Side.A, send)),
                            ScriptStep.when(
                                    new ScriptStep.Condition.DeliveredText(Side.B, text),
                                    7,
                                    new Action.Call(
                                            Side.B,
                                            new UserAction.Send(Octets.EMPTY, false, false))));
            Scenario scenario =
                    new Scenario(
                            "X",
                            Chapter.CLOSING,
                            plan,
                            Optional.empty(),
                            Map.of(Part.TITLE, title, Part.WHY, why));
            assertThat(again(scenario)).isEqualTo(scenario);
        }
    }

    @Test
    void touchesAndBranchesAreKept() throws ScenarioException {
        List<RecordedTouch> touches =
                List.of(
                        RecordedTouch.at(5, new Touch.NetworkMode(true)),
                        RecordedTouch.afterStep(3, new Touch.Deliver(1, 0)),
                        new RecordedTouch(4, 1_500, new Touch.Deliver(2, 7)),
                        new RecordedTouch(5, 1_500, new Touch.Hold(2)),
                        new RecordedTouch(6, 1_500, new Touch.Duplicate(2, 8)),
                        new RecordedTouch(7, 1_500, new Touch.Delay(2, 9)),
                        new RecordedTouch(8, 1_500, new Touch.Drop(2)),
                        RecordedTouch.afterStep(8, new Touch.Hurry(0)),
                        new RecordedTouch(
                                9, 1_500, new Touch.FireTimer(Side.B, TimerKind.ZERO_WINDOW_PROBE)),
                        new RecordedTouch(
                                10,
                                1_500,
                                new Touch.AddFault(
                                        new FaultRule(
                                                FaultRule.Match.ANY,
                                                new FaultRule.Verdict.DropRandomly(0.1)))),
                        new RecordedTouch(11, 1_500, new Touch.NetworkMode(false)));
        Scenario written = with(plan(TcpOptions.RFC, ScriptStep.at(0, new Action.Reboot(Side.A))));
        Scenario once = written.with(Courses.of(touches, true));
        assertThat(ScenarioWriter.write(once)).contains("touches:\n").doesNotContain("branches");
        assertThat(again(once)).isEqualTo(once);
        assertThat(again(once).touches()).isEqualTo(touches);
        Scenario branched =
                written.with(
                        new Courses(
                                List.of(
                                        new Course(1, "", 0, List.of()),
                                        new Course(3, "lost: \"SYN\"", 1, touches),
                                        new Course(4, "", 3, touches.subList(0, 2))),
                                3));
        assertThat(again(branched)).isEqualTo(branched);
        Scenario sandbox = with(plan(TcpOptions.RFC)).with(Courses.of(touches, false));
        assertThat(again(sandbox)).isEqualTo(sandbox);
    }

    @Test
    void savingIntoAFileKeepsItsCommentsAndReplacesWhatWasDone() throws ScenarioException {
        String source =
                """
                # My own story.
                scenario: mine
                script:
                  - B: listen   # first
                  - A: connect
                touches:
                  - {after: 2, drop: 1}
                # the end
                until: 20 s
                """;
        Scenario read = ScenarioReader.read("mine", source);
        List<RecordedTouch> touches = new ArrayList<>(read.touches());
        touches.add(RecordedTouch.afterStep(4, new Touch.Drop(2)));
        Scenario changed = read.with(Courses.of(touches, true));
        String saved = ScenarioWriter.update(source, changed);
        assertThat(saved).contains("# My own story.", "# first", "until: 20 s", "drop: 2");
        assertThat(saved).containsOnlyOnce("touches:");
        assertThat(ScenarioReader.read("mine", saved)).isEqualTo(changed);
        Scenario other =
                new Scenario("other", Chapter.OWN, read.plan(), Optional.empty(), Map.of());
        assertThat(ScenarioWriter.update(source, other)).doesNotContain("# My own story.");
        assertThat(ScenarioWriter.update("{no scenario", other))
                .isEqualTo(ScenarioWriter.write(other));
    }
}
