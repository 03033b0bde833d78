package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Signal.Reply;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Windows, probes, Nagle, silly windows and delayed acknowledgments (RFC 9293, 3.7.4 and 3.8.6).
 */
class WindowsTest {
    private static final TcpOptions RFC = TcpOptions.RFC;

    private static Endpoint open(TcpOptions options) {
        return Given.ESTABLISHED.with(options);
    }

    @Test
    @Tag("MUST-36")
    @Tag("SHLD-29")
    @Tag("SHLD-30")
    void aShutWindowIsProbedWithGrowingGaps() {
        Endpoint end = Given.ESTABLISHED_SHUT.given();
        end.runs(TimerKind.ZERO_WINDOW_PROBE, TimerKind.USER);
        end.fires(TimerKind.ZERO_WINDOW_PROBE, 1000);
        end.timesOut(TimerKind.ZERO_WINDOW_PROBE)
                .fired(Rule.T_ZWP)
                .sent("ACK SEQ=101 ACK=301 LEN=1 WND=1000")
                .has(Variable.SND_NXT, 102)
                .fires(TimerKind.ZERO_WINDOW_PROBE, 2000);
        end.gets(seg("ACK").seq(301).ack(101).window(0)).fired(Rule.R_ACK_DUP).sentNothing();
        end.timesOut(TimerKind.ZERO_WINDOW_PROBE)
                .sent("ACK SEQ=101 ACK=301 LEN=1 WND=1000")
                .fires(TimerKind.ZERO_WINDOW_PROBE, 4000);
    }

