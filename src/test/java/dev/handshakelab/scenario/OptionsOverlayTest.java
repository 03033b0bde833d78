package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.scenario.RuleChoice.Value;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsOverlayTest {
    private static Plan plan(String id) {
        return ScenarioLibrary.bundled().find(id).orElseThrow().plan();
    }

    private static TcpOptions optionsOf(Plan plan, Side side) {
        return plan.host(side).endpoint().options();
    }

    @Test
    void nothingChosenChangesNothing() {
        Plan plan = plan("S05b");
        assertThat(OptionsOverlay.NONE.apply(plan)).isSameAs(plan);
        assertThat(OptionsOverlay.NONE.changes(plan)).isEmpty();
        assertThat(OptionsOverlay.preset(Base.SCENARIO)).isEqualTo(OptionsOverlay.NONE);
    }

    @Test
    void eachOfferedValueCanBeSetAndReadBack() {
        for (RuleChoice choice : RuleChoice.values()) {
            assertThat(choice.offered()).as("%s", choice).hasSizeGreaterThan(1);
            for (TcpOptions start : List.of(TcpOptions.RFC, TcpOptions.LINUX_LIKE)) {
                for (Value value : choice.offered()) {
                    assertThat(choice.of(choice.set(start, value))).contains(value);
                }
            }
        }
        assertThatThrownBy(() -> RuleChoice.NAGLE.set(TcpOptions.RFC, Value.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotOfferedIsNoValue() {
        TcpOptions soon = TcpOptions.RFC.toBuilder().finWait2TimeoutNanos(5).build();
        assertThat(RuleChoice.FIN_WAIT_2_TIMEOUT.of(soon)).isEmpty();
        TcpOptions some = TcpOptions.RFC.with(Switch.LINUX_NO_SYN_FIN);
        assertThat(RuleChoice.LINUX_HABITS.of(some)).isEmpty();
    }

    @Test
    void everySwitchThatIsAboutRulesCanBeChosenOnce() {
        Set<Switch> reached = EnumSet.noneOf(Switch.class);
        for (RuleChoice choice : RuleChoice.values()) {
            TcpOptions on = choice.set(TcpOptions.RFC, choice.offered().getLast());
            TcpOptions off = choice.set(TcpOptions.RFC, choice.offered().getFirst());
            for (Switch one : Switch.values()) {
                if (on.has(one) != off.has(one)) {
                    assertThat(reached.add(one)).as("%s in %s", one, choice).isTrue();
                }
            }
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(reached)))
                .as("what a host is given, not how it plays")
                .containsExactlyInAnyOrder(
                        Switch.MSS_OPTION, Switch.OPEN_FORBIDDEN, Switch.NO_ROOM);
    }

    @Test
    void aChoiceHoldsAtBothHostsAndLeavesTheRestAlone() {
        Plan plan = plan("S03b");
        assertThat(optionsOf(plan, Side.A).has(Switch.RESEND_SYN_ACK)).isFalse();
        assertThat(optionsOf(plan, Side.B).has(Switch.RESEND_SYN_ACK)).isTrue();
        OptionsOverlay off = OptionsOverlay.NONE.with(RuleChoice.RESEND_SYN_ACK, Value.OFF);

        Plan changed = off.apply(plan);
        assertThat(optionsOf(changed, Side.A)).isEqualTo(optionsOf(plan, Side.A));
        assertThat(optionsOf(changed, Side.B))
                .isEqualTo(optionsOf(plan, Side.B).without(Switch.RESEND_SYN_ACK));
        assertThat(changed.script()).isEqualTo(plan.script());
        assertThat(off.changes(plan)).containsExactly(RuleChoice.RESEND_SYN_ACK);
        assertThat(off.without(RuleChoice.RESEND_SYN_ACK)).isEqualTo(OptionsOverlay.NONE);
    }

    @Test
    void optionsThatTheScriptSetsLaterAreChangedToo() {
        Plan plan = plan("S01");
        List<ScriptStep> script = new ArrayList<>(plan.script());
        TcpOptions later = TcpOptions.RFC.toBuilder().mslNanos(7).build();
        script.add(ScriptStep.at(1, new Action.SetOptions(Side.A, later)));
        Plan with =
                new Plan(
                        plan.a(),
                        plan.b(),
                        plan.link(),
                        plan.faults(),
                        script,
                        plan.untilNanos(),
                        plan.maxSteps());

        Plan changed = OptionsOverlay.NONE.with(RuleChoice.RFC_1337, Value.ON).apply(with);
        assertThat(changed.script().getLast().action())
                .isEqualTo(new Action.SetOptions(Side.A, later.with(Switch.RFC_1337)));
        assertThat(changed.script().subList(0, plan.script().size())).isEqualTo(plan.script());
    }

    @Test
    void aPresetDecidesEveryPoint() {
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            assertDecided(scenario.plan(), Base.RFC, TcpOptions.RFC);
            assertDecided(scenario.plan(), Base.LINUX_LIKE, TcpOptions.LINUX_LIKE);
        }
    }

    private static void assertDecided(Plan plan, Base base, TcpOptions preset) {
        Plan changed = OptionsOverlay.preset(base).apply(plan);
        for (Side side : Side.values()) {
            assertThat(Arrays.stream(RuleChoice.values()).filter(RuleChoice::isDecision))
                    .allMatch(choice ->
                            choice.of(optionsOf(changed, side)).equals(choice.of(preset)));
            assertThat(optionsOf(changed, side).variants())
                    .isEqualTo(optionsOf(plan, side).variants());
        }
    }

    @Test
    void aPresetKeepsWhatTheScenarioNeedsForItself() {
        TcpOptions own =
                TcpOptions.RFC.toBuilder()
                        .with(Switch.TIMESTAMPS)
                        .without(Switch.MSS_OPTION)
                        .without(Switch.NAGLE)
                        .with(Variant.NO_TIME_WAIT)
                        .delayedAckNanos(200_000_000)
                        .receiveBuffer(77)
                        .build();
        TcpOptions linux = OptionsOverlay.preset(Base.LINUX_LIKE).apply(own);

        assertThat(linux)
                .isEqualTo(
                        TcpOptions.LINUX_LIKE.toBuilder()
                                .with(Switch.TIMESTAMPS)
                                .without(Switch.MSS_OPTION)
                                .without(Switch.NAGLE)
                                .with(Variant.NO_TIME_WAIT)
                                .delayedAckNanos(200_000_000)
                                .receiveBuffer(77)
                                .build());
        assertThat(OptionsOverlay.preset(Base.RFC).apply(linux)).isEqualTo(own);
    }

    @Test
    void presetsTurnOneAnotherIntoEachOther() {
        assertThat(OptionsOverlay.preset(Base.LINUX_LIKE).apply(TcpOptions.RFC))
                .isEqualTo(TcpOptions.LINUX_LIKE);
        assertThat(OptionsOverlay.preset(Base.RFC).apply(TcpOptions.LINUX_LIKE))
                .isEqualTo(TcpOptions.RFC);
    }

    @Test
    void theStoryIsAnotherOne() {
        Plan plan = plan("S05a");
        Plan literal = OptionsOverlay.NONE.with(RuleChoice.LITERAL_STEP_1, Value.ON).apply(plan);
        int usual = Simulation.run(plan).timeline().flights().size();
        int more = Simulation.run(literal).timeline().flights().size();
        assertThat(usual).isEqualTo(4);
        assertThat(more).as("two more ACKs").isEqualTo(6);
        assertThat(Simulation.run(literal).last().tcb(Side.A).state())
                .isEqualTo(TcpState.ESTABLISHED);
    }
}
