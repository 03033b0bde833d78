package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.connect;
import static dev.handshakelab.testing.Stage.forge;
import static dev.handshakelab.testing.Stage.nth;
import static dev.handshakelab.testing.Stage.old;
import static dev.handshakelab.testing.Stage.segment;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.testing.Golden;
import dev.handshakelab.testing.Rows;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.TraceFormat;
import org.junit.jupiter.api.Test;

/** Cases that RFC 9293 decides but does not draw. */
class GoldenCasesTest {
    private static void golden(String name, Run run) {
        Golden.check(name, TraceFormat.PLAIN.format(run.timeline()));
    }

    /** Both ESTABLISHED, A to send 100, B to send 300. */
    private static Stage pair() {
        return new Stage().iss(A, 99).iss(B, 299).established();
    }

    @Test
    void finThatAcknowledgesOurFinSkipsFinWait2() {
        Run run =
                pair().at(1000, close(A))
                        .at(1100, close(B))
                        .fault(nth(B, Flags.ACK, Flags.SYN, 1), new Verdict.Drop())
                        .run();
        Rows.check(
                run,
                1000,
                1200,
                """
                FIN-WAIT-1 | ESTABLISHED | A CLOSE                         | A SEQ=100 ACK=300 CTL=FIN,ACK | U-CLOSE-ESTAB
                FIN-WAIT-1 | CLOSE-WAIT  | B < SEQ=100 ACK=300 CTL=FIN,ACK | B SEQ=300 ACK=101 CTL=ACK     | R-FIN-ESTAB
                FIN-WAIT-1 | CLOSE-WAIT  | B loses SEQ=300 ACK=101 CTL=ACK |                               |
                FIN-WAIT-1 | LAST-ACK    | B CLOSE                         | B SEQ=300 ACK=101 CTL=FIN,ACK | U-CLOSE-CW
                TIME-WAIT  | LAST-ACK    | A < SEQ=300 ACK=101 CTL=FIN,ACK | A SEQ=101 ACK=301 CTL=ACK     | R-FW1-ACK-FIN R-FIN-FW2 R-FIN-FW1-ACKED
                TIME-WAIT  | CLOSED      | B < SEQ=101 ACK=301 CTL=ACK     |                               | R-LASTACK-ACK-FIN
                """);
        golden("fin-acknowledges-fin", run);
    }

    @Test
    void finThatDoesNotAcknowledgeOursLeadsToClosing() {
        Run run =
                pair().at(1000, close(A), forge(B, segment(300, 100, Flags.FIN_ACK)))
                        .fault(nth(A, Flags.FIN, Flags.NONE), new Verdict.Drop())
                        .untilMillis(1015)
                        .run();
        Rows.check(
                run,
                1010,
                1015,
                """
                CLOSING | ESTABLISHED | A < SEQ=300 ACK=100 CTL=FIN,ACK | A SEQ=101 ACK=301 CTL=ACK | R-FIN-FW1
                """);
    }

    @Test
    void connectionRefused() {
        Run run = new Stage().at(0, connect(A)).run();
        Rows.check(
                run,
                """
                SYN-SENT | CLOSED | A OPEN active                 | A SEQ=100 CTL=SYN           | U-OPEN-ACTIVE
                SYN-SENT | CLOSED | B < SEQ=100 CTL=SYN           | B SEQ=0 ACK=101 CTL=RST,ACK | R-CLOSED-NOACK
                CLOSED   | CLOSED | A < SEQ=0 ACK=101 CTL=RST,ACK |                             | R-SYNSENT-RST-OK
                """);
        golden("refused", run);
    }

    private static Stage assassination() {
        return pair().at(1000, close(A))
                .at(1100, close(B))
                .at(2000, old(B, segment(255, 33, Flags.ACK)));
    }

