package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SYN-SENT (RFC 9293, 3.10.7.3): SYN 100 is out. */
class SynSentTest {
    private static Endpoint calling() {
        return Given.SYN_SENT.given();
    }

    @Test
    void anotherOpenFails() {
        calling()
                .opensActively()
                .fired(Rule.U_OPEN_EXISTS)
                .answered(Reply.CONNECTION_ALREADY_EXISTS);
        calling()
                .opensPassively()
                .fired(Rule.U_OPEN_EXISTS)
                .answered(Reply.CONNECTION_ALREADY_EXISTS)
                .is(TcpState.SYN_SENT);
    }

    @Test
    void sendsAndReceivesWaitForTheConnection() {
        calling()
                .sendsText("hi")
                .fired(Rule.U_SEND_QUEUE)
                .sentNothing()
                .answered(Reply.OK)
                .receives(5)
                .fired(Rule.U_RECV_QUEUE)
                .gets(seg("SYN,ACK").seq(300).ack(101))
                .sent("PSH,ACK SEQ=101 ACK=301 LEN=2 WND=1000");
    }

    @Test
    void aSendNeedsRoom() {
        calling()
                .sends(70_000)
                .fired(Rule.U_SEND_RESOURCES)
                .answered(Reply.INSUFFICIENT_RESOURCES)
                .is(TcpState.SYN_SENT);
    }

    @Test
    void aCloseForgetsTheCallSilently() {
        Given.SYN_SENT_QUEUED
                .given()
                .closes()
                .fired(Rule.U_CLOSE_SYNSENT)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(new Signal.PendingCallsEnded(Reply.CLOSING), new Signal.Answered(Reply.OK));
    }

    @Test
    void anAbortSendsNoReset() {
        Given.SYN_SENT_QUEUED
                .given()
                .aborts()
                .fired(Rule.U_ABORT_SYNSENT)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(
                        new Signal.PendingCallsEnded(Reply.CONNECTION_RESET),
                        new Signal.Answered(Reply.OK));
    }

    @Test
    void anAcknowledgmentOfSomethingElseIsReset() {
        for (long ack : new long[] {91, 100, 102}) {
            calling()
                    .gets(seg("SYN,ACK").seq(300).ack(ack))
                    .fired(Rule.R_SYNSENT_ACK_BAD, Rule.G_RST_GROUPS, Rule.G_RST_FORM)
                    .sent("RST SEQ=" + ack + " WND=0")
                    .isUnchanged();
        }
    }

    @Test
    void aResetWithAWrongAcknowledgmentIsDropped() {
        calling()
                .gets(seg("RST,ACK").seq(0).ack(100))
                .fired(Rule.R_SYNSENT_ACK_BAD_RST, Rule.G_RST_NEVER)
                .sentNothing()
                .isUnchanged();
    }

    @Test
    void aResetOfOurSynMeansRefusal() {
        calling()
                .gets(seg("RST,ACK").seq(0).ack(101))
                .fired(Rule.R_SYNSENT_RST_OK)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(new Signal.Failed(Reply.CONNECTION_REFUSED));
    }

    @Test
    void theNumberOfAResetDoesNotMatterHere() {
        calling().gets(seg("RST,ACK").seq(987_654).ack(101)).is(TcpState.CLOSED);
    }

    @Test
    void aResetWithoutAcknowledgmentProvesNothing() {
        calling()
                .gets(seg("RST").seq(301))
                .fired(Rule.R_SYNSENT_RST_NOACK)
                .sentNothing()
                .isUnchanged();
    }

    @Test
    void aSynAckOpensTheConnection() {
        calling()
                .waits(400)
                .gets(seg("SYN,ACK").seq(300).ack(101).window(700))
                .fired(Rule.R_SYNSENT_SYNACK)
                .is(TcpState.ESTABLISHED)
                .sent("ACK SEQ=101 ACK=301 WND=1000")
                .told(new Signal.Connected())
                .has(Variable.IRS, 300)
                .has(Variable.RCV_NXT, 301)
                .has(Variable.SND_UNA, 101)
                .has(Variable.SND_WND, 700)
                .has(Variable.MAX_SND_WND, 700)
                .has(Variable.SND_WL1, 300)
                .has(Variable.SND_WL2, 101)
                .has(Variable.SRTT, 400 * Endpoint.MILLI)
                .has(Variable.RTO, 1200 * Endpoint.MILLI)
                .retransmissionQueueIs()
                .runs();
    }

