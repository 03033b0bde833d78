package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.PairInvariants;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.TraceFormat;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random stories over a network that loses, doubles, delays and reorders for twenty seconds and is
 * fair afterwards. Every story is made from its seed alone.
 */
class RandomRunsTest {
    private static final int BLOCKS = 40;
    private static final int SEEDS_A_BLOCK = 100;
    private static final long BAD_WEATHER_MILLIS = 20_000;

    static Stream<Integer> blocks() {
        return Stream.iterate(0, block -> block + 1).limit(BLOCKS);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void invariantsHoldAndAFairNetworkEndsThePair(int block) {
        int clean = 0;
        for (int i = 0; i < SEEDS_A_BLOCK; i++) {
            long seed = (long) block * SEEDS_A_BLOCK + i;
            Run run = story(seed).run();
            PairInvariants pair = verify(seed, run);
            if (!pair.failed() && !pair.leavesUnread()) {
                clean++;
                for (Side side : Side.values()) {
                    assertThat(pair.delivered(side))
                            .as("seed %s: %s has everything", seed, side)
                            .isEqualTo(pair.sent(side.other()));
                }
            }
        }
        assertThat(clean).as("stories without an error").isGreaterThan(SEEDS_A_BLOCK / 2);
    }

    private static PairInvariants verify(long seed, Run run) {
        try {
            PairInvariants pair = PairInvariants.check(run.timeline());
            Frame last = run.timeline().frames().getLast();
            for (Side side : Side.values()) {
                assertThat(last.host(side).state())
                        .as("host %s at the end", side)
                        .isIn(TcpState.CLOSED, TcpState.LISTEN);
            }
            return pair;
        } catch (AssertionError e) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + ": "
                            + e.getMessage()
                            + "\n"
                            + TraceFormat.PLAIN.format(run.timeline()),
                    e);
        }
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(TraceFormat.PLAIN.format(story(seed).run().timeline()))
                    .isEqualTo(TraceFormat.PLAIN.format(story(seed).run().timeline()));
        }
    }

    @Test
    void differentSeedsGiveDifferentTraces() {
        long distinct =
                Stream.iterate(0L, seed -> seed + 1)
                        .limit(100)
                        .map(seed -> TraceFormat.PLAIN.format(story(seed).run().timeline()))
                        .distinct()
                        .count();
        assertThat(distinct).isGreaterThan(95);
    }

    static Stage story(long seed) {
        Random random = new Random(seed * 7919 + 17);
        Stage stage =
                new Stage()
                        .link(1 + random.nextInt(80), random.nextInt(40), seed)
                        .untilMillis(4_000_000)
                        .maxSteps(20_000);
        for (Side side : Side.values()) {
            stage.iss(side, random.nextInt(4) == 0 ? -1 - random.nextInt(40) : random.nextInt());
            stage.options(side, options -> options(options, random));
        }
        weather(stage, random);
        boolean both = random.nextInt(6) == 0;
        UserAction connect = new UserAction.Connect(Octets.EMPTY, true);
        stage.at(0, call(Side.B, both ? connect : new UserAction.Listen(true)));
        stage.at(both ? random.nextInt(100) : 10, call(Side.A, connect));
        for (Side side : Side.values()) {
            talk(stage, side, random);
        }
        return stage;
    }

    private static TcpOptionsBuilder options(TcpOptionsBuilder base, Random random) {
        TcpOptionsBuilder options =
                random.nextInt(5) == 0 ? TcpOptions.LINUX_LIKE.toBuilder() : base;
        // Applications keep reading here, and nobody resets: a lost reset is a story of its own.
        options.without(Switch.RESET_WHEN_DATA_IS_LOST);
        toggle(options, Switch.NAGLE, random);
        toggle(options, Switch.SWS_AVOIDANCE, random);
        toggle(options, Switch.MSS_OPTION, random);
        toggle(options, Switch.TIMESTAMPS, random);
        toggle(options, Switch.WINDOW_SCALE, random);
        toggle(options, Switch.RESEND_SYN_ACK, random);
        toggle(options, Switch.LITERAL_STEP_1, random);
        return options.maximumSegmentSize(20 + random.nextInt(600))
                .receiveBuffer(random.nextInt(4) == 0 ? 30 : 300 + random.nextInt(2000))
                .delayedAckNanos(random.nextBoolean() ? 0 : Stage.millis(1 + random.nextInt(400)))
                // Without a limit an unlucky pair backs off for hours (RFC 6298, 2.5).
                .maxRtoNanos(Stage.millis(60_000))
                .mslNanos(Stage.millis(120_000));
    }

    private static void toggle(TcpOptionsBuilder options, Switch which, Random random) {
        if (random.nextInt(3) == 0) {
            options.with(which);
        } else if (random.nextInt(3) == 0) {
            options.without(which);
        }
    }

    private static void weather(Stage stage, Random random) {
        Match early =
                new Match(
                        null,
                        Flags.NONE,
                        Flags.NONE,
                        null,
                        null,
                        Set.of(),
                        0,
                        Stage.millis(BAD_WEATHER_MILLIS));
        stage.fault(early, new Verdict.DropRandomly(random.nextDouble() * 0.35));
        stage.fault(
                early,
                new Verdict.DuplicateRandomly(
                        random.nextDouble() * 0.3, Stage.millis(1 + random.nextInt(3000))));
        stage.fault(
                early,
                new Verdict.DelayRandomly(
                        random.nextDouble() * 0.4, Stage.millis(1 + random.nextInt(2000))));
    }

    private static void talk(Stage stage, Side side, Random random) {
        int sends = random.nextInt(5);
        for (int i = 0; i < sends; i++) {
            String text = (side + "" + i + "-").repeat(1 + random.nextInt(200));
            stage.at(
                    random.nextInt(12_000),
                    call(side, new UserAction.Send(Octets.utf8(text), true, false)));
        }
        if (random.nextInt(4) == 0) {
            int from = random.nextInt(8_000);
            stage.at(from, call(side, new UserAction.StopReading()));
            stage.at(
                    from + random.nextInt(8_000),
                    call(side, new UserAction.Receive(Long.MAX_VALUE)));
        }
        // Said twice, in case the first one comes before there is anything to close.
        stage.at(random.nextInt(16_000), call(side, new UserAction.Close(true)));
        stage.at(400_000, call(side, new UserAction.Close(true)));
    }
}
