package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Check;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Stories that nobody wrote: whatever rule fires, there are words for it and for each of its
 * checks.
 */
class RandomStoriesTest {
    private static final int STORIES = 600;
    private static final int ACTIONS = 14;

    @Test
    void haveWordsForEverything() {
        Messages messages = new Messages(Locale.ENGLISH);
        Captions captions = new Captions(messages);
        Explanations explanations = new Explanations(messages);
        Set<String> missing = new TreeSet<>();
        Set<Rule> seen = EnumSet.noneOf(Rule.class);
        for (int seed = 0; seed < STORIES; seed++) {
            for (Frame frame : story(seed).frames()) {
                for (Fact fact : frame.facts()) {
                    if (fact instanceof Fact.RuleFired fired) {
                        seen.add(fired.firing().rule());
                        fired.firing().checks().forEach(check -> note(messages, check, missing));
                    }
                }
                assertThat(missing).as("write words for these comparisons").isEmpty();
                String caption = captions.of(frame);
                assertThat(Captions.columns(caption))
                        .as(caption)
                        .isBetween(1, Captions.MAX_COLUMNS);
                assertThat(explanations.of(frame)).filteredOn(Explanation::primary).hasSize(1);
            }
        }
        assertThat(seen).as("the stories must wander far enough").hasSizeGreaterThan(110);
    }

    private static void note(Messages messages, Check check, Set<String> missing) {
        if (check instanceof Check.Comparison comparison
                && !messages.has(CheckText.key(comparison))) {
            missing.add(CheckText.key(comparison));
        }
    }

    private static Timeline story(int seed) {
        Random random = new Random(seed);
        Stage stage = new Stage().link(10, 15, seed).untilMillis(400_000).maxSteps(250);
        for (Side side : Side.values()) {
            stage.options(side, options -> options(options, random));
        }
        stage.fault(Match.ANY, new Verdict.DropRandomly(0.15));
        stage.fault(Match.ANY, new Verdict.DuplicateRandomly(0.1, Stage.millis(50)));
        if (random.nextInt(4) > 0) {
            stage.established();
        }
        long millis = 0;
        for (int i = 0; i < ACTIONS; i++) {
            millis += random.nextInt(5) == 0 ? random.nextInt(130_000) : random.nextInt(60);
            stage.at(millis, action(random));
        }
        return stage.run().timeline();
    }

    private static TcpOptionsBuilder options(TcpOptionsBuilder options, Random random) {
        for (Switch each : Switch.values()) {
            if (random.nextInt(4) == 0) {
                options.with(each);
            }
        }
        if (random.nextInt(6) == 0) {
            options.with(Variant.values()[random.nextInt(Variant.values().length)]);
        }
        return options.timeWaitReuse(
                        TimeWaitReuse.values()[random.nextInt(TimeWaitReuse.values().length)])
                .delayedAckNanos(random.nextBoolean() ? 0 : Stage.millis(40))
                .userTimeoutNanos(random.nextInt(3) == 0 ? Stage.millis(20_000) : 0)
                .finWait2TimeoutNanos(random.nextBoolean() ? 0 : Stage.millis(5000))
                .keepAliveIdleNanos(Stage.millis(4000))
                .keepAliveIntervalNanos(Stage.millis(1000))
                .keepAliveProbes(2)
                .maximumSegmentSize(random.nextBoolean() ? 4 : 536)
                .receiveBuffer(random.nextBoolean() ? 12 : 1000)
                .sendBuffer(random.nextBoolean() ? 20 : 1000)
                .limitedAcks(2);
    }

    private static Action action(Random random) {
        Side side = Side.values()[random.nextInt(2)];
        return switch (random.nextInt(4)) {
            case 0, 1 -> Stage.call(side, call(random));
            case 2 -> {
                var segment =
                        Stage.segment(
                                number(random, side == Side.A ? 100 : 300),
                                number(random, side == Side.A ? 300 : 100),
                                new Flags(random.nextInt(64)),
                                random.nextBoolean() ? "" : "forged");
                yield random.nextBoolean() ? Stage.forge(side, segment) : Stage.old(side, segment);
            }
            default ->
                    switch (random.nextInt(5)) {
                        case 0 -> new Action.Crash(side, random.nextBoolean());
                        case 1 -> new Action.Reboot(side);
                        case 2 -> new Action.Cable(random.nextInt(3) > 0);
                        default -> Stage.send(side, "data to send");
                    };
        };
    }

    private static int number(Random random, int around) {
        return random.nextInt(4) == 0 ? random.nextInt() : around - 3 + random.nextInt(12);
    }

    private static UserAction call(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> new UserAction.Listen(random.nextBoolean());
            case 1 ->
                    new UserAction.Connect(
                            Octets.utf8(random.nextBoolean() ? "" : "hi"), random.nextBoolean());
            case 2 -> new UserAction.ConnectNowhere();
            case 3, 4 ->
                    new UserAction.Send(Octets.utf8("more data"), true, random.nextInt(3) == 0);
            case 5 -> new UserAction.Receive(random.nextInt(8) + 1);
            case 6 -> new UserAction.StopReading();
            case 7 -> new UserAction.Close(random.nextBoolean());
            case 8 -> random.nextInt(3) == 0 ? new UserAction.Abort() : new UserAction.Close(true);
            default -> new UserAction.Status();
        };
    }
}