    @Test
    void timeWaitAssassination() {
        Run run = assassination().run();
        Rows.check(
                run,
                2000,
                600_000,
                """
                TIME-WAIT | CLOSED | B ... SEQ=255 ACK=33 CTL=ACK |                           |
                TIME-WAIT | CLOSED | A < SEQ=255 ACK=33 CTL=ACK   | A SEQ=101 ACK=301 CTL=ACK | R-SEQ-BAD
                TIME-WAIT | CLOSED | B < SEQ=101 ACK=301 CTL=ACK  | B SEQ=301 CTL=RST         | R-CLOSED-ACK
                CLOSED    | CLOSED | A < SEQ=301 CTL=RST          |                           | R-RST-CLOSING
                """);
        golden("assassination", run);
    }

    @Test
    void timeWaitSurvivesTheAssassinWithRfc1337() {
        Run run = assassination().options(o -> o.with(Switch.RFC_1337)).run();
        Rows.check(
                run,
                2030,
                600_000,
                """
                TIME-WAIT | CLOSED | A < SEQ=301 CTL=RST | | R-TW-RST-1337
                CLOSED    | CLOSED | A TIME_WAIT         | | T-2MSL
                """);
        // 2MSL counts from the FIN at 1.11 s, not from the RST.
        assertThat(run.timeline().endNanos()).isEqualTo(Stage.millis(1_110 + 240_000));
    }

    @Test
    void sequenceNumbersWrap() {
        Run run =
                new Stage()
                        .iss(A, -6)
                        .iss(B, -1)
                        .established()
                        .at(100, send(A, "ten octets"))
                        .at(200, close(A))
                        .untilMillis(300)
                        .run();
        Rows.check(
                run,
                """
                CLOSED      | LISTEN       | B OPEN passive                                  |                                         | U-OPEN-PASSIVE
                SYN-SENT    | LISTEN       | A OPEN active                                   | A SEQ=4294967290 CTL=SYN                | U-OPEN-ACTIVE
                SYN-SENT    | SYN-RECEIVED | B < SEQ=4294967290 CTL=SYN                      | B SEQ=4294967295 ACK=4294967291 CTL=SYN,ACK | R-LISTEN-SYN
                ESTABLISHED | SYN-RECEIVED | A < SEQ=4294967295 ACK=4294967291 CTL=SYN,ACK   | A SEQ=4294967291 ACK=0 CTL=ACK          | R-SYNSENT-SYNACK
                ESTABLISHED | ESTABLISHED  | B < SEQ=4294967291 ACK=0 CTL=ACK                |                                         | R-SYNRCVD-ACK
                ESTABLISHED | ESTABLISHED  | A SEND                                          | A SEQ=4294967291 ACK=0 DATA=10 CTL=ACK  | U-SEND-DATA
                ESTABLISHED | ESTABLISHED  | B < SEQ=4294967291 ACK=0 DATA=10 CTL=ACK        | B SEQ=0 ACK=5 CTL=ACK                   | R-TEXT
                ESTABLISHED | ESTABLISHED  | A < SEQ=0 ACK=5 CTL=ACK                         |                                         | R-ACK-NEW
                FIN-WAIT-1  | ESTABLISHED  | A CLOSE                                         | A SEQ=5 ACK=0 CTL=FIN,ACK               | U-CLOSE-ESTAB
                FIN-WAIT-1  | CLOSE-WAIT   | B < SEQ=5 ACK=0 CTL=FIN,ACK                     | B SEQ=0 ACK=6 CTL=ACK                   | R-FIN-ESTAB
                FIN-WAIT-2  | CLOSE-WAIT   | A < SEQ=0 ACK=6 CTL=ACK                         |                                         | R-FW1-ACK-FIN
                """);
        golden("wrap-around", run);
    }

