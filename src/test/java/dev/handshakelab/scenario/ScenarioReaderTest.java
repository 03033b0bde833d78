package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.GoalCheck;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.sim.ScriptStep.Trigger;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.IssPolicy;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptions.GiveUp;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Flight.Origin;
import dev.handshakelab.timeline.HostInfo.Role;
import dev.handshakelab.timeline.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a scenario file can say arrives in the plan. */
class ScenarioReaderTest {
    /** A file that uses every key of the format. */
    static final String EVERYTHING =
            """
            scenario: all-keys
            chapter: loss and delay
            title: {en: Everything, zh: 全部}
            aim: One text for all languages.
            why: {de: Weil, en: Because}
            hosts:
              A:
                role: peer
                address: "[2001:db8::1]:4000"
                iss: [4294967290, 0]
                options: &everything
                  preset: linux-like
                  on: [RFC 1337, TIMESTAMPS]
                  off: NAGLE
                  variants: [TWO_WAY_HANDSHAKE, no time-wait]
                  time-wait reuse: RFC 6191
                  msl: 1 min
                  initial rto: 500 ms
                  min rto: 100 us
                  max rto: 1.5 min
                  r1: 4
                  syn give-up: 180 s
                  syn-ack give-up: 6 retransmissions
                  data give-up: after 1 retransmission
                  user timeout: none
                  fin-wait-2 timeout: 60 s
                  delayed ack: 40 ms
                  keep-alive idle: 2 h
                  keep-alive interval: 75 s
                  keep-alive probes: 9
                  sws override: 200 ms
                  maximum segment size: 536
                  receive buffer: 1000
                  send buffer: 2000
                  window shift: 3
                  limited acks: 5
                  limiter period: 10 s
              B: {iss: random 42, options: *everything}
            link: {delay: 20 ms, jitter: 3 ms, seed: 7}
            faults:
              - drop: {from: A, flags: SYN, without: ACK, text: no, retransmission: no, nth: [1, 3]}
              - delay: {from: B, flags: [SYN, ACK], by: 30 ms, since: 1 s, before: 2 s}
              - duplicate: {text: yes, later: 5 ms}
              - hold: {flags: FIN+ACK}
              - pass: {retransmission: yes}
              - drop: {probability: 10 %}
              - delay: {up to: 9 ms}
              - duplicate: {up to: 8 ms, probability: 0.25}
            script:
              - B: listen
              - A: connect
                after: 1 ms
              - at: 2 ms
                A: connect with "hi, \\"you\\"", not reading
              - {A: connect nowhere}
              - {A: 'send "a: b", urgent, no push'}
              - A: send 28 octets
              - A: receive
              - A: receive 10 octets
              - A: stop reading
              - A: close
              - A: close, not receiving
              - A: abort
              - A: status
              - B: listen, not reading
              - when: {A: ESTABLISHED, B was: [LISTEN, SYN-RECEIVED], network: empty}
                after: 20 ms
                B: send "hello"
              - inject:
                  from: A
                  flags: [SYN]
                  seq: 90
                  ack: 4294967295
                  window: 10
                  urgent pointer: 2
                  text: x
                  options:
                    maximum segment size: 1460
                    window scale: 2
                    sack permitted: yes
                    timestamps: [1, 2]
                  as: old duplicate
                  delay: 5 ms
              - inject: {from: B, flags: RST, seq: 1, as: forged}
              - release: A
              - release: {from: B, nth: 2, delay: 1 ms}
              - crash: A
              - crash: {host: B, down: yes}
              - reboot: B
              - cable: pull
              - cable: plug in
              - options: {B: {off: ACK_LIMITER}}
            goal:
              moment: once
              A: FIN-WAIT-2
              B was: LAST-ACK
              A delivered: hello
              B delivered octets: 3
              A sent: [SYN, 2 x FIN+ACK]
              B received: 3 x RST
              A never was: CLOSING
              B never sent: 2 x RST
              A never received: [SYN, FIN]
              acknowledged: [A, B]
              network: empty
            until: 2 min
            steps: 77
            """;

