package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.nth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.NetworkChange;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.TraceFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTouchTest {
    private static final Flags FIN = Flags.parse("FIN");
    private final Run run = new Stage().established().at(50, close(Side.A), close(Side.B)).run();

    private Run touched(int frame, Touch touch) {
        Run fork = Simulation.fork(run, frame, run.timeline().frame(frame).atNanos(), touch);
        assertThat(fork).isNotNull();
        return fork;
    }

    private static List<Flight> flights(Run run, Flags flags) {
        return run.timeline().flights().stream()
                .filter(flight -> flight.segment().flags().has(flags))
                .toList();
    }

    @Test
    void theNextFinIsLostAndTheOneAfterItIsNot() {
        var rule = new FaultRule(nth(null, FIN, Flags.NONE, 1), new Verdict.Drop());
        Run fork = touched(4, new Touch.AddFault(rule));
        assertThat(fork.timeline().frame(5).facts())
                .singleElement()
                .isEqualTo(
                        new Fact.NetworkChanged(
                                fork.timeline().frame(5).atNanos(),
                                Side.A,
                                new NetworkChange.Expected(
                                        null, FIN, NetworkChange.Effect.LOSE, true)));
        assertThat(flights(fork, FIN).stream().map(Flight::isLost))
                .containsExactly(true, false, false);
        assertThat(TraceFormat.PLAIN.format(fork.timeline()))
                .contains("network will LOSE next FIN");
    }

    @Test
    void countingBeginsWithTheTouch() {
        var rule =
                new FaultRule(nth(Side.A, Flags.parse("ACK"), Flags.NONE, 1), new Verdict.Drop());
        Run fork = touched(run.timeline().indexAt(millis(50)), new Touch.AddFault(rule));
        List<Flight> acks =
                flights(fork, Flags.parse("ACK")).stream().filter(f -> f.from() == Side.A).toList();
        assertThat(acks.getFirst().isLost()).isFalse();
        assertThat(acks.stream().filter(Flight::isLost)).hasSize(1);
    }

    @Test
    void inTheLearnersHandsEverySegmentWaits() {
        Run fork = touched(0, new Touch.NetworkMode(true));
        Flight syn = fork.timeline().flights().getFirst();
        assertThat(syn.fate()).isEqualTo(new Fate.Held());
        assertThat(fork.last().network().isManual()).isTrue();
        assertThat(fork.last().inTransit()).isNotEmpty();
        int sent = fork.timeline().indexAt(0);
        Run delivered = Simulation.fork(fork, sent, millis(3), new Touch.Deliver(syn.id(), 0));
        assertThat(delivered).isNotNull();
        assertThat(delivered.timeline().flights().getFirst().fate())
                .isEqualTo(new Fate.Arrives(millis(3)));
        assertThat(delivered.timeline().flights().get(1).from()).isEqualTo(Side.B);
        assertThat(delivered.timeline().flights().get(1).fate()).isEqualTo(new Fate.Held());
    }

    @Test
    void backOnAutomaticWhatWasHeldGoesOn() {
        Run fork = touched(0, new Touch.NetworkMode(true));
        int sent = fork.timeline().indexAt(0);
        Run back = Simulation.fork(fork, sent, millis(40), new Touch.NetworkMode(false));
        assertThat(back).isNotNull();
        assertThat(back.timeline().flights().getFirst().fate())
                .isEqualTo(new Fate.Arrives(millis(50)));
        assertThat(back.last().network().isManual()).isFalse();
        assertThat(back.last().inTransit()).isEmpty();
    }

    @Test
    void whatDoesNothingSaysWhy() {
        World world = run.worldAt(2);
        for (Touch touch :
                List.of(
                        new Touch.Drop(99),
                        new Touch.Delay(99, 1),
                        new Touch.Hold(99),
                        new Touch.NetworkMode(false),
                        new Touch.Act(new ScriptStep.Action.Reboot(Side.A)),
                        new Touch.Act(new ScriptStep.Action.Release(Side.A, 0, 0)))) {
            assertThat(Simulation.apply(world, touch)).as("%s", touch).isNull();
            assertThat(Refusal.of(world, touch)).as("%s", touch).isPresent();
        }
        assertThat(Refusal.of(world, new Touch.Drop(1))).isEmpty();
    }
}
