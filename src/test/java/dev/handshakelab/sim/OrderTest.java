package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.connect;
import static dev.handshakelab.testing.Stage.forge;
import static dev.handshakelab.testing.Stage.listen;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.nth;
import static dev.handshakelab.testing.Stage.segment;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.TraceFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static List<Fact> causes(Run run) {
        return run.timeline().frames().stream()
                .skip(1)
                .map(frame -> frame.facts().getFirst())
                .toList();
    }

    private static String trace(Run run) {
        return TraceFormat.PLAIN.withChecks(true).format(run.timeline());
    }

    private static Stage lossy(long seed) {
        return new Stage()
                .link(10, 30, seed)
                .established()
                .when(
                        new ScriptStep.Condition.InState(A, TcpState.ESTABLISHED),
                        0,
                        send(A, "a".repeat(900)))
                .when(
                        new ScriptStep.Condition.InState(B, TcpState.ESTABLISHED),
                        0,
                        send(B, "b".repeat(700)))
                .when(new ScriptStep.Condition.Delivered(B, 900), 0, close(A))
                .when(new ScriptStep.Condition.InState(B, TcpState.CLOSE_WAIT), 20, close(B))
                .fault(Match.ANY, new Verdict.DropRandomly(0.2))
                .fault(Match.ANY, new Verdict.DuplicateRandomly(0.2, millis(50)))
                .fault(Match.ANY, new Verdict.DelayRandomly(0.3, millis(200)))
                .untilMillis(2_000_000);
    }

    @Test
    void theSamePlanAlwaysGivesTheSameStory() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(trace(lossy(seed).run())).isEqualTo(trace(lossy(seed).run()));
        }
    }

    @Test
    void anotherSeedGivesAnotherStory() {
        assertThat(trace(lossy(1).run())).isNotEqualTo(trace(lossy(2).run()));
    }

    @Test
    void anOldWorldStillLeadsToTheSameStep() {
        Run run = lossy(3).run();
        for (int i = 0; i < run.timeline().lastIndex(); i++) {
            Step again = Simulation.step(run.worldAt(i));
            assertThat(again).isNotNull();
            assertThat(again.frame()).isEqualTo(run.timeline().frame(i + 1));
            assertThat(again.world()).isEqualTo(run.worldAt(i + 1));
        }
        assertThat(Simulation.step(run.last())).isNull();
    }

    @Test
    void lossyRunsEndWithBothSidesClosed() {
        for (long seed = 0; seed < 20; seed++) {
            Run run = lossy(seed).run();
            assertThat(run.last().tcb(A).state()).as(trace(run)).isEqualTo(TcpState.CLOSED);
            assertThat(run.last().tcb(B).state()).as(trace(run)).isEqualTo(TcpState.CLOSED);
            assertThat(run.last().b().delivered().octets()).isEqualTo(900);
            assertThat(run.last().a().delivered().octets()).isEqualTo(700);
        }
    }

    @Test
    void framesAreNumberedAndTimeNeverGoesBack() {
        Run run = lossy(4).run();
        assertThat(run.timeline().frames().getFirst().facts()).isEmpty();
        long before = 0;
        for (int i = 0; i < run.timeline().frames().size(); i++) {
            Frame frame = run.timeline().frame(i);
            assertThat(frame.index()).isEqualTo(i);
            assertThat(frame.atNanos()).isGreaterThanOrEqualTo(before);
            assertThat(frame.facts()).allMatch(fact -> fact.atNanos() == frame.atNanos());
            before = frame.atNanos();
        }
        assertThat(run.timeline().flights())
                .extracting(f -> f.id())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void everyChangeOfStateNamesItsRule() {
        for (long seed = 0; seed < 20; seed++) {
            for (Frame frame : lossy(seed).run().timeline().frames()) {
                for (Fact fact : frame.facts()) {
                    if (fact instanceof Fact.StateChanged change) {
                        assertThat(change.rule()).isNotNull();
                    }
                }
            }
        }
    }

    @Test
    void stepsOfTheSameTimeHappenInTheOrderOfTheScript() {
        Run run = new Stage().at(5, listen(B), connect(A)).at(5, close(A)).untilMillis(6).run();
        assertThat(causes(run)).extracting(Fact::side).containsExactly(B, A, A);
    }

    @Test
    void anArrivalComesBeforeATimerOfTheSameTime() {
        // The SYN,ACK arrives in the very moment of the first retransmission, and the timer does
        // not fire.
        Run run =
                new Stage()
                        .established()
                        .fault(nth(B, Flags.SYN, Flags.NONE, 1), new Verdict.Delay(millis(980)))
                        .untilMillis(1009)
                        .run();
        assertThat(run.timeline().frame(4).atNanos()).isEqualTo(millis(1000));
        assertThat(causes(run)).noneMatch(Fact.TimerFired.class::isInstance);
        assertThat(run.last().tcb(A).state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void timersOfTheSameTimeFireAtABeforeB() {
        Run run =
                new Stage()
                        .at(0, connect(B), connect(A))
                        .fault(Match.ANY, new Verdict.Drop())
                        .untilMillis(1000)
                        .run();
        assertThat(causes(run))
                .filteredOn(Fact.TimerFired.class::isInstance)
                .extracting(Fact::side)
                .containsExactly(A, B);
    }

    @Test
    void segmentsThatArriveTogetherAreAcknowledgedTogether() {
        Run run =
                new Stage()
                        .iss(A, 99)
                        .iss(B, 299)
                        .established()
                        .at(
                                1000,
                                forge(A, segment(100, 300, Flags.ACK, "one")),
                                forge(A, segment(103, 300, Flags.ACK, "two")))
                        .untilMillis(1010)
                        .run();
        List<Frame> arrivals =
                run.timeline().frames().stream()
                        .filter(frame -> frame.atNanos() == millis(1010))
                        .toList();
        assertThat(arrivals).hasSize(2);
        assertThat(arrivals.getFirst().facts()).noneMatch(Fact.Sent.class::isInstance);
        assertThat(arrivals.getLast().facts())
                .filteredOn(Fact.Sent.class::isInstance)
                .singleElement()
                .extracting(fact -> ((Fact.Sent) fact).flight().segment().ack())
                .isEqualTo(106);
    }

    @Test
    void theBoundsEndARun() {
        assertThat(new Stage().established().maxSteps(3).run().timeline().lastIndex()).isEqualTo(3);
        assertThat(new Stage().established().untilMillis(20).run().timeline().endNanos())
                .isEqualTo(millis(20));
        assertThat(new Stage().established().untilMillis(19).run().timeline().endNanos())
                .isEqualTo(millis(10));
    }

    @Test
    void theFirstFactIsTheCauseAndSegmentsComeLast() {
        Frame frame = new Stage().established().run().timeline().frame(2);
        assertThat(frame.facts().getFirst()).isInstanceOf(Fact.Called.class);
        assertThat(frame.facts().get(1)).isInstanceOf(Fact.RuleFired.class);
        assertThat(frame.facts().get(2)).isInstanceOf(Fact.StateChanged.class);
        assertThat(frame.facts()).last().isInstanceOf(Fact.Sent.class);
    }
}
