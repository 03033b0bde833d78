package dev.handshakelab.timeline;

import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.testing.Stage;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TraceFormatTest {
    private static final Timeline TIMELINE =
            new Stage()
                    .iss(A, -6)
                    .iss(B, 300)
                    .established()
                    .at(100, send(A, "a\"\n中"))
                    .run()
                    .timeline();

    @Test
    void rowsAreAlignedAndHaveNoTrailingBlanks() {
        String trace = TraceFormat.PLAIN.format(TIMELINE);
        assertThat(trace).endsWith("\n");
        assertThat(trace.lines()).allMatch(line -> line.equals(line.stripTrailing()));
        int column = trace.lines().skip(2).findFirst().orElseThrow().indexOf("event");
        assertThat(trace.lines().filter(line -> line.matches("\\d+ .*")).skip(1))
                .hasSize(TIMELINE.lastIndex())
                .allMatch(line -> line.charAt(column) != ' ' && line.charAt(column - 1) == ' ');
    }

    @Test
    void textIsQuotedOctetByOctet() {
        assertThat(TraceFormat.PLAIN.format(TIMELINE))
                .contains("LEN=6 WND=1000 \"a\\\"\\x0a\\xe4\\xb8\\xad\"");
        assertThat(TraceNotation.quoted(Octets.utf8("x".repeat(40))))
                .isEqualTo("\"" + "x".repeat(32) + "\"+8");
    }

    @Test
    void relativeNumbersCountFromTheSyn() {
        String trace = TraceFormat.PLAIN.withRelativeNumbers(true).format(TIMELINE);
        assertThat(trace)
                .contains("A -> B [1] SYN SEQ=0 ")
                .contains("B -> A [2] SYN,ACK SEQ=0 ACK=1 ")
                .contains("SEQ=1 ACK=1 LEN=6");
        assertThat(TraceFormat.PLAIN.format(TIMELINE)).contains("SYN SEQ=4294967290 ");
    }

    @Test
    void timersAndChecksCanBeShownOrNot() {
        String plain = TraceFormat.PLAIN.format(TIMELINE);
        assertThat(plain).contains("A timers: RETRANSMISSION until 1 s").doesNotContain("because");
        String bare = TraceFormat.PLAIN.withTimers(false).format(TIMELINE);
        assertThat(bare).doesNotContain("timers:");
        assertThat(TraceFormat.PLAIN.withChecks(true).format(TIMELINE))
                .contains("R-SYNRCVD-ACK because SND.UNA=300 < SEG.ACK=301 =< SND.NXT=301");
    }

    @Test
    void theLocaleDoesNotMatter() {
        String before = TraceFormat.PLAIN.format(TIMELINE);
        Locale old = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(TraceFormat.PLAIN.format(TIMELINE)).isEqualTo(before);
        } finally {
            Locale.setDefault(old);
        }
    }

    @Test
    void timesAreExactAndShort() {
        assertThat(TraceNotation.time(0)).isEqualTo("0 s");
        assertThat(TraceNotation.time(7)).isEqualTo("7 ns");
        assertThat(TraceNotation.time(1_500)).isEqualTo("1.5 us");
        assertThat(TraceNotation.time(10_000_000)).isEqualTo("10 ms");
        assertThat(TraceNotation.time(1_000_000_001)).isEqualTo("1.000000001 s");
        assertThat(TraceNotation.time(300_000_000_000L)).isEqualTo("300 s");
    }

    @Test
    void optionsAreWrittenAsInPacketCaptures() {
        SegmentOptions options =
                SegmentOptions.NONE
                        .withMaximumSegmentSize(1460)
                        .withWindowScale(7)
                        .withSackPermitted()
                        .withTimestamps(-1, 5);
        Segment syn = Segment.of(100, 0, Flags.SYN, 1000).withOptions(options);
        assertThat(TraceNotation.segment(syn, null, null))
                .isEqualTo(
                        "SYN SEQ=100 WND=1000 <mss 1460,wscale 7,sackOK,TS val 4294967295 ecr 5>");
    }
}
