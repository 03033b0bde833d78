package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.Signal.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CLOSED (RFC 9293, 3.10.7.1). */
class ClosedTest {
    private static final TcpOptions RFC = TcpOptions.RFC;

    private static Endpoint closed() {
        return Given.CLOSED.given();
    }

    @Test
    void aPassiveOpenOnlyWaits() {
        closed().opensPassively()
                .fired(Rule.U_OPEN_PASSIVE)
                .is(TcpState.LISTEN)
                .sentNothing()
                .answered(Reply.OK)
                .runs();
    }

    @Test
    @Tag("SHLD-5")
    @Tag("MUST-14")
    void anActiveOpenSendsASyn() {
        Endpoint end = closed().opensActively();
        end.fired(Rule.U_OPEN_ACTIVE, Rule.P_ISN)
                .is(TcpState.SYN_SENT)
                .sent("SYN SEQ=100 WND=1000")
                .answered(Reply.OK)
                .has(Variable.ISS, 100)
                .has(Variable.SND_UNA, 100)
                .has(Variable.SND_NXT, 101)
                .runs(TimerKind.RETRANSMISSION, TimerKind.USER)
                .fires(TimerKind.RETRANSMISSION, 1000)
                .fires(TimerKind.USER, 300_000);
    }

    @Test
    void anActiveOpenWithoutRemoteSocketFails() {
        closed().opensActively(null, "")
                .fired(Rule.U_OPEN_NOREMOTE)
                .answered(Reply.REMOTE_SOCKET_UNSPECIFIED)
                .is(TcpState.CLOSED)
                .sentNothing();
    }

    @Test
    void anOpenOfAForbiddenSocketFails() {
        Given.CLOSED
                .with(RFC.with(Switch.OPEN_FORBIDDEN))
                .opensActively()
                .fired(Rule.U_OPEN_ACCESS)
                .answered(Reply.CONNECTION_ILLEGAL)
                .is(TcpState.CLOSED);
    }

    @Test
    void anOpenWithoutRoomFails() {
        Given.CLOSED
                .with(RFC.with(Switch.NO_ROOM))
                .opensPassively()
                .fired(Rule.U_OPEN_RESOURCES)
                .answered(Reply.INSUFFICIENT_RESOURCES)
                .is(TcpState.CLOSED);
    }

    @Test
    void allOtherCallsFailForWantOfAConnection() {
        Endpoint end = closed();
        end.sends(1).fired(Rule.U_SEND_NOCONN).answered(Reply.CONNECTION_DOES_NOT_EXIST);
        end.receives(1).fired(Rule.U_RECV_NOCONN).answered(Reply.CONNECTION_DOES_NOT_EXIST);
        end.closes().fired(Rule.U_CLOSE_NOCONN).answered(Reply.CONNECTION_DOES_NOT_EXIST);
        end.aborts().fired(Rule.U_ABORT_NOCONN).answered(Reply.CONNECTION_DOES_NOT_EXIST);
        end.asksStatus().fired(Rule.U_STATUS_NOCONN).answered(Reply.CONNECTION_DOES_NOT_EXIST);
        end.is(TcpState.CLOSED).sentNothing();
    }

    @Test
    void aResetIsDropped() {
        closed().gets(seg("RST").seq(5))
                .fired(Rule.R_CLOSED_RST, Rule.G_RST_NEVER)
                .sentNothing()
                .is(TcpState.CLOSED);
    }

    @Test
    void aSegmentWithoutAckIsResetWithNumberZero() {
        closed().gets(seg("SYN").seq(100))
                .fired(Rule.R_CLOSED_NOACK, Rule.G_RST_FORM)
                .sent("RST,ACK SEQ=0 ACK=101 WND=0");
        closed().gets(seg("SYN,FIN").seq(100).numbered(7))
                .fired(Rule.R_CLOSED_NOACK, Rule.R_FIN_UNSYNC)
                .sent("RST,ACK SEQ=0 ACK=109 WND=0")
                .is(TcpState.CLOSED);
    }

    @Test
    void aSegmentWithAckIsResetWithTheNumberItNames() {
        closed().gets(seg("ACK").seq(300).ack(100).numbered(10))
                .fired(Rule.R_CLOSED_ACK, Rule.G_RST_FORM)
                .sent("RST SEQ=100 WND=0")
                .is(TcpState.CLOSED)
                .toldNothing();
    }

    @Test
    void noTimerMeansAnything() {
        for (TimerKind kind : TimerKind.values()) {
            closed().does(new TcpEvent.Timeout(0, kind)).fired().sentNothing().toldNothing();
        }
    }
}
