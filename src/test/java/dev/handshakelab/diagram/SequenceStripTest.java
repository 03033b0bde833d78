package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.SequenceSpace.Content;
import dev.handshakelab.diagram.SequenceSpace.Edge;
import dev.handshakelab.diagram.SequenceSpace.Kind;
import dev.handshakelab.diagram.SequenceSpace.Pointer;
import dev.handshakelab.diagram.SequenceSpace.Span;
import dev.handshakelab.diagram.SequenceStrip.Cell;
import dev.handshakelab.diagram.SequenceStrip.Mark;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceStripTest {
    private static final double EM = 12;
    private static final SequenceStrip.Type TYPE =
            new SequenceStrip.Type((text, sizePx, _) -> text.length() * sizePx * 0.55, EM);

    /** Spaces of both hosts at every step of all stories and bundled scenarios. */
    private static List<SequenceSpace> allSpaces() {
        Stream<Timeline> stories = Stories.all().values().stream();
        Stream<Timeline> bundled =
                ScenarioLibrary.bundled().scenarios().stream()
                        .map(Scenario::plan)
                        .map(plan -> Simulation.run(plan).timeline());
        List<SequenceSpace> spaces = new ArrayList<>();
        Stream.concat(stories, bundled)
                .flatMap(timeline -> timeline.frames().stream())
                .flatMap(frame -> Stream.of(frame.a(), frame.b()))
                .forEach(host -> {
                    spaces.add(SequenceSpace.sending(host));
                    spaces.add(SequenceSpace.receiving(host));
                });
        return spaces.stream().filter(Objects::nonNull).toList();
    }

    private static HostView lastWhere(
            Timeline timeline, Side side, java.util.function.Predicate<HostView> test) {
        return timeline.frames().reversed().stream()
                .map(frame -> frame.host(side))
                .filter(test)
                .findFirst()
                .orElseThrow();
    }

    /** Three segments at once, of which the second comes last. */
    private static Timeline disorder() {
        return new Stage()
                .options(options -> options.without(Switch.NAGLE))
                .established()
                .at(
                        100,
                        Stage.send(Side.A, "first"),
                        Stage.send(Side.A, "second"),
                        Stage.send(Side.A, "third"))
                .fault(Stage.nthText(Side.A, 2), new Verdict.Delay(Stage.millis(9)))
                .run()
                .timeline();
    }

    private static List<String> told(SequenceSpace space) {
        return space.spans().stream()
                .map(span ->
                        span.kind()
                                + (span.content() == Content.NONE ? "" : " " + span.content())
                                + " "
                                + span.length())
                .toList();
    }

    private static List<String> edges(SequenceSpace space) {
        return space.edges().stream()
                .map(edge ->
                        edge.pointer().expression() + " " + SequenceNumbers.toUnsigned(edge.seq()))
                .toList();
    }

    @Test
    void thereIsNoSpaceBeforeTheFirstNumber() {
        Frame first = Stories.handshake().frame(0);
        assertThat(SequenceSpace.sending(first.a())).isNull();
        assertThat(SequenceSpace.receiving(first.b())).isNull();
    }

    @Test
    void aSynOnItsWayUsesOneNumberAndTheWindowIsUnknown() {
        HostView host =
                Stories.handshake().frames().stream()
                        .map(Frame::a)
                        .filter(view -> view.state().rfcName().equals("SYN-SENT"))
                        .findFirst()
                        .orElseThrow();
        SequenceSpace space = SequenceSpace.sending(host);
        assertThat(told(space)).containsExactly("IN_FLIGHT SYN 1", "BEYOND 0");
        assertThat(edges(space)).containsExactly("SND.UNA 100", "SND.NXT 101");
        assertThat(SequenceSpace.receiving(host)).isNull();
    }

    @Test
    void inFlightIsCutWhereTheSegmentsAre() {
        HostView host =
                lastWhere(disorder(), Side.A, view -> view.tcb().retransmissionQueue().size() == 3);
        assertThat(told(SequenceSpace.sending(host)))
                .startsWith(
                        "ACKNOWLEDGED SYN 1",
                        "IN_FLIGHT TEXT 5",
                        "IN_FLIGHT TEXT 6",
                        "IN_FLIGHT TEXT 5",
                        "USABLE " + (host.tcb().send().wnd() - 16));
    }

    @Test
    void whatCameBeyondAGapIsHeldInTheWindow() {
        HostView host =
                lastWhere(
                        disorder(),
                        Side.B,
                        view -> view.tcb() != null && !view.tcb().reassemblyQueue().isEmpty());
        SequenceSpace space = SequenceSpace.receiving(host);
        assertThat(space.spans())
                .extracting(Span::kind)
                .contains(Kind.RECEIVED, Kind.WINDOW, Kind.HELD, Kind.BEYOND);
        assertThat(space.count(Kind.WINDOW) + space.count(Kind.HELD))
                .isEqualTo(host.tcb().receive().wnd());
    }

    @Test
    void aFinUsesOneNumberOnBothSides() {
        Timeline story = Stories.normalClose();
        HostView closing =
                lastWhere(story, Side.A, view -> view.state().rfcName().equals("FIN-WAIT-1"));
        assertThat(told(SequenceSpace.sending(closing))).contains("IN_FLIGHT FIN 1");
        HostView done =
                lastWhere(story, Side.A, view -> view.state().rfcName().equals("TIME-WAIT"));
        assertThat(told(SequenceSpace.sending(done)))
                .startsWith("ACKNOWLEDGED SYN 1", "ACKNOWLEDGED TEXT 5", "ACKNOWLEDGED FIN 1");
        assertThat(told(SequenceSpace.receiving(done)))
                .startsWith("RECEIVED SYN 1", "RECEIVED TEXT 3", "RECEIVED FIN 1");
    }

    @Test
    void acrossTheWrapNumbersGoOnAndTheWrapIsMarked() {
        HostView host =
                lastWhere(
                        Stories.wrap(),
                        Side.A,
                        view -> !view.tcb().retransmissionQueue().isEmpty());
        SequenceSpace space = SequenceSpace.sending(host);
        assertThat(told(space))
                .startsWith("ACKNOWLEDGED SYN 1", "ACKNOWLEDGED TEXT 10", "IN_FLIGHT FIN 1");
        assertThat(edges(space)).startsWith("2^32 0", "SND.UNA 5", "SND.NXT 6");
        assertThat(space.edges().getFirst().offset()).isEqualTo(-5);
    }

    @Test
    void aShutWindowHasNoRoomAndWhatWaitsIsBlocked() {
        Timeline story =
                new Stage()
                        .options(Side.B, options -> options.receiveBuffer(5))
                        .at(0, Stage.call(Side.B, new UserAction.Listen(false)))
                        .at(0, Stage.connect(Side.A))
                        .at(100, Stage.send(Side.A, "hello world"))
                        .untilMillis(900)
                        .run()
                        .timeline();
        HostView shut =
                lastWhere(
                        story,
                        Side.A,
                        view ->
                                view.tcb() != null
                                        && view.state().isSynchronized()
                                        && view.tcb().send().wnd() == 0
                                        && !view.tcb().unsent().isEmpty());
        SequenceSpace space = SequenceSpace.sending(shut);
        assertThat(space.count(Kind.USABLE)).isZero();
        assertThat(space.count(Kind.QUEUED)).isZero();
        assertThat(space.count(Kind.BLOCKED)).isEqualTo(shut.tcb().unsent().length());
        assertThat(space.edges().stream().filter(edge -> edge.offset() == 0))
                .extracting(Edge::pointer)
                .contains(Pointer.SND_UNA, Pointer.SND_WINDOW_END);
    }

    @Test
    void everySpaceIsWithoutGapAndAgreesWithTheWindow() {
        List<SequenceSpace> spaces = allSpaces();
        assertThat(spaces).hasSizeGreaterThan(500);
        for (SequenceSpace space : spaces) {
            for (int i = 1; i < space.spans().size(); i++) {
                assertThat(space.spans().get(i).offset()).isEqualTo(space.spans().get(i - 1).end());
            }
            assertThat(space.spans().getLast().kind()).isEqualTo(Kind.BEYOND);
            assertThat(space.spans()).filteredOn(s -> s.content() == Content.SYN).hasSize(1);
            assertThat(space.spans())
                    .filteredOn(s -> s.content() == Content.FIN || s.content() == Content.SYN)
                    .allMatch(s -> s.length() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {150, 320, 360, 900})
    void everyStripFillsItsWidthAndNoLabelCoversAnother(double widthPx) {
        for (SequenceSpace space : allSpaces()) {
            SequenceStrip strip = strip(space, widthPx);
            double x = 0;
            for (Cell cell : strip.cells()) {
                assertThat(cell.x()).isCloseTo(x, within());
                assertThat(cell.width()).isPositive();
                x += cell.width();
            }
            assertThat(x).isCloseTo(widthPx, within());
            assertNothingOverlaps(strip.marks(), widthPx);
        }
    }

    private static void assertNothingOverlaps(List<Mark> marks, double widthPx) {
        for (Mark one : marks) {
            assertThat(one.x()).isBetween(0.0, widthPx);
            assertThat(one.labelX()).isNotNegative();
            assertThat(one.labelX() + one.labelWidth())
                    .isLessThanOrEqualTo(Math.max(widthPx, one.labelWidth()));
            for (Mark other : marks) {
                if (!one.equals(other) && one.row() == other.row()) {
                    assertThat(
                                    one.labelX() >= other.labelX() + other.labelWidth()
                                            || other.labelX() >= one.labelX() + one.labelWidth())
                            .as("%s and %s", one, other)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void noLineRunsThroughALabel() {
        for (SequenceSpace space : allSpaces()) {
            List<Mark> marks = strip(space, 360).marks();
            for (Mark label : marks) {
                assertThat(marks)
                        .filteredOn(line -> line.row() > label.row())
                        .noneMatch(
                                line -> label.labelX() < line.x() && line.x() < label.labelEnd());
            }
        }
    }

    @Test
    void oneOctetIsSeenBesideManyAndTheLongerIsTheWider() {
        var space =
                new SequenceSpace(
                        List.of(
                                new Span(Kind.ACKNOWLEDGED, Content.SYN, -1, 1, 0),
                                new Span(Kind.IN_FLIGHT, Content.TEXT, 0, 1, 1),
                                new Span(Kind.IN_FLIGHT, Content.TEXT, 1, 1460, 1),
                                new Span(Kind.USABLE, Content.NONE, 1461, 65535 - 1461, 0),
                                new Span(Kind.BEYOND, Content.NONE, 65535, 0, 0)),
                        List.of(new Edge(Pointer.SND_UNA, 0, 1)));
        List<Cell> cells = strip(space, 360).cells();
        assertThat(cells.get(0).width()).isGreaterThan(3 * 0.55 * EM);
        assertThat(cells.get(1).width()).isGreaterThan(EM);
        assertThat(cells.get(2).width()).isGreaterThan(cells.get(1).width());
        assertThat(cells.get(3).width()).isGreaterThan(cells.get(2).width());
    }

    @Test
    void manySegmentsAreJoinedUntilTheyFit() {
        HostView host =
                lastWhere(
                        Stories.burst(),
                        Side.A,
                        view -> view.tcb().retransmissionQueue().size() == 9);
        SequenceSpace space = SequenceSpace.sending(host);
        long inFlight = space.count(Kind.IN_FLIGHT);
        List<Cell> narrow =
                strip(space, 200).cells().stream()
                        .filter(cell -> cell.span().kind() == Kind.IN_FLIGHT)
                        .toList();
        assertThat(narrow).hasSizeLessThan(9);
        assertThat(narrow.stream().mapToLong(cell -> cell.span().length()).sum())
                .isEqualTo(inFlight);
        assertThat(narrow.stream().mapToInt(cell -> cell.span().segments()).sum()).isEqualTo(9);
        assertThat(strip(space, 900).cells()).hasSameSizeAs(space.spans());
    }

    private static SequenceStrip strip(SequenceSpace space, double widthPx) {
        return SequenceStrip.of(
                space,
                widthPx,
                TYPE,
                edge -> edge.pointer().expression() + " " + SequenceNumbers.toUnsigned(edge.seq()));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
