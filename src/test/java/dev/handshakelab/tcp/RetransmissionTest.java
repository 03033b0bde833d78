package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.TcpOptions.GiveUp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Retransmission and its timer (RFC 6298; RFC 9293, 3.8.1 to 3.8.3). */
class RetransmissionTest {
    private static final TcpOptions NO_MINIMUM = TcpOptions.RFC.toBuilder().minRtoNanos(1).build();

    /** One round trip of text that takes this long. */
    private static void roundTrip(Endpoint end, long millis) {
        end.sends(10).waits(millis);
        long next = Integer.toUnsignedLong(end.tcb().send().nxt());
        end.gets(seg("ACK").seq(301).ack(next)).fired(Rule.R_ACK_NEW);
    }

    private static void assertRoundTrip(Endpoint end, double srtt, double rttvar, double rto) {
        end.has(Variable.SRTT, (long) (srtt * Endpoint.MILLI))
                .has(Variable.RTTVAR, (long) (rttvar * Endpoint.MILLI))
                .has(Variable.RTO, (long) (rto * Endpoint.MILLI));
    }

    /** Established without a measurement. */
    private static Endpoint unmeasured(TcpOptions options) {
        Endpoint end = Endpoint.with(options).opensActively();
        end.timesOut(TimerKind.RETRANSMISSION);
        return end.gets(seg("SYN,ACK").seq(300).ack(101));
    }

    @Test
    @Tag("MUST-18")
    void threeMeasurementsGiveTheRtoOfRfc6298() {
        Endpoint end = unmeasured(NO_MINIMUM);
        roundTrip(end, 800);
        assertRoundTrip(end, 800, 400, 2400);
        roundTrip(end, 400);
        assertRoundTrip(end, 750, 400, 2350);
        roundTrip(end, 400);
        assertRoundTrip(end, 706.25, 387.5, 2256.25);
    }

    @Test
    @Tag("MUST-18")
    void theRtoIsRoundedUpToOneSecond() {
        Endpoint end = unmeasured(TcpOptions.RFC);
        roundTrip(end, 100);
        assertRoundTrip(end, 100, 50, 1000);
        roundTrip(end, 200);
        assertRoundTrip(end, 112.5, 62.5, 1000);
    }

    @Test
    void theHandshakeIsMeasuredToo() {
        Endpoint end = Given.SYN_SENT.with(NO_MINIMUM).waits(800);
        end.gets(seg("SYN,ACK").seq(300).ack(101));
        assertRoundTrip(end, 800, 400, 2400);
    }

    @Test
    @Tag("MUST-18")
    void whatWasSentTwiceIsNotMeasured() {
        Endpoint end = unmeasured(TcpOptions.RFC).sends(10);
        end.timesOut(TimerKind.RETRANSMISSION).waits(5);
        end.gets(seg("ACK").seq(301).ack(111)).has(Variable.SRTT, 0);
    }

    @Test
    void afterALostSynDataBeginsWithThreeSeconds() {
        Endpoint end = unmeasured(TcpOptions.RFC);
        end.has(Variable.RTO, 3 * Endpoint.SECOND);
        end.sends(10).fires(TimerKind.RETRANSMISSION, 3000);
        Endpoint server = Given.SYN_RECEIVED.given().timesOut(TimerKind.RETRANSMISSION);
        server.gets(seg("ACK").seq(301).ack(101)).has(Variable.RTO, 3 * Endpoint.SECOND);
    }

    @Test
    void theBackOffStaysUntilANewMeasurement() {
        Endpoint end = Given.ESTABLISHED_DATA_OUT.given();
        end.timesOut(TimerKind.RETRANSMISSION).timesOut(TimerKind.RETRANSMISSION);
        end.has(Variable.RTO, 4 * Endpoint.SECOND);
        end.gets(seg("ACK").seq(301).ack(111)).has(Variable.RTO, 4 * Endpoint.SECOND);
        end.sends(10).fires(TimerKind.RETRANSMISSION, 4000).waits(100);
        end.gets(seg("ACK").seq(301).ack(121)).has(Variable.RTO, Endpoint.SECOND);
    }

    @Test
    void anAcknowledgmentOfNewDataRestartsTheTimer() {
        Endpoint end = Given.ESTABLISHED.with(TcpOptions.RFC.without(Switch.NAGLE));
        end.sends(10).sends(10).waits(900);
        end.fires(TimerKind.RETRANSMISSION, 100);
        end.gets(seg("ACK").seq(301).ack(101)).fires(TimerKind.RETRANSMISSION, 100);
        long rto = 2700;
        end.gets(seg("ACK").seq(301).ack(111)).fires(TimerKind.RETRANSMISSION, rto);
        end.gets(seg("ACK").seq(301).ack(121)).runs();
    }

    @Test
    void onlyTheOldestSegmentIsRepeated() {
        Endpoint end = Given.ESTABLISHED.with(TcpOptions.RFC.without(Switch.NAGLE));
        end.sends(10).sends(5).timesOut(TimerKind.RETRANSMISSION);
        end.fired(Rule.T_RTX_DATA).sent("PSH,ACK SEQ=101 ACK=301 LEN=10 WND=1000");
    }

