package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SYN-RECEIVED (RFC 9293, 3.10.7.4): SYN,ACK 100 is out, the peer's SYN was 300. */
class SynReceivedTest {
    private static Endpoint passive() {
        return Given.SYN_RECEIVED.given();
    }

    private static Endpoint active() {
        return Given.SYN_RECEIVED_ACTIVE.given();
    }

    @Test
    void anotherOpenFails() {
        passive()
                .opensActively()
                .fired(Rule.U_OPEN_EXISTS)
                .answered(Reply.CONNECTION_ALREADY_EXISTS)
                .is(TcpState.SYN_RECEIVED);
    }

    @Test
    void sendsAndReceivesWait() {
        passive()
                .sends(3)
                .fired(Rule.U_SEND_QUEUE)
                .answered(Reply.OK)
                .sentNothing()
                .receives(3)
                .fired(Rule.U_RECV_QUEUE)
                .gets(seg("ACK").seq(301).ack(101))
                .sent("PSH,ACK SEQ=101 ACK=301 LEN=3 WND=1000");
    }

    @Test
    void aCloseWithoutTextSendsTheFinAtOnce() {
        passive()
                .closes()
                .fired(Rule.U_CLOSE_SYNRCVD_NODATA)
                .is(TcpState.FIN_WAIT_1)
                .sent("FIN,ACK SEQ=101 ACK=301 WND=1000")
                .answered(Reply.OK)
                .hasFinSeq(101)
                .has(Variable.SND_NXT, 102)
                .retransmissionQueueIs("SYN 100+1", "FIN 101+1");
    }

    @Test
    void aCloseWithTextWaitsForTheHandshake() {
        Endpoint end = passive().sends(2);
        end.closes()
                .fired(Rule.U_CLOSE_SYNRCVD_QUEUE)
                .sentNothing()
                .answered(Reply.OK)
                .is(TcpState.SYN_RECEIVED);
        end.sends(1).fired(Rule.U_SEND_CLOSING).answered(Reply.CONNECTION_CLOSING);
        end.closes().fired(Rule.U_CLOSE_CLOSING).answered(Reply.CONNECTION_CLOSING);
        end.gets(seg("ACK").seq(301).ack(101))
                .fired(Rule.R_SYNRCVD_ACK, Rule.U_CLOSE_SYNRCVD_QUEUE)
                .sent("FIN,PSH,ACK SEQ=101 ACK=301 LEN=2 WND=1000")
                .is(TcpState.FIN_WAIT_1)
                .hasFinSeq(103);
    }

    @Test
    void anAbortSendsAReset() {
        passive()
                .aborts()
                .fired(Rule.U_ABORT_RST)
                .sent("RST SEQ=101 WND=0")
                .is(TcpState.CLOSED)
                .answered(Reply.OK);
    }

    @Test
    void theLastAcknowledgmentOpensTheConnection() {
        passive()
                .waits(300)
                .gets(seg("ACK").seq(301).ack(101).window(800))
                .fired(Rule.R_SYNRCVD_ACK)
                .is(TcpState.ESTABLISHED)
                .sentNothing()
                .told(new Signal.Connected())
                .has(Variable.SND_UNA, 101)
                .has(Variable.SND_WND, 800)
                .has(Variable.SND_WL1, 301)
                .has(Variable.SND_WL2, 101)
                .has(Variable.SRTT, 300 * Endpoint.MILLI)
                .retransmissionQueueIs()
                .runs();
    }

    @Test
    void textOpensTheConnectionToo() {
        passive()
                .gets(seg("ACK").seq(301).ack(101).text("hi"))
                .fired(Rule.R_SYNRCVD_ACK, Rule.R_TEXT)
                .is(TcpState.ESTABLISHED)
                .sent("ACK SEQ=101 ACK=303 WND=998");
    }

    @Test
    void aFinOpensAndHalfClosesTheConnection() {
        passive()
                .gets(seg("FIN,ACK").seq(301).ack(101))
                .fired(Rule.R_SYNRCVD_ACK, Rule.R_FIN_ESTAB)
                .is(TcpState.CLOSE_WAIT)
                .sent("ACK SEQ=101 ACK=302 WND=1000");
    }

    @Test
    void aWrongAcknowledgmentIsReset() {
        for (long ack : new long[] {99, 100, 102}) {
            passive()
                    .gets(seg("ACK").seq(301).ack(ack))
                    .fired(Rule.R_SYNRCVD_ACK_BAD, Rule.G_RST_GROUPS)
                    .sent("RST SEQ=" + ack + " WND=0")
                    .isUnchanged();
        }
    }

