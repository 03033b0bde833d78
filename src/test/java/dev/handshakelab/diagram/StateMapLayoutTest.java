package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateMapLayoutTest {
    private static final double FONT_PX = 14;

    /** About the widths of the program's font. */
    private static final TextMeasure MEASURE =
            (text, sizePx, bold) ->
                    text.codePoints().mapToDouble(c -> charWidth(c, bold)).sum() * sizePx;

    private record Shown(int width, int height, Locale locale, boolean everything) {
        List<Edge> edges() {
            return TransitionTable.edges().stream()
                    .filter(edge -> everything || edge.isDefault())
                    .toList();
        }

        StateMapLayout layout() {
            return StateMapLayout.of(
                    edges(), width, height, FONT_PX, new BundleWords(locale), MEASURE);
        }
    }

    private static double charWidth(int c, boolean bold) {
        if (c > 0x2000) {
            return 1;
        }
        boolean wide = Character.isUpperCase(c) || c == '-';
        return (wide ? 0.62 : 0.52) + (bold ? 0.05 : 0);
    }

    private record BundleWords(ResourceBundle bundle) implements StateMapWords {
        BundleWords(Locale locale) {
            this(ResourceBundle.getBundle("dev.handshakelab.i18n.messages", locale));
        }

        private String edge(TcpState from, TcpState to, String part) {
            String key = "statemap.edge." + from.rfcName() + "." + to.rfcName() + "." + part;
            return bundle.containsKey(key) ? bundle.getString(key) : "";
        }

        @Override
        public String event(TcpState from, TcpState to) {
            return edge(from, to, "event");
        }

        @Override
        public String action(TcpState from, TcpState to) {
            return edge(from, to, "action");
        }

        @Override
        public String name(TcpState state) {
            return bundle.getString("state." + state.rfcName() + ".name");
        }
    }

    static Stream<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        int[][] sizes = {{360, 420}, {400, 380}, {640, 700}, {800, 600}, {1400, 900}, {700, 1400}};
        for (int[] size : sizes) {
            for (Locale locale : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
                for (boolean everything : new boolean[] {false, true}) {
                    all.add(new Shown(size[0], size[1], locale, everything));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("shown")
    void everyEdgeIsInExactlyOneLine(Shown shown) {
        StateMapLayout layout = shown.layout();
        assertThat(layout.links().stream().flatMap(link -> link.edges().stream()))
                .containsExactlyInAnyOrderElementsOf(shown.edges());
        assertThat(layout.links().stream().map(link -> List.of(link.from(), link.to())))
                .doesNotHaveDuplicates();
        for (StateMapLink link : layout.links()) {
            assertThat(link.edges()).allMatch(edge -> link.joins(edge.from(), edge.to()));
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void everyStateHasItsOwnPlaceInThePicture(Shown shown) {
        StateMapLayout layout = shown.layout();
        assertThat(layout.nodes())
                .extracting(StateMapNode::state)
                .containsExactly(TcpState.values());
        List<Box> taken = new ArrayList<>();
        for (StateMapNode node : layout.nodes()) {
            Box whole = node.box().union(node.tokenA()).union(node.tokenB());
            assertThat(isInside(whole, shown)).as("%s", node).isTrue();
            assertThat(taken).as("%s", node).noneMatch(whole::intersects);
            assertThat(node.tokenA().intersects(node.tokenB())).isFalse();
            taken.add(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void linesLeadFromStateToStateAndCrossNoOther(Shown shown) {
        StateMapLayout layout = shown.layout();
        for (StateMapLink link : layout.links()) {
            assertThat(isOnOutline(layout.node(link.from()).box(), link.path().getFirst()))
                    .as("beginning of %s", link)
                    .isTrue();
            assertThat(isOnOutline(layout.node(link.to()).box(), link.path().getLast()))
                    .as("end of %s", link)
                    .isTrue();
            for (Box piece : pieces(link)) {
                assertThat(isInside(piece, shown)).as("%s", link).isTrue();
                assertThat(layout.nodes())
                        .as("%s", link)
                        .noneMatch(node -> grown(node.box(), -0.5).intersects(grown(piece, 0.1)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void linesOfTheFigureCrossNoneOfTheFigure(Shown shown) {
        List<StateMapLink> drawn =
                shown.layout().links().stream().filter(StateMapLink::inFigure).toList();
        for (StateMapLink one : drawn) {
            for (StateMapLink other : drawn) {
                assertThat(pieces(one))
                        .as("%s %s", one, other)
                        .noneMatch(a -> pieces(other).stream().anyMatch(b -> crosses(a, b)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void labelsTouchNothing(Shown shown) {
        StateMapLayout layout = shown.layout();
        List<Box> taken = new ArrayList<>();
        for (StateMapLink link : layout.links()) {
            Label label = link.label();
            if (label == null) {
                continue;
            }
            assertThat(isInside(label.box(), shown)).as("%s", label).isTrue();
            assertThat(taken).as("%s", label).noneMatch(label.box()::intersects);
            taken.add(label.box());
            for (StateMapNode node : layout.nodes()) {
                assertThat(label.box().intersects(node.box())).as("%s", label).isFalse();
                assertThat(label.box().intersects(node.tokenA())).as("%s", label).isFalse();
                assertThat(label.box().intersects(node.tokenB())).as("%s", label).isFalse();
            }
            for (Box run : runs(label)) {
                for (StateMapLink other : layout.links()) {
                    assertThat(pieces(other))
                            .as("%s and %s", label.text(), other)
                            .noneMatch(piece -> grown(piece, 0.5).intersects(run));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void whereThereIsRoomEveryLineOfTheFigureHasItsLabel(Shown shown) {
        StateMapLayout layout = shown.layout();
        if (shown.width() >= 640) {
            assertThat(layout.unlabelled()).isZero();
            assertThat(layout.fontPx()).isGreaterThanOrEqualTo(FONT_PX * 0.85);
        }
        if (shown.width() >= 1400) {
            assertThat(layout.fontPx()).isGreaterThanOrEqualTo(FONT_PX * 1.3);
        }
        assertThat(layout.fontPx()).isGreaterThanOrEqualTo(FONT_PX * 0.7);
        if (shown.width() == 400 && !shown.everything()) {
            assertThat(layout.unlabelled()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theFigureHasTwentyLines() {
        StateMapLayout layout = new Shown(800, 600, Locale.ROOT, true).layout();
        assertThat(layout.links().stream().filter(StateMapLink::inFigure)).hasSize(20);
    }

    @Test
    void aTinyAreaStillHasAMap() {
        StateMapLayout layout = new Shown(60, 50, Locale.ROOT, true).layout();
        assertThat(layout.nodes()).hasSize(11);
        assertThat(layout.unlabelled()).isEqualTo(20);
    }

    @Test
    void aPointOfALineIsFoundByItsShare() {
        StateMapLink link =
                new StateMapLink(
                        TcpState.CLOSED,
                        TcpState.LISTEN,
                        List.of(),
                        List.of(new Point(0, 0), new Point(30, 0), new Point(30, 10)),
                        null);
        assertThat(link.length()).isEqualTo(40);
        assertThat(link.at(0)).isEqualTo(new Point(0, 0));
        assertThat(link.at(0.5)).isEqualTo(new Point(20, 0));
        assertThat(link.at(1)).isEqualTo(new Point(30, 10));
    }

    @Test
    void aPairWithoutEdgesHasNoWay() {
        StateMapGrid grid =
                new StateMapGrid(800, 600, 12, false, false, new BundleWords(Locale.ROOT), MEASURE);
        assertThatThrownBy(
                        () -> new StateMapRoutes(grid).route(TcpState.LISTEN, TcpState.ESTABLISHED))
                .hasMessageContaining("LISTEN");
    }

    private static List<Box> pieces(StateMapLink link) {
        List<Box> pieces = new ArrayList<>();
        for (int i = 1; i < link.path().size(); i++) {
            Point a = link.path().get(i - 1);
            Point b = link.path().get(i);
            assertThat(a.x() == b.x() || a.y() == b.y()).as("%s", link).isTrue();
            pieces.add(
                    new Box(
                            Math.min(a.x(), b.x()),
                            Math.min(a.y(), b.y()),
                            Math.abs(a.x() - b.x()),
                            Math.abs(a.y() - b.y())));
        }
        return pieces;
    }

    /** The ink of a label, line by line: from the top of small letters to the baseline. */
    private static List<Box> runs(Label label) {
        double size = label.fontSizePx();
        return label.runs().stream()
                .map(run ->
                        new Box(
                                run.x(),
                                run.baselineY() - size * 0.72,
                                MEASURE.width(run.text(), size, false),
                                size * 0.72))
                .toList();
    }

    /** Whether a level and an upright line cut each other, not only meet. */
    private static boolean crosses(Box a, Box b) {
        return (a.height() == 0 && b.width() == 0 && cuts(a, b))
                || (b.height() == 0 && a.width() == 0 && cuts(b, a));
    }

    private static boolean cuts(Box level, Box upright) {
        double x = upright.x();
        double y = level.y();
        return x > level.x() + 0.01
                && x < level.right() - 0.01
                && y > upright.y() + 0.01
                && y < upright.bottom() - 0.01;
    }

    private static boolean isOnOutline(Box box, Point point) {
        double x = Math.min(Math.abs(point.x() - box.x()), Math.abs(point.x() - box.right()));
        double y = Math.min(Math.abs(point.y() - box.y()), Math.abs(point.y() - box.bottom()));
        return grown(box, 0.01).contains(point.x(), point.y()) && Math.min(x, y) < 0.01;
    }

    private static boolean isInside(Box box, Shown shown) {
        return box.x() >= 0
                && box.y() >= 0
                && box.right() <= shown.width()
                && box.bottom() <= shown.height();
    }

    private static Box grown(Box box, double by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }
}
