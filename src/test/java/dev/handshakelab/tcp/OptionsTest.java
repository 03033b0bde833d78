package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Options of a header: MSS, window scale, timestamps, SACK-permitted (RFC 9293, 3.7.1; RFC 7323).
 */
class OptionsTest {
    private static final TcpOptions ALL =
            TcpOptions.RFC.toBuilder()
                    .with(Switch.WINDOW_SCALE)
                    .with(Switch.TIMESTAMPS)
                    .with(Switch.SACK_PERMITTED)
                    .windowShift(3)
                    .receiveBuffer(100_000)
                    .build();

    private static SegmentOptions sentOptions(Endpoint end) {
        return end.last().emissions().getLast().segment().options();
    }

    @Test
    @Tag("MUST-14")
    @Tag("SHLD-5")
    void aSynOffersOnlyTheMssByDefault() {
        assertThat(sentOptions(Given.SYN_SENT.given()))
                .isEqualTo(SegmentOptions.NONE.withMaximumSegmentSize(1460));
        assertThat(sentOptions(Given.SYN_SENT.with(TcpOptions.RFC.without(Switch.MSS_OPTION))))
                .isEqualTo(SegmentOptions.NONE);
    }

    @Test
    @Tag("MUST-65")
    void onlySynSegmentsCarryTheMss() {
        Endpoint end = Given.SYN_SENT.given().gets(seg("SYN,ACK").seq(300).ack(101).mss(700));
        assertThat(sentOptions(end)).isEqualTo(SegmentOptions.NONE);
        assertThat(sentOptions(end.sends(5))).isEqualTo(SegmentOptions.NONE);
    }

    @Test
    @Tag("MUST-15")
    void withoutTheOptionTheMssIs536() {
        Given.ESTABLISHED.given().has(Variable.SEND_MSS, 536);
    }

