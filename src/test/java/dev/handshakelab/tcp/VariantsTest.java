package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Counterfactuals: what goes wrong when a named rule is replaced. */
class VariantsTest {
    /** Begins in a situation. */
    private interface Start {
        Endpoint at(Given given);
    }

    private static Start with(Variant variant) {
        return given -> given.with(TcpOptions.RFC.with(variant));
    }

    @Test
    void withTwoSegmentsAGhostOpensTheConnection() {
        with(Variant.TWO_WAY_HANDSHAKE)
                .at(Given.LISTEN)
                .gets(seg("SYN").seq(90))
                .fired(Rule.R_LISTEN_SYN, Rule.V_TWO_WAY)
                .is(TcpState.ESTABLISHED)
                .sent("SYN,ACK SEQ=100 ACK=91 WND=1000")
                .told(new Signal.Connected())
                .has(Variable.SND_UNA, 101)
                .sends(3)
                .sent("PSH,ACK SEQ=101 ACK=91 LEN=3 WND=1000")
                .gets(seg("RST").seq(91))
                .fired(Rule.R_RST_SYNC)
                .is(TcpState.CLOSED);
    }

    @Test
    void withoutTimeWaitTheLastFinMeetsNobody() {
        with(Variant.NO_TIME_WAIT)
                .at(Given.FIN_WAIT_2)
                .gets(seg("FIN,ACK").seq(301).ack(102))
                .fired(Rule.R_ACK_DUP, Rule.R_FIN_FW2, Rule.V_NO_TIME_WAIT)
                .sent("ACK SEQ=102 ACK=302 WND=1000")
                .is(TcpState.CLOSED)
                .runs()
                .gets(seg("FIN,ACK").seq(301).ack(102))
                .fired(Rule.R_CLOSED_ACK, Rule.R_FIN_UNSYNC)
                .sent("RST SEQ=102 WND=0");
        with(Variant.NO_TIME_WAIT)
                .at(Given.CLOSING)
                .gets(seg("ACK").seq(302).ack(102))
                .fired(Rule.R_ACK_NEW, Rule.R_CLOSING_ACK_FIN, Rule.V_NO_TIME_WAIT)
                .is(TcpState.CLOSED);
    }

    @Test
    void withoutSequenceCheckADuplicateIsDeliveredTwice() {
        Endpoint end = with(Variant.NO_SEQUENCE_CHECK).at(Given.ESTABLISHED).readsOnAndOn();
        end.gets(seg("ACK").seq(301).ack(101).text("pay"))
                .told(new Signal.Delivered(Octets.utf8("pay")));
        end.gets(seg("ACK").seq(301).ack(101).text("pay"))
                .fired(Rule.V_NO_SEQ_CHECK, Rule.R_ACK_DUP, Rule.R_TEXT)
                .told(new Signal.Delivered(Octets.utf8("pay")));
        end.gets(seg("RST").seq(5)).fired(Rule.V_NO_SEQ_CHECK, Rule.R_RST_SYNC).is(TcpState.CLOSED);
    }

    @Test
    void withNumberZeroAnOldSynAckOpensTheConnection() {
        with(Variant.ISN_ZERO)
                .at(Given.SYN_SENT)
                .sent("SYN SEQ=0 WND=1000")
                .fired(Rule.U_OPEN_ACTIVE, Rule.V_ISN_ZERO)
                .gets(seg("SYN,ACK").seq(0).ack(1))
                .fired(Rule.R_SYNSENT_SYNACK)
                .is(TcpState.ESTABLISHED);
    }

    @Test
    void beforeRfc5961AnyResetInTheWindowKills() {
        with(Variant.RST_IN_WINDOW)
                .at(Given.ESTABLISHED)
                .gets(seg("RST").seq(900))
                .fired(Rule.V_RST_IN_WINDOW, Rule.R_RST_SYNC)
                .is(TcpState.CLOSED);
        with(Variant.RST_IN_WINDOW)
                .at(Given.SYN_RECEIVED)
                .gets(seg("RST").seq(900))
                .fired(Rule.V_RST_IN_WINDOW, Rule.R_SYNRCVD_RST_PASSIVE)
                .is(TcpState.LISTEN);
    }

    @Test
    void noneOfThemIsTcp() {
        for (Variant variant : Variant.values()) {
            assertThat(TcpOptions.RFC.with(variant).isTcp()).isFalse();
        }
        assertThat(TcpOptions.RFC.isTcp()).isTrue();
        assertThat(TcpOptions.LINUX_LIKE.isTcp()).isTrue();
    }
}