    @Test
    @Tag("MUST-58")
    void aSynAckWithTextIsAnsweredOnce() {
        Given.SYN_SENT_QUEUED
                .given()
                .readsOnAndOn()
                .gets(seg("SYN,ACK").seq(300).ack(101).text("hey"))
                .fired(Rule.R_SYNSENT_SYNACK, Rule.R_TEXT)
                .sent("PSH,ACK SEQ=101 ACK=304 LEN=10 WND=997")
                .told(new Signal.Connected(), new Signal.Delivered(Octets.utf8("hey")));
    }

    @Test
    void aSynAckWithFinLeadsToCloseWait() {
        calling()
                .gets(seg("SYN,FIN,ACK").seq(300).ack(101))
                .fired(Rule.R_SYNSENT_SYNACK, Rule.R_FIN_ESTAB)
                .sent("ACK SEQ=101 ACK=302 WND=1000")
                .is(TcpState.CLOSE_WAIT);
    }

    @Test
    void textOnOurSynMayBeLeftUnacknowledged() {
        Given.SYN_SENT_WITH_TEXT
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(101))
                .is(TcpState.ESTABLISHED)
                .retransmissionQueueIs("NONE 101+5")
                .fires(TimerKind.RETRANSMISSION, 1000)
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_DATA)
                .sent("ACK SEQ=101 ACK=301 LEN=5 WND=1000");
    }

    @Test
    void textOnOurSynMayBeAcknowledgedAtOnce() {
        Given.SYN_SENT_WITH_TEXT
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(106))
                .is(TcpState.ESTABLISHED)
                .retransmissionQueueIs()
                .told(new Signal.SendsAcknowledged(5), new Signal.Connected());
    }

    @Test
    @Tag("MUST-10")
    void aSynFromThePeerMeansThatBothCalled() {
        calling()
                .gets(seg("SYN").seq(300).window(700))
                .fired(Rule.R_SYNSENT_SYN)
                .is(TcpState.SYN_RECEIVED)
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000")
                .toldNothing()
                .has(Variable.IRS, 300)
                .has(Variable.RCV_NXT, 301)
                .has(Variable.SND_NXT, 101)
                .has(Variable.SND_UNA, 100)
                .has(Variable.SND_WND, 700)
                .has(Variable.SND_WL1, 300)
                .has(Variable.SND_WL2, 100)
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER);
    }

    @Test
    void anythingElseIsDropped() {
        calling()
                .gets(seg("ACK").seq(300).ack(101))
                .fired(Rule.R_SYNSENT_NEITHER)
                .sentNothing()
                .isUnchanged();
        calling()
                .gets(seg("FIN,ACK").seq(301).ack(101))
                .fired(Rule.R_SYNSENT_NEITHER, Rule.R_FIN_UNSYNC)
                .sentNothing()
                .isUnchanged();
    }

    @Test
    @Tag("MUST-22")
    void aLostSynIsRepeated() {
        calling()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_SYN)
                .sent("SYN SEQ=100 WND=1000")
                .is(TcpState.SYN_SENT)
                .fires(TimerKind.RETRANSMISSION, 2000)
                .has(Variable.RTO, 2 * Endpoint.SECOND);
    }

    @Test
    void theUserTimeoutSendsNothing() {
        Given.SYN_SENT_QUEUED
                .given()
                .does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .sentNothing()
                .is(TcpState.CLOSED)
                .told(
                        new Signal.PendingCallsEnded(Reply.USER_TIMEOUT),
                        new Signal.Failed(Reply.USER_TIMEOUT));
    }
}
