package dev.handshakelab.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds a place for each label of the state map: on, above, below or beside its line, where it
 * touches no state, no other line and no other label.
 */
final class StateMapLabels {
    private static final double LINE_HEIGHT = 1.28;
    private static final double BASELINE = 0.98;
    private static final double PADDING_EM = 0.3;
    private static final double NODE_GAP_EM = 0.15;
    private static final double LINE_GAP_PX = 1.5;
    private static final double[] SHARES = {0.5, 0.38, 0.62, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86};

    /** On a long way up the label stays near its beginning if it can. */
    private static final double[] NEAR_SHARES = {
        0.09, 0.17, 0.26, 0.34, 0.4, 0.46, 0.54, 0.62, 0.7
    };

    /** How a label lies to a piece of its line. */
    private enum Seat {
        /** The event above a level line, the action below it, as the RFC writes it. */
        ACROSS,
        ABOVE,
        BELOW,
        RIGHT,
        LEFT
    }

    /** Where the label of a link may still go. */
    private record Choice(int link, List<Candidate> open) {}

    private static final Comparator<Choice> LEAST_CHOICE =
            Comparator.comparingInt(choice -> choice.open().size());

    private record Candidate(Box box, Seat seat, boolean oneLine, double lineY) {}

    private final double sizePx;
    private final Box area;
    private final StateMapWords words;
    private final TextMeasure measure;
    private final List<StateMapLink> links;
    private final List<Box> blocked = new ArrayList<>();

    StateMapLabels(
            double sizePx,
            Box area,
            StateMapWords words,
            TextMeasure measure,
            List<StateMapNode> nodes,
            List<StateMapLink> links) {
        this.sizePx = sizePx;
        this.area = area;
        this.words = words;
        this.measure = measure;
        this.links = links;
        for (StateMapNode node : nodes) {
            blocked.add(grown(node.box(), NODE_GAP_EM * sizePx));
            blocked.add(node.tokenA());
            blocked.add(node.tokenB());
        }
    }

