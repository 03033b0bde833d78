package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.abort;
import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.connect;
import static dev.handshakelab.testing.Stage.listen;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerTest {
    private static List<Long> callTimes(Run run) {
        return run.timeline().frames().stream()
                .flatMap(frame -> frame.facts().stream())
                .filter(Fact.Called.class::isInstance)
                .map(Fact::atNanos)
                .toList();
    }

    @Test
    void aFollowerCountsFromTheStepBeforeIt() {
        Run run =
                new Stage()
                        .at(10, listen(B))
                        .then(20, connect(A))
                        .then(300, close(A))
                        .untilMillis(2000)
                        .run();
        assertThat(callTimes(run)).containsExactly(millis(10), millis(30), millis(330));
    }

    @Test
    void aFollowerInFirstPlaceCountsFromTheBeginning() {
        assertThat(callTimes(new Stage().then(7, listen(B)).run())).containsExactly(millis(7));
    }

    @Test
    void aConditionIsSeenInTheStepThatMakesItTrue() {
        Run run =
                new Stage()
                        .when(new Condition.InState(A, TcpState.ESTABLISHED), 100, close(A))
                        .established()
                        .untilMillis(1000)
                        .run();
        assertThat(callTimes(run)).containsExactly(0L, 0L, millis(120));
    }

    @Test
    void aConditionThatHoldsFromTheBeginningNeedsNoStep() {
        Run run = new Stage().when(new Condition.NetworkEmpty(), 3, listen(B)).run();
        assertThat(callTimes(run)).containsExactly(millis(3));
    }

    @Test
    void aStepHappensOnce() {
        Run run =
                new Stage()
                        .established()
                        .when(new Condition.InState(A, TcpState.ESTABLISHED), 0, send(A, "x"))
                        .untilMillis(1000)
                        .run();
        assertThat(run.last().b().delivered().all().asText()).isEqualTo("x");
        assertThat(callTimes(run)).hasSize(3);
    }

    @Test
    void aCallAtAHostThatIsDownIsPassedOver() {
        Run run = new Stage().at(0, new Action.Crash(A, true), connect(A)).at(10, listen(B)).run();
        assertThat(run.timeline().lastIndex()).isEqualTo(2);
        assertThat(run.timeline().frames())
                .extracting(Frame::atNanos)
                .containsExactly(0L, 0L, millis(10));
    }

    @Test
    void conditionsLookAtTheirOwnSideAndNumber() {
        Run run = new Stage().established().at(100, send(A, "hello")).untilMillis(1000).run();
        World last = run.last();
        assertThat(Conditions.holds(last, new Condition.WasInState(B, TcpState.SYN_RECEIVED)))
                .isTrue();
        assertThat(Conditions.holds(last, new Condition.WasInState(A, TcpState.SYN_RECEIVED)))
                .isFalse();
        assertThat(Conditions.holds(last, new Condition.Delivered(B, 5))).isTrue();
        assertThat(Conditions.holds(last, new Condition.Delivered(B, 6))).isFalse();
        assertThat(Conditions.holds(last, new Condition.DeliveredText(B, "hello"))).isTrue();
        assertThat(Conditions.holds(last, new Condition.DeliveredText(B, "hullo"))).isFalse();
        assertThat(Conditions.holds(last, new Condition.HasSent(A, Flags.SYN, 1))).isTrue();
        assertThat(Conditions.holds(last, new Condition.HasSent(A, Flags.SYN, 2))).isFalse();
        assertThat(Conditions.holds(last, new Condition.HasSent(A, Flags.NONE, 3))).isTrue();
        assertThat(Conditions.holds(last, new Condition.HasReceived(A, Flags.SYN_ACK, 1))).isTrue();
        assertThat(Conditions.holds(last, new Condition.HasReceived(B, Flags.SYN_ACK, 1)))
                .isFalse();
        assertThat(Conditions.holds(last, new Condition.Not(new Condition.Delivered(B, 5))))
                .isFalse();
        assertThat(Conditions.holds(last, new Condition.Not(new Condition.Delivered(B, 6))))
                .isTrue();
    }

    @Test
    void acknowledgedMeansNothingIsLeftToSendOrToConfirm() {
        Run run = new Stage().established().at(100, send(A, "hello")).untilMillis(1000).run();
        Condition all = new Condition.AllAcknowledged(A);
        int sent =
                run.timeline().frames().stream()
                        .filter(frame -> frame.atNanos() == millis(100))
                        .findFirst()
                        .orElseThrow()
                        .index();
        assertThat(Conditions.holds(run.worldAt(sent), all)).isFalse();
        assertThat(Conditions.holds(run.worldAt(sent), new Condition.NetworkEmpty())).isFalse();
        assertThat(Conditions.holds(run.last(), all)).isTrue();
        assertThat(Conditions.holds(run.last(), new Condition.NetworkEmpty())).isTrue();
    }

    @Test
    void aGoalIsReachedAtTheEndOrOnce() {
        Run run = new Stage().established().run();
        Condition sent = new Condition.InState(A, TcpState.SYN_SENT);
        assertThat(GoalCheck.once(sent).isReached(run)).isTrue();
        assertThat(GoalCheck.once(sent).firstFrame(run)).hasValue(2);
        assertThat(GoalCheck.atTheEnd(sent).isReached(run)).isFalse();
        Condition open = new Condition.InState(B, TcpState.ESTABLISHED);
        assertThat(GoalCheck.atTheEnd(open).isReached(run)).isTrue();
        assertThat(GoalCheck.once(sent, open).isReached(run)).isFalse();
    }

    @Test
    void deliveredTextCountsFromTheLastConnection() {
        Run run =
                new Stage()
                        .established()
                        .at(100, send(A, "one"))
                        .at(200, abort(A))
                        .at(300, listen(B), connect(A))
                        .at(400, send(A, "two"))
                        .untilMillis(500)
                        .run();
        assertThat(run.last().b().delivered().all().asText()).isEqualTo("two");
    }
}
