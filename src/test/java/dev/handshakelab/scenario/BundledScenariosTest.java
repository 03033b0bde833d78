package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.testing.Golden;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.TraceFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with the program: all there, each played to its goal. */
class BundledScenariosTest {
    private static final Path FOLDER =
            Path.of("src", "main", "resources", "dev", "handshakelab", "scenario");

    static List<String> ids() {
        return ScenarioLibrary.bundled().scenarios().stream().map(Scenario::id).toList();
    }

    private static Scenario scenario(String id) {
        return ScenarioLibrary.bundled().find(id).orElseThrow();
    }

    @Test
    void allStoriesAndFiguresAreThere() {
        List<String> stories =
                ids().stream().map(id -> id.substring(0, 3)).distinct().sorted().toList();
        List<String> expected = new ArrayList<>();
        for (int figure = 6; figure <= 13; figure++) {
            expected.add("F%02d".formatted(figure));
        }
        for (int story = 1; story <= 35; story++) {
            expected.add("S%02d".formatted(story));
        }
        for (int more = 1; more <= 23; more++) {
            expected.add("X%02d".formatted(more));
        }
        assertThat(stories).isEqualTo(expected);
        assertThat(ids()).doesNotHaveDuplicates().hasSize(116).startsWith("S01", "S06a");
    }

    @Test
    void theIndexNamesEveryFile() throws Exception {
        String index = Files.readString(FOLDER.resolve("index.txt"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(index.lines())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".scenario"))
                                    .toList());
        }
    }

    @Test
    void chaptersStandInTeachingOrder() {
        List<Chapter> chapters = List.copyOf(ScenarioLibrary.bundled().byChapter().keySet());
        assertThat(chapters).isSorted().startsWith(Chapter.OPENING).endsWith(Chapter.MORE_RULES);
        assertThat(ScenarioLibrary.bundled().byChapter().values().stream().flatMap(List::stream))
                .containsExactlyElementsOf(ScenarioLibrary.bundled().scenarios());
    }

    @Test
    void aStoryThatBreaksARuleHasATwinThatKeepsIt() {
        Map<String, String> twins = new TreeMap<>();
        Set<Variant> broken = EnumSet.noneOf(Variant.class);
        for (Scenario one : ScenarioLibrary.bundled().scenarios()) {
            Set<Variant> variants = EnumSet.noneOf(Variant.class);
            for (Side side : Side.values()) {
                variants.addAll(one.plan().host(side).endpoint().options().variants());
            }
            Optional<Scenario> twin = ScenarioLibrary.bundled().twin(one);
            assertThat(twin.isPresent()).as(one.id()).isEqualTo(!variants.isEmpty());
            twin.ifPresent(other -> twins.put(one.id(), other.id()));
            broken.addAll(variants);
        }

        assertThat(broken).containsExactly(Variant.values());
        assertThat(twins)
                .hasToString(
                        "{S08a=S08d, S08b=S08c, S18a=S17, S18b=S18d, S18c=S18e, S21c=S21a,"
                                + " S21d=S21e, S25d=S25a, S28a=S28b}");
    }

    @Test
    void roundTripsWithoutLossSetTheRtoOfRfc6298() {
        Run run = Simulation.run(scenario("S24c").plan());

        assertThat(run.worlds().map(world -> world.tcb(Side.A).roundTrip().rtoNanos()))
                .startsWith(1_000_000_000L)
                .containsSubsequence(2_400_000_000L, 2_350_000_000L, 2_256_250_000L);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void reachesItsGoal(String id) {
        Scenario scenario = scenario(id);
        Run run = Simulation.run(scenario.plan());

        assertThat(scenario.goal()).isPresent();
        assertThat(scenario.goal().orElseThrow().isReached(run))
                .as("goal %s of:%n%s", scenario.goal(), TraceFormat.PLAIN.format(run.timeline()))
                .isTrue();
        assertThat(run.timeline().lastIndex()).isPositive().isLessThan(100);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void takesItsKnownCourse(String id) {
        Run run = Simulation.run(scenario(id).plan());

        Golden.check(id, TraceFormat.PLAIN.format(run.timeline()));
    }

    @Test
    void threeSegmentsCloseS13() {
        Run run = Simulation.run(scenario("S13").plan());
        List<Segment> closing =
                run.timeline().flights().stream()
                        .map(Flight::segment)
                        .dropWhile(segment -> !segment.flags().fin())
                        .toList();

        assertThat(closing)
                .extracting(Segment::toString)
                .containsExactly(
                        "FIN,ACK SEQ=100 ACK=300 WND=1000",
                        "FIN,ACK SEQ=300 ACK=101 WND=1000",
                        "ACK SEQ=101 ACK=301 WND=1000");
    }

    @Test
    void aDelayedAcknowledgmentOfAFinGoesOutByItself() throws Exception {
        String text =
                """
                scenario: delayed
                hosts: {B: {options: {delayed ack: 200 ms}}}
                script:
                  - B: listen
                  - A: connect
                  - at: 80 ms
                    A: close
                until: 300 ms
                goal: {A: FIN-WAIT-2, B: CLOSE-WAIT}
                """;
        Scenario scenario = ScenarioReader.read("delayed", text);
        Run run = Simulation.run(scenario.plan());

        // The FIN arrives at 90 ms; its ACK leaves at 290 ms.
        assertThat(run.timeline().endNanos()).isEqualTo(300_000_000);
        assertThat(scenario.goal().orElseThrow().isReached(run)).isTrue();
    }

    @Test
    void everyScenarioAndChapterHasItsTextsInBothLanguages() {
        List<String> keys = new ArrayList<>();
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            assertThat(scenario.texts()).isEmpty();
            Arrays.stream(Part.values()).map(scenario::key).forEach(keys::add);
        }
        Arrays.stream(Chapter.values()).map(Chapter::key).forEach(keys::add);
        for (Locale locale : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle("dev.handshakelab.i18n.messages", locale);
            assertThat(keys).allSatisfy(key -> assertThat(bundle.getString(key)).isNotBlank());
        }
    }
}
