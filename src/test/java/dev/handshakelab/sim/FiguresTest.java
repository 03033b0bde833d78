package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.connect;
import static dev.handshakelab.testing.Stage.listen;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.nth;
import static dev.handshakelab.testing.Stage.old;
import static dev.handshakelab.testing.Stage.segment;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.testing.Golden;
import dev.handshakelab.testing.Rows;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.TraceFormat;
import org.junit.jupiter.api.Test;

/**
 * The figures 6 to 13 of RFC 9293, played by the machine. A figure's line is two rows where a
 * segment leaves and arrives.
 */
class FiguresTest {
    private static void golden(String name, Run run) {
        Golden.check(name, TraceFormat.PLAIN.format(run.timeline()));
    }

    @Test
    void figure6BasicHandshake() {
        Run run = new Stage().established().at(100, send(A, "hello")).run();
        Rows.check(
                run,
                """
                CLOSED      | LISTEN       | B OPEN passive                   |                               | U-OPEN-PASSIVE
                SYN-SENT    | LISTEN       | A OPEN active                    | A SEQ=100 CTL=SYN             | U-OPEN-ACTIVE
                SYN-SENT    | SYN-RECEIVED | B < SEQ=100 CTL=SYN              | B SEQ=300 ACK=101 CTL=SYN,ACK | R-LISTEN-SYN
                ESTABLISHED | SYN-RECEIVED | A < SEQ=300 ACK=101 CTL=SYN,ACK  | A SEQ=101 ACK=301 CTL=ACK     | R-SYNSENT-SYNACK
                ESTABLISHED | ESTABLISHED  | B < SEQ=101 ACK=301 CTL=ACK      |                               | R-SYNRCVD-ACK
                ESTABLISHED | ESTABLISHED  | A SEND                           | A SEQ=101 ACK=301 DATA=5 CTL=ACK | U-SEND-DATA
                ESTABLISHED | ESTABLISHED  | B < SEQ=101 ACK=301 DATA=5 CTL=ACK | B SEQ=301 ACK=106 CTL=ACK   | R-TEXT
                ESTABLISHED | ESTABLISHED  | A < SEQ=301 ACK=106 CTL=ACK      |                               | R-ACK-NEW
                """);
        golden("figure-06", run);
    }