    @Test
    @Tag("MUST-37")
    void anAnsweredProbeKeepsTheConnection() {
        Endpoint end = Given.ESTABLISHED_SHUT.given();
        for (int i = 0; i < 12; i++) {
            end.timesOut(TimerKind.ZERO_WINDOW_PROBE);
            end.gets(seg("ACK").seq(301).ack(101).window(0)).is(TcpState.ESTABLISHED);
        }
        assertThat(end.nowNanos()).isGreaterThan(600 * Endpoint.SECOND);
        end.gets(seg("ACK").seq(301).ack(101).window(1000))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_UPDATE)
                .sent("ACK SEQ=101 ACK=301 LEN=1 WND=1000")
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER)
                .fires(TimerKind.RETRANSMISSION, 1000);
        end.timesOut(TimerKind.RETRANSMISSION).fired(Rule.T_RTX_DATA).is(TcpState.ESTABLISHED);
    }

    @Test
    void aProbeThatIsTakenGoesOn() {
        Endpoint end = Given.ESTABLISHED_SHUT.given().timesOut(TimerKind.ZERO_WINDOW_PROBE);
        end.gets(seg("ACK").seq(301).ack(102).window(500))
                .fired(Rule.R_ACK_NEW, Rule.R_WND_UPDATE)
                .sent("PSH,ACK SEQ=102 ACK=301 LEN=19 WND=1000");
    }

    @Test
    void aFinAloneProbesToo() {
        Endpoint end = open(RFC).gets(seg("ACK").seq(301).ack(101).window(0)).closes();
        end.sentNothing().is(TcpState.FIN_WAIT_1).hasFinSeq(null);
        end.timesOut(TimerKind.ZERO_WINDOW_PROBE)
                .fired(Rule.T_ZWP)
                .sent("FIN,ACK SEQ=101 ACK=301 WND=1000")
                .hasFinSeq(101);
    }

    @Test
    void theReceiverDoesNotTakeAProbe() {
        Endpoint end = Given.ESTABLISHED_FULL.given();
        end.has(Variable.RCV_WND, 0);
        end.gets(seg("ACK").seq(1301).ack(101).numbered(1))
                .fired(Rule.T_ZWP_ANSWER, Rule.R_ACK_DUP)
                .sent("ACK SEQ=101 ACK=1301 WND=0")
                .has(Variable.RCV_NXT, 1301);
        end.gets(seg("FIN,ACK").seq(1301).ack(101)).fired(Rule.T_ZWP_ANSWER, Rule.R_ACK_DUP);
        end.is(TcpState.ESTABLISHED).has(Variable.RCV_NXT, 1301);
    }

    @Test
    @Tag("MUST-66")
    void behindAShutWindowAcknowledgmentUrgentAndResetStillCount() {
        Endpoint end = Given.ESTABLISHED_FULL.given().sends(10);
        end.gets(seg("URG,ACK").seq(1301).ack(111).numbered(1).urgent(1))
                .fired(Rule.T_ZWP_ANSWER, Rule.R_ACK_NEW, Rule.R_URG)
                .told(new Signal.SendsAcknowledged(10), new Signal.UrgentData());
        end.gets(seg("RST").seq(1301)).fired(Rule.R_RST_SYNC).is(TcpState.CLOSED);
    }

    @Test
    void readingOpensTheWindowAndSaysSo() {
        Endpoint end = Given.ESTABLISHED_FULL.given();
        end.receives(499).sentNothing().has(Variable.RCV_WND, 0);
        end.receives(1).sent("ACK SEQ=101 ACK=1301 WND=500").has(Variable.RCV_WND, 500);
    }

    @Test
    @Tag("MUST-39")
    void withoutAvoidanceEachOctetOpensTheWindow() {
        Given.ESTABLISHED_FULL
                .with(RFC.without(Switch.SWS_AVOIDANCE))
                .receives(1)
                .sent("ACK SEQ=101 ACK=1301 WND=1");
    }

    @Test
    void noMoreIsSentThanTheWindowAllows() {
        open(RFC)
                .sends(2000)
                .fired(Rule.U_SEND_DATA, Rule.P_MSS, Rule.P_SWS)
                .sent("ACK SEQ=101 ACK=301 LEN=536 WND=1000");
        open(RFC.without(Switch.SWS_AVOIDANCE))
                .sends(2000)
                .fired(Rule.U_SEND_DATA, Rule.P_MSS, Rule.P_USABLE, Rule.G_WINDOW_SEND)
                .sent(
                        "ACK SEQ=101 ACK=301 LEN=536 WND=1000",
                        "ACK SEQ=637 ACK=301 LEN=464 WND=1000")
                .has(Variable.SND_NXT, 1101);
    }

    @Test
    @Tag("MUST-34")
    void theSenderSurvivesAShrinkingWindow() {
        Endpoint end = open(RFC.without(Switch.SWS_AVOIDANCE).without(Switch.NAGLE)).sends(600);
        end.gets(seg("ACK").seq(301).ack(101).window(100)).has(Variable.SND_WND, 100);
        end.sends(10).fired(Rule.U_SEND_DATA, Rule.P_USABLE).sentNothing();
        end.gets(seg("ACK").seq(301).ack(701).window(100))
                .fired(Rule.R_ACK_NEW)
                .sent("PSH,ACK SEQ=701 ACK=301 LEN=10 WND=1000");
    }

    @Test
    @Tag("SHLD-7")
    void nagleHoldsAShortSegmentBack() {
        Endpoint end = open(RFC).sends(10);
        end.sends(5).fired(Rule.U_SEND_DATA, Rule.P_NAGLE).sentNothing().answered(Reply.OK);
        end.sends(5).sentNothing();
        end.gets(seg("ACK").seq(301).ack(111)).sent("PSH,ACK SEQ=111 ACK=301 LEN=10 WND=1000");
    }

    @Test
    void nagleLetsAFullSegmentPass() {
        open(RFC).sends(10).sends(540).sent("ACK SEQ=111 ACK=301 LEN=536 WND=1000");
    }

    @Test
    @Tag("MUST-17")
    void nagleCanBeSwitchedOff() {
        open(RFC.without(Switch.NAGLE))
                .sends(10)
                .sends(5)
                .fired(Rule.U_SEND_DATA)
                .sent("PSH,ACK SEQ=111 ACK=301 LEN=5 WND=1000");
    }

    @Test
    void nagleDoesNotHoldAFinBack() {
        open(RFC)
                .sends(10)
                .sends(5)
                .closes()
                .fired(Rule.U_CLOSE_ESTAB, Rule.P_FIN_COALESCE, Rule.G_FIN_LAST)
                .sent("FIN,PSH,ACK SEQ=111 ACK=301 LEN=5 WND=1000");
    }

    @Test
    @Tag("MUST-38")
    void theSenderAvoidsSillyWindows() {
        Endpoint end = open(RFC).gets(seg("ACK").seq(301).ack(101).window(400));
        end.sends(450)
                .fired(Rule.U_SEND_DATA, Rule.P_SWS)
                .sentNothing()
                .runs(TimerKind.SWS_OVERRIDE, TimerKind.USER)
                .fires(TimerKind.SWS_OVERRIDE, 200);
        end.timesOut(TimerKind.SWS_OVERRIDE)
                .fired(Rule.P_SWS, Rule.P_USABLE)
                .sent("ACK SEQ=101 ACK=301 LEN=400 WND=1000");
        Given.SYN_SENT
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(101).window(999))
                .gets(seg("ACK").seq(301).ack(101).window(499))
                .sends(520)
                .fired(Rule.U_SEND_DATA, Rule.P_SWS)
                .sentNothing();
        Endpoint half = open(RFC).gets(seg("ACK").seq(301).ack(101).window(500));
        half.sends(520).sent("ACK SEQ=101 ACK=301 LEN=500 WND=1000");
    }

    @Test
    void halfAWindowWaitsForNothingButNagle() {
        TcpOptions eager = RFC.without(Switch.NAGLE);
        for (TcpOptions options : List.of(RFC, eager)) {
            Endpoint end = Given.SYN_SENT.with(options);
            end.gets(seg("SYN,ACK").seq(300).ack(101).mss(1460)).sends(10).sends(1200);
            if (options.has(Switch.NAGLE)) {
                end.fired(Rule.U_SEND_DATA, Rule.P_SWS).sentNothing();
            } else {
                end.sent("ACK SEQ=111 ACK=301 LEN=990 WND=1000");
            }
        }
    }

    @Test
    @Tag("SHLD-18")
    @Tag("MUST-40")
    void anAcknowledgmentMayWaitForCompany() {
        TcpOptions delayed = RFC.toBuilder().delayedAckNanos(200 * Endpoint.MILLI).build();
        Endpoint end = open(delayed).gets(seg("ACK").seq(301).ack(101).numbered(5));
        end.sentNothing().runs(TimerKind.DELAYED_ACK).fires(TimerKind.DELAYED_ACK, 200);
        end.timesOut(TimerKind.DELAYED_ACK)
                .fired(Rule.T_DELACK)
                .sent("ACK SEQ=101 ACK=306 WND=995")
                .runs();
        end.gets(seg("ACK").seq(306).ack(101).numbered(5)).sentNothing();
        end.sends(3).sent("PSH,ACK SEQ=101 ACK=311 LEN=3 WND=990");
        end.runs(TimerKind.RETRANSMISSION, TimerKind.USER);
    }

    @Test
    @Tag("SHLD-19")
    void atLeastEverySecondFullSegmentIsAcknowledged() {
        TcpOptions delayed =
                RFC.toBuilder().delayedAckNanos(200 * Endpoint.MILLI).receiveBuffer(5000).build();
        Endpoint end = open(delayed);
        end.gets(seg("ACK").seq(301).ack(101).numbered(536)).sentNothing();
        end.gets(seg("ACK").seq(837).ack(101).numbered(536)).sent("ACK SEQ=101 ACK=1373 WND=3928");
    }

    @Test
    void aGapIsReportedWithoutDelay() {
        TcpOptions delayed = RFC.toBuilder().delayedAckNanos(200 * Endpoint.MILLI).build();
        open(delayed)
                .gets(seg("ACK").seq(306).ack(101).numbered(5))
                .sent("ACK SEQ=101 ACK=301 WND=1000");
    }

    @Test
    void theAcknowledgmentOfAFinMayTravelWithOurs() {
        TcpOptions delayed = RFC.toBuilder().delayedAckNanos(200 * Endpoint.MILLI).build();
        Endpoint end = open(delayed).gets(seg("FIN,ACK").seq(301).ack(101).numbered(5));
        end.sentNothing().is(TcpState.CLOSE_WAIT).fires(TimerKind.DELAYED_ACK, 200);
        end.copy().closes().sent("FIN,ACK SEQ=101 ACK=307 WND=995").is(TcpState.LAST_ACK);
        end.timesOut(TimerKind.DELAYED_ACK).sent("ACK SEQ=101 ACK=307 WND=995");
    }

    @Test
    @Tag("MUST-61")
    void theLastSegmentOfABufferIsPushed() {
        TcpOptions wide = RFC.without(Switch.SWS_AVOIDANCE);
        open(wide)
                .sends(600)
                .fired(Rule.U_SEND_DATA, Rule.P_MSS, Rule.P_NAGLE)
                .sent("ACK SEQ=101 ACK=301 LEN=536 WND=1000");
        open(wide.without(Switch.NAGLE))
                .sends(600)
                .fired(Rule.U_SEND_DATA, Rule.P_MSS, Rule.P_PSH)
                .sent(
                        "ACK SEQ=101 ACK=301 LEN=536 WND=1000",
                        "PSH,ACK SEQ=637 ACK=301 LEN=64 WND=1000");
    }

    @Test
    @Tag("MUST-30")
    void urgentDataIsPointedAt() {
        Endpoint end = open(RFC).sendsUrgently("now");
        end.sent("PSH,URG,ACK SEQ=101 ACK=301 LEN=3 WND=1000").has(Variable.SND_UP, 103);
        assertThat(end.last().emissions().getFirst().segment().urgentPointer()).isEqualTo(2);
    }

    @Test
    @Tag("MUST-32")
    void theUserHearsOfUrgentDataOnce() {
        Endpoint end = open(RFC);
        end.gets(seg("URG,ACK").seq(301).ack(101).text("ab").urgent(5))
                .fired(Rule.R_ACK_DUP, Rule.R_URG, Rule.R_TEXT)
                .told(new Signal.UrgentData(), new Signal.DataAvailable(2))
                .has(Variable.RCV_UP, 306);
        end.gets(seg("URG,ACK").seq(303).ack(101).text("cd").urgent(3))
                .told(new Signal.DataAvailable(4))
                .has(Variable.RCV_UP, 306);
    }

    @Test
    void thePointerOfATrimmedSegmentCountsFromItsOwnNumber() {
        open(RFC)
                .gets(seg("URG,ACK").seq(299).ack(101).text("xxab").urgent(3))
                .fired(Rule.R_SEQ_TRIM, Rule.R_ACK_DUP, Rule.R_URG, Rule.R_TEXT)
                .has(Variable.RCV_UP, 302);
    }

    @Test
    @Tag("MUST-24")
    @Tag("MUST-25")
    void keepAliveIsOffByDefault() {
        open(RFC).runs();
    }

    @Test
    @Tag("MUST-26")
    @Tag("MUST-27")
    @Tag("MUST-28")
    @Tag("SHLD-12")
    void anIdleConnectionIsProbedWithAnOldNumber() {
        Endpoint end = open(RFC.with(Switch.KEEPALIVE));
        end.runs(TimerKind.KEEPALIVE).fires(TimerKind.KEEPALIVE, 7_200_000);
        end.timesOut(TimerKind.KEEPALIVE)
                .fired(Rule.T_KEEPALIVE)
                .sent("ACK SEQ=100 ACK=301 WND=1000")
                .fires(TimerKind.KEEPALIVE, 75_000);
        end.gets(seg("ACK").seq(301).ack(101)).fires(TimerKind.KEEPALIVE, 7_200_000);
        end.sends(1).runs(TimerKind.RETRANSMISSION, TimerKind.USER);
        // The peer answers such a probe because its number is old.
        open(RFC).gets(seg("ACK").seq(300).ack(101)).fired(Rule.R_SEQ_BAD);
    }

    @Test
    @Tag("MUST-29")
    void oneMissingAnswerProvesNothing() {
        Endpoint end = open(RFC.with(Switch.KEEPALIVE));
        for (int i = 0; i < 9; i++) {
            end.timesOut(TimerKind.KEEPALIVE).is(TcpState.ESTABLISHED);
        }
        end.timesOut(TimerKind.KEEPALIVE)
                .fired(Rule.T_KEEPALIVE)
                .sentNothing()
                .told(new Signal.Failed(Reply.USER_TIMEOUT))
                .is(TcpState.CLOSED);
    }
}
