package dev.handshakelab.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.LongRuns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void everyChangeOfAStateOrOfOptionsAndEverySynIsInATurn() {
        List<Scenario> scenarios = ScenarioLibrary.bundled().scenarios();
        assertThat(scenarios).isNotEmpty();
        for (Scenario scenario : scenarios) {
            Timeline timeline = Simulation.run(scenario.plan()).timeline();
            Set<Integer> turns = new HashSet<>();
            timeline.turns().forEach(frame -> turns.add(frame.index()));
            Frame before = timeline.frame(0);
            for (Frame frame : timeline.frames()) {
                boolean needed = frame.index() == 0;
                for (Side side : Side.values()) {
                    HostView had = before.host(side);
                    HostView has = frame.host(side);
                    needed |= had.state() != has.state();
                    needed |= !had.tcb().options().equals(has.tcb().options());
                }
                needed |= frame.facts().stream().anyMatch(TurnsTest::isTurn);
                assertThat(turns.contains(frame.index())).as(scenario.id()).isEqualTo(needed);
                before = frame;
            }
        }
    }

    private static boolean isTurn(Fact fact) {
        return fact instanceof Fact.StateChanged
                || fact instanceof Fact.Crashed
                || fact instanceof Fact.Rebooted
                || fact instanceof Fact.OptionsChanged
                || (fact instanceof Fact.Sent sent && sent.flight().segment().flags().syn())
                || (fact instanceof Fact.Entered in && in.flight().segment().flags().syn());
    }

    @Test
    void aLongTransferHasFewTurns() {
        Timeline timeline = Simulation.run(LongRuns.transfer(20_000)).timeline();
        assertThat(timeline.frames().size()).isEqualTo(20_000);
        assertThat(timeline.index().turns()).isLessThan(20);
        assertThat(timeline.frame(17_000).atNanos()).isEqualTo(timeline.atNanos(17_000));
    }
}
