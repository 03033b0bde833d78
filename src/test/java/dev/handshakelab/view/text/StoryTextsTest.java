package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Explanation.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of every bundled scenario can be told, in both languages. */
class StoryTextsTest {
    private static final Map<String, Timeline> STORIES = new TreeMap<>();

    static {
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            STORIES.put(scenario.id(), Simulation.run(scenario.plan()).timeline());
        }
    }

    static Stream<Object[]> stories() {
        return STORIES.keySet().stream()
                .flatMap(id -> Messages.LOCALES.stream().map(locale -> new Object[] {id, locale}));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void captionsFitAndSayHowTheStateChanged(String id, Locale locale) {
        Timeline timeline = STORIES.get(id);
        Captions captions = new Captions(new Messages(locale));
        for (Numbers numbers : List.of(Numbers.ABSOLUTE, Numbers.relative(timeline))) {
            for (Frame frame : timeline.frames()) {
                String caption = captions.of(frame, numbers);
                assertThat(caption)
                        .as("frame %d", frame.index())
                        .isNotBlank()
                        .doesNotContain("{")
                        .matches(".*[.。]");
                assertThat(Captions.columns(caption))
                        .as(caption)
                        .isLessThanOrEqualTo(Captions.MAX_COLUMNS);
                for (Side side : Side.values()) {
                    if (changesState(frame, side)) {
                        assertThat(caption).contains(frame.host(side).state().rfcName());
                    }
                }
            }
        }
    }

    private static boolean changesState(Frame frame, Side side) {
        return frame.facts().stream()
                .anyMatch(fact -> fact instanceof Fact.StateChanged && fact.side() == side);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyFactIsExplained(String id, Locale locale) {
        Timeline timeline = STORIES.get(id);
        Explanations explanations = new Explanations(new Messages(locale));
        Numbers relative = Numbers.relative(timeline);
        for (Frame frame : timeline.frames()) {
            List<Explanation> paragraphs = explanations.of(frame, relative);
            assertThat(paragraphs).filteredOn(Explanation::primary).hasSize(1);
            paragraphs.forEach(StoryTextsTest::isComplete);
            long rules = frame.facts().stream().filter(Fact.RuleFired.class::isInstance).count();
            assertThat(paragraphs)
                    .filteredOn(paragraph -> paragraph.kind() == Kind.RULE)
                    .hasSize((int) rules);
            long changes =
                    frame.facts().stream().filter(Fact.StateChanged.class::isInstance).count();
            assertThat(paragraphs)
                    .filteredOn(paragraph -> !paragraph.stateChange().isEmpty())
                    .hasSize((int) changes);
        }
    }

    private static void isComplete(Explanation paragraph) {
        assertThat(paragraph.title()).isNotBlank().doesNotContain("{");
        assertThat(paragraph.text()).isNotBlank().doesNotContain("{");
        assertThat(paragraph.checks()).allMatch(check -> !check.words().isBlank());
        assertThat(paragraph.assignments()).allMatch(line -> line.contains("←"));
        if (paragraph.kind() == Kind.RULE) {
            assertThat(paragraph.ruleId()).matches("[A-Z]-[A-Z0-9-]+");
            assertThat(paragraph.citations())
                    .allMatch(citation -> citation.matches("RFC \\d+, \\d+(\\.\\d+)*"));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everySelectionIsExplained(String id, Locale locale) {
        Timeline timeline = STORIES.get(id);
        SelectedExplanations explanations = new SelectedExplanations(new Messages(locale));
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                List<Explanation> paragraphs =
                        explanations.of(timeline, target(frame, fact), Numbers.ABSOLUTE);
                assertThat(paragraphs).isNotEmpty().filteredOn(Explanation::primary).hasSize(1);
                paragraphs.forEach(StoryTextsTest::isComplete);
            }
        }
    }

    private static Target target(Frame frame, Fact fact) {
        int index = frame.index();
        return switch (fact) {
            case Fact.Sent sent -> new Target.OfFlight(sent.flight(), index);
            case Fact.Entered entered -> new Target.OfFlight(entered.flight(), index);
            case Fact.StateChanged changed ->
                    new Target.OfState(changed.side(), changed.to(), index);
            case Fact.TimerStarted started ->
                    new Target.OfTimer(started.side(), started.timer().kind(), index);
            case Fact.Called _, Fact.Told _, Fact.Crashed _ ->
                    new Target.OfNote(fact.side(), fact, index);
            case Fact.Arrived _,
                    Fact.Lost _,
                    Fact.Rerouted _,
                    Fact.TimerStopped _,
                    Fact.TimerFired _,
                    Fact.RuleFired _,
                    Fact.Rebooted _,
                    Fact.CableChanged _,
                    Fact.NetworkChanged _,
                    Fact.OptionsChanged _ ->
                    new Target.OfFrame(index);
        };
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theDiagramHasItsWords(String id, Locale locale) {
        Timeline timeline = STORIES.get(id);
        DiagramLabels labels = new DiagramLabels(new Messages(locale));
        for (Flight flight : timeline.flights()) {
            SegmentKind kind = SegmentKind.of(flight);
            assertThat(labels.segmentSentence(flight, kind, "SYN SEQ=1"))
                    .contains("SYN SEQ=1")
                    .doesNotContain("{");
            boolean ordinary = flight.origin() == Flight.Origin.HOST && !flight.isRetransmission();
            assertThat(labels.tag(kind).isEmpty()).isEqualTo(ordinary);
        }
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                switch (fact) {
                    case Fact.Called called -> assertThat(labels.call(called.call())).isNotBlank();
                    case Fact.Crashed _,
                            Fact.Rebooted _,
                            Fact.CableChanged _,
                            Fact.NetworkChanged _,
                            Fact.OptionsChanged _ ->
                            assertThat(labels.incident(fact)).isNotBlank();
                    default -> assertThat(labels.incident(fact)).isEmpty();
                }
            }
        }
    }
}
