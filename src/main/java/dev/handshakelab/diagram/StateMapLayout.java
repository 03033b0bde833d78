package dev.handshakelab.diagram;

import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.TcpState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of the state map: the eleven states in the places of figure 5 of RFC 9293 (3.3.2)
 * and a line for each pair of states that some edge joins. It fills the area given; the text is as
 * large as lets every label of the figure's edges find a place, or nearly every one. If none is
 * large enough to read, only the states keep their text.
 *
 * @param widthPx width of the picture
 * @param heightPx height of the picture
 * @param fontPx size of the states' names
 * @param nodes the states in the order of {@link TcpState}
 * @param links the lines, in the order of the edges given
 * @param named whether there is room in the nodes for the states' names in textbooks
 */
public record StateMapLayout(
        double widthPx,
        double heightPx,
        double fontPx,
        List<StateMapNode> nodes,
        List<StateMapLink> links,
        boolean named) {
    /** Size of a label, of that of the states' names. */
    private static final double LABEL_SIZE = 0.86;

    private static final double LARGEST = 2.4;
    private static final double SMALLEST_WITH_LABELS = 0.82;
    private static final double NAMED_FROM = 0.86;

    /** How much smaller text may be for the sake of names in the nodes. */
    private static final double WORTH_OF_NAMES = 0.75;

    private static final int MOST_UNLABELLED = 6;
    private static final double USUAL_WITHOUT_LABELS = 1.15;
    private static final double SMALLEST = 0.4;
    private static final double STEP = 0.96;

    public StateMapLayout {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /**
     * Lays out a map.
     *
     * @param edges what may be drawn; edges between the same states share a line
     * @param width px, more than 0
     * @param height px, more than 0
     * @param usualFontPx the size of text around the map
     */
    public static StateMapLayout of(
            Collection<Edge> edges,
            double width,
            double height,
            double usualFontPx,
            StateMapWords words,
            TextMeasure measure) {
        Builder builder = new Builder(edges, width, height, words, measure);
        StateMapLayout plain = builder.largest(usualFontPx, SMALLEST_WITH_LABELS, false, 0);
        StateMapLayout rich = builder.largest(usualFontPx, NAMED_FROM, true, 0);
        if (plain != null && rich != null) {
            return rich.fontPx >= plain.fontPx * WORTH_OF_NAMES ? rich : plain;
        }
        if (plain == null) {
            plain = builder.largest(usualFontPx, SMALLEST_WITH_LABELS, false, MOST_UNLABELLED);
        }
        if (plain != null) {
            return plain;
        }
        return builder.withoutLabels(usualFontPx);
    }

    /** How many lines of the figure have no label. */
    public long unlabelled() {
        return links.stream().filter(link -> link.inFigure() && link.label() == null).count();
    }

    /** The place of a state. */
    public StateMapNode node(TcpState state) {
        return nodes.get(state.ordinal());
    }

    private record Pair(TcpState from, TcpState to) {}

    private static final class Builder {
        private final Map<Pair, List<Edge>> bundles = new LinkedHashMap<>();
        private final double width;
        private final double height;
        private final StateMapWords words;
        private final TextMeasure measure;

        Builder(
                Collection<Edge> edges,
                double width,
                double height,
                StateMapWords words,
                TextMeasure measure) {
            for (Edge edge : edges) {
                bundles.computeIfAbsent(new Pair(edge.from(), edge.to()), _ -> new ArrayList<>())
                        .add(edge);
            }
            this.width = width;
            this.height = height;
            this.words = words;
            this.measure = measure;
        }

        private StateMapGrid grid(double fontPx, boolean named) {
            boolean hasReuse =
                    bundles.containsKey(new Pair(TcpState.TIME_WAIT, TcpState.SYN_RECEIVED));
            return new StateMapGrid(width, height, fontPx, named, hasReuse, words, measure);
        }

        /** The map at one size of text; null if it does not fit. */
        @Nullable StateMapLayout build(double fontPx, boolean named, boolean labelled) {
            StateMapGrid grid = grid(fontPx, named);
            return grid.fits() ? draw(grid, labelled) : null;
        }

        /**
         * The map with the largest text that leaves at most {@code unlabelled} lines of the figure
         * without a label; null if there is none.
         *
         * @param least the smallest size of text allowed, of the usual one
         */
        @Nullable StateMapLayout largest(
                double usualFontPx, double least, boolean named, int unlabelled) {
            for (double size = LARGEST; size >= least; size *= STEP) {
                StateMapLayout layout = build(size * usualFontPx, named, true);
                if (layout != null && layout.unlabelled() <= unlabelled) {
                    return layout;
                }
            }
            return null;
        }

        StateMapLayout withoutLabels(double usualFontPx) {
            for (double size = USUAL_WITHOUT_LABELS; size >= SMALLEST; size *= STEP) {
                StateMapLayout layout = build(size * usualFontPx, false, false);
                if (layout != null) {
                    return layout;
                }
            }
            return draw(grid(SMALLEST * usualFontPx, false), false);
        }

        private StateMapLayout draw(StateMapGrid grid, boolean labelled) {
            List<StateMapNode> nodes = new ArrayList<>();
            for (TcpState state : TcpState.values()) {
                nodes.add(grid.node(state));
            }
            StateMapRoutes routes = new StateMapRoutes(grid);
            List<StateMapLink> links = new ArrayList<>();
            bundles.forEach((pair, edges) ->
                    links.add(
                            new StateMapLink(
                                    pair.from(),
                                    pair.to(),
                                    edges,
                                    routes.route(pair.from(), pair.to()),
                                    null)));
            if (labelled) {
                new StateMapLabels(
                                grid.fontPx() * LABEL_SIZE,
                                new Box(0, 0, width, height),
                                words,
                                measure,
                                nodes,
                                links)
                        .place()
                        .forEach((index, label) -> links.set(index, links.get(index).with(label)));
            }
            return new StateMapLayout(width, height, grid.fontPx(), nodes, links, grid.named());
        }
    }
}