    private static Stage simultaneousOpen() {
        return new Stage()
                .at(0, connect(A))
                .at(5, connect(B))
                .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Delay(millis(15)))
                .fault(nth(A, Flags.SYN, Flags.NONE, 2), new Verdict.Delay(millis(20)));
    }

    @Test
    void figure7SimultaneousOpen() {
        Run run = simultaneousOpen().run();
        Rows.check(
                run,
                """
                SYN-SENT     | CLOSED       | A OPEN active                   | A SEQ=100 CTL=SYN             | U-OPEN-ACTIVE
                SYN-SENT     | SYN-SENT     | B OPEN active                   | B SEQ=300 CTL=SYN             | U-OPEN-ACTIVE
                SYN-RECEIVED | SYN-SENT     | A < SEQ=300 CTL=SYN             | A SEQ=100 ACK=301 CTL=SYN,ACK | R-SYNSENT-SYN
                SYN-RECEIVED | SYN-RECEIVED | B < SEQ=100 CTL=SYN             | B SEQ=300 ACK=101 CTL=SYN,ACK | R-SYNSENT-SYN
                ESTABLISHED  | SYN-RECEIVED | A < SEQ=300 ACK=101 CTL=SYN,ACK |                               | R-SYNRCVD-SYNACK-CROSS R-SYNRCVD-ACK
                ESTABLISHED  | ESTABLISHED  | B < SEQ=100 ACK=301 CTL=SYN,ACK |                               | R-SYNRCVD-SYNACK-CROSS R-SYNRCVD-ACK
                """);
        golden("figure-07", run);
    }

    @Test
    void figure7ToTheLetterOfStep1() {
        Run run = simultaneousOpen().options(o -> o.with(Switch.LITERAL_STEP_1)).run();
        Rows.check(
                run,
                """
                SYN-SENT     | CLOSED       | A OPEN active                   | A SEQ=100 CTL=SYN             | U-OPEN-ACTIVE
                SYN-SENT     | SYN-SENT     | B OPEN active                   | B SEQ=300 CTL=SYN             | U-OPEN-ACTIVE
                SYN-RECEIVED | SYN-SENT     | A < SEQ=300 CTL=SYN             | A SEQ=100 ACK=301 CTL=SYN,ACK | R-SYNSENT-SYN
                SYN-RECEIVED | SYN-RECEIVED | B < SEQ=100 CTL=SYN             | B SEQ=300 ACK=101 CTL=SYN,ACK | R-SYNSENT-SYN
                SYN-RECEIVED | SYN-RECEIVED | A < SEQ=300 ACK=101 CTL=SYN,ACK | A SEQ=101 ACK=301 CTL=ACK     | R-SEQ-BAD
                SYN-RECEIVED | SYN-RECEIVED | B < SEQ=100 ACK=301 CTL=SYN,ACK | B SEQ=301 ACK=101 CTL=ACK     | R-SEQ-BAD
                SYN-RECEIVED | ESTABLISHED  | B < SEQ=101 ACK=301 CTL=ACK     |                               | R-SYNRCVD-ACK
                ESTABLISHED  | ESTABLISHED  | A < SEQ=301 ACK=101 CTL=ACK     |                               | R-SYNRCVD-ACK
                """);
        golden("figure-07-literal", run);
    }

    @Test
    void figure8OldDuplicateSyn() {
        Run run =
                new Stage()
                        .iss(B, 300, 400)
                        .established()
                        .at(5, old(A, segment(90, 0, Flags.SYN)))
                        .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Delay(millis(90)))
                        .run();
        Rows.check(
                run,
                """
                CLOSED      | LISTEN       | B OPEN passive                  |                               | U-OPEN-PASSIVE
                SYN-SENT    | LISTEN       | A OPEN active                   | A SEQ=100 CTL=SYN             | U-OPEN-ACTIVE
                SYN-SENT    | LISTEN       | A ... SEQ=90 CTL=SYN            |                               |
                SYN-SENT    | SYN-RECEIVED | B < SEQ=90 CTL=SYN              | B SEQ=300 ACK=91 CTL=SYN,ACK  | R-LISTEN-SYN
                SYN-SENT    | SYN-RECEIVED | A < SEQ=300 ACK=91 CTL=SYN,ACK  | A SEQ=91 CTL=RST              | R-SYNSENT-ACK-BAD
                SYN-SENT    | LISTEN       | B < SEQ=91 CTL=RST              |                               | R-SYNRCVD-RST-PASSIVE
                SYN-SENT    | SYN-RECEIVED | B < SEQ=100 CTL=SYN             | B SEQ=400 ACK=101 CTL=SYN,ACK | R-LISTEN-SYN
                ESTABLISHED | SYN-RECEIVED | A < SEQ=400 ACK=101 CTL=SYN,ACK | A SEQ=101 ACK=401 CTL=ACK     | R-SYNSENT-SYNACK
                ESTABLISHED | ESTABLISHED  | B < SEQ=101 ACK=401 CTL=ACK     |                               | R-SYNRCVD-ACK
                """);
        golden("figure-08", run);
    }

    @Test
    void figure8WithTheNewSynBeforeTheReset() {
        Run run =
                new Stage()
                        .iss(B, 300, 400)
                        .established()
                        .at(5, old(A, segment(90, 0, Flags.SYN)))
                        .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Delay(millis(20)))
                        .run();
        Rows.check(
                run,
                """
                CLOSED      | LISTEN       | B OPEN passive                  |                               | U-OPEN-PASSIVE
                SYN-SENT    | LISTEN       | A OPEN active                   | A SEQ=100 CTL=SYN             | U-OPEN-ACTIVE
                SYN-SENT    | LISTEN       | A ... SEQ=90 CTL=SYN            |                               |
                SYN-SENT    | SYN-RECEIVED | B < SEQ=90 CTL=SYN              | B SEQ=300 ACK=91 CTL=SYN,ACK  | R-LISTEN-SYN
                SYN-SENT    | SYN-RECEIVED | A < SEQ=300 ACK=91 CTL=SYN,ACK  | A SEQ=91 CTL=RST              | R-SYNSENT-ACK-BAD
                SYN-SENT    | LISTEN       | B < SEQ=100 CTL=SYN             |                               | R-SYNRCVD-SYN-PASSIVE
                SYN-SENT    | LISTEN       | B < SEQ=91 CTL=RST              |                               | R-LISTEN-RST
                SYN-SENT    | LISTEN       | A RETRANSMISSION                | A SEQ=100 CTL=SYN             | T-RTX-SYN
                SYN-SENT    | SYN-RECEIVED | B < SEQ=100 CTL=SYN             | B SEQ=400 ACK=101 CTL=SYN,ACK | R-LISTEN-SYN
                ESTABLISHED | SYN-RECEIVED | A < SEQ=400 ACK=101 CTL=SYN,ACK | A SEQ=101 ACK=401 CTL=ACK     | R-SYNSENT-SYNACK
                ESTABLISHED | ESTABLISHED  | B < SEQ=101 ACK=401 CTL=ACK     |                               | R-SYNRCVD-ACK
                """);
        golden("figure-08-overtaken", run);
    }

    @Test
    void figure9HalfOpenConnectionDiscovery() {
        Run run =
                new Stage()
                        .iss(A, 99, 400)
                        .iss(B, 299, 700)
                        .established()
                        .at(1000, new Action.Crash(A, false), connect(A))
                        .at(1500, listen(B))
                        .run();
        Rows.check(
                run,
                1000,
                10_000,
                """
                CLOSED      | ESTABLISHED  | A crashes                       |                               |
                SYN-SENT    | ESTABLISHED  | A OPEN active                   | A SEQ=400 CTL=SYN             | U-OPEN-ACTIVE
                SYN-SENT    | ESTABLISHED  | B < SEQ=400 CTL=SYN             | B SEQ=300 ACK=100 CTL=ACK     | R-SYN-CHALLENGE
                SYN-SENT    | ESTABLISHED  | A < SEQ=300 ACK=100 CTL=ACK     | A SEQ=100 CTL=RST             | R-SYNSENT-ACK-BAD
                SYN-SENT    | CLOSED       | B < SEQ=100 CTL=RST             |                               | R-RST-SYNC
                SYN-SENT    | LISTEN       | B OPEN passive                  |                               | U-OPEN-PASSIVE
                SYN-SENT    | LISTEN       | A RETRANSMISSION                | A SEQ=400 CTL=SYN             | T-RTX-SYN
                SYN-SENT    | SYN-RECEIVED | B < SEQ=400 CTL=SYN             | B SEQ=700 ACK=401 CTL=SYN,ACK | R-LISTEN-SYN
                ESTABLISHED | SYN-RECEIVED | A < SEQ=700 ACK=401 CTL=SYN,ACK | A SEQ=401 ACK=701 CTL=ACK     | R-SYNSENT-SYNACK
                ESTABLISHED | ESTABLISHED  | B < SEQ=401 ACK=701 CTL=ACK     |                               | R-SYNRCVD-ACK
                """);
        golden("figure-09", run);
    }

    @Test
    void figure9WithASynOutsideTheWindow() {
        Run run =
                new Stage()
                        .iss(A, 99, 40_000)
                        .iss(B, 299)
                        .established()
                        .at(1000, new Action.Crash(A, false), connect(A))
                        .run();
        Rows.check(
                run,
                1000,
                1500,
                """
                CLOSED      | ESTABLISHED  | A crashes                       |                               |
                SYN-SENT    | ESTABLISHED  | A OPEN active                   | A SEQ=40000 CTL=SYN           | U-OPEN-ACTIVE
                SYN-SENT    | ESTABLISHED  | B < SEQ=40000 CTL=SYN           | B SEQ=300 ACK=100 CTL=ACK     | R-SEQ-BAD
                SYN-SENT    | ESTABLISHED  | A < SEQ=300 ACK=100 CTL=ACK     | A SEQ=100 CTL=RST             | R-SYNSENT-ACK-BAD
                SYN-SENT    | CLOSED       | B < SEQ=100 CTL=RST             |                               | R-RST-SYNC
                """);
    }

    @Test
    void figure10ActiveSideCausesDiscovery() {
        Run run =
                new Stage()
                        .iss(A, 99)
                        .iss(B, 299)
                        .established()
                        .at(1000, new Action.Crash(A, false), send(B, "ten octets"))
                        .run();
        Rows.check(
                run,
                1000,
                10_000,
                """
                CLOSED | ESTABLISHED | A crashes                              |                                   |
                CLOSED | ESTABLISHED | B SEND                                 | B SEQ=300 ACK=100 DATA=10 CTL=ACK | U-SEND-DATA
                CLOSED | ESTABLISHED | A < SEQ=300 ACK=100 DATA=10 CTL=ACK    | A SEQ=100 CTL=RST                 | R-CLOSED-ACK
                CLOSED | CLOSED      | B < SEQ=100 CTL=RST                    |                                   | R-RST-SYNC
                """);
        golden("figure-10", run);
    }

    @Test
    void figure11OldDuplicateSynMeetsTwoListeners() {
        Run run = new Stage().at(0, listen(A), listen(B), old(A, segment(90, 0, Flags.SYN))).run();
        Rows.check(
                run,
                """
                LISTEN | CLOSED       | A OPEN passive                 |                              | U-OPEN-PASSIVE
                LISTEN | LISTEN       | B OPEN passive                 |                              | U-OPEN-PASSIVE
                LISTEN | LISTEN       | A ... SEQ=90 CTL=SYN           |                              |
                LISTEN | SYN-RECEIVED | B < SEQ=90 CTL=SYN             | B SEQ=300 ACK=91 CTL=SYN,ACK | R-LISTEN-SYN
                LISTEN | SYN-RECEIVED | A < SEQ=300 ACK=91 CTL=SYN,ACK | A SEQ=91 CTL=RST             | R-LISTEN-ACK
                LISTEN | LISTEN       | B < SEQ=91 CTL=RST             |                              | R-SYNRCVD-RST-PASSIVE
                """);
        golden("figure-11", run);
    }

    @Test
    void figure12NormalClose() {
        Run run =
                new Stage()
                        .iss(A, 99)
                        .iss(B, 299)
                        .established()
                        .at(1000, close(A))
                        .at(1100, close(B))
                        .run();
        Rows.check(
                run,
                1000,
                600_000,
                """
                FIN-WAIT-1 | ESTABLISHED | A CLOSE                         | A SEQ=100 ACK=300 CTL=FIN,ACK | U-CLOSE-ESTAB
                FIN-WAIT-1 | CLOSE-WAIT  | B < SEQ=100 ACK=300 CTL=FIN,ACK | B SEQ=300 ACK=101 CTL=ACK     | R-FIN-ESTAB
                FIN-WAIT-2 | CLOSE-WAIT  | A < SEQ=300 ACK=101 CTL=ACK     |                               | R-FW1-ACK-FIN
                FIN-WAIT-2 | LAST-ACK    | B CLOSE                         | B SEQ=300 ACK=101 CTL=FIN,ACK | U-CLOSE-CW
                TIME-WAIT  | LAST-ACK    | A < SEQ=300 ACK=101 CTL=FIN,ACK | A SEQ=101 ACK=301 CTL=ACK     | R-FIN-FW2
                TIME-WAIT  | CLOSED      | B < SEQ=101 ACK=301 CTL=ACK     |                               | R-LASTACK-ACK-FIN
                CLOSED     | CLOSED      | A TIME_WAIT                     |                               | T-2MSL
                """);
        golden("figure-12", run);
    }

    @Test
    void figure13SimultaneousClose() {
        Run run =
                new Stage()
                        .iss(A, 99)
                        .iss(B, 299)
                        .established()
                        .at(1000, close(A), close(B))
                        .fault(nth(A, Flags.FIN, Flags.NONE, 1), new Verdict.Delay(millis(5)))
                        .run();
        Rows.check(
                run,
                1000,
                600_000,
                """
                FIN-WAIT-1 | ESTABLISHED | A CLOSE                         | A SEQ=100 ACK=300 CTL=FIN,ACK | U-CLOSE-ESTAB
                FIN-WAIT-1 | FIN-WAIT-1  | B CLOSE                         | B SEQ=300 ACK=100 CTL=FIN,ACK | U-CLOSE-ESTAB
                CLOSING    | FIN-WAIT-1  | A < SEQ=300 ACK=100 CTL=FIN,ACK | A SEQ=101 ACK=301 CTL=ACK     | R-FIN-FW1
                CLOSING    | CLOSING     | B < SEQ=100 ACK=300 CTL=FIN,ACK | B SEQ=301 ACK=101 CTL=ACK     | R-FIN-FW1
                CLOSING    | TIME-WAIT   | B < SEQ=101 ACK=301 CTL=ACK     |                               | R-CLOSING-ACK-FIN
                TIME-WAIT  | TIME-WAIT   | A < SEQ=301 ACK=101 CTL=ACK     |                               | R-CLOSING-ACK-FIN
                TIME-WAIT  | CLOSED      | B TIME_WAIT                     |                               | T-2MSL
                CLOSED     | CLOSED      | A TIME_WAIT                     |                               | T-2MSL
                """);
        golden("figure-13", run);
    }
}
