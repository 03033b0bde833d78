package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.sim.Replay;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.RandomTouches;
import dev.handshakelab.testing.RandomTouches.Touched;
import dev.handshakelab.timeline.TraceFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was done to a run, a file and a link bring it back; damage is found. */
@Timeout(300)
class TouchedFilesTest {
    private static final ScenarioLibrary LIBRARY = ScenarioLibrary.bundled();
    private static final TraceFormat TRACE = new TraceFormat(false, true, true);
    private static final int RUNS = 1_000;
    private static final int BLOCKS = 10;

    /** A run that was touched, and what is kept of it. */
    private record Sample(String trace, Scenario applied, ShareLink link, int touches) {
        static Sample of(int seed) {
            List<Scenario> all = LIBRARY.scenarios();
            Scenario scenario = all.get(seed % all.size());
            Base base = seed % 2 == 0 ? Base.RFC : Base.LINUX_LIKE;
            OptionsOverlay overlay = OptionsOverlay.preset(base);
            var plan = overlay.apply(scenario.plan());
            Touched touched =
                    new RandomTouches(seed, seed % 3 > 0).touch(Simulation.run(plan), 2 + seed % 9);
            Courses courses = Courses.of(touched.touches(), !plan.script().isEmpty());
            Scenario applied =
                    new Scenario(
                            scenario.id(),
                            scenario.chapter(),
                            plan,
                            scenario.goal(),
                            scenario.texts(),
                            courses);
            return new Sample(
                    traceOf(touched.run()),
                    applied,
                    new ShareLink(scenario.with(courses), overlay),
                    touched.touches().size());
        }
    }

    private static String traceOf(Run run) {
        return TRACE.format(run.timeline());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aTouchedRunComesBackFromFileAndLink(int block) throws ScenarioException {
        int touches = 0;
        int longest = 0;
        for (int i = 0; i < RUNS / BLOCKS; i++) {
            int seed = block * (RUNS / BLOCKS) + i;
            Sample sample = Sample.of(seed);
            touches += sample.touches;
            Scenario read = ScenarioReader.read("saved", ScenarioWriter.write(sample.applied));
            assertThat(read).as("seed %s", seed).isEqualTo(sample.applied);
            assertThat(traceOf(Simulation.replay(read.plan(), read.touches())))
                    .as("seed %s", seed)
                    .isEqualTo(sample.trace);
            String link = sample.link.encode(LIBRARY);
            longest = Math.max(longest, link.length());
            ShareLink pasted = ShareLink.decode("link", " " + link + "\n", LIBRARY);
            assertThat(pasted).as("seed %s", seed).isEqualTo(sample.link);
            var plan = pasted.overlay().apply(pasted.scenario().plan());
            Replay replay = Replay.of(plan, pasted.scenario().touches());
            assertThat(traceOf(replay.run())).as("seed %s", seed).isEqualTo(sample.trace);
            assertThat(replay.touches()).isEqualTo(pasted.scenario().touches());
        }
        assertThat(touches).isGreaterThan(2 * RUNS / BLOCKS);
        assertThat(longest).as("the longest link").isLessThan(1_500);
    }

    @Test
    void aScenarioThatIsNotBundledStandsInTheLinkWhole() throws ScenarioException {
        Scenario own = ScenarioReader.read("own", "scenario: own\nscript:\n  - A: connect\n");
        var overlay = OptionsOverlay.preset(Base.LINUX_LIKE);
        ShareLink pasted =
                ShareLink.decode("link", new ShareLink(own, overlay).encode(LIBRARY), LIBRARY);
        assertThat(pasted.scenario().plan()).isEqualTo(overlay.apply(own.plan()));
        assertThat(pasted.overlay()).isEqualTo(OptionsOverlay.NONE);
    }

    private static @Nullable Problem problemOfLink(String link) {
        try {
            ShareLink.decode("link", link, LIBRARY);
            return null;
        } catch (ScenarioException e) {
            return e.problem();
        }
    }

    @Test
    void everyDamageOfALinkIsFound() throws ScenarioException {
        Sample sample = Sample.of(5);
        String link = sample.link.encode(LIBRARY);
        for (int i = 0; i < link.length(); i++) {
            for (char letter : List.of('A', 'b', '_', '!', '7', '=')) {
                if (letter == link.charAt(i)) {
                    continue;
                }
                String damaged = link.substring(0, i) + letter + link.substring(i + 1);
                Problem problem = problemOfLink(damaged);
                // A bit may stand for nothing, or for another copy of the same words.
                if (problem == null) {
                    assertThat(ShareLink.decode("link", damaged, LIBRARY)).isEqualTo(sample.link);
                }
            }
            assertThat(problemOfLink(link.substring(0, i))).as("%s letters", i).isNotNull();
        }
        assertThat(problemOfLink(link + "A")).isNotNull();
    }

    @Test
    void linksThatAreNoneSaySo() {
        assertThat(kindOf("hello")).isEqualTo(Kind.NO_LINK);
        assertThat(kindOf("handshake-lab:2:AAAA")).isEqualTo(Kind.LINK_VERSION);
        assertThat(kindOf("handshake-lab:1:")).isEqualTo(Kind.LINK_DAMAGED);
        assertThat(kindOf("handshake-lab:1:äöü")).isEqualTo(Kind.LINK_DAMAGED);
        assertThat(kindOf("x".repeat(5 << 20))).isEqualTo(Kind.TOO_LARGE);
        assertThat(kindOf("handshake-lab:1:" + "A".repeat(1 << 20))).isEqualTo(Kind.LINK_DAMAGED);
    }

    @Test
    void aSmallLinkCannotBecomeALargeText() {
        byte[] zeros = new byte[50 << 20];
        byte[] packed = Packing.pack(zeros);
        assertThat(packed.length).isLessThan(100_000);
        assertThat(Packing.unpack(packed, SourceText.MAX_OCTETS)).isNull();
    }

    private static @Nullable Kind kindOf(String link) {
        Problem problem = problemOfLink(link);
        return problem == null ? null : problem.kind();
    }

    @Test
    void damagedFilesAreScenariosOrProblemsAndNothingElse() {
        Random random = new Random(11);
        List<Kind> kinds = new ArrayList<>();
        for (int seed = 0; seed < 12; seed++) {
            byte[] good =
                    ScenarioWriter.write(Sample.of(seed * 5 + 1).applied)
                            .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < good.length; i++) {
                byte[] flipped = good.clone();
                flipped[i] ^= (byte) (1 << random.nextInt(8));
                readDamaged(flipped, kinds);
                if (i % 7 == 0) {
                    readDamaged(Arrays.copyOf(good, i), kinds);
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(1_000);
        assertThat(kinds.stream().distinct().count()).isGreaterThan(8);
    }

    private static void readDamaged(byte[] octets, List<Kind> kinds) {
        try {
            ScenarioReader.read("damaged", SourceText.decode("damaged", octets));
        } catch (ScenarioException e) {
            kinds.add(e.problem().kind());
            assertThat(e.problem().file()).isEqualTo("damaged");
        }
    }
}
