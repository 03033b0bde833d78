package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.TcpOptions.GiveUp;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the RFC is loose or contradicts itself: the default, and what the switch changes. */
class DecisionsTest {
    private static final TcpOptions RFC = TcpOptions.RFC;

    private static TcpOptions reuse(TimeWaitReuse reuse) {
        return RFC.toBuilder().timeWaitReuse(reuse).build();
    }

    @Test
    @Tag("MUST-10")
    void theCrossingSynAckOpensTheConnection() {
        Given.SYN_RECEIVED_ACTIVE
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(101))
                .fired(Rule.R_SYNRCVD_SYNACK_CROSS, Rule.R_SYNRCVD_ACK)
                .is(TcpState.ESTABLISHED)
                .sentNothing()
                .told(new Signal.Connected())
                .has(Variable.SND_UNA, 101);
    }

    @Test
    void toTheLetterTheCrossingSynAckIsUnacceptable() {
        Given.SYN_RECEIVED_ACTIVE
                .with(RFC.with(Switch.LITERAL_STEP_1))
                .gets(seg("SYN,ACK").seq(300).ack(101))
                .fired(Rule.R_SEQ_BAD)
                .sent("ACK SEQ=101 ACK=301 WND=1000")
                .is(TcpState.SYN_RECEIVED)
                .gets(seg("ACK").seq(301).ack(101))
                .fired(Rule.R_SYNRCVD_ACK)
                .is(TcpState.ESTABLISHED);
    }

    @Test
    void aCrossingSynAckThatConfirmsNothingIsNotTrimmed() {
        Given.SYN_RECEIVED_ACTIVE
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(100))
                .fired(Rule.R_SEQ_BAD)
                .is(TcpState.SYN_RECEIVED);
    }

    @Test
    void toTheLetterTimeWaitAnswersEvenABareAcknowledgment() {
        Given.TIME_WAIT
                .with(RFC.with(Switch.LITERAL_TIME_WAIT_ACK))
                .waits(100_000)
                .gets(seg("ACK").seq(302).ack(102))
                .fired(Rule.R_TW_SEGMENT)
                .sent("ACK SEQ=102 ACK=302 WND=1000")
                .fires(TimerKind.TIME_WAIT, 240_000);
    }

    @Test
    void afterAnAbortTimeWaitMayBeKept() {
        for (Given given :
                List.of(
                        Given.SYN_RECEIVED,
                        Given.ESTABLISHED_DATA_OUT,
                        Given.FIN_WAIT_1,
                        Given.FIN_WAIT_2,
                        Given.CLOSE_WAIT_DATA_OUT)) {
            given.with(RFC.with(Switch.TIME_WAIT_AFTER_ABORT))
                    .aborts()
                    .fired(Rule.U_ABORT_RST)
                    .is(TcpState.TIME_WAIT)
                    .retransmissionQueueIs()
                    .runs(TimerKind.TIME_WAIT);
            assertThat(given.given().aborts().tcb().state()).isEqualTo(TcpState.CLOSED);
        }
    }

    @Test
    void timeWaitMayIgnoreResets() {
        Given.TIME_WAIT
                .with(RFC.with(Switch.RFC_1337))
                .waits(1000)
                .gets(seg("RST").seq(302))
                .fired(Rule.R_TW_RST_1337)
                .sentNothing()
                .isUnchanged()
                .fires(TimerKind.TIME_WAIT, 239_000);
    }

    @Test
    void aRepeatedSynDrawsABareAcknowledgment() {
        Given.SYN_RECEIVED
                .given()
                .gets(seg("SYN").seq(300))
                .fired(Rule.R_SEQ_BAD)
                .sent("ACK SEQ=101 ACK=301 WND=1000")
                .isUnchanged();
    }

    @Test
    void aRepeatedSynMayDrawTheSynAckAgain() {
        Given.SYN_RECEIVED
                .with(RFC.with(Switch.RESEND_SYN_ACK))
                .gets(seg("SYN").seq(300))
                .fired(Rule.R_SEQ_BAD, Rule.L_SYNRCVD_RESEND)
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000");
    }

    @Test
    void anEarlyFinIsNotActedOn() {
        Endpoint end = Given.ESTABLISHED_HOLE.given();
        end.is(TcpState.ESTABLISHED).has(Variable.RCV_NXT, 301);
        end.gets(seg("RST").seq(311)).fired(Rule.R_RST_CHALLENGE).is(TcpState.ESTABLISHED);
    }

    @Test
    void theAcknowledgmentOfAnEarlySegmentCountsAtOnce() {
        Given.ESTABLISHED_DATA_OUT
                .given()
                .gets(seg("ACK").seq(306).ack(111).numbered(5))
                .fired(Rule.R_ACK_NEW, Rule.R_SEQ_HOLD, Rule.R_TEXT_OOO)
                .has(Variable.SND_UNA, 111)
                .has(Variable.RCV_NXT, 301);
    }

    @Test
    void withoutRfc5961AResetAnywhereInTheWindowKills() {
        TcpOptions old = RFC.without(Switch.RFC_5961);
        Given.ESTABLISHED
                .with(old)
                .gets(seg("RST").seq(900))
                .fired(Rule.R_RST_SYNC)
                .is(TcpState.CLOSED);
        Given.ESTABLISHED
                .with(old)
                .gets(seg("RST").seq(1301))
                .fired(Rule.R_SEQ_BAD_RST)
                .is(TcpState.ESTABLISHED);
        Given.SYN_RECEIVED
                .with(old)
                .gets(seg("RST").seq(900))
                .fired(Rule.R_SYNRCVD_RST_PASSIVE)
                .is(TcpState.LISTEN);
        Given.ESTABLISHED
                .with(old)
                .gets(seg("ACK").seq(301).ack(101 - 5000).text("EVIL"))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT);
    }

    @Test
    void afterClosedTheSameEndpointListensAgainWithAnotherNumber() {
        Given.TIME_WAIT
                .given()
                .timesOut(TimerKind.TIME_WAIT)
                .opensPassively()
                .fired(Rule.U_OPEN_PASSIVE)
                .gets(seg("SYN").seq(900))
                .sent("SYN,ACK SEQ=70000 ACK=901 WND=1000");
    }

    @Test
    void atMostTenChallengesGoOutInFiveSeconds() {
        Endpoint end = Given.ESTABLISHED.given();
        for (int i = 0; i < 10; i++) {
            end.waits(100).gets(seg("SYN").seq(500));
            end.fired(Rule.R_SYN_CHALLENGE).sent("ACK SEQ=101 ACK=301 WND=1000");
        }
        end.gets(seg("SYN").seq(500))
                .fired(Rule.R_SYN_CHALLENGE, Rule.G_THROTTLE)
                .sentNothing()
                .isUnchanged();
        end.gets(seg("ACK").seq(299).ack(101)).fired(Rule.R_SEQ_BAD, Rule.G_THROTTLE).sentNothing();
        // What takes numbers is answered all the same: its sender would repeat it.
        end.gets(seg("ACK").seq(299).ack(101).numbered(1))
                .fired(Rule.R_SEQ_BAD)
                .sent("ACK SEQ=101 ACK=301 WND=1000");
        end.waits(4099).gets(seg("SYN").seq(500)).sentNothing();
        end.waits(1).gets(seg("SYN").seq(500)).sent("ACK SEQ=101 ACK=301 WND=1000");
    }

    @Test
    void theLimiterCanBeSetAndSwitchedOff() {
        Endpoint two =
                Given.ESTABLISHED.with(
                        RFC.toBuilder().limitedAcks(2).limiterPeriodNanos(Endpoint.SECOND).build());
        two.gets(seg("RST").seq(500)).gets(seg("RST").seq(500));
        two.gets(seg("RST").seq(500)).fired(Rule.R_RST_CHALLENGE, Rule.G_THROTTLE).sentNothing();
        two.waits(1000).gets(seg("RST").seq(500)).sent("ACK SEQ=101 ACK=301 WND=1000");
        Endpoint all = Given.ESTABLISHED.with(RFC.without(Switch.ACK_LIMITER));
        for (int i = 0; i < 30; i++) {
            all.gets(seg("RST").seq(500)).sent("ACK SEQ=101 ACK=301 WND=1000");
        }
    }

    @Test
    @Tag("MAY-2")
    void aNewerSynMayEndTimeWait() {
        Endpoint end = Given.TIME_WAIT.with(reuse(TimeWaitReuse.SEQUENCE_NUMBER));
        end.gets(seg("SYN").seq(1500))
                .fired(Rule.R_TW_SYN_REUSE)
                .is(TcpState.SYN_RECEIVED)
                // Never below the old numbers, here by the given 70000.
                .sent("SYN,ACK SEQ=70000 ACK=1501 WND=1000");
        end.gets(seg("ACK").seq(1501).ack(70_001))
                .fired(Rule.R_SYNRCVD_ACK)
                .is(TcpState.ESTABLISHED);
    }

    @Test
    @Tag("MAY-2")
    void theNewNumberLiesAboveAllOldOnes() {
        IssPolicy low = new IssPolicy.Given(List.of(100, 50));
        TcpOptions options = reuse(TimeWaitReuse.SEQUENCE_NUMBER);
        Endpoint end = Given.TIME_WAIT.with(options);
        Transition step =
                TcpMachine.step(
                        TimeWaitFixture.withPolicy(end.tcb(), low),
                        new TcpEvent.SegmentArrives(
                                0, Endpoint.PEER, seg("SYN").seq(1500).build(0, 0), false));
        assertThat(step.after().send().iss()).isEqualTo(102 + 65_537);
    }

    @Test
    @Tag("MAY-2")
    void ifTheSynProvesOldTimeWaitGoesOn() {
        Endpoint end = Given.TIME_WAIT.with(reuse(TimeWaitReuse.SEQUENCE_NUMBER));
        end.waits(60_000)
                .gets(seg("SYN").seq(1500))
                .waits(1_000)
                .gets(seg("RST").seq(1501))
                .fired(Rule.R_SYNRCVD_RST_REUSE)
                .is(TcpState.TIME_WAIT)
                .fires(TimerKind.TIME_WAIT, 179_000)
                .has(Variable.RCV_NXT, 302)
                .has(Variable.SND_NXT, 102);
    }

    @Test
    void anOlderSynDoesNotEndTimeWait() {
        Endpoint end = Given.TIME_WAIT.with(reuse(TimeWaitReuse.SEQUENCE_NUMBER));
        end.gets(seg("SYN").seq(301)).fired(Rule.R_SEQ_BAD).isUnchanged();
        end.gets(seg("SYN").seq(302)).fired(Rule.R_TW_SYN_REUSE).is(TcpState.SYN_RECEIVED);
    }

    @Test
    @Tag("SHLD-4")
    void rfc6191WithoutTimestampsGoesByNumbersAndDropsSilently() {
        Endpoint end = Given.TIME_WAIT.with(reuse(TimeWaitReuse.RFC_6191));
        end.gets(seg("SYN").seq(301)).fired(Rule.R_TW_SYN_DROP).sentNothing().isUnchanged();
        end.gets(seg("SYN").seq(302)).fired(Rule.R_TW_SYN_REUSE).is(TcpState.SYN_RECEIVED);
    }

    @Test
    @Tag("SHLD-4")
    void rfc6191ComparesTimestamps() {
        TcpOptions stamps = reuse(TimeWaitReuse.RFC_6191).with(Switch.TIMESTAMPS);
        TimeWaitFixture.stamped(stamps)
                .gets(seg("SYN").seq(5).stamp(51, 0))
                .fired(Rule.R_TW_SYN_REUSE);
        TimeWaitFixture.stamped(stamps)
                .gets(seg("SYN").seq(302).stamp(50, 0))
                .fired(Rule.R_TW_SYN_REUSE);
        TimeWaitFixture.stamped(stamps)
                .gets(seg("SYN").seq(301).stamp(50, 0))
                .fired(Rule.R_TW_SYN_DROP)
                .sentNothing()
                .isUnchanged();
        TimeWaitFixture.stamped(stamps)
                .gets(seg("SYN").seq(9000).stamp(49, 0))
                .fired(Rule.R_TW_SYN_DROP);
        // The new one would not use them: the number decides.
        TimeWaitFixture.stamped(stamps).gets(seg("SYN").seq(302)).fired(Rule.R_TW_SYN_REUSE);
        TimeWaitFixture.stamped(stamps).gets(seg("SYN").seq(301)).fired(Rule.R_TW_SYN_DROP);
        // The old one did not use them, the new one would: accepted.
        Given.TIME_WAIT
                .with(stamps)
                .gets(seg("SYN").seq(5).stamp(1, 0))
                .fired(Rule.R_TW_SYN_REUSE)
                .is(TcpState.SYN_RECEIVED);
    }

    @Test
    void textOnASynMayBeDroppedToBeSentAgain() {
        Given.LISTEN
                .with(RFC.with(Switch.LINUX_DROP_TEXT_ON_SYN))
                .gets(seg("SYN").seq(300).text("abc"))
                .sent("SYN,ACK SEQ=100 ACK=301 WND=1000")
                .gets(seg("ACK").seq(301).ack(101).text("abc"))
                .fired(Rule.R_SYNRCVD_ACK, Rule.R_TEXT)
                .sent("ACK SEQ=101 ACK=304 WND=997");
    }

    @Test
    void aFinOnTheSynTakesEffectAfterTheHandshake() {
        Given.SYN_RECEIVED_HOLDS_TEXT
                .given()
                .gets(seg("ACK").seq(307).ack(101))
                .fired(Rule.R_SYNRCVD_ACK, Rule.R_TEXT, Rule.R_FIN_ESTAB)
                .is(TcpState.CLOSE_WAIT)
                .sent("ACK SEQ=101 ACK=307 WND=995");
    }

    @Test
    void aSocketThatClosesWithUnreadDataMayReset() {
        TcpOptions options = RFC.with(Switch.RESET_WHEN_DATA_IS_LOST);
        Given.ESTABLISHED_UNREAD
                .with(options)
                .closesBothWays()
                .fired(Rule.L_CLOSE_UNREAD)
                .sent("RST,ACK SEQ=101 ACK=306 WND=0")
                .answered(Reply.OK)
                .is(TcpState.CLOSED);
        Given.ESTABLISHED_UNREAD.with(options).closes().fired(Rule.U_CLOSE_ESTAB);
        Given.FIN_WAIT_2_NOT_READING
                .with(options)
                .gets(seg("ACK").seq(301).ack(102).text("late"))
                .fired(Rule.R_ACK_DUP, Rule.L_DATA_AFTER_CLOSE)
                .is(TcpState.CLOSED);
    }

    @Test
    @Tag("SHLD-10")
    void r2CanBeSet() {
        Endpoint end =
                Given.ESTABLISHED_DATA_OUT.with(
                        RFC.toBuilder().dataGiveUp(new GiveUp.AfterRetransmissions(2)).build());
        end.timesOut(TimerKind.RETRANSMISSION).timesOut(TimerKind.RETRANSMISSION);
        end.is(TcpState.ESTABLISHED);
        end.timesOut(TimerKind.RETRANSMISSION).fired(Rule.T_R2).is(TcpState.CLOSED);
    }
}
