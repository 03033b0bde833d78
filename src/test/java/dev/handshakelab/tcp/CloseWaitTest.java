package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Test;

/** CLOSE-WAIT (RFC 9293, 3.10.7.4): FIN 301 is consumed, RCV.NXT = 302, SND.NXT = 101. */
class CloseWaitTest {
    private static final String CURRENT = "ACK SEQ=101 ACK=302 WND=1000";

    private static Endpoint half() {
        return Given.CLOSE_WAIT.given();
    }

    @Test
    void anotherOpenFails() {
        half().opensActively().fired(Rule.U_OPEN_EXISTS).answered(Reply.CONNECTION_ALREADY_EXISTS);
    }

    @Test
    void theUserMayStillSend() {
        half().sends(10)
                .fired(Rule.U_SEND_DATA)
                .sent("PSH,ACK SEQ=101 ACK=302 LEN=10 WND=1000")
                .is(TcpState.CLOSE_WAIT)
                .gets(seg("ACK").seq(302).ack(111))
                .fired(Rule.R_ACK_NEW)
                .told(new Signal.SendsAcknowledged(10));
    }

    @Test
    void whatIsUnreadMayStillBeRead() {
        Given.CLOSE_WAIT_UNREAD
                .given()
                .receives(3)
                .fired(Rule.U_RECV_CW_DATA)
                .told(new Signal.Delivered(Octets.utf8("pqr")))
                .receives(3)
                .told(new Signal.Delivered(Octets.utf8("st")), new Signal.EndOfStream())
                .receives(3)
                .fired(Rule.U_RECV_CW_EOF)
                .answered(Reply.CONNECTION_CLOSING);
    }

    @Test
    void withNothingUnreadAReceiveMeetsTheEnd() {
        half().receives(3).fired(Rule.U_RECV_CW_EOF).answered(Reply.CONNECTION_CLOSING);
        half().withOptions(TcpOptions.RFC.with(Switch.NO_ROOM))
                .receives(3)
                .fired(Rule.U_RECV_CW_EOF)
                .answered(Reply.CONNECTION_CLOSING);
    }

    @Test
    void aCloseSendsTheFinAndLeadsToLastAck() {
        half().closes()
                .fired(Rule.U_CLOSE_CW)
                .is(TcpState.LAST_ACK)
                .sent("FIN,ACK SEQ=101 ACK=302 WND=1000")
                .answered(Reply.OK)
                .hasFinSeq(101)
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER);
    }

    @Test
    void lastAckBeginsWhenTheFinReallyLeaves() {
        Endpoint end = Given.CLOSE_WAIT_CLOSE_QUEUED.given();
        end.sentNothing().is(TcpState.CLOSE_WAIT).hasFinSeq(null);
        end.sends(1).fired(Rule.U_SEND_CLOSING).answered(Reply.CONNECTION_CLOSING);
        end.closes().fired(Rule.U_CLOSE_CLOSING).answered(Reply.CONNECTION_CLOSING);
        end.gets(seg("ACK").seq(302).ack(101).window(1000))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_UPDATE, Rule.U_CLOSE_CW)
                .sent("FIN,PSH,ACK SEQ=101 ACK=302 LEN=20 WND=1000")
                .is(TcpState.LAST_ACK)
                .hasFinSeq(121);
    }

    @Test
    void anAbortSendsAReset() {
        half().aborts().fired(Rule.U_ABORT_RST).sent("RST SEQ=101 WND=0").is(TcpState.CLOSED);
    }

    @Test
    void theRepeatedFinIsAcknowledgedAgain() {
        half().gets(seg("FIN,ACK").seq(301).ack(101))
                .fired(Rule.R_SEQ_BAD, Rule.R_FIN_AGAIN)
                .sent(CURRENT)
                .isUnchanged();
    }

    @Test
    void textBehindTheFinIsIgnored() {
        half().gets(seg("ACK").seq(302).ack(101).numbered(5))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT_IGNORE)
                .sentNothing()
                .toldNothing()
                .has(Variable.RCV_NXT, 302);
    }

    @Test
    void urgentDataBehindTheFinIsIgnored() {
        half().gets(seg("URG,ACK").seq(302).ack(101).urgent(3))
                .fired(Rule.R_ACK_DUP, Rule.R_URG_IGNORE)
                .toldNothing();
    }

    @Test
    void aResetEndsTheConnection() {
        half().gets(seg("RST").seq(302))
                .fired(Rule.R_RST_SYNC)
                .is(TcpState.CLOSED)
                .told(new Signal.Failed(Reply.CONNECTION_RESET));
        half().gets(seg("RST").seq(303)).fired(Rule.R_RST_CHALLENGE).sent(CURRENT).isUnchanged();
        half().gets(seg("RST").seq(301)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
    }

    @Test
    void aSynIsChallenged() {
        half().gets(seg("SYN").seq(400)).fired(Rule.R_SYN_CHALLENGE).sent(CURRENT).isUnchanged();
    }

    @Test
    void wrongAcknowledgmentsChangeNothing() {
        half().gets(seg("NONE").seq(302)).fired(Rule.R_ACK_OFF).sentNothing().isUnchanged();
        half().gets(seg("ACK").seq(302).ack(102))
                .fired(Rule.R_ACK_FUTURE)
                .sent(CURRENT)
                .isUnchanged();
        half().gets(seg("ACK").seq(302).ack(-5000))
                .fired(Rule.R_ACK_RANGE)
                .sent(CURRENT)
                .isUnchanged();
    }

    @Test
    void theWindowIsKeptUpToDate() {
        half().gets(seg("ACK").seq(302).ack(101).window(77))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_UPDATE)
                .has(Variable.SND_WND, 77);
    }

    @Test
    void lostTextIsRepeated() {
        Given.CLOSE_WAIT_DATA_OUT
                .given()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_DATA)
                .sent("PSH,ACK SEQ=101 ACK=302 LEN=10 WND=1000");
    }

    @Test
    void noTimerWaitsForTheUser() {
        half().runs();
    }

    @Test
    void theUserTimeoutClosesSilently() {
        half().does(new TcpEvent.Timeout(0, TimerKind.USER)).fired(Rule.T_USER).is(TcpState.CLOSED);
    }
}
