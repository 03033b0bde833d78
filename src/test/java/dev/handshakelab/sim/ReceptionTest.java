package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.listen;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Reception.Verdict;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What A would do with a segment in the name of B, which chose 300; A chose 100. */
class ReceptionTest {
    private static final Map<TcpState, World> WORLDS = worlds();

    private static Map<TcpState, World> worlds() {
        Map<TcpState, World> worlds = new EnumMap<>(TcpState.class);
        for (Run run :
                List.of(
                        new Stage().established().at(100, close(A)).at(200, close(B)).run(),
                        new Stage().established().at(100, close(B)).at(200, close(A)).run(),
                        new Stage().established().at(100, close(A), close(B)).run(),
                        new Stage().at(0, listen(A), Stage.connect(B)).run())) {
            run.worlds().forEach(world -> worlds.putIfAbsent(world.tcb(A).state(), world));
        }
        return worlds;
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED,       'SYN',     0,   0, '',  ANSWERED_BY_RST",
        "CLOSED,       'RST',     0,   0, '',  DROPPED",
        "LISTEN,       'SYN',     90,  0, '',  CHANGES_STATE",
        "LISTEN,       'ACK',     90,  7, '',  ANSWERED_BY_RST",
        "LISTEN,       'RST',     90,  0, '',  DROPPED",
        "LISTEN,       'FIN',     90,  0, '',  DROPPED",
        "SYN_SENT,     'SYN,ACK', 300, 101, '', CHANGES_STATE",
        "SYN_SENT,     'SYN,ACK', 300, 91, '', ANSWERED_BY_RST",
        "SYN_SENT,     'RST,ACK', 0,   101, '', RESETS",
        "SYN_SENT,     'RST',     0,   0, '',  DROPPED",
        "SYN_RECEIVED, 'ACK',     301, 101, '', CHANGES_STATE",
        "SYN_RECEIVED, 'ACK',     301, 91, '', ANSWERED_BY_RST",
        "SYN_RECEIVED, 'RST',     301, 0, '',  RESETS",
        "SYN_RECEIVED, 'RST',     311, 0, '',  CHALLENGED",
        "ESTABLISHED,  'ACK',     301, 101, 'x', ACCEPTED",
        "ESTABLISHED,  'ACK',     299, 101, '', ANSWERED_BY_ACK",
        "ESTABLISHED,  'ACK',     301, 999, '', ANSWERED_BY_ACK",
        "ESTABLISHED,  'NONE',    301, 0, 'x', DROPPED",
        "ESTABLISHED,  'SYN',     400, 0, '',  CHALLENGED",
        "ESTABLISHED,  'SYN',     90,  0, '',  ANSWERED_BY_ACK",
        "ESTABLISHED,  'RST',     301, 0, '',  RESETS",
        "ESTABLISHED,  'RST',     400, 0, '',  CHALLENGED",
        "ESTABLISHED,  'RST',     99,  0, '',  DROPPED",
        "ESTABLISHED,  'FIN,ACK', 301, 101, '', CHANGES_STATE",
        "FIN_WAIT_1,   'ACK',     301, 102, '', CHANGES_STATE",
        "FIN_WAIT_1,   'FIN,ACK', 301, 101, '', CHANGES_STATE",
        "FIN_WAIT_2,   'FIN,ACK', 301, 102, '', CHANGES_STATE",
        "FIN_WAIT_2,   'RST',     400, 0, '',  CHALLENGED",
        "CLOSE_WAIT,   'RST',     302, 0, '',  RESETS",
        "CLOSE_WAIT,   'ACK',     302, 101, '', ACCEPTED",
        "CLOSING,      'ACK',     302, 102, '', CHANGES_STATE",
        "CLOSING,      'RST',     302, 0, '',  RESETS",
        "LAST_ACK,     'ACK',     302, 102, '', CHANGES_STATE",
        "LAST_ACK,     'ACK',     302, 101, '', ACCEPTED",
        "TIME_WAIT,    'FIN,ACK', 301, 102, '', ACCEPTED",
        "TIME_WAIT,    'RST',     302, 0, '',  RESETS",
        "TIME_WAIT,    'SYN',     90,  0, '',  ANSWERED_BY_ACK"
    })
    void aSegmentIsJudgedAsTheStateDemands(
            TcpState state, String flags, int seq, int ack, String text, Verdict expected) {
        World world = Objects.requireNonNull(WORLDS.get(state));
        Segment segment =
                Segment.of(seq, ack, Flags.parse(flags), 1000).withText(Octets.utf8(text));
        Reception reception = Reception.of(world, B, segment);
        assertThat(reception.verdict()).as("%s", reception.frame().facts()).isEqualTo(expected);
        assertThat(reception.from()).isEqualTo(state);
        boolean changes = expected == Verdict.CHANGES_STATE || expected == Verdict.RESETS;
        assertThat(reception.to() != state).isEqualTo(changes);
        assertThat(reception.frame().facts()).anyMatch(Fact.RuleFired.class::isInstance);
    }

    @Test
    void theReasonHasItsNumbers() {
        World world = Objects.requireNonNull(WORLDS.get(TcpState.ESTABLISHED));
        Reception reception = Reception.of(world, B, Segment.of(400, 0, Flags.RST, 0));
        assertThat(reception.frame().facts())
                .filteredOn(Fact.RuleFired.class::isInstance)
                .map(fact -> ((Fact.RuleFired) fact).firing())
                .filteredOn(firing -> firing.rule() == Rule.R_RST_CHALLENGE)
                .singleElement()
                .satisfies(firing ->
                        assertThat(firing.checks())
                                .asString()
                                .contains("SEG.SEQ=400")
                                .contains("RCV.NXT=301"));
    }

    @Test
    void nobodyLooksAtASegmentForAHostThatIsDown() {
        World world = new Stage().established().at(100, new Action.Crash(A, true)).run().last();
        assertThat(Reception.of(world, B, Segment.of(301, 0, Flags.RST, 0)).verdict())
                .isEqualTo(Verdict.HOST_DOWN);
    }

    @Test
    void aForecastComesTrue() {
        World world = Objects.requireNonNull(WORLDS.get(TcpState.ESTABLISHED));
        Segment segment = Segment.of(301, 101, Flags.FIN_ACK, 500);
        Reception reception = Reception.of(world, B, segment);
        Step injected =
                Objects.requireNonNull(
                        Simulation.apply(
                                world,
                                new Touch.Act(
                                        new Action.Inject(
                                                B,
                                                segment,
                                                dev.handshakelab.timeline.Flight.Origin.FORGED,
                                                1))));
        Step arrived = Objects.requireNonNull(Simulation.step(injected.world()));
        assertThat(arrived.frame().a().state()).isEqualTo(reception.to());
    }
}
