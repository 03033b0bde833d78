package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import dev.handshakelab.diagram.DiagramItem.ArrowStart;
import dev.handshakelab.diagram.SegmentKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/**
 * A segment: shaft, head, label, and a mark that rides the shaft while the segment is under way.
 */
final class ArrowView extends ItemView<Arrow> {
    private static final List<PseudoClass> KINDS =
            Arrays.stream(SegmentKind.values()).map(ArrowView::pseudoClass).toList();
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
    private static final double HIT_PX = 11;
    private static final double MARK_EM = 0.36;
    private static final double MARK_GAP_EM = 0.6;
    private static final double MARK_RISE_EM = 0.55;
    private static final double MARK_DROP_EM = 1.25;

    private static final PseudoClass FADES_LEFT = PseudoClass.getPseudoClass("fades-left");
    private static final PseudoClass FADES_RIGHT = PseudoClass.getPseudoClass("fades-right");
    private static final PseudoClass FADES_BOTH = PseudoClass.getPseudoClass("fades-both");
    private static final PseudoClass ASSUMED = PseudoClass.getPseudoClass("assumed");

    /** Whether nobody watched the end where it begins, and the one that it goes to. */
    private boolean fadesAtStart;

    private boolean fadesAtEnd;

    /** The mark that rides the shaft, drawn above everything. */
    final Group rider = new Group();

    /** The size of text that the head was drawn for; 0: none yet. */
    private double headEm;

    private final Line hit = new Line();
    private final Line shaft = line("shaft");
    private final Line core = line("core");
    private final Line ahead = line("shaft", "ahead");
    private final Path head = new Path();
    private final Circle origin = new Circle();
    private final Circle mark = new Circle();
    private final Text markText = new Text();

    ArrowView() {
        super("segment");
        hit.getStyleClass().add("hit");
        hit.setStrokeWidth(HIT_PX);
        head.getStyleClass().add("head");
        origin.getStyleClass().add("origin");
        mark.getStyleClass().add("mark");
        markText.getStyleClass().addAll("label-text", "strong", "mark-text");
        rider.getStyleClass().addAll("diagram-item", "segment");
        rider.setManaged(false);
        rider.setMouseTransparent(true);
        rider.getChildren().addAll(mark, markText);
        back.getChildren().addAll(hit, ahead, shaft, core, origin, head);
    }

    private static PseudoClass pseudoClass(SegmentKind kind) {
        return PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Line line(String... styles) {
        Line line = new Line();
        line.getStyleClass().addAll(styles);
        line.setMouseTransparent(true);
        return line;
    }

    /** Says which ends nobody watched; comes before an arrow is shown. */
    void fade(boolean atStart, boolean atEnd) {
        fadesAtStart = atStart;
        fadesAtEnd = atEnd;
    }

    @Override
    void draw(Arrow arrow) {
        boolean rightwards = arrow.x1() > arrow.x0();
        boolean left = rightwards ? fadesAtStart : fadesAtEnd;
        boolean right = rightwards ? fadesAtEnd : fadesAtStart;
        set(FADES_BOTH, left && right);
        set(FADES_LEFT, left && !right);
        set(FADES_RIGHT, right && !left);
        set(ASSUMED, fadesAtEnd);
        for (SegmentKind kind : SegmentKind.values()) {
            boolean on = kind == arrow.kind();
            PseudoClass look = KINDS.get(kind.ordinal());
            set(look, on);
            rider.pseudoClassStateChanged(look, on);
        }
        boolean lost = arrow.end() == ArrowEnd.LOST;
        set(LOST, lost);
        span(hit, arrow, arrow.y0(), arrow.y1());
        origin.setVisible(arrow.start() == ArrowStart.OUTSIDE);
        origin.setCenterX(arrow.x0());
        origin.setCenterY(arrow.y0());
        markText.setText(arrow.shortText());
        List<String> styles = List.of("head", ArrowHeads.isOpen(arrow) ? "open" : "solid");
        if (!head.getStyleClass().equals(styles)) {
            head.getStyleClass().setAll(styles);
        }
        headEm = 0;
    }

    @Override
    void hide() {
        super.hide();
        rider.setVisible(false);
    }

    @Override
    int lastFrame(Arrow shown) {
        return shown.endFrame();
    }

    @Override
    void refresh(Arrow arrow, Moment moment) {
        boolean begun = moment.hasBegun(arrow);
        boolean ended = moment.frame() >= arrow.endFrame();
        double y = Math.clamp(moment.playheadY(), arrow.y0(), arrow.y1());
        double reached = ended ? arrow.y1() : begun ? y : arrow.y0();
        boolean whole = reached >= arrow.y1();
        span(shaft, arrow, arrow.y0(), reached);
        span(core, arrow, arrow.y0(), reached);
        shaft.setVisible(reached > arrow.y0());
        core.setVisible(reached > arrow.y0() && arrow.kind() == SegmentKind.RETRANSMISSION);
        span(ahead, arrow, reached, arrow.y1());
        ahead.setVisible(!whole && !moment.hideFuture());
        if (headEm != moment.emPx()) {
            headEm = moment.emPx();
            head.getElements().setAll(ArrowHeads.of(arrow, headEm));
        }
        head.setVisible(ended || !moment.hideFuture());
        head.pseudoClassStateChanged(FUTURE, !ended);
        origin.setRadius(MARK_EM * moment.emPx());
        set(CURRENT, arrow.frameIndex() == moment.frame() || arrow.endFrame() == moment.frame());
        boolean underWay = begun && !ended;
        boolean speaks = moment.hideFuture() && moment.playheadY() < arrow.label().box().centerY();
        front.setVisible(ended || (begun ? !speaks : !moment.hideFuture()));
        rider.setVisible(underWay);
        mark.setCenterX(arrow.xAt(reached));
        mark.setCenterY(front.isVisible() ? besideLabel(arrow, reached) : reached);
        mark.setRadius(MARK_EM * moment.emPx());
        markText.setVisible(speaks);
        placeMarkText(arrow.x1() > arrow.x0(), moment.emPx());
    }

    /** Segments that meet have their words on different sides of the playhead. */
    private void placeMarkText(boolean rightwards, double em) {
        double width = markText.getLayoutBounds().getWidth();
        double gap = MARK_GAP_EM * em;
        markText.setX(rightwards ? mark.getCenterX() + gap : mark.getCenterX() - gap - width);
        markText.setY(mark.getCenterY() + (rightwards ? -MARK_RISE_EM : MARK_DROP_EM) * em);
    }

    /** Where the mark rides: along the upper edge of the label instead of across its text. */
    private static double besideLabel(Arrow arrow, double y) {
        Box box = arrow.label().box();
        return box.contains(arrow.xAt(y), y) ? box.y() : y;
    }

    private static void span(Line line, Arrow arrow, double fromY, double toY) {
        line.setStartX(arrow.xAt(fromY));
        line.setStartY(fromY);
        line.setEndX(arrow.xAt(toY));
        line.setEndY(toY);
    }
}