    private static final Scenario ALL = read(EVERYTHING);

    private static Scenario read(String text) {
        try {
            return ScenarioReader.read("test", text);
        } catch (ScenarioException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void headAndTexts() {
        assertThat(ALL.id()).isEqualTo("all-keys");
        assertThat(ALL.chapter()).isEqualTo(Chapter.LOSS_AND_DELAY);
        assertThat(ALL.texts().get(Part.TITLE).in("zh")).isEqualTo("全部");
        assertThat(ALL.texts().get(Part.TITLE).in("fr")).isEqualTo("Everything");
        assertThat(ALL.texts().get(Part.GOAL).in("zh")).isEqualTo("One text for all languages.");
        assertThat(ALL.texts().get(Part.WHY).in("zh")).isEqualTo("Because");
        assertThat(ALL.key(Part.WHY)).isEqualTo("scenario.all-keys.why");
        assertThat(Chapter.HALF_OPEN_AND_RESET.key()).isEqualTo("chapter.halfOpenAndReset");
    }

    @Test
    void whatIsNotSaidIsAsInTheFigures() {
        Plan plan = read("scenario: X\nscript:\n").plan();

        assertThat(plan.a().info().role()).isEqualTo(Role.CLIENT);
        assertThat(plan.a().endpoint().local()).isEqualTo(new TcpSocket("10.0.0.1", 40001));
        assertThat(plan.a().endpoint().issPolicy()).isEqualTo(new IssPolicy.Given(List.of(100)));
        assertThat(plan.a().endpoint().options()).isEqualTo(TcpOptions.RFC);
        assertThat(plan.b().info().role()).isEqualTo(Role.SERVER);
        assertThat(plan.b().endpoint().issPolicy()).isEqualTo(new IssPolicy.Given(List.of(300)));
        assertThat(plan.link()).isEqualTo(new Plan.Link(10_000_000, 0, 1));
        assertThat(plan.untilNanos()).isEqualTo(600_000_000_000L);
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.script()).isEmpty();
    }

    @Test
    void hosts() {
        Plan plan = ALL.plan();

        assertThat(plan.a().info().role()).isEqualTo(Role.PEER);
        assertThat(plan.a().info().socket()).isEqualTo(new TcpSocket("2001:db8::1", 4000));
        assertThat(plan.a().endpoint().issPolicy()).isEqualTo(new IssPolicy.Given(List.of(-6, 0)));
        assertThat(plan.b().endpoint().issPolicy()).isEqualTo(new IssPolicy.ClockAndHash(42));
        assertThat(plan.b().endpoint().options()).isEqualTo(plan.a().endpoint().options());
        assertThat(plan.link()).isEqualTo(new Plan.Link(20_000_000, 3_000_000, 7));
        assertThat(plan.untilNanos()).isEqualTo(120_000_000_000L);
        assertThat(plan.maxSteps()).isEqualTo(77);
    }

    @Test
    void options() {
        long milli = 1_000_000;
        long second = 1_000 * milli;
        TcpOptions expected =
                TcpOptions.LINUX_LIKE.toBuilder()
                        .with(Switch.RFC_1337)
                        .with(Switch.TIMESTAMPS)
                        .without(Switch.NAGLE)
                        .with(Variant.TWO_WAY_HANDSHAKE)
                        .with(Variant.NO_TIME_WAIT)
                        .timeWaitReuse(TimeWaitReuse.RFC_6191)
                        .mslNanos(60 * second)
                        .initialRtoNanos(500 * milli)
                        .minRtoNanos(milli / 10)
                        .maxRtoNanos(90 * second)
                        .r1Retransmissions(4)
                        .synGiveUp(new GiveUp.AfterTime(180 * second))
                        .synAckGiveUp(new GiveUp.AfterRetransmissions(6))
                        .dataGiveUp(new GiveUp.AfterRetransmissions(1))
                        .userTimeoutNanos(0)
                        .finWait2TimeoutNanos(60 * second)
                        .delayedAckNanos(40 * milli)
                        .keepAliveIdleNanos(7200 * second)
                        .keepAliveIntervalNanos(75 * second)
                        .keepAliveProbes(9)
                        .swsOverrideNanos(200 * milli)
                        .maximumSegmentSize(536)
                        .receiveBuffer(1000)
                        .sendBuffer(2000)
                        .windowShift(3)
                        .limitedAcks(5)
                        .limiterPeriodNanos(10 * second)
                        .build();

        assertThat(ALL.plan().a().endpoint().options()).isEqualTo(expected);
    }

    @Test
    void everySwitchAndVariantHasAName() {
        for (Switch one : EnumSet.allOf(Switch.class)) {
            assertThat(optionsOf("{on: " + one + "}").has(one)).isTrue();
            assertThat(optionsOf("{off: " + one + "}").has(one)).isFalse();
        }
        for (Variant one : EnumSet.allOf(Variant.class)) {
            assertThat(optionsOf("{variants: " + one + "}").has(one)).isTrue();
        }
        for (TimeWaitReuse one : EnumSet.allOf(TimeWaitReuse.class)) {
            assertThat(optionsOf("{time-wait reuse: " + one + "}").timeWaitReuse()).isEqualTo(one);
        }
    }

    private static TcpOptions optionsOf(String options) {
        String text = "scenario: X\nscript: []\nhosts: {A: {options: " + options + "}}\n";
        return read(text).plan().a().endpoint().options();
    }

    @Test
    void faults() {
        assertThat(ALL.plan().faults())
                .containsExactly(
                        new FaultRule(
                                new Match(
                                        Side.A,
                                        Flags.SYN,
                                        Flags.ACK,
                                        false,
                                        false,
                                        Set.of(1, 3),
                                        0,
                                        Long.MAX_VALUE),
                                new Verdict.Drop()),
                        new FaultRule(
                                new Match(
                                        Side.B,
                                        Flags.SYN_ACK,
                                        Flags.NONE,
                                        null,
                                        null,
                                        Set.of(),
                                        1_000_000_000,
                                        2_000_000_000),
                                new Verdict.Delay(30_000_000)),
                        new FaultRule(
                                match(Flags.NONE, true, null), new Verdict.Duplicate(5_000_000)),
                        new FaultRule(match(Flags.FIN_ACK, null, null), new Verdict.Hold()),
                        new FaultRule(match(Flags.NONE, null, true), new Verdict.Pass()),
                        new FaultRule(Match.ANY, new Verdict.DropRandomly(0.1)),
                        new FaultRule(Match.ANY, new Verdict.DelayRandomly(1, 9_000_000)),
                        new FaultRule(Match.ANY, new Verdict.DuplicateRandomly(0.25, 8_000_000)));
    }

    private static Match match(Flags on, Boolean withText, Boolean again) {
        return new Match(null, on, Flags.NONE, withText, again, Set.of(), 0, Long.MAX_VALUE);
    }

    @Test
    void calls() {
        List<UserAction> calls =
                ALL.plan().script().stream()
                        .limit(14)
                        .map(step -> ((Action.Call) step.action()).action())
                        .toList();

        assertThat(calls)
                .containsExactly(
                        new UserAction.Listen(true),
                        new UserAction.Connect(Octets.EMPTY, true),
                        new UserAction.Connect(Octets.utf8("hi, \"you\""), false),
                        new UserAction.ConnectNowhere(),
                        new UserAction.Send(Octets.utf8("a: b"), false, true),
                        new UserAction.Send(
                                Octets.utf8("abcdefghijklmnopqrstuvwxyzab"), true, false),
                        new UserAction.Receive(Long.MAX_VALUE),
                        new UserAction.Receive(10),
                        new UserAction.StopReading(),
                        new UserAction.Close(true),
                        new UserAction.Close(false),
                        new UserAction.Abort(),
                        new UserAction.Status(),
                        new UserAction.Listen(false));
    }

    @Test
    void triggers() {
        List<ScriptStep> script = ALL.plan().script();

        assertThat(script.get(0).trigger()).isEqualTo(new Trigger.At(0));
        assertThat(script.get(1).trigger()).isEqualTo(new Trigger.Previous());
        assertThat(script.get(1).afterNanos()).isEqualTo(1_000_000);
        assertThat(script.get(2).trigger()).isEqualTo(new Trigger.At(2_000_000));
        assertThat(script.get(14).afterNanos()).isEqualTo(20_000_000);
        assertThat(script.get(14).trigger())
                .isEqualTo(
                        new Trigger.When(
                                List.of(
                                        new Condition.InState(Side.A, TcpState.ESTABLISHED),
                                        new Condition.WasInState(Side.B, TcpState.LISTEN),
                                        new Condition.WasInState(Side.B, TcpState.SYN_RECEIVED),
                                        new Condition.NetworkEmpty())));
    }

    @Test
    void otherActions() {
        Segment old =
                new Segment(
                        90,
                        -1,
                        Flags.SYN,
                        10,
                        2,
                        SegmentOptions.NONE
                                .withMaximumSegmentSize(1460)
                                .withWindowScale(2)
                                .withSackPermitted()
                                .withTimestamps(1, 2),
                        Octets.utf8("x"));

        assertThat(ALL.plan().script().stream().skip(15).map(ScriptStep::action))
                .containsExactly(
                        new Action.Inject(Side.A, old, Origin.OLD_DUPLICATE, 5_000_000),
                        new Action.Inject(
                                Side.B, Segment.of(1, 0, Flags.RST, 1000), Origin.FORGED, 0),
                        new Action.Release(Side.A, 0, 0),
                        new Action.Release(Side.B, 2, 1_000_000),
                        new Action.Crash(Side.A, false),
                        new Action.Crash(Side.B, true),
                        new Action.Reboot(Side.B),
                        new Action.Cable(false),
                        new Action.Cable(true),
                        new Action.SetOptions(
                                Side.B,
                                ALL.plan().b().endpoint().options().without(Switch.ACK_LIMITER)));
    }

    @Test
    void goal() {
        assertThat(ALL.goal().orElseThrow().moment()).isEqualTo(GoalCheck.Moment.ONCE);
        assertThat(ALL.goal().orElseThrow().conditions())
                .containsExactly(
                        new Condition.InState(Side.A, TcpState.FIN_WAIT_2),
                        new Condition.WasInState(Side.B, TcpState.LAST_ACK),
                        new Condition.DeliveredText(Side.A, "hello"),
                        new Condition.Delivered(Side.B, 3),
                        new Condition.HasSent(Side.A, Flags.SYN, 1),
                        new Condition.HasSent(Side.A, Flags.FIN_ACK, 2),
                        new Condition.HasReceived(Side.B, Flags.RST, 3),
                        new Condition.Not(new Condition.WasInState(Side.A, TcpState.CLOSING)),
                        new Condition.Not(new Condition.HasSent(Side.B, Flags.RST, 2)),
                        new Condition.Not(new Condition.HasReceived(Side.A, Flags.SYN, 1)),
                        new Condition.Not(new Condition.HasReceived(Side.A, Flags.FIN, 1)),
                        new Condition.AllAcknowledged(Side.A),
                        new Condition.AllAcknowledged(Side.B),
                        new Condition.NetworkEmpty());
    }

    @Test
    void byteOrderMarkAndWindowsLinesAreFine() {
        String text = "\uFEFF" + EVERYTHING.replace("\n", "\r\n");
        assertThat(read(text)).isEqualTo(ALL);
    }
}
