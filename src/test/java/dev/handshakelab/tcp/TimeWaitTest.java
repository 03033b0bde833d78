package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** TIME-WAIT (RFC 9293, 3.10.7.4 and 3.6.1): SND.NXT = 102, RCV.NXT = 302, 2MSL runs. */
class TimeWaitTest {
    private static final String CURRENT = "ACK SEQ=102 ACK=302 WND=1000";

    private static Endpoint quiet() {
        return Given.TIME_WAIT.given();
    }

    @Test
    void allCallsButAbortAndStatusFail() {
        quiet().opensActively().fired(Rule.U_OPEN_EXISTS).answered(Reply.CONNECTION_ALREADY_EXISTS);
        quiet().sends(1).fired(Rule.U_SEND_CLOSING).answered(Reply.CONNECTION_CLOSING);
        quiet().receives(1).fired(Rule.U_RECV_CLOSING).answered(Reply.CONNECTION_CLOSING);
        quiet().closes().fired(Rule.U_CLOSE_CLOSING).answered(Reply.CONNECTION_CLOSING);
        quiet().asksStatus().fired(Rule.U_STATUS).answered(Reply.OK);
    }

    @Test
    void anAbortEndsItSilently() {
        quiet().aborts()
                .fired(Rule.U_ABORT_OK)
                .sentNothing()
                .answered(Reply.OK)
                .is(TcpState.CLOSED);
    }

    @Test
    @Tag("MUST-13")
    void itLastsFourMinutes() {
        quiet().fires(TimerKind.TIME_WAIT, 240_000)
                .timesOut(TimerKind.TIME_WAIT)
                .fired(Rule.T_2MSL)
                .sentNothing()
                .toldNothing()
                .is(TcpState.CLOSED)
                .runs();
    }

    @Test
    void theRepeatedFinIsAcknowledgedAndTheWaitBeginsAnew() {
        quiet().waits(100_000)
                .fires(TimerKind.TIME_WAIT, 140_000)
                .gets(seg("FIN,ACK").seq(301).ack(102))
                .fired(Rule.R_TW_FIN_AGAIN)
                .sent(CURRENT)
                .is(TcpState.TIME_WAIT)
                .fires(TimerKind.TIME_WAIT, 240_000);
    }

    @Test
    void aBareAcknowledgmentIsNotAnswered() {
        quiet().waits(100_000)
                .gets(seg("ACK").seq(302).ack(102))
                .fired(Rule.R_TW_ACK)
                .sentNothing()
                .isUnchanged()
                .fires(TimerKind.TIME_WAIT, 140_000);
    }

    @Test
    void whatTakesNumbersInsideTheWindowIsAnsweredAndRestartsTheWait() {
        quiet().waits(100_000)
                .gets(seg("FIN,ACK").seq(302).ack(102).numbered(3))
                .fired(Rule.R_TW_SEGMENT)
                .sent(CURRENT)
                .fires(TimerKind.TIME_WAIT, 240_000);
    }

    @Test
    void oldSegmentsAreAnsweredWithoutRestart() {
        quiet().waits(100_000)
                .gets(seg("ACK").seq(255).ack(33))
                .fired(Rule.R_SEQ_BAD)
                .sent(CURRENT)
                .isUnchanged()
                .fires(TimerKind.TIME_WAIT, 140_000);
    }

    @Test
    void aResetAtTheRightNumberEndsIt() {
        quiet().gets(seg("RST").seq(302))
                .fired(Rule.R_RST_CLOSING)
                .is(TcpState.CLOSED)
                .toldNothing();
        quiet().gets(seg("RST").seq(303)).fired(Rule.R_RST_CHALLENGE).sent(CURRENT).isUnchanged();
        quiet().gets(seg("RST").seq(301)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
    }

    @Test
    void aNewSynIsChallenged() {
        quiet().gets(seg("SYN").seq(400)).fired(Rule.R_SYN_CHALLENGE).sent(CURRENT).isUnchanged();
        quiet().gets(seg("SYN").seq(1500)).fired(Rule.R_SEQ_BAD).sent(CURRENT).isUnchanged();
    }

    @Test
    void wrongAcknowledgmentsChangeNothing() {
        quiet().gets(seg("NONE").seq(302)).fired(Rule.R_ACK_OFF).sentNothing().isUnchanged();
        quiet().gets(seg("ACK").seq(302).ack(103))
                .fired(Rule.R_ACK_FUTURE)
                .sent(CURRENT)
                .isUnchanged();
        quiet().gets(seg("ACK").seq(302).ack(-5000)).fired(Rule.R_ACK_RANGE).isUnchanged();
    }

    @Test
    void theUserTimeoutClosesSilently() {
        quiet().does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .is(TcpState.CLOSED);
    }
}