    @Test
    void threeForgedResets() {
        Run run =
                pair().at(1000, forge(B, segment(250, 0, Flags.RST)))
                        .at(1100, forge(B, segment(900, 0, Flags.RST)))
                        .at(1200, forge(B, segment(1300, 0, Flags.RST)))
                        .at(1300, forge(B, segment(300, 0, Flags.RST)))
                        .run();
        Rows.check(
                run,
                1000,
                1400,
                """
                ESTABLISHED | ESTABLISHED | B ... SEQ=250 CTL=RST       |                           |
                ESTABLISHED | ESTABLISHED | A < SEQ=250 CTL=RST         |                           | R-SEQ-BAD-RST
                ESTABLISHED | ESTABLISHED | B ... SEQ=900 CTL=RST       |                           |
                ESTABLISHED | ESTABLISHED | A < SEQ=900 CTL=RST         | A SEQ=100 ACK=300 CTL=ACK | R-RST-CHALLENGE
                ESTABLISHED | ESTABLISHED | B < SEQ=100 ACK=300 CTL=ACK |                           |
                ESTABLISHED | ESTABLISHED | B ... SEQ=1300 CTL=RST      |                           |
                ESTABLISHED | ESTABLISHED | A < SEQ=1300 CTL=RST        |                           | R-SEQ-BAD-RST
                ESTABLISHED | ESTABLISHED | B ... SEQ=300 CTL=RST       |                           |
                CLOSED      | ESTABLISHED | A < SEQ=300 CTL=RST         |                           | R-RST-SYNC
                """);
        golden("three-resets", run);
    }

    @Test
    void acknowledgmentsOutsideTheRange() {
        Run run =
                pair().at(1000, forge(B, segment(300, 101, Flags.ACK, "EVIL")))
                        .at(1100, forge(B, segment(300, 100 - 2000, Flags.ACK, "EVIL")))
                        .at(1200, forge(B, segment(300, 100 - 500, Flags.ACK, "EVIL")))
                        .untilMillis(1215)
                        .run();
        Rows.check(
                run,
                1000,
                1215,
                """
                ESTABLISHED | ESTABLISHED | B ... SEQ=300 ACK=101 DATA=4 CTL=ACK        |                           |
                ESTABLISHED | ESTABLISHED | A < SEQ=300 ACK=101 DATA=4 CTL=ACK          | A SEQ=100 ACK=300 CTL=ACK | R-ACK-FUTURE
                ESTABLISHED | ESTABLISHED | B < SEQ=100 ACK=300 CTL=ACK                 |                           |
                ESTABLISHED | ESTABLISHED | B ... SEQ=300 ACK=4294965396 DATA=4 CTL=ACK |                           |
                ESTABLISHED | ESTABLISHED | A < SEQ=300 ACK=4294965396 DATA=4 CTL=ACK   | A SEQ=100 ACK=300 CTL=ACK | R-ACK-RANGE
                ESTABLISHED | ESTABLISHED | B < SEQ=100 ACK=300 CTL=ACK                 |                           |
                ESTABLISHED | ESTABLISHED | B ... SEQ=300 ACK=4294966896 DATA=4 CTL=ACK |                           |
                ESTABLISHED | ESTABLISHED | A < SEQ=300 ACK=4294966896 DATA=4 CTL=ACK   | A SEQ=100 ACK=304 CTL=ACK | R-ACK-DUP R-TEXT
                """);
        assertThat(run.last().a().delivered().all().asText()).isEqualTo("EVIL");
        golden("ack-range", run);
    }