    @Test
    @Tag("MUST-16")
    void theSmallerMssCounts() {
        Given.SYN_SENT
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(101).mss(700))
                .has(Variable.SEND_MSS, 700)
                .sends(701)
                .sent("ACK SEQ=101 ACK=301 LEN=700 WND=1000");
        Given.SYN_SENT
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(101).mss(9000))
                .has(Variable.SEND_MSS, 1460);
    }

    @Test
    void aSynAckOffersWhatTheSynOffered() {
        Endpoint end =
                Given.LISTEN
                        .with(ALL)
                        .gets(seg("SYN").seq(300).mss(500).scale(2).sack().stamp(77, 0));
        assertThat(sentOptions(end))
                .isEqualTo(
                        SegmentOptions.NONE
                                .withMaximumSegmentSize(1460)
                                .withWindowScale(3)
                                .withSackPermitted()
                                .withTimestamps(1, 77));
        assertThat(sentOptions(Given.SYN_RECEIVED.with(ALL)))
                .isEqualTo(SegmentOptions.NONE.withMaximumSegmentSize(1460));
    }

    @Test
    void bothSidesScaleOrNeither() {
        Endpoint both = Given.SYN_SENT.with(ALL).gets(seg("SYN,ACK").seq(300).ack(101).scale(2));
        both.has(Variable.SND_SHIFT, 2).has(Variable.RCV_SHIFT, 3);
        Given.ESTABLISHED.with(ALL).has(Variable.SND_SHIFT, 0).has(Variable.RCV_SHIFT, 0);
        Given.SYN_SENT
                .given()
                .gets(seg("SYN,ACK").seq(300).ack(101).scale(2))
                .has(Variable.SND_SHIFT, 0);
    }

    @Test
    void theWindowOfASynIsNeverScaled() {
        Endpoint end = Given.SYN_SENT.with(ALL).sent("SYN SEQ=100 WND=65535");
        end.gets(seg("SYN,ACK").seq(300).ack(101).scale(2).window(1000))
                .has(Variable.SND_WND, 1000)
                .sent("ACK SEQ=101 ACK=301 WND=12500");
        end.gets(seg("ACK").seq(301).ack(101).window(1000)).has(Variable.SND_WND, 4000);
    }

    @Test
    void neitherIsThatOfACrossingSynAck() {
        Endpoint end = Given.SYN_SENT.with(ALL).gets(seg("SYN").seq(300).scale(2).window(900));
        end.has(Variable.SND_WND, 900);
        end.gets(seg("SYN,ACK").seq(300).ack(101).scale(2).window(1000))
                .fired(Rule.R_SYNRCVD_SYNACK_CROSS, Rule.R_SYNRCVD_ACK)
                .has(Variable.SND_WND, 1000);
    }

    @Test
    void aShiftAboveFourteenCountsAsFourteen() {
        Given.SYN_SENT
                .with(ALL)
                .gets(seg("SYN,ACK").seq(300).ack(101).scale(15))
                .has(Variable.SND_SHIFT, 14);
    }

    @Test
    void optionsOfLaterSegmentsNegotiateNothing() {
        Given.ESTABLISHED
                .with(ALL)
                .gets(seg("ACK").seq(301).ack(101).mss(10).scale(5).sack())
                .has(Variable.SEND_MSS, 536)
                .has(Variable.SND_SHIFT, 0);
    }

    private static Endpoint stamped() {
        return Given.SYN_SENT
                .with(TcpOptions.RFC.with(Switch.TIMESTAMPS))
                .waits(50)
                .gets(seg("SYN,ACK").seq(300).ack(101).stamp(1000, 1));
    }

    @Test
    void timestampsAreEchoedInEverySegment() {
        Endpoint end = stamped();
        assertThat(sentOptions(end)).isEqualTo(SegmentOptions.NONE.withTimestamps(51, 1000));
        end.waits(9).gets(seg("ACK").seq(301).ack(101).numbered(5).stamp(1010, 51));
        end.has(Variable.TS_RECENT, 1010);
        assertThat(sentOptions(end)).isEqualTo(SegmentOptions.NONE.withTimestamps(60, 1010));
    }

    @Test
    void theSynOfACallerCarriesNoEcho() {
        Endpoint end = Given.SYN_SENT.with(TcpOptions.RFC.with(Switch.TIMESTAMPS));
        assertThat(sentOptions(end).timestamps()).contains(new SegmentOptions.Timestamps(1, 0));
    }

    @Test
    void timestampsTakeRoomFromTheText() {
        stamped().sends(536).sent("ACK SEQ=101 ACK=301 LEN=524 WND=1000");
    }

    @Test
    void anOldTimestampIsRefused() {
        stamped()
                .gets(seg("ACK").seq(301).ack(101).numbered(5).stamp(999, 51))
                .fired(Rule.R_PAWS)
                .sent("ACK SEQ=101 ACK=301 WND=1000")
                .isUnchanged();
        stamped()
                .gets(seg("ACK").seq(301).ack(101).numbered(5).stamp(1000, 51))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT);
    }

    @Test
    void timestampsCompareOnTheCircleToo() {
        Endpoint end =
                Given.SYN_SENT
                        .with(TcpOptions.RFC.with(Switch.TIMESTAMPS))
                        .gets(seg("SYN,ACK").seq(300).ack(101).stamp(-5, 1));
        end.gets(seg("ACK").seq(301).ack(101).numbered(5).stamp(4, 1))
                .fired(Rule.R_ACK_DUP, Rule.R_TEXT)
                .has(Variable.TS_RECENT, 4);
    }

    @Test
    void aResetNeedsNoFreshTimestamp() {
        stamped().gets(seg("RST").seq(301).stamp(1, 0)).fired(Rule.R_RST_SYNC).is(TcpState.CLOSED);
    }

    @Test
    void theTimestampOfAnEarlySegmentDoesNotCount() {
        stamped()
                .gets(seg("ACK").seq(306).ack(101).numbered(5).stamp(2000, 51))
                .fired(Rule.R_ACK_DUP, Rule.R_SEQ_HOLD, Rule.R_TEXT_OOO)
                .has(Variable.TS_RECENT, 1000);
    }

    @Test
    void theTimestampOfAnOverlapCountsByItsOwnNumber() {
        TcpOptions delayed =
                TcpOptions.RFC.with(Switch.TIMESTAMPS).toBuilder()
                        .delayedAckNanos(200 * Endpoint.MILLI)
                        .build();
        Endpoint end = Given.SYN_SENT.with(delayed);
        end.gets(seg("SYN,ACK").seq(300).ack(101).stamp(1000, 1));
        end.gets(seg("ACK").seq(301).ack(101).numbered(5).stamp(1010, 1)).sentNothing();
        // 301 is what we acknowledged last, so this is the stamp to echo.
        end.gets(seg("ACK").seq(301).ack(101).numbered(8).stamp(1020, 1))
                .fired(Rule.R_SEQ_TRIM, Rule.R_ACK_DUP, Rule.R_TEXT)
                .has(Variable.TS_RECENT, 1020);
    }

    @Test
    void withTimestampsARepeatedSegmentMayBeMeasured() {
        Endpoint end = stamped().sends(10).timesOut(TimerKind.RETRANSMISSION).waits(200);
        long before = end.tcb().roundTrip().srttNanos();
        end.gets(seg("ACK").seq(301).ack(111).stamp(1100, Negotiation.clock(end.nowNanos()) - 200));
        assertThat(end.tcb().roundTrip().srttNanos()).isNotEqualTo(before);
    }
}
