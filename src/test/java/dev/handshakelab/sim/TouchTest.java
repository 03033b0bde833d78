package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight.Fate;
import org.junit.jupiter.api.Test;

class TouchTest {
    /** Frame 2: A's SYN, flight 1, is on its way and due at 10 ms. */
    private final Run run = new Stage().established().run();

    private Run fork(long atMillis, Touch touch) {
        Run fork = Simulation.fork(run, 2, millis(atMillis), touch);
        assertThat(fork).isNotNull();
        return fork;
    }

    private Fate fate(Run fork) {
        return fork.timeline().flights().getFirst().fate();
    }

    @Test
    void aForkKeepsWhatWasAndChangesWhatComes() {
        Run fork = fork(4, new Touch.Drop(1));
        assertThat(fork.timeline().frames().subList(0, 3))
                .isEqualTo(run.timeline().frames().subList(0, 3));
        assertThat(fork.timeline().frame(3).facts())
                .hasSize(1)
                .first()
                .isInstanceOf(Fact.Lost.class);
        assertThat(fork.timeline().frame(3).atNanos()).isEqualTo(millis(4));
        assertThat(fate(fork)).isEqualTo(new Fate.Lost(millis(4)));
        assertThat(fork.last().tcb(B).state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(fork.timeline().endNanos()).isEqualTo(millis(1030));
        assertThat(run.timeline().endNanos()).isEqualTo(millis(30));
    }

    @Test
    void aSegmentCanBeDelayedHeldAndDelivered() {
        assertThat(fate(fork(4, new Touch.Delay(1, millis(5)))))
                .isEqualTo(new Fate.Arrives(millis(15)));
        assertThat(fate(fork(4, new Touch.Deliver(1, 0)))).isEqualTo(new Fate.Arrives(millis(4)));
        Run held = fork(4, new Touch.Hold(1));
        assertThat(held.timeline().frame(3).inTransit().getFirst().fate())
                .isEqualTo(new Fate.Held());
        Run delivered = Simulation.fork(held, 3, millis(6), new Touch.Deliver(1, millis(1)));
        assertThat(delivered).isNotNull();
        assertThat(fate(delivered)).isEqualTo(new Fate.Arrives(millis(7)));
    }

    @Test
    void aCopyOfASegmentTravelsBesideIt() {
        Run fork = fork(4, new Touch.Duplicate(1, millis(2)));
        assertThat(fork.timeline().frame(3).inTransit()).hasSize(2);
        assertThat(fork.timeline().frame(3).inTransit().getLast().endsAtNanos())
                .isEqualTo(millis(12));
        assertThat(fork.timeline().frame(3).inTransit().getLast().copyOf()).isEqualTo(1);
    }

    @Test
    void aTimerCanFireEarly() {
        Run fork = fork(4, new Touch.FireTimer(A, TimerKind.RETRANSMISSION));
        assertThat(fork.timeline().frame(3).facts().getFirst()).isInstanceOf(Fact.TimerFired.class);
        assertThat(fork.timeline().frame(3).inTransit()).hasSize(2);
    }

    @Test
    void anApplicationCanCallAtAnyTime() {
        Run fork = Simulation.fork(run, 5, millis(5000), new Touch.Act(send(A, "later")));
        assertThat(fork).isNotNull();
        assertThat(fork.last().b().delivered().all().asText()).isEqualTo("later");
    }

    @Test
    void whatDoesNothingGivesNoStep() {
        World world = run.worldAt(2);
        assertThat(Simulation.apply(world, new Touch.Drop(99))).isNull();
        assertThat(Simulation.apply(world, new Touch.FireTimer(B, TimerKind.RETRANSMISSION)))
                .isNull();
        assertThat(Simulation.apply(world, new Touch.Act(new Action.Reboot(A)))).isNull();
        assertThat(Simulation.apply(world, new Touch.Act(new Action.Release(A, 0, 0)))).isNull();
    }

    @Test
    void timeCanNeitherGoBackNorPassOverAStep() {
        World world = run.worldAt(3);
        assertThatThrownBy(() -> Simulation.apply(world, millis(9), new Touch.Drop(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Simulation.apply(world, millis(21), new Touch.Drop(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForkMayGoOnAsLongAsThePlanDid() {
        Run bounded = new Stage().established().untilMillis(30).run();
        Run fork = Simulation.fork(bounded, 5, millis(30), new Touch.Act(send(A, "x")));
        assertThat(fork).isNotNull();
        assertThat(fork.timeline().endNanos()).isEqualTo(millis(50));
    }
}