    @Test
    void anOldAcknowledgmentIsResetAndNotChallenged() {
        passive()
                .gets(seg("ACK").seq(301).ack(100 - 5000))
                .fired(Rule.R_SYNRCVD_ACK_BAD)
                .sent("RST SEQ=4294962396 WND=0");
    }

    @Test
    void aSegmentWithoutAckIsDropped() {
        passive()
                .gets(seg("NONE").seq(301).numbered(3))
                .fired(Rule.R_ACK_OFF)
                .sentNothing()
                .isUnchanged();
    }

    @Test
    @Tag("MUST-11")
    void aResetSendsAListenerBackToListen() {
        passive()
                .gets(seg("RST").seq(301))
                .fired(Rule.R_SYNRCVD_RST_PASSIVE)
                .is(TcpState.LISTEN)
                .sentNothing()
                .toldNothing()
                .retransmissionQueueIs()
                .runs()
                // Anyone may call now, and the next number is a new one.
                .getsFrom(Endpoint.STRANGER, seg("SYN").seq(500))
                .sent("SYN,ACK SEQ=70000 ACK=501 WND=1000");
    }

    @Test
    @Tag("MUST-11")
    void aResetEndsACallerWithRefusal() {
        active().gets(seg("RST").seq(301))
                .fired(Rule.R_SYNRCVD_RST_ACTIVE)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(new Signal.Failed(Reply.CONNECTION_REFUSED));
    }

    @Test
    void aRefusedCallerWithQueuedTextHearsOfBoth() {
        Given.SYN_RECEIVED_ACTIVE_QUEUED
                .given()
                .gets(seg("RST").seq(301))
                .told(
                        new Signal.PendingCallsEnded(Reply.CONNECTION_REFUSED),
                        new Signal.Failed(Reply.CONNECTION_REFUSED));
    }

    @Test
    void aResetInsideTheWindowIsChallenged() {
        passive()
                .gets(seg("RST").seq(600))
                .fired(Rule.R_RST_CHALLENGE)
                .sent("ACK SEQ=101 ACK=301 WND=1000")
                .isUnchanged();
    }

    @Test
    void aResetOutsideTheWindowIsDropped() {
        passive().gets(seg("RST").seq(300)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
        passive().gets(seg("RST").seq(1301)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
    }

    @Test
    void aDifferentSynSendsAListenerBackToListen() {
        passive()
                .gets(seg("SYN").seq(310))
                .fired(Rule.R_SYNRCVD_SYN_PASSIVE)
                .sentNothing()
                .is(TcpState.LISTEN);
    }

    @Test
    void aDifferentSynIsChallengedByACaller() {
        active().gets(seg("SYN").seq(310))
                .fired(Rule.R_SYN_CHALLENGE)
                .sent("ACK SEQ=101 ACK=301 WND=1000")
                .isUnchanged();
    }

    @Test
    void aSegmentOutsideTheWindowDrawsAnAcknowledgment() {
        passive()
                .gets(seg("ACK").seq(1301).ack(101).numbered(5))
                .fired(Rule.R_SEQ_BAD)
                .sent("ACK SEQ=101 ACK=301 WND=1000")
                .isUnchanged();
    }

    @Test
    void aLostSynAckIsRepeated() {
        passive()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_SYNACK)
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000")
                .fires(TimerKind.RETRANSMISSION, 2000);
        active().timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_SYNACK)
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000");
    }

    @Test
    void aListenerThatIsNeverAnsweredListensAgain() {
        Endpoint end = passive();
        while (end.tcb().state() == TcpState.SYN_RECEIVED) {
            end.timesOut(TimerKind.RETRANSMISSION);
        }
        end.fired(Rule.T_R2).is(TcpState.LISTEN).sentNothing();
        org.assertj.core.api.Assertions.assertThat(end.nowNanos()).isEqualTo(180 * Endpoint.SECOND);
    }

    @Test
    void aUserWhoHasClosedDoesNotListenAgain() {
        Given.SYN_RECEIVED_CLOSE_QUEUED
                .given()
                .gets(seg("RST").seq(301))
                .fired(Rule.R_SYNRCVD_RST_PASSIVE)
                .is(TcpState.CLOSED);
    }

    @Test
    void theUserTimeoutClosesSilently() {
        passive()
                .does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .sentNothing()
                .is(TcpState.CLOSED);
    }
}