    @Test
    void aRepeatedSegmentCarriesTheCurrentAcknowledgmentAndWindow() {
        Endpoint end = Given.ESTABLISHED_DATA_OUT.given();
        end.gets(seg("ACK").seq(301).ack(101).numbered(100));
        end.timesOut(TimerKind.RETRANSMISSION).sent("PSH,ACK SEQ=101 ACK=401 LEN=10 WND=900");
    }

    private static List<Long> secondsOfTransmission(Endpoint end) {
        List<Long> seconds = new ArrayList<>(List.of(0L));
        while (end.tcb().timers().isRunning(TimerKind.RETRANSMISSION)) {
            Timers.Timer next = end.tcb().timers().next();
            end.timesOut(next.kind());
            if (!end.last().emissions().isEmpty()) {
                seconds.add(end.nowNanos() / Endpoint.SECOND);
            }
        }
        return seconds;
    }

    @Test
    @Tag("MUST-23")
    @Tag("MUST-20")
    void aLostSynIsRepeatedUntilThreeMinutesHavePassed() {
        Endpoint end = Given.SYN_SENT.given();
        assertThat(secondsOfTransmission(end)).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 127L);
        end.fired(Rule.T_R2).told(new Signal.Failed(Reply.USER_TIMEOUT)).is(TcpState.CLOSED);
        assertThat(end.nowNanos()).isEqualTo(180 * Endpoint.SECOND);
    }

    @Test
    void withAnUpperLimitTheGapsStopGrowing() {
        Endpoint end =
                Given.SYN_SENT.with(
                        TcpOptions.RFC.toBuilder()
                                .maxRtoNanos(60 * Endpoint.SECOND)
                                .synGiveUp(new GiveUp.AfterRetransmissions(8))
                                .build());
        assertThat(secondsOfTransmission(end))
                .containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);
        assertThat(end.nowNanos()).isEqualTo(243 * Endpoint.SECOND);
    }

    @Test
    void linuxGivesASynUpAfter127Seconds() {
        Endpoint end = Given.SYN_SENT.with(TcpOptions.LINUX_LIKE);
        assertThat(secondsOfTransmission(end)).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L);
        assertThat(end.nowNanos()).isEqualTo(127 * Endpoint.SECOND);
        Endpoint server = Given.SYN_RECEIVED.with(TcpOptions.LINUX_LIKE);
        assertThat(secondsOfTransmission(server)).containsExactly(0L, 1L, 3L, 7L, 15L, 31L);
        assertThat(server.nowNanos()).isEqualTo(63 * Endpoint.SECOND);
    }

    @Test
    @Tag("SHLD-9")
    @Tag("SHLD-10")
    void afterThreeRetransmissionsTheUserIsWarned() {
        Endpoint end = Given.ESTABLISHED_DATA_OUT.given();
        end.timesOut(TimerKind.RETRANSMISSION).timesOut(TimerKind.RETRANSMISSION).toldNothing();
        end.timesOut(TimerKind.RETRANSMISSION)
                .fired(Rule.T_RTX_DATA, Rule.T_R1)
                .told(new Signal.DeliveryDoubtful(3));
        end.timesOut(TimerKind.RETRANSMISSION).fired(Rule.T_RTX_DATA).toldNothing();
    }

    @Test
    @Tag("SHLD-11")
    void dataIsGivenUpAfterAHundredSeconds() {
        Endpoint end = Given.ESTABLISHED_DATA_OUT.given();
        assertThat(secondsOfTransmission(end)).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L);
        end.fired(Rule.T_R2)
                .told(
                        new Signal.PendingCallsEnded(Reply.USER_TIMEOUT),
                        new Signal.Failed(Reply.USER_TIMEOUT));
        assertThat(end.nowNanos()).isEqualTo(100 * Endpoint.SECOND);
    }

    @Test
    @Tag("SHLD-11")
    void timeBehindOthersDoesNotCount() {
        Endpoint end = Given.ESTABLISHED.with(TcpOptions.RFC.without(Switch.NAGLE));
        end.sends(10).sends(10);
        for (int i = 0; i < 6; i++) {
            end.timesOut(TimerKind.RETRANSMISSION);
        }
        end.waits(36_000).gets(seg("ACK").seq(301).ack(111)).is(TcpState.ESTABLISHED);
        end.timesOut(TimerKind.RETRANSMISSION).fired(Rule.T_RTX_DATA).is(TcpState.ESTABLISHED);
    }

    @Test
    @Tag("MUST-21")
    void theUserTimeoutCanBeSet() {
        Endpoint end =
                Given.ESTABLISHED_DATA_OUT.with(
                        TcpOptions.RFC.toBuilder().userTimeoutNanos(5 * Endpoint.SECOND).build());
        end.fires(TimerKind.USER, 5000).timesOut(TimerKind.USER);
        end.fired(Rule.T_USER).sentNothing().is(TcpState.CLOSED);
    }
}