    @Test
    void closeBeforeEstablished() {
        Run run =
                new Stage()
                        .established()
                        .at(20, close(B))
                        .at(100, new Action.Release(B, 1, 0))
                        .fault(nth(B, Flags.SYN, Flags.NONE, 1), new Verdict.Hold())
                        .run();
        Rows.check(
                run,
                20,
                20_000,
                """
                SYN-SENT    | FIN-WAIT-1 | B CLOSE                                | B SEQ=301 ACK=101 CTL=FIN,ACK | U-CLOSE-SYNRCVD-NODATA
                SYN-SENT    | FIN-WAIT-1 | A < SEQ=301 ACK=101 CTL=FIN,ACK        |                               | R-SYNSENT-NEITHER R-FIN-UNSYNC
                SYN-SENT    | FIN-WAIT-1 | B rerouted SEQ=300 ACK=101 CTL=SYN,ACK |                               |
                ESTABLISHED | FIN-WAIT-1 | A < SEQ=300 ACK=101 CTL=SYN,ACK        | A SEQ=101 ACK=301 CTL=ACK     | R-SYNSENT-SYNACK
                ESTABLISHED | FIN-WAIT-1 | B < SEQ=101 ACK=301 CTL=ACK            |                               |
                ESTABLISHED | FIN-WAIT-1 | B RETRANSMISSION                       | B SEQ=301 ACK=101 CTL=FIN,ACK | T-RTX-FIN
                CLOSE-WAIT  | FIN-WAIT-1 | A < SEQ=301 ACK=101 CTL=FIN,ACK        | A SEQ=101 ACK=302 CTL=ACK     | R-FIN-ESTAB
                CLOSE-WAIT  | FIN-WAIT-2 | B < SEQ=101 ACK=302 CTL=ACK            |                               | R-FW1-ACK-FIN
                """);
        golden("close-before-established", run);
    }

    @Test
    void textAndFinInOneSegment() {
        Run run =
                pair().at(1000, forge(A, segment(100, 300, Flags.FIN_ACK, "abc")))
                        .untilMillis(1015)
                        .run();
        Rows.check(
                run,
                1010,
                1015,
                """
                ESTABLISHED | CLOSE-WAIT | B < SEQ=100 ACK=300 DATA=3 CTL=FIN,ACK | B SEQ=300 ACK=104 CTL=ACK | R-TEXT R-FIN-ESTAB
                """);
        assertThat(run.last().b().delivered().all().asText()).isEqualTo("abc");
        assertThat(run.last().tcb(B).state()).isEqualTo(TcpState.CLOSE_WAIT);
    }

    /**
     * RFC 6298 (5.3): the acknowledgment of the SYN starts the timer anew for the text that leaves
     * with it.
     */
    @Test
    void textBehindAnAcknowledgedSynHasATimerOfItsOwn() {
        Run run = new Stage().established().at(5, send(A, "hello")).untilMillis(20).run();
        assertThat(run.last().tcb(A).state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(run.last().tcb(A).retransmissionQueue()).hasSize(1);
        var timer = run.last().tcb(A).timers().get(TimerKind.RETRANSMISSION);
        assertThat(timer).isNotNull();
        assertThat(timer.startedAtNanos()).isEqualTo(Stage.millis(20));
        assertThat(timer.dueAtNanos()).isEqualTo(Stage.millis(1020));
    }

    /** RFC 6298 (5.7): after a lost SYN the text begins with an RTO of 3 s. */
    @Test
    void textAfterALostSynBeginsWithThreeSeconds() {
        Run run =
                new Stage()
                        .established()
                        .at(500, send(A, "hello"))
                        .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Drop())
                        .untilMillis(1020)
                        .run();
        var timer = run.last().tcb(A).timers().get(TimerKind.RETRANSMISSION);
        assertThat(timer).isNotNull();
        assertThat(timer.dueAtNanos()).isEqualTo(Stage.millis(1020 + 3000));
    }

    /** The same on the passive side, where the text was queued in SYN-RECEIVED. */
    @Test
    void textQueuedInSynReceivedHasATimerOfItsOwn() {
        Run run = new Stage().established().at(15, send(B, "hello")).untilMillis(30).run();
        assertThat(run.last().tcb(B).retransmissionQueue()).hasSize(1);
        var timer = run.last().tcb(B).timers().get(TimerKind.RETRANSMISSION);
        assertThat(timer).isNotNull();
        assertThat(timer.startedAtNanos()).isEqualTo(Stage.millis(30));
    }
}
