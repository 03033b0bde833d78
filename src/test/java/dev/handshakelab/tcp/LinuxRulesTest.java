package dev.handshakelab.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Bench.Past;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the table of single segments cannot show of the Linux rules: time, windows, repetitions. */
class LinuxRulesTest {
    private static final Octets TEXT = Octets.utf8("ten octets");
    private Bench bench;

    @BeforeEach
    void freshBench() {
        bench = new Bench(TcpOptions.LINUX_LIKE, new Past(false, true, 3_000_000, 5_000_000));
    }

    private Segment peer(int seqOffset, Flags flags, int ackOffset, int window) {
        return Segment.of(
                bench.tcb().receive().nxt() + seqOffset,
                bench.tcb().send().una() + ackOffset,
                flags,
                window);
    }

    @Test
    void whatLiesBehindAPendingAcknowledgmentIsNotAnsweredByItself() {
        Situation.ESTABLISHED.arrange(bench);
        bench.arrive(peer(0, Flags.ACK, 0, 1000).withText(TEXT));
        bench.forget();
        bench.arrive(peer(-1, Flags.ACK, 0, 1000));
        assertThat(bench.emissions()).isEmpty();
        bench.runTimers(50_000_000L);
        assertThat(bench.emissions()).hasSize(1);
        bench.arrive(peer(-1, Flags.ACK, 0, 1000));
        assertThat(bench.emissions()).hasSize(2);
    }

    @Test
    void anOldSegmentDoesNotBringBackAnOldWindow() {
        Situation.ESTABLISHED.arrange(bench);
        bench.arrive(peer(0, Flags.ACK, 0, 1000).withText(TEXT));
        bench.runTimers(50_000_000L);
        bench.arrive(peer(-12, Flags.ACK, 0, 77).withText(TEXT.plus(Octets.utf8("++"))));
        assertThat(bench.tcb().send().wnd()).isEqualTo(1000);
    }

    @Test
    void aRepeatedFinIsAcknowledgedInClosing() {
        Situation.CLOSING.arrange(bench);
        bench.forget();
        bench.arrive(peer(-1, Flags.FIN_ACK, 0, 1000));
        assertThat(bench.tcb().state()).isEqualTo(TcpState.CLOSING);
        assertThat(bench.emissions())
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.segment().flags()).isEqualTo(Flags.ACK);
                    assertThat(sent.segment().ack()).isEqualTo(bench.tcb().receive().nxt());
                });
    }

    @Test
    void onlyTheFirstSynGoesOutAgainSoon() {
        Situation.SYN_SENT.arrange(bench);
        for (int i = 0; i < 3; i++) {
            bench.forget();
            bench.arrive(Segment.of(7, bench.tcb().send().iss() - 500, Flags.ACK, 1000));
            bench.runTimers(100_000_000L);
            assertThat(bench.emissions()).hasSize(i == 0 ? 2 : 1);
        }
    }

    @Test
    void inTimeWaitAnAcknowledgmentStartsTheTimeAnewAndASynDoesNot() {
        Situation.TIME_WAIT.arrange(bench);
        long due = timeWaitEnds();
        bench.runTimers(1_000_000_000L);
        bench.arrive(Segment.of(bench.tcb().receive().nxt(), 0, Flags.SYN, 1000));
        assertThat(timeWaitEnds()).isEqualTo(due);
        bench.arrive(peer(-1, Flags.FIN_ACK, 0, 1000));
        assertThat(timeWaitEnds()).isEqualTo(bench.nowNanos() + 60_000_000_000L);
    }

    private long timeWaitEnds() {
        return bench.tcb().timers().get(TimerKind.TIME_WAIT).dueAtNanos();
    }
}
