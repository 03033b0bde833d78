package dev.handshakelab.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine's own steps are right, and whatever differs from them in one thing is wrong. */
class JudgeTest {
    private static final List<Flags> ASKED = List.of(Flags.SYN, Flags.ACK, Flags.FIN, Flags.RST);

    static List<Scenario> scenarios() {
        return ScenarioLibrary.bundled().scenarios();
    }

    private static List<Duty> duties(Scenario scenario) {
        Timeline timeline = Simulation.run(scenario.plan()).timeline();
        List<Duty> duties = new ArrayList<>();
        int at = 0;
        for (Optional<Duty> next = Duty.next(timeline, at, EnumSet.allOf(Side.class));
                next.isPresent();
                next = Duty.next(timeline, at, EnumSet.allOf(Side.class))) {
            duties.add(next.get());
            at = next.get().frameIndex();
        }
        return duties;
    }

    @Test
    void thereIsMuchToDecide() {
        List<Duty> all = scenarios().stream().flatMap(one -> duties(one).stream()).toList();
        assertThat(all).hasSizeGreaterThan(1000);
        assertThat(all.stream().map(duty -> duty.before().state()).distinct())
                .containsExactlyInAnyOrder(TcpState.values());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theMachinesOwnStepIsRight(Scenario scenario) {
        List<Duty> duties = duties(scenario);
        assertThat(duties).isNotEmpty();
        for (Duty duty : duties) {
            Attempt own = Attempt.ofTheMachine(duty);
            assertThat(own.isComplete()).isTrue();
            assertThat(Judge.judge(duty, own).findings()).as("%s", duty).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everySingleDeviationIsNamed(Scenario scenario) {
        for (Duty duty : duties(scenario)) {
            sending(duty);
            numbers(duty);
            states(duty);
            timers(duty);
        }
    }

    private static void sending(Duty duty) {
        Attempt own = Attempt.ofTheMachine(duty);
        if (duty.answer() == null) {
            var spoken = new Attempt(true, Flags.ACK, 1, 1, own.state(), own.timers());
            assertThat(only(duty, spoken)).isInstanceOf(Finding.MustBeSilent.class);
            return;
        }
        var silent = new Attempt(false, Flags.NONE, null, null, own.state(), own.timers());
        assertThat(only(duty, silent)).isInstanceOf(Finding.MustSend.class);
        for (Flags bit : ASKED) {
            Flags flags = own.flags().has(bit) ? own.flags().without(bit) : own.flags().with(bit);
            var other = new Attempt(true, flags, own.seq(), own.ack(), own.state(), own.timers());
            List<Finding> findings = Judge.judge(duty, other).findings();
            assertThat(findings.getFirst())
                    .isInstanceOfSatisfying(
                            Finding.ControlBits.class,
                            found -> {
                                assertThat(found.missing().with(found.extra())).isEqualTo(bit);
                                assertThat(found.missing().has(bit))
                                        .isEqualTo(own.flags().has(bit));
                            });
            assertThat(findings).hasSize(1);
        }
    }

    private static void numbers(Duty duty) {
        Attempt own = Attempt.ofTheMachine(duty);
        Integer seq = own.seq();
        Integer ack = own.ack();
        if (seq == null) {
            return;
        }
        for (int by : List.of(-1, 1, 100)) {
            var other = new Attempt(true, own.flags(), seq + by, ack, own.state(), own.timers());
            assertThat(only(duty, other))
                    .isInstanceOfSatisfying(
                            Finding.SequenceNumber.class,
                            found -> assertThat(found.expected()).isEqualTo(seq));
            if (ack != null) {
                var wrong =
                        new Attempt(true, own.flags(), seq, ack + by, own.state(), own.timers());
                assertThat(only(duty, wrong))
                        .isInstanceOfSatisfying(
                                Finding.AckNumber.class,
                                found -> assertThat(found.expected()).isEqualTo(ack));
            }
        }
    }

    private static void states(Duty duty) {
        Attempt own = Attempt.ofTheMachine(duty);
        for (TcpState state : TcpState.values()) {
            if (state != own.state()) {
                var other =
                        new Attempt(
                                own.sends(),
                                own.flags(),
                                own.seq(),
                                own.ack(),
                                state,
                                own.timers());
                assertThat(only(duty, other))
                        .isInstanceOfSatisfying(
                                Finding.NextState.class,
                                found -> assertThat(found.expected()).isEqualTo(own.state()));
            }
        }
    }

    private static void timers(Duty duty) {
        Attempt own = Attempt.ofTheMachine(duty);
        for (TimerKind kind : TimerKind.values()) {
            if (!Duty.isAsked(kind)) {
                continue;
            }
            Set<Optional<TimerMove>> others =
                    new HashSet<>(
                            Set.of(
                                    Optional.empty(),
                                    Optional.of(TimerMove.STARTS),
                                    Optional.of(TimerMove.STOPS)));
            others.remove(Optional.ofNullable(own.timers().get(kind)));
            assertThat(others).hasSize(2);
            for (Optional<TimerMove> move : others) {
                Map<TimerKind, TimerMove> timers = new EnumMap<>(TimerKind.class);
                timers.putAll(own.timers());
                timers.remove(kind);
                move.ifPresent(one -> timers.put(kind, one));
                var other =
                        new Attempt(
                                own.sends(),
                                own.flags(),
                                own.seq(),
                                own.ack(),
                                own.state(),
                                timers);
                assertThat(only(duty, other))
                        .isInstanceOfSatisfying(
                                Finding.Timer.class,
                                found -> assertThat(found.kind()).isEqualTo(kind));
            }
        }
    }

    private static Finding only(Duty duty, Attempt attempt) {
        List<Finding> findings = Judge.judge(duty, attempt).findings();
        assertThat(findings).as("%s: %s", duty, attempt).hasSize(1);
        return findings.getFirst();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyFindingHasItsRuleAndEveryNumberItsSource(Scenario scenario) {
        for (Duty duty : duties(scenario)) {
            for (Finding finding : Judge.judge(duty, Attempt.EMPTY).findings()) {
                assertThat(finding.why()).as("%s %s", duty, finding).isNotNull();
            }
            Attempt own = Attempt.ofTheMachine(duty);
            var noNumbers =
                    new Attempt(own.sends(), own.flags(), null, null, own.state(), own.timers());
            for (Finding finding : Judge.judge(duty, noNumbers).findings()) {
                if (finding instanceof Finding.SequenceNumber found && found.expected() != 0) {
                    assertThat(found.source()).as("%s", duty).isNotEmpty();
                }
                if (finding instanceof Finding.AckNumber found) {
                    assertThat(found.source()).as("%s", duty).isNotEmpty();
                }
            }
        }
    }
}
