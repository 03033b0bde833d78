package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CLOSING (RFC 9293, 3.10.7.4): FIN 101 is out, FIN 301 is consumed. */
class ClosingTest {
    private static final String CURRENT = "ACK SEQ=102 ACK=302 WND=1000";

    private static Endpoint closing() {
        return Given.CLOSING.given();
    }

    @Test
    void allCallsButAbortAndStatusFail() {
        closing()
                .opensActively()
                .fired(Rule.U_OPEN_EXISTS)
                .answered(Reply.CONNECTION_ALREADY_EXISTS);
        closing().sends(1).fired(Rule.U_SEND_CLOSING).answered(Reply.CONNECTION_CLOSING);
        closing().receives(1).fired(Rule.U_RECV_CLOSING).answered(Reply.CONNECTION_CLOSING);
        closing()
                .closes()
                .fired(Rule.U_CLOSE_CLOSING)
                .answered(Reply.CONNECTION_CLOSING)
                .sentNothing();
        closing().asksStatus().fired(Rule.U_STATUS).answered(Reply.OK);
    }

    @Test
    void anAbortSendsNoReset() {
        closing()
                .aborts()
                .fired(Rule.U_ABORT_OK)
                .sentNothing()
                .answered(Reply.OK)
                .is(TcpState.CLOSED);
    }

    @Test
    @Tag("MUST-13")
    void theAcknowledgmentOfOurFinLeadsToTimeWait() {
        closing()
                .gets(seg("ACK").seq(302).ack(102))
                .fired(Rule.R_ACK_NEW, Rule.R_CLOSING_ACK_FIN)
                .is(TcpState.TIME_WAIT)
                .sentNothing()
                .runs(TimerKind.TIME_WAIT)
                .fires(TimerKind.TIME_WAIT, 240_000);
    }

    @Test
    void anyOtherAcknowledgmentDoesNot() {
        closing()
                .gets(seg("ACK").seq(302).ack(101))
                .fired(Rule.R_ACK_DUP, Rule.R_CLOSING_ACK_OTHER)
                .sentNothing()
                .is(TcpState.CLOSING);
    }

    @Test
    void textAndFinThatAWindowHeldBackAreStillSent() {
        Endpoint end = Given.CLOSING_FIN_UNSENT.given();
        end.hasFinSeq(null);
        end.gets(seg("ACK").seq(302).ack(101).window(1000))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_UPDATE, Rule.R_CLOSING_ACK_OTHER)
                .sent("FIN,PSH,ACK SEQ=101 ACK=302 LEN=20 WND=1000")
                .is(TcpState.CLOSING)
                .hasFinSeq(121);
        end.gets(seg("ACK").seq(302).ack(121)).fired(Rule.R_ACK_NEW, Rule.R_CLOSING_ACK_OTHER);
        end.gets(seg("ACK").seq(302).ack(122))
                .fired(Rule.R_ACK_NEW, Rule.R_CLOSING_ACK_FIN)
                .is(TcpState.TIME_WAIT);
    }

    @Test
    void aShutWindowIsProbedHereToo() {
        Given.CLOSING_FIN_UNSENT
                .given()
                .timesOut(TimerKind.ZERO_WINDOW_PROBE)
                .fired(Rule.T_ZWP)
                .sent("ACK SEQ=101 ACK=302 LEN=1 WND=1000");
    }

    @Test
    void theRepeatedFinIsAcknowledgedAgain() {
        closing()
                .gets(seg("FIN,ACK").seq(301).ack(101))
                .fired(Rule.R_SEQ_BAD, Rule.R_FIN_AGAIN)
                .sent(CURRENT)
                .isUnchanged();
    }

    @Test
    void aResetIsASoftReport() {
        closing()
                .gets(seg("RST").seq(302))
                .fired(Rule.R_RST_CLOSING)
                .is(TcpState.CLOSED)
                .told(new Signal.ResetWhileClosing());
        closing().gets(seg("RST").seq(303)).fired(Rule.R_RST_CHALLENGE).sent(CURRENT).isUnchanged();
        closing().gets(seg("RST").seq(301)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
    }

    @Test
    void aSynIsChallenged() {
        closing().gets(seg("SYN").seq(400)).fired(Rule.R_SYN_CHALLENGE).sent(CURRENT).isUnchanged();
    }

    @Test
    void wrongAcknowledgmentsChangeNothing() {
        closing().gets(seg("NONE").seq(302)).fired(Rule.R_ACK_OFF).sentNothing().isUnchanged();
        closing()
                .gets(seg("ACK").seq(302).ack(103))
                .fired(Rule.R_ACK_FUTURE)
                .sent(CURRENT)
                .isUnchanged();
        closing().gets(seg("ACK").seq(302).ack(-5000)).fired(Rule.R_ACK_RANGE).isUnchanged();
    }

    @Test
    void aLostFinIsRepeated() {
        closing()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_FIN)
                .sent("FIN,ACK SEQ=101 ACK=302 WND=1000");
    }

    @Test
    void theUserTimeoutClosesSilently() {
        closing()
                .does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .is(TcpState.CLOSED);
    }
}
