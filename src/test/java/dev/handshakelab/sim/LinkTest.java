package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.nth;
import static dev.handshakelab.testing.Stage.nthText;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static Flight first(Run run, Side from) {
        return run.timeline().flights().stream()
                .filter(f -> f.from() == from)
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> facts(Run run, Class<? extends Fact> type) {
        return run.timeline().frames().stream()
                .flatMap(frame -> frame.facts().stream())
                .filter(type::isInstance)
                .toList();
    }

    private static long lost(Run run) {
        return run.timeline().flights().stream().filter(Flight::isLost).count();
    }

    @Test
    void aSegmentNeedsTheDelayOfTheLink() {
        Run run = new Stage().link(25, 0, 1).established().run();
        assertThat(first(run, A).fate()).isEqualTo(new Fate.Arrives(millis(25)));
    }

    @Test
    void jitterAddsAtMostWhatThePlanSaysAndDependsOnTheSeed() {
        Set<Fate> fates = new java.util.HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            Run run = new Stage().link(10, 5, seed).established().run();
            assertThat(first(run, A).endsAtNanos()).isBetween(millis(10), millis(15));
            fates.add(first(run, A).fate());
        }
        assertThat(fates).hasSizeGreaterThan(40);
    }

    @Test
    void aDroppedSegmentIsLostHalfWayInAFrameOfItsOwn() {
        Run run =
                new Stage()
                        .established()
                        .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Drop())
                        .run();
        var frame = run.timeline().frame(3);
        assertThat(frame.atNanos()).isEqualTo(millis(5));
        assertThat(frame.facts()).hasSize(1).first().isInstanceOf(Fact.Lost.class);
        assertThat(frame.inTransit()).isEmpty();
        assertThat(run.timeline().frame(2).inTransit()).hasSize(1);
    }

    @Test
    void theFirstRuleThatDecidesWins() {
        Run run =
                new Stage()
                        .established()
                        .fault(nth(A, Flags.SYN, Flags.NONE), new Verdict.Pass())
                        .fault(nth(A, Flags.SYN, Flags.NONE), new Verdict.Drop())
                        .run();
        assertThat(lost(run)).isZero();
    }

    @Test
    void aRuleThatChanceDecidedAgainstLeavesTheDecisionToTheNext() {
        Run run =
                new Stage()
                        .established()
                        .fault(Match.ANY, new Verdict.DropRandomly(0))
                        .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Drop())
                        .run();
        assertThat(lost(run)).isEqualTo(1);
    }

    @Test
    void everyRuleCountsForItself() {
        // The first data segment is decided by the first rule, and still is the first one for the
        // second rule.
        Run run =
                new Stage()
                        .established()
                        .at(100, send(A, "one"))
                        .at(200, send(A, "two"))
                        .at(300, send(A, "three"))
                        .fault(nthText(A, 1), new Verdict.Pass())
                        .fault(nthText(A, 2), new Verdict.Drop())
                        .untilMillis(400)
                        .run();
        Flight lost =
                run.timeline().flights().stream().filter(Flight::isLost).findFirst().orElseThrow();
        assertThat(lost.segment().text().asText()).isEqualTo("two");
        assertThat(lost(run)).isEqualTo(1);
    }

    @Test
    void bitsThatMustBeOffKeepASegmentFromFitting() {
        Run run =
                new Stage()
                        .established()
                        .fault(nth(B, Flags.ACK, Flags.SYN), new Verdict.Drop())
                        .run();
        assertThat(lost(run)).isZero();
        assertThat(run.last().network().fits()).containsExactly(0);
    }

    @Test
    void retransmissionsCanBeToldFromFirstTransmissions() {
        Match firstSyn =
                new Match(A, Flags.SYN, Flags.NONE, null, false, Set.of(), 0, Long.MAX_VALUE);
        Run run = new Stage().established().fault(firstSyn, new Verdict.Drop()).run();
        assertThat(lost(run)).isEqualTo(1);
        assertThat(facts(run, Fact.TimerFired.class)).hasSize(1);
    }

    @Test
    void rulesHoldForTheirTimeOnly() {
        Match early =
                new Match(null, Flags.NONE, Flags.NONE, null, null, Set.of(), 0, millis(1000));
        Run run = new Stage().established().fault(early, new Verdict.Drop()).run();
        assertThat(lost(run)).isEqualTo(1);
        assertThat(run.last().tcb(A).state().rfcName()).isEqualTo("ESTABLISHED");
    }

    @Test
    void aCopyIsASegmentOfItsOwnThatArrivesLater() {
        Run run =
                new Stage()
                        .established()
                        .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Duplicate(millis(7)))
                        .untilMillis(18)
                        .run();
        var frame = run.timeline().frame(2);
        Flight copy = frame.inTransit().get(1);
        assertThat(frame.facts()).last().isInstanceOf(Fact.Entered.class);
        assertThat(copy.origin()).isEqualTo(Flight.Origin.NETWORK_COPY);
        assertThat(copy.copyOf()).isEqualTo(frame.inTransit().getFirst().id());
        assertThat(copy.fate()).isEqualTo(new Fate.Arrives(millis(17)));
    }

    @Test
    void aHeldSegmentWaitsForItsRelease() {
        Run run =
                new Stage()
                        .established()
                        .at(500, new Action.Release(A, 0, millis(3)))
                        .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Hold())
                        .run();
        assertThat(facts(run, Fact.Rerouted.class)).hasSize(1);
        assertThat(first(run, A).fate()).isEqualTo(new Fate.Arrives(millis(503)));
        assertThat(run.timeline().frame(2).inTransit().getFirst().fate())
                .isEqualTo(new Fate.Held());
    }

    @Test
    void withoutTheCableEverythingIsLost() {
        Run run =
                new Stage()
                        .at(0, new Action.Cable(false))
                        .established()
                        .at(500, new Action.Cable(true))
                        .run();
        assertThat(lost(run)).isEqualTo(1);
        assertThat(run.last().tcb(B).state().rfcName()).isEqualTo("ESTABLISHED");
    }

    @Test
    void whatReachesAHostThatIsDownIsLost() {
        Run run =
                new Stage()
                        .established()
                        .at(5, new Action.Crash(B, true))
                        .at(50, new Action.Reboot(B))
                        .untilMillis(100)
                        .run();
        assertThat(first(run, A).fate()).isEqualTo(new Fate.Lost(millis(10)));
        assertThat(facts(run, Fact.Arrived.class)).isEmpty();
        assertThat(facts(run, Fact.Rebooted.class)).hasSize(1);
        assertThat(run.last().b().up()).isTrue();
    }

    @Test
    void aCrashEndsTheConnectionAndItsTimers() {
        Run run = new Stage().established().at(5, new Action.Crash(A, false)).untilMillis(8).run();
        List<Fact> facts = run.timeline().frame(3).facts();
        assertThat(facts.getFirst()).isInstanceOf(Fact.Crashed.class);
        assertThat(facts.get(1))
                .isInstanceOfSatisfying(
                        Fact.StateChanged.class, change -> assertThat(change.rule()).isNull());
        assertThat(facts).filteredOn(Fact.TimerStopped.class::isInstance).hasSize(2);
        assertThat(run.last().tcb(A).timers().all()).isEmpty();
    }

    @Test
    void randomLossHitsAboutAsOftenAsItSays() {
        LinkRandom random = new LinkRandom(42);
        int hits = 0;
        for (int i = 0; i < 10_000; i++) {
            hits += random.happens(0.3) ? 1 : 0;
        }
        assertThat(hits).isBetween(2850, 3150);
    }
}
