package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** FIN-WAIT-1 (RFC 9293, 3.10.7.4): FIN 101 is out, RCV.NXT = 301. */
class FinWait1Test {
    private static Endpoint waiting() {
        return Given.FIN_WAIT_1.given();
    }

    @Test
    void openSendAndASecondCloseFail() {
        waiting()
                .opensActively()
                .fired(Rule.U_OPEN_EXISTS)
                .answered(Reply.CONNECTION_ALREADY_EXISTS);
        waiting()
                .sends(1)
                .fired(Rule.U_SEND_CLOSING)
                .answered(Reply.CONNECTION_CLOSING)
                .sentNothing();
        waiting()
                .closes()
                .fired(Rule.U_CLOSE_FW, Rule.G_FIN_ONCE)
                .answered(Reply.CONNECTION_CLOSING)
                .sentNothing()
                .isUnchanged();
    }

    @Test
    void theUserMayStillReceive() {
        waiting()
                .readsOnAndOn()
                .fired(Rule.U_RECV_DATA)
                .gets(seg("ACK").seq(301).ack(101).text("late"))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT)
                .told(new Signal.Delivered(Octets.utf8("late")))
                .sent("ACK SEQ=102 ACK=305 WND=996")
                .is(TcpState.FIN_WAIT_1);
    }

    @Test
    void anAbortSendsAReset() {
        waiting().aborts().fired(Rule.U_ABORT_RST).sent("RST SEQ=102 WND=0").is(TcpState.CLOSED);
    }

    @Test
    void theAcknowledgmentOfOurFinLeadsToFinWait2() {
        waiting()
                .gets(seg("ACK").seq(301).ack(102))
                .fired(Rule.R_ACK_NEW, Rule.R_FW1_ACK_FIN, Rule.R_FW2_ACK)
                .is(TcpState.FIN_WAIT_2)
                .sentNothing()
                .told(new Signal.PendingCallsEnded(Reply.OK))
                .has(Variable.SND_UNA, 102)
                .runs();
    }

    @Test
    void anAcknowledgmentOfTextAloneDoesNot() {
        Given.FIN_WAIT_1_DATA_OUT
                .given()
                .gets(seg("ACK").seq(301).ack(111))
                .fired(Rule.R_ACK_NEW)
                .is(TcpState.FIN_WAIT_1)
                .retransmissionQueueIs("FIN 111+1");
    }

    @Test
    void anAcknowledgmentOfTheSynAloneDoesNot() {
        Given.FIN_WAIT_1_EARLY
                .given()
                .gets(seg("ACK").seq(301).ack(101))
                .fired(Rule.R_ACK_NEW)
                .is(TcpState.FIN_WAIT_1)
                .retransmissionQueueIs("FIN 101+1");
    }

    @Test
    void theFinOfThePeerAloneLeadsToClosing() {
        waiting()
                .gets(seg("FIN,ACK").seq(301).ack(101))
                .fired(Rule.R_ACK_DUP, Rule.R_FIN_FW1)
                .is(TcpState.CLOSING)
                .sent("ACK SEQ=102 ACK=302 WND=1000")
                .has(Variable.RCV_NXT, 302);
    }

    @Test
    @Tag("MUST-13")
    void aFinThatAcknowledgesOursLeadsToTimeWait() {
        waiting()
                .gets(seg("FIN,ACK").seq(301).ack(102))
                .fired(
                        Rule.R_ACK_NEW,
                        Rule.R_FW1_ACK_FIN,
                        Rule.R_FW2_ACK,
                        Rule.R_FIN_FW2,
                        Rule.R_FIN_FW1_ACKED)
                .is(TcpState.TIME_WAIT)
                .sent("ACK SEQ=102 ACK=302 WND=1000")
                .runs(TimerKind.TIME_WAIT)
                .fires(TimerKind.TIME_WAIT, 240_000);
    }

    @Test
    void aResetEndsTheConnection() {
        waiting()
                .gets(seg("RST").seq(301))
                .fired(Rule.R_RST_SYNC)
                .is(TcpState.CLOSED)
                .told(new Signal.Failed(Reply.CONNECTION_RESET));
        waiting().gets(seg("RST").seq(302)).fired(Rule.R_RST_CHALLENGE).isUnchanged();
        waiting().gets(seg("RST").seq(300)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
    }

    @Test
    void aSynIsChallenged() {
        waiting()
                .gets(seg("SYN").seq(400))
                .fired(Rule.R_SYN_CHALLENGE)
                .sent("ACK SEQ=102 ACK=301 WND=1000")
                .isUnchanged();
    }

    @Test
    void wrongAcknowledgmentsChangeNothing() {
        waiting().gets(seg("FIN").seq(301)).fired(Rule.R_ACK_OFF).sentNothing().isUnchanged();
        waiting().gets(seg("FIN,ACK").seq(301).ack(103)).fired(Rule.R_ACK_FUTURE).isUnchanged();
        waiting()
                .gets(seg("FIN,ACK").seq(301).ack(101 - 1001))
                .fired(Rule.R_ACK_RANGE)
                .sent("ACK SEQ=102 ACK=301 WND=1000")
                .isUnchanged();
    }

    @Test
    void aLostFinIsRepeated() {
        waiting()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_FIN)
                .sent("FIN,ACK SEQ=101 ACK=301 WND=1000")
                .fires(TimerKind.RETRANSMISSION, 2000);
    }

    @Test
    void theOldestSegmentIsRepeatedFirst() {
        Given.FIN_WAIT_1_DATA_OUT
                .given()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_DATA)
                .sent("PSH,ACK SEQ=101 ACK=301 LEN=10 WND=1000");
        Given.FIN_WAIT_1_EARLY
                .given()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_SYNACK)
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000");
    }

    @Test
    void theFinWaitsForAShutWindow() {
        Endpoint end = Given.FIN_WAIT_1_FIN_UNSENT.given();
        end.hasFinSeq(null).runs(TimerKind.ZERO_WINDOW_PROBE, TimerKind.USER);
        end.gets(seg("ACK").seq(301).ack(101).window(1000))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_UPDATE)
                .sent("FIN,PSH,ACK SEQ=101 ACK=301 LEN=20 WND=1000")
                .hasFinSeq(121);
    }

    @Test
    void aFinThatWasNeverAnsweredIsGivenUp() {
        Endpoint end = waiting();
        while (end.tcb().state() == TcpState.FIN_WAIT_1) {
            end.timesOut(TimerKind.RETRANSMISSION);
        }
        end.fired(Rule.T_R2).told(new Signal.Failed(Reply.USER_TIMEOUT)).is(TcpState.CLOSED);
    }

    @Test
    void theUserTimeoutClosesSilently() {
        waiting()
                .does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .sentNothing()
                .is(TcpState.CLOSED);
    }

    @Test
    void urgentDataIsStillReported() {
        waiting()
                .gets(seg("URG,ACK").seq(301).ack(101).text("ab").urgent(1))
                .fired(Rule.R_ACK_DUP, Rule.R_URG, Rule.R_TEXT)
                .has(Variable.RCV_UP, 302);
    }
}
