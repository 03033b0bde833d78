package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Arithmetic on the circle of 2^32 numbers (RFC 9293, 3.4). */
class SequenceNumbersTest {
    private static int number(long unsigned) {
        return (int) unsigned;
    }

    @Test
    void lessThanMeansLessThanHalfATurnBehind() {
        assertThat(SequenceNumbers.lt(number(4_294_967_295L), 0)).isTrue();
        assertThat(SequenceNumbers.lt(number(4_294_967_290L), 5)).isTrue();
        assertThat(SequenceNumbers.lt(0, number(4_294_967_295L))).isFalse();
        assertThat(SequenceNumbers.le(7, 7)).isTrue();
        assertThat(SequenceNumbers.lt(7, 7)).isFalse();
        assertThat(SequenceNumbers.gt(0, number(4_294_967_295L))).isTrue();
        assertThat(SequenceNumbers.ge(7, 7)).isTrue();
    }

    @Test
    void theLaterAndTheEarlierOfTwo() {
        assertThat(SequenceNumbers.max(number(4_294_967_295L), 3)).isEqualTo(3);
        assertThat(SequenceNumbers.min(number(4_294_967_295L), 3)).isEqualTo(-1);
    }

    @Test
    void aWindowMayReachAcrossZero() {
        int left = number(4_294_967_291L);
        assertThat(SequenceNumbers.inWindow(left, left, 10)).isTrue();
        assertThat(SequenceNumbers.inWindow(0, left, 10)).isTrue();
        assertThat(SequenceNumbers.inWindow(4, left, 10)).isTrue();
        assertThat(SequenceNumbers.inWindow(5, left, 10)).isFalse();
        assertThat(SequenceNumbers.inWindow(left - 1, left, 10)).isFalse();
    }

    @Test
    void nothingLiesInAnEmptyWindow() {
        assertThat(SequenceNumbers.inWindow(7, 7, 0)).isFalse();
    }

    @Test
    void numbersAreWrittenUnsigned() {
        assertThat(SequenceNumbers.toUnsigned(-6)).isEqualTo(4_294_967_290L);
        assertThat(SequenceNumbers.of(4_294_967_290L)).isEqualTo(-6);
    }

    @Test
    void theFourCasesOfTheAcceptabilityTest() {
        assertThat(SequenceCheck.isAcceptable(300, 0, 300, 0)).isTrue();
        assertThat(SequenceCheck.isAcceptable(299, 0, 300, 0)).isFalse();
        assertThat(SequenceCheck.isAcceptable(301, 0, 300, 0)).isFalse();
        assertThat(SequenceCheck.isAcceptable(300, 0, 300, 10)).isTrue();
        assertThat(SequenceCheck.isAcceptable(309, 0, 300, 10)).isTrue();
        assertThat(SequenceCheck.isAcceptable(310, 0, 300, 10)).isFalse();
        assertThat(SequenceCheck.isAcceptable(300, 1, 300, 0)).isFalse();
        assertThat(SequenceCheck.isAcceptable(299, 1, 300, 10)).isFalse();
        assertThat(SequenceCheck.isAcceptable(299, 2, 300, 10)).isTrue();
        assertThat(SequenceCheck.isAcceptable(309, 5, 300, 10)).isTrue();
        assertThat(SequenceCheck.isAcceptable(310, 5, 300, 10)).isFalse();
        assertThat(SequenceCheck.isAcceptable(290, 50, 300, 10)).isTrue();
    }

    @Test
    void aConnectionCrossesZeroWithoutNoticing() {
        Endpoint end = Endpoint.shifted(TcpOptions.RFC, -106, -301);
        end.opensActively().sent("SYN SEQ=4294967290 WND=1000");
        end.gets(seg("SYN,ACK").seq(300).ack(101)).sent("ACK SEQ=4294967291 ACK=0 WND=1000");
        end.sends(10).sent("PSH,ACK SEQ=4294967291 ACK=0 LEN=10 WND=1000");
        end.gets(seg("ACK").seq(301).ack(111)).fired(Rule.R_ACK_NEW).has(Variable.SND_UNA, 5);
        end.closes().sent("FIN,ACK SEQ=5 ACK=0 WND=1000");
        end.gets(seg("ACK").seq(301).ack(112)).is(TcpState.FIN_WAIT_2).has(Variable.SND_UNA, 6);
    }

    @Test
    void aFinMayHaveNumberZero() {
        Endpoint end = Endpoint.shifted(TcpOptions.RFC, -101, 0);
        end.opensActively().gets(seg("SYN,ACK").seq(300).ack(101)).closes();
        end.sent("FIN,ACK SEQ=0 ACK=301 WND=1000").hasFinSeq(0);
        end.gets(seg("ACK").seq(301).ack(101)).is(TcpState.FIN_WAIT_1);
        end.gets(seg("ACK").seq(301).ack(102)).is(TcpState.FIN_WAIT_2);
    }

    @Test
    @Tag("MUST-8")
    @Tag("SHLD-1")
    void initialNumbersFollowAClockAndAKeyedHash() {
        IssPolicy policy = new IssPolicy.ClockAndHash(42);
        int first = policy.choose(0, 0, Endpoint.HERE, Endpoint.PEER);
        assertThat(policy.choose(5, 4_000, Endpoint.HERE, Endpoint.PEER) - first).isEqualTo(1);
        assertThat(policy.choose(0, 0, Endpoint.HERE, Endpoint.STRANGER)).isNotEqualTo(first);
        assertThat(new IssPolicy.ClockAndHash(43).choose(0, 0, Endpoint.HERE, Endpoint.PEER))
                .isNotEqualTo(first);
    }
}
