package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** ESTABLISHED (RFC 9293, 3.10.7.4): SND.UNA = SND.NXT = 101, RCV.NXT = 301, windows 1000. */
class EstablishedTest {
    private static final String CURRENT = "ACK SEQ=101 ACK=301 WND=1000";

    private static Endpoint open() {
        return Given.ESTABLISHED.given();
    }

    @Test
    void anotherOpenFails() {
        open().opensActively()
                .fired(Rule.U_OPEN_EXISTS)
                .answered(Reply.CONNECTION_ALREADY_EXISTS)
                .is(TcpState.ESTABLISHED);
    }

    @Test
    void aSendIsSegmentizedAndTimed() {
        open().sends(10)
                .fired(Rule.U_SEND_DATA, Rule.P_PSH)
                .sent("PSH,ACK SEQ=101 ACK=301 LEN=10 WND=1000")
                .answered(Reply.OK)
                .has(Variable.SND_NXT, 111)
                .has(Variable.SND_UNA, 101)
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER);
    }

    @Test
    void aSendNeedsRoom() {
        open().sends(65_536)
                .fired(Rule.U_SEND_RESOURCES)
                .answered(Reply.INSUFFICIENT_RESOURCES)
                .sentNothing();
        open().sends(65_535).fired(Rule.U_SEND_DATA);
    }

    @Test
    void aReceiveTakesWhatIsOnHand() {
        Given.ESTABLISHED_UNREAD
                .given()
                .receives(3)
                .fired(Rule.U_RECV_DATA)
                .told(new Signal.Delivered(Octets.utf8("pqr")))
                .receives(9)
                .told(new Signal.Delivered(Octets.utf8("st")));
    }

    @Test
    void aReceiveMayWait() {
        open().receives(3)
                .fired(Rule.U_RECV_DATA)
                .toldNothing()
                .gets(seg("ACK").seq(301).ack(101).text("abcde"))
                .told(new Signal.Delivered(Octets.utf8("abc")), new Signal.DataAvailable(2));
    }

    @Test
    void aReceiveNeedsRoom() {
        open().withOptions(TcpOptions.RFC.with(Switch.NO_ROOM))
                .receives(3)
                .fired(Rule.U_RECV_RESOURCES)
                .answered(Reply.INSUFFICIENT_RESOURCES);
    }

    @Test
    void aCloseSendsTheFin() {
        open().closes()
                .fired(Rule.U_CLOSE_ESTAB)
                .is(TcpState.FIN_WAIT_1)
                .sent("FIN,ACK SEQ=101 ACK=301 WND=1000")
                .answered(Reply.OK)
                .hasFinSeq(101)
                .has(Variable.SND_NXT, 102)
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER);
    }

    @Test
    void anAbortSendsAResetWithoutAck() {
        Given.ESTABLISHED_DATA_OUT
                .given()
                .aborts()
                .fired(Rule.U_ABORT_RST)
                .is(TcpState.CLOSED)
                .sent("RST SEQ=111 WND=0")
                .told(
                        new Signal.PendingCallsEnded(Reply.CONNECTION_RESET),
                        new Signal.Answered(Reply.OK))
                .retransmissionQueueIs()
                .runs();
    }

    @Test
    void theStatusIsAnswered() {
        open().asksStatus().fired(Rule.U_STATUS).answered(Reply.OK);
    }

    @Test
    void whatLiesOutsideTheWindowDrawsTheCurrentAcknowledgment() {
        open().gets(seg("ACK").seq(300).ack(101).numbered(1))
                .fired(Rule.R_SEQ_BAD, Rule.G_SEQ_ONCE)
                .sent(CURRENT)
                .isUnchanged();
        open().gets(seg("ACK").seq(1301).ack(101))
                .fired(Rule.R_SEQ_BAD)
                .sent(CURRENT)
                .isUnchanged();
        open().gets(seg("ACK").seq(300).ack(101)).fired(Rule.R_SEQ_BAD).sent(CURRENT).isUnchanged();
        open().gets(seg("SYN").seq(300)).fired(Rule.R_SEQ_BAD).sent(CURRENT).isUnchanged();
        open().gets(seg("SYN,ACK").seq(300).ack(101))
                .fired(Rule.R_SEQ_BAD)
                .sent(CURRENT)
                .isUnchanged();
    }

    @Test
    void whatLiesPartlyOutsideIsTrimmed() {
        open().readsOnAndOn()
                .gets(seg("ACK").seq(299).ack(101).text("xxabc"))
                .fired(Rule.R_SEQ_TRIM, Rule.R_ACK_DUP, Rule.R_TEXT)
                .sent("ACK SEQ=101 ACK=304 WND=997")
                .told(new Signal.Delivered(Octets.utf8("abc")));
        Endpoint end = open();
        end.gets(seg("FIN,ACK").seq(301).ack(101).numbered(1200))
                .fired(Rule.R_SEQ_TRIM, Rule.R_ACK_DUP, Rule.R_TEXT)
                .sent("ACK SEQ=101 ACK=1301 WND=0")
                .is(TcpState.ESTABLISHED);
    }

    @Test
    void aSegmentLongerThanTheWindowOnBothSidesIsTrimmedToo() {
        open().gets(seg("ACK").seq(300).ack(101).numbered(1100))
                .fired(Rule.R_SEQ_TRIM, Rule.R_ACK_DUP, Rule.R_TEXT)
                .sent("ACK SEQ=101 ACK=1301 WND=0");
    }

    @Test
    @Tag("SHLD-31")
    @Tag("MAY-13")
    void whatComesTooEarlyIsHeld() {
        Endpoint end = open();
        end.gets(seg("FIN,ACK").seq(306).ack(101).numbered(5))
                .fired(Rule.R_ACK_DUP, Rule.R_SEQ_HOLD, Rule.R_TEXT_OOO)
                .sent(CURRENT)
                .is(TcpState.ESTABLISHED)
                .has(Variable.RCV_NXT, 301);
        end.gets(seg("ACK").seq(301).ack(101).numbered(5))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_STALE, Rule.R_TEXT, Rule.R_FIN_ESTAB)
                .sent("ACK SEQ=101 ACK=312 WND=990")
                .is(TcpState.CLOSE_WAIT);
    }

    @Test
    @Tag("MUST-12")
    void aResetAtTheRightNumberEndsTheConnection() {
        Given.ESTABLISHED_DATA_OUT
                .given()
                .gets(seg("RST").seq(301))
                .fired(Rule.R_RST_SYNC)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(
                        new Signal.PendingCallsEnded(Reply.CONNECTION_RESET),
                        new Signal.Failed(Reply.CONNECTION_RESET))
                .runs();
    }

    @Test
    void threeForgedResetsFail() {
        open().gets(seg("RST").seq(251)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
        open().gets(seg("RST").seq(901)).fired(Rule.R_RST_CHALLENGE).sent(CURRENT).isUnchanged();
        open().gets(seg("RST").seq(1301)).fired(Rule.R_SEQ_BAD_RST).sentNothing().isUnchanged();
    }

    @Test
    @Tag("SHLD-2")
    void theDataOfAResetIsIgnored() {
        open().gets(seg("RST,ACK").seq(301).ack(101).text("why"))
                .fired(Rule.R_RST_SYNC, Rule.G_RST_DATA)
                .is(TcpState.CLOSED)
                .told(new Signal.Failed(Reply.CONNECTION_RESET));
    }

    @Test
    void dataDoesNotMoveTheNumberOfAReset() {
        open().gets(seg("RST").seq(300).numbered(5))
                .fired(Rule.R_RST_CHALLENGE)
                .sent(CURRENT)
                .isUnchanged();
    }

    @Test
    void aSynIsChallengedWhereverItLies() {
        open().gets(seg("SYN").seq(501)).fired(Rule.R_SYN_CHALLENGE).sent(CURRENT).isUnchanged();
        open().gets(seg("SYN").seq(77)).fired(Rule.R_SEQ_BAD).sent(CURRENT).isUnchanged();
    }

    @Test
    void aSegmentWithoutAckIsDropped() {
        open().gets(seg("PSH").seq(301).numbered(5))
                .fired(Rule.R_ACK_OFF)
                .sentNothing()
                .isUnchanged();
    }

    @Test
    void aNewAcknowledgmentMovesTheLeftEdge() {
        Given.ESTABLISHED_DATA_OUT
                .given()
                .gets(seg("ACK").seq(301).ack(105).window(996))
                .fired(Rule.R_ACK_NEW, Rule.R_WND_UPDATE)
                .told(new Signal.SendsAcknowledged(4))
                .has(Variable.SND_UNA, 105)
                .has(Variable.SND_WND, 996)
                .has(Variable.SND_WL2, 105)
                .retransmissionQueueIs("NONE 105+6")
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER)
                .gets(seg("ACK").seq(301).ack(111).window(996))
                .fired(Rule.R_ACK_NEW)
                .told(new Signal.SendsAcknowledged(6))
                .runs();
    }

    @Test
    void aDuplicateAcknowledgmentStillCarriesText() {
        Given.ESTABLISHED_DATA_OUT
                .given()
                .gets(seg("ACK").seq(301).ack(101).text("hi"))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT)
                .sent("ACK SEQ=111 ACK=303 WND=998")
                .has(Variable.SND_UNA, 101);
    }

    @Test
    void anAcknowledgmentOfWhatWasNeverSentIsRefused() {
        open().gets(seg("ACK").seq(301).ack(102).text("EVIL"))
                .fired(Rule.R_ACK_FUTURE)
                .sent(CURRENT)
                .isUnchanged();
    }

    @Test
    @Tag("MAY-12")
    void anAcknowledgmentOlderThanAnyWindowIsRefused() {
        open().gets(seg("ACK").seq(301).ack(101 - 1001).text("EVIL"))
                .fired(Rule.R_ACK_RANGE)
                .sent(CURRENT)
                .isUnchanged();
        open().gets(seg("ACK").seq(301).ack(101 - 1000).text("EVIL"))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT)
                .sent("ACK SEQ=101 ACK=305 WND=996");
    }

    @Test
    void onlyNewerSegmentsUpdateTheWindow() {
        Endpoint end = open();
        end.gets(seg("ACK").seq(301).ack(101).window(500).text("abc"))
                .fired(Rule.R_ACK_DUP, Rule.R_WND_UPDATE, Rule.R_TEXT)
                .has(Variable.SND_WND, 500);
        end.gets(seg("ACK").seq(304).ack(101).window(400))
                .has(Variable.SND_WND, 400)
                .has(Variable.SND_WL1, 304)
                .has(Variable.MAX_SND_WND, 1000);
        Endpoint data = Given.ESTABLISHED_DATA_OUT.given();
        data.gets(seg("ACK").seq(310).ack(105).window(300));
        data.gets(seg("ACK").seq(305).ack(111).window(900))
                .fired(Rule.R_ACK_NEW, Rule.R_WND_STALE)
                .has(Variable.SND_WND, 300)
                .has(Variable.SND_UNA, 111);
    }

    @Test
    void textIsDeliveredAndAcknowledged() {
        open().readsOnAndOn()
                .gets(seg("PSH,ACK").seq(301).ack(101).text("hello"))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT)
                .sent("ACK SEQ=101 ACK=306 WND=995")
                .told(new Signal.Delivered(Octets.utf8("hello")))
                .has(Variable.RCV_NXT, 306);
    }

    @Test
    @Tag("SHLD-14")
    void unreadTextShrinksTheWindowButNotItsRightEdge() {
        open().gets(seg("ACK").seq(301).ack(101).numbered(400))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT, Rule.G_WINDOW_NOSHRINK)
                .told(new Signal.DataAvailable(400))
                .has(Variable.RCV_NXT, 701)
                .has(Variable.RCV_WND, 600);
    }

    @Test
    void anOverlapIsDeliveredOnce() {
        Endpoint end = open().readsOnAndOn();
        end.gets(seg("ACK").seq(301).ack(101).text("abcde"));
        end.gets(seg("ACK").seq(303).ack(101).text("cdefg"))
                .fired(Rule.R_SEQ_TRIM, Rule.R_ACK_DUP, Rule.R_TEXT)
                .told(new Signal.Delivered(Octets.utf8("fg")))
                .sent("ACK SEQ=101 ACK=308 WND=993");
    }

    @Test
    @Tag("MUST-59")
    void segmentsThatArriveTogetherAreAcknowledgedTogether() {
        Endpoint end = open();
        end.getsFirstOfSome(seg("ACK").seq(301).ack(101).numbered(5))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT, Rule.G_AGGREGATE)
                .sentNothing();
        end.gets(seg("ACK").seq(306).ack(101).numbered(5)).sent("ACK SEQ=101 ACK=311 WND=990");
    }

    @Test
    void aFinMeansThatThePeerHasFinished() {
        open().readsOnAndOn()
                .gets(seg("FIN,ACK").seq(301).ack(101).text("end"))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT, Rule.R_FIN_ESTAB)
                .is(TcpState.CLOSE_WAIT)
                .sent("ACK SEQ=101 ACK=305 WND=997")
                .told(new Signal.Delivered(Octets.utf8("end")), new Signal.EndOfStream())
                .has(Variable.RCV_NXT, 305);
    }

    @Test
    void lostTextIsRepeated() {
        Given.ESTABLISHED_DATA_OUT
                .given()
                .timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_DATA)
                .sent("PSH,ACK SEQ=101 ACK=301 LEN=10 WND=1000")
                .is(TcpState.ESTABLISHED)
                .fires(TimerKind.RETRANSMISSION, 2000);
    }

    @Test
    void theUserTimeoutClosesSilently() {
        Given.ESTABLISHED_DATA_OUT
                .given()
                .does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .sentNothing()
                .is(TcpState.CLOSED)
                .told(
                        new Signal.PendingCallsEnded(Reply.USER_TIMEOUT),
                        new Signal.Failed(Reply.USER_TIMEOUT));
    }

    @Test
    void aStrangerDoesNotTouchTheConnection() {
        open().getsFrom(Endpoint.STRANGER, seg("RST").seq(301))
                .fired(Rule.G_DEMUX, Rule.R_CLOSED_RST)
                .isUnchanged();
        open().getsFrom(Endpoint.STRANGER, seg("ACK").seq(301).ack(55))
                .fired(Rule.G_DEMUX, Rule.R_CLOSED_ACK)
                .sent("RST SEQ=55 WND=0")
                .isUnchanged();
    }
}
