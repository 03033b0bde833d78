package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** FIN-WAIT-2 (RFC 9293, 3.10.7.4): our FIN is acknowledged, SND.NXT = 102, RCV.NXT = 301. */
class FinWait2Test {
    private static Endpoint waiting() {
        return Given.FIN_WAIT_2.given();
    }

    @Test
    void openSendAndASecondCloseFail() {
        waiting()
                .opensPassively()
                .fired(Rule.U_OPEN_EXISTS)
                .answered(Reply.CONNECTION_ALREADY_EXISTS);
        waiting().sends(1).fired(Rule.U_SEND_CLOSING).answered(Reply.CONNECTION_CLOSING);
        waiting().closes().fired(Rule.U_CLOSE_FW).answered(Reply.CONNECTION_CLOSING).sentNothing();
    }

    @Test
    void textIsStillTakenAndAcknowledged() {
        waiting()
                .readsOnAndOn()
                .gets(seg("ACK").seq(301).ack(102).text("more"))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT)
                .told(new Signal.Delivered(Octets.utf8("more")))
                .sent("ACK SEQ=102 ACK=305 WND=996")
                .is(TcpState.FIN_WAIT_2);
    }

    @Test
    void anAbortSendsAReset() {
        waiting().aborts().fired(Rule.U_ABORT_RST).sent("RST SEQ=102 WND=0").is(TcpState.CLOSED);
    }

    @Test
    @Tag("MUST-13")
    void theFinOfThePeerLeadsToTimeWait() {
        waiting()
                .readsOnAndOn()
                .gets(seg("FIN,ACK").seq(301).ack(102))
                .fired(Rule.R_ACK_DUP, Rule.R_FIN_FW2)
                .is(TcpState.TIME_WAIT)
                .sent("ACK SEQ=102 ACK=302 WND=1000")
                .told(new Signal.EndOfStream())
                .has(Variable.RCV_NXT, 302)
                .runs(TimerKind.TIME_WAIT)
                .fires(TimerKind.TIME_WAIT, 240_000);
    }

    @Test
    void aFinBehindAGapWaits() {
        waiting()
                .gets(seg("FIN,ACK").seq(306).ack(102))
                .fired(Rule.R_ACK_DUP, Rule.R_SEQ_HOLD, Rule.R_TEXT_OOO)
                .sent("ACK SEQ=102 ACK=301 WND=1000")
                .is(TcpState.FIN_WAIT_2)
                .gets(seg("ACK").seq(301).ack(102).numbered(5))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_STALE, Rule.R_TEXT, Rule.R_FIN_FW2)
                .is(TcpState.TIME_WAIT);
    }

    @Test
    void aResetEndsTheConnection() {
        waiting()
                .gets(seg("RST").seq(301))
                .fired(Rule.R_RST_SYNC)
                .is(TcpState.CLOSED)
                .told(new Signal.Failed(Reply.CONNECTION_RESET));
        waiting().gets(seg("RST").seq(500)).fired(Rule.R_RST_CHALLENGE).isUnchanged();
        waiting().gets(seg("RST").seq(300)).fired(Rule.R_SEQ_BAD_RST).isUnchanged();
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
        waiting().gets(seg("FIN").seq(301)).fired(Rule.R_ACK_OFF).isUnchanged();
        waiting().gets(seg("FIN,ACK").seq(301).ack(103)).fired(Rule.R_ACK_FUTURE).isUnchanged();
        waiting().gets(seg("FIN,ACK").seq(301).ack(-5000)).fired(Rule.R_ACK_RANGE).isUnchanged();
    }

    @Test
    void oldTextIsAcknowledgedAgain() {
        waiting()
                .gets(seg("ACK").seq(296).ack(102).numbered(5))
                .fired(Rule.R_SEQ_BAD)
                .sent("ACK SEQ=102 ACK=301 WND=1000")
                .isUnchanged();
    }

    @Test
    void noTimerEndsTheStateUnlessItIsAskedFor() {
        waiting().runs();
        Given.FIN_WAIT_2
                .with(TcpOptions.RFC.toBuilder().finWait2TimeoutNanos(60_000_000_000L).build())
                .runs(TimerKind.FIN_WAIT_2)
                .fires(TimerKind.FIN_WAIT_2, 60_000)
                .timesOut(TimerKind.FIN_WAIT_2)
                .fired(Rule.T_FW2)
                .sentNothing()
                .is(TcpState.CLOSED);
    }

    @Test
    void theUserTimeoutClosesSilently() {
        waiting()
                .does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .is(TcpState.CLOSED);
    }
}
