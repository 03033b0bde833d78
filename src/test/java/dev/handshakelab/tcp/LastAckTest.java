package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** LAST-ACK (RFC 9293, 3.10.7.4): FIN 301 is consumed, FIN 101 is out. */
class LastAckTest {
    private static final String CURRENT = "ACK SEQ=102 ACK=302 WND=1000";

    private static Endpoint last() {
        return Given.LAST_ACK.given();
    }

    @Test
    void allCallsButAbortAndStatusFail() {
        last().opensPassively().fired(Rule.U_OPEN_EXISTS).answered(Reply.CONNECTION_ALREADY_EXISTS);
        last().sends(1).fired(Rule.U_SEND_CLOSING).answered(Reply.CONNECTION_CLOSING);
        last().receives(1).fired(Rule.U_RECV_CLOSING).answered(Reply.CONNECTION_CLOSING);
        last().closes()
                .fired(Rule.U_CLOSE_CLOSING)
                .answered(Reply.CONNECTION_CLOSING)
                .sentNothing();
        last().asksStatus().fired(Rule.U_STATUS).answered(Reply.OK);
    }

    @Test
    void anAbortSendsNoReset() {
        last().aborts().fired(Rule.U_ABORT_OK).sentNothing().answered(Reply.OK).is(TcpState.CLOSED);
    }

    @Test
    @Tag("MUST-12")
    void theAcknowledgmentOfOurFinEndsTheConnection() {
        last().gets(seg("ACK").seq(302).ack(102))
                .fired(Rule.R_ACK_NEW, Rule.R_LASTACK_ACK_FIN)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(new Signal.ClosedNormally())
                .runs();
    }

    @Test
    void anyOtherAcknowledgmentDoesNot() {
        Given.LAST_ACK_DATA_OUT
                .given()
                .gets(seg("ACK").seq(302).ack(111))
                .fired(Rule.R_ACK_NEW, Rule.R_LASTACK_ACK_OTHER)
                .sentNothing()
                .is(TcpState.LAST_ACK)
                .retransmissionQueueIs("FIN 111+1");
    }

    @Test
    void theRepeatedFinIsAcknowledgedAgain() {
        last().gets(seg("FIN,ACK").seq(301).ack(101))
                .fired(Rule.R_SEQ_BAD, Rule.R_FIN_AGAIN)
                .sent(CURRENT)
                .isUnchanged();
    }

    @Test
    void aResetIsASoftReport() {
        last().gets(seg("RST").seq(302))
                .fired(Rule.R_RST_CLOSING)
                .is(TcpState.CLOSED)
                .told(new Signal.ResetWhileClosing());
        last().gets(seg("RST").seq(303)).fired(Rule.R_RST_CHALLENGE).sent(CURRENT).isUnchanged();
        last().gets(seg("RST").seq(301)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
    }

    @Test
    void aSynIsChallenged() {
        last().gets(seg("SYN").seq(400)).fired(Rule.R_SYN_CHALLENGE).sent(CURRENT).isUnchanged();
    }

    @Test
    void wrongAcknowledgmentsChangeNothing() {
        last().gets(seg("NONE").seq(302)).fired(Rule.R_ACK_OFF).sentNothing().isUnchanged();
        last().gets(seg("ACK").seq(302).ack(103))
                .fired(Rule.R_ACK_FUTURE)
                .sent(CURRENT)
                .isUnchanged();
        last().gets(seg("ACK").seq(302).ack(-5000)).fired(Rule.R_ACK_RANGE).isUnchanged();
    }

    @Test
    void textAndFinAreRepeatedInOrder() {
        Given.LAST_ACK_DATA_OUT
                .given()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_DATA)
                .sent("PSH,ACK SEQ=101 ACK=302 LEN=10 WND=1000");
        last().timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_FIN)
                .sent("FIN,ACK SEQ=101 ACK=302 WND=1000");
    }

    @Test
    @Tag("SHLD-11")
    void aFinThatIsNeverAcknowledgedIsGivenUpAfter100Seconds() {
        Endpoint end = last();
        while (end.tcb().state() == TcpState.LAST_ACK) {
            end.timesOut(TimerKind.RETRANSMISSION);
        }
        end.fired(Rule.T_R2).is(TcpState.CLOSED).told(new Signal.Failed(Reply.USER_TIMEOUT));
        org.assertj.core.api.Assertions.assertThat(end.nowNanos()).isEqualTo(100 * Endpoint.SECOND);
    }

    @Test
    void theUserTimeoutClosesSilently() {
        last().does(new TcpEvent.Timeout(0, TimerKind.USER)).fired(Rule.T_USER).is(TcpState.CLOSED);
    }
}
