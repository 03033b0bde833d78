package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** LISTEN (RFC 9293, 3.10.7.2). */
class ListenTest {
    private static Endpoint listening() {
        return Given.LISTEN.given();
    }

    @Test
    void anActiveOpenTurnsTheListenerIntoACaller() {
        listening()
                .opensActively()
                .fired(Rule.U_OPEN_LISTEN_ACTIVE)
                .is(TcpState.SYN_SENT)
                .sent("SYN SEQ=100 WND=1000")
                .answered(Reply.OK)
                .has(Variable.SND_UNA, 100)
                .has(Variable.SND_NXT, 101)
                // It came from an active OPEN now: a refusal ends it.
                .gets(seg("SYN").seq(300))
                .gets(seg("RST").seq(301))
                .fired(Rule.R_SYNRCVD_RST_ACTIVE)
                .is(TcpState.CLOSED);
    }

    @Test
    void anActiveOpenNeedsARemoteSocket() {
        listening()
                .opensActively(null, "")
                .fired(Rule.U_OPEN_NOREMOTE)
                .answered(Reply.REMOTE_SOCKET_UNSPECIFIED)
                .is(TcpState.LISTEN);
    }

    @Test
    void anActiveOpenNeedsRoom() {
        listening()
                .withOptions(TcpOptions.RFC.with(Switch.NO_ROOM))
                .opensActively()
                .fired(Rule.U_OPEN_RESOURCES)
                .answered(Reply.INSUFFICIENT_RESOURCES)
                .is(TcpState.LISTEN);
    }

    @Test
    @Tag("MUST-41")
    void aSecondPassiveOpenDisturbsNothing() {
        Endpoint end = listening();
        Tcb before = end.tcb();
        end.opensPassively()
                .fired(Rule.U_OPEN_LISTEN_PASSIVE)
                .answered(Reply.CONNECTION_ALREADY_EXISTS);
        org.assertj.core.api.Assertions.assertThat(end.tcb()).isEqualTo(before);
    }

    @Test
    void aSendCallsThePeerThatTheOpenNamed() {
        Given.LISTEN_FOR_PEER
                .given()
                .sends(3)
                .fired(Rule.U_SEND_LISTEN)
                .is(TcpState.SYN_SENT)
                .sent("SYN SEQ=100 WND=1000")
                .answered(Reply.OK)
                .gets(seg("SYN,ACK").seq(300).ack(101))
                .sent("PSH,ACK SEQ=101 ACK=301 LEN=3 WND=1000");
    }

    @Test
    void aSendWithoutPeerFails() {
        listening()
                .sends(3)
                .fired(Rule.U_SEND_LISTEN_NOREMOTE)
                .answered(Reply.REMOTE_SOCKET_UNSPECIFIED)
                .is(TcpState.LISTEN);
    }

    @Test
    void aReceiveWaits() {
        listening().receives(10).fired(Rule.U_RECV_QUEUE).toldNothing().is(TcpState.LISTEN);
    }

    @Test
    void aReceiveNeedsRoom() {
        listening()
                .withOptions(TcpOptions.RFC.with(Switch.NO_ROOM))
                .receives(10)
                .fired(Rule.U_RECV_RESOURCES)
                .answered(Reply.INSUFFICIENT_RESOURCES);
    }

    @Test
    void aCloseEndsWaitingReceives() {
        listening()
                .receives(10)
                .closes()
                .fired(Rule.U_CLOSE_LISTEN)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(new Signal.PendingCallsEnded(Reply.CLOSING), new Signal.Answered(Reply.OK));
    }

    @Test
    void anAbortEndsWaitingReceives() {
        listening()
                .receives(10)
                .aborts()
                .fired(Rule.U_ABORT_LISTEN)
                .is(TcpState.CLOSED)
                .sentNothing()
                .told(
                        new Signal.PendingCallsEnded(Reply.CONNECTION_RESET),
                        new Signal.Answered(Reply.OK));
    }

    @Test
    void theStatusIsAnswered() {
        listening().asksStatus().fired(Rule.U_STATUS).answered(Reply.OK).is(TcpState.LISTEN);
    }

    @Test
    void aResetIsDropped() {
        listening()
                .gets(seg("RST").seq(91))
                .fired(Rule.R_LISTEN_RST)
                .sentNothing()
                .is(TcpState.LISTEN);
        listening().gets(seg("RST,ACK").seq(91).ack(7)).fired(Rule.R_LISTEN_RST).sentNothing();
    }

    @Test
    void anyAcknowledgmentIsWrongHere() {
        listening()
                .gets(seg("SYN,ACK").seq(300).ack(91))
                .fired(Rule.R_LISTEN_ACK, Rule.G_RST_GROUPS, Rule.G_RST_FORM)
                .sent("RST SEQ=91 WND=0")
                .is(TcpState.LISTEN);
    }

    @Test
    @Tag("MUST-11")
    void aSynIsAnsweredWithSynAck() {
        listening()
                .gets(seg("SYN").seq(300).window(700))
                .fired(Rule.R_LISTEN_SYN, Rule.P_ISN)
                .is(TcpState.SYN_RECEIVED)
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000")
                .toldNothing()
                .has(Variable.IRS, 300)
                .has(Variable.RCV_NXT, 301)
                .has(Variable.ISS, 100)
                .has(Variable.SND_UNA, 100)
                .has(Variable.SND_NXT, 101)
                .has(Variable.MAX_SND_WND, 700)
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER)
                .fires(TimerKind.RETRANSMISSION, 1000);
    }

    @Test
    void anotherPeerThanTheOneNamedFindsNobody() {
        Given.LISTEN_FOR_PEER
                .given()
                .getsFrom(Endpoint.STRANGER, seg("SYN").seq(300))
                .fired(Rule.G_DEMUX, Rule.R_CLOSED_NOACK)
                .sent("RST,ACK SEQ=0 ACK=301 WND=0")
                .is(TcpState.LISTEN);
    }

    @Test
    void textOnTheSynIsHeldAndNotAcknowledged() {
        Endpoint end = listening().readsOnAndOn();
        end.gets(seg("SYN").seq(300).text("abc"))
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000")
                .toldNothing();
        end.gets(seg("ACK").seq(304).ack(101))
                .fired(Rule.R_SYNRCVD_ACK, Rule.R_TEXT)
                .is(TcpState.ESTABLISHED)
                .told(new Signal.Connected(), new Signal.Delivered(Octets.utf8("abc")))
                .sent("ACK SEQ=101 ACK=304 WND=997");
    }

    @Test
    void whatIsNeitherSynNorAckNorResetIsDropped() {
        listening()
                .gets(seg("NONE").seq(300).numbered(5))
                .fired(Rule.R_LISTEN_OTHER)
                .sentNothing()
                .is(TcpState.LISTEN);
        listening()
                .gets(seg("FIN").seq(300))
                .fired(Rule.R_LISTEN_OTHER, Rule.R_FIN_UNSYNC)
                .sentNothing();
    }

    @Test
    void theUserMayLosePatience() {
        listening()
                .does(new TcpEvent.Timeout(0, TimerKind.USER))
                .fired(Rule.T_USER)
                .is(TcpState.CLOSED)
                .told(new Signal.Failed(Reply.USER_TIMEOUT));
    }
}