    /** The labels that found a place, by the place of their link in the list. */
    Map<Integer, Label> place() {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).inFigure()) {
                choices.add(new Choice(i, free(links.get(i))));
            }
        }
        Map<Integer, Label> labels = new TreeMap<>();
        while (!choices.isEmpty()) {
            // Who has the least choice chooses first.
            Choice next = Collections.min(choices, LEAST_CHOICE);
            choices.remove(next);
            if (!next.open().isEmpty()) {
                Candidate chosen = next.open().getFirst();
                labels.put(next.link(), label(links.get(next.link()), chosen));
                for (Choice other : choices) {
                    other.open().removeIf(seat -> seat.box().intersects(chosen.box()));
                }
            }
        }
        return labels;
    }

    private List<Candidate> free(StateMapLink link) {
        List<Candidate> free = new ArrayList<>();
        for (Candidate candidate : candidates(link)) {
            if (isFree(candidate, link)) {
                free.add(candidate);
            }
        }
        return free;
    }

    private boolean isFree(Candidate candidate, StateMapLink link) {
        Box box = candidate.box();
        if (box.x() < area.x()
                || box.y() < area.y()
                || box.right() > area.right()
                || box.bottom() > area.bottom()
                || blocked.stream().anyMatch(box::intersects)) {
            return false;
        }
        for (StateMapLink other : links) {
            boolean own = isSame(other, link) && candidate.seat() == Seat.ACROSS;
            for (int i = 1; i < other.path().size(); i++) {
                Box line = line(other.path().get(i - 1), other.path().get(i));
                if (line.intersects(box) && !(own && isLevelAt(other, i, candidate.lineY()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSame(StateMapLink one, StateMapLink other) {
        return one.joins(other.from(), other.to());
    }

    private static boolean isLevelAt(StateMapLink link, int piece, double y) {
        return link.path().get(piece - 1).y() == y && link.path().get(piece).y() == y;
    }

    static Box line(Point a, Point b) {
        double x = Math.min(a.x(), b.x());
        double y = Math.min(a.y(), b.y());
        return grown(new Box(x, y, Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())), LINE_GAP_PX);
    }

    private static Box grown(Box box, double by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }

    // Candidates, the best first

    private List<Candidate> candidates(StateMapLink link) {
        List<Candidate> candidates = new ArrayList<>();
        for (boolean oneLine : new boolean[] {false, true}) {
            for (int rank = 0; rank < SHARES.length; rank++) {
                for (int i = 1; i < link.path().size(); i++) {
                    if (!isShared(link, i)) {
                        double share = isLong(link, i) ? NEAR_SHARES[rank] : SHARES[rank];
                        addAt(candidates, link, i, share, oneLine);
                    }
                }
            }
        }
        return candidates;
    }

    /** Whether another line of the figure runs along a piece: a label would name both. */
    private boolean isShared(StateMapLink link, int piece) {
        Point a = link.path().get(piece - 1);
        Point b = link.path().get(piece);
        for (StateMapLink other : links) {
            for (int i = 1;
                    i < other.path().size() && !isSame(other, link) && other.inFigure();
                    i++) {
                Point c = other.path().get(i - 1);
                Point d = other.path().get(i);
                boolean level = a.y() == b.y() && c.y() == d.y() && a.y() == c.y();
                boolean upright = a.x() == b.x() && c.x() == d.x() && a.x() == c.x();
                if ((level || upright) && line(a, b).intersects(line(c, d))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isLong(StateMapLink link, int piece) {
        return Math.abs(link.path().get(piece - 1).y() - link.path().get(piece).y())
                > area.height() / 2;
    }

    private void addAt(
            List<Candidate> to, StateMapLink link, int piece, double share, boolean oneLine) {
        Point a = link.path().get(piece - 1);
        Point b = link.path().get(piece);
        double x = a.x() + (b.x() - a.x()) * share;
        double y = a.y() + (b.y() - a.y()) * share;
        boolean hasAction = !words.action(link.from(), link.to()).isEmpty();
        boolean single = oneLine || !hasAction;
        double width = width(link, single) + 2 * PADDING_EM * sizePx;
        double height = sizePx * LINE_HEIGHT * (single ? 1 : 2);
        double gap = LINE_GAP_PX + 0.5;
        if (a.y() == b.y()) {
            if (width > Math.abs(a.x() - b.x()) * 1.02 + sizePx) {
                return;
            }
            double left = x - width / 2;
            if (!single) {
                to.add(
                        new Candidate(
                                new Box(left, y - height / 2, width, height),
                                Seat.ACROSS,
                                false,
                                y));
            }
            to.add(
                    new Candidate(
                            new Box(left, y - height - gap, width, height), Seat.ABOVE, single, y));
            to.add(new Candidate(new Box(left, y + gap, width, height), Seat.BELOW, single, y));
        } else if (height <= Math.abs(a.y() - b.y())) {
            double top = y - height / 2;
            to.add(new Candidate(new Box(x + gap, top, width, height), Seat.RIGHT, single, y));
            to.add(
                    new Candidate(
                            new Box(x - gap - width, top, width, height), Seat.LEFT, single, y));
        }
    }

    private double width(StateMapLink link, boolean single) {
        String event = words.event(link.from(), link.to());
        String action = words.action(link.from(), link.to());
        return single
                ? measure.width(joined(event, action), sizePx, false)
                : Math.max(
                        measure.width(event, sizePx, false), measure.width(action, sizePx, false));
    }

    private static String joined(String event, String action) {
        return action.isEmpty() ? event : event + " / " + action;
    }

    // The label itself

    private Label label(StateMapLink link, Candidate at) {
        String event = words.event(link.from(), link.to());
        String action = words.action(link.from(), link.to());
        List<Label.Run> runs = new ArrayList<>();
        double y = at.box().y() + sizePx * BASELINE;
        if (at.oneLine()) {
            runs.add(run(joined(event, action), Label.Style.STRONG, at, y));
        } else {
            // Across a line both keep a little away from it.
            double shift = at.seat() == Seat.ACROSS ? sizePx * 0.06 : 0;
            runs.add(run(event, Label.Style.STRONG, at, y - shift));
            runs.add(run(action, Label.Style.PLAIN, at, y + sizePx * LINE_HEIGHT + shift));
        }
        return new Label(at.box(), runs, sizePx);
    }

    private Label.Run run(String text, Label.Style style, Candidate at, double y) {
        double width = measure.width(text, sizePx, false);
        double padding = PADDING_EM * sizePx;
        double x =
                switch (at.seat()) {
                    case RIGHT -> at.box().x() + padding;
                    case LEFT -> at.box().right() - padding - width;
                    case ACROSS, ABOVE, BELOW -> at.box().centerX() - width / 2;
                };
        return new Label.Run(text, style, x, y);
    }
}
