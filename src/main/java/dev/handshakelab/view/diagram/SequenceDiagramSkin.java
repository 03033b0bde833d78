package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.diagram.Label;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.TextMeasure;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Draws a sequence diagram: lays it out when something of it changes, and keeps nodes for what is
 * in view.
 */
final class SequenceDiagramSkin extends SkinBase<SequenceDiagram> {
    /** The playhead lies above bands and arrows and below labels. */
    private static final int PLAYHEAD_LAYER = 5;

    private static final int FIT_STEPS = 7;
    private static final int FIT_MAX_FRAMES = 2_000;

    private final Text fontProbe = new Text();
    private final Rectangle clip = new Rectangle();
    private final Group content = new Group();
    private final Playhead playhead = new Playhead();
    private final Scroller scroller = new Scroller();
    private final Region surface = new Region();
    private final GhostLayer ghost = new GhostLayer();
    private final ItemLayer items;
    private final DiagramInput input;
    private final ArrowDrag drag;
    private final TouchMenuOpener menuOpener;
    private TextMeasure measure;
    private boolean stale = true;
    private boolean revealWanted = true;

    SequenceDiagramSkin(SequenceDiagram control) {
        super(control);
        items = new ItemLayer(item -> control.select(item.target()));
        input = new DiagramInput(control, this);
        drag = new ArrowDrag(control, this);
        menuOpener = new TouchMenuOpener(control, this);
        measure = new FontMeasure(fontProbe.getFont().getFamily());
        surface.getStyleClass().add("surface");
        surface.setMouseTransparent(true);
        fontProbe.setVisible(false);
        fontProbe.setManaged(false);
        content.getStyleClass().add("content");
        content.setManaged(false);
        content.setAutoSizeChildren(false);
        content.getChildren().addAll(playhead.back());
        content.getChildren().addAll(items.layers());
        content.getChildren().add(PLAYHEAD_LAYER, playhead.front());
        // Above the bands and below the arrows.
        content.getChildren().add(2, ghost.layer);
        content.getChildren().add(drag.layer);
        control.setClip(clip);
        getChildren().addAll(fontProbe, surface, content, scroller.bar);
        listen(control);
    }

    private void listen(SequenceDiagram control) {
        registerChangeListener(fontProbe.fontProperty(), _ -> changeFont());
        for (ObservableValue<?> cause :
                List.of(
                        control.timelineProperty(),
                        control.labelsProperty(),
                        control.zoomProperty(),
                        control.relativeNumbersProperty(),
                        control.trueScaleProperty(),
                        control.showOptionsProperty())) {
            registerChangeListener(cause, _ -> relayout());
        }
        registerChangeListener(control.leftCourseProperty(), _ -> showGhost());
        registerChangeListener(control.hideFutureProperty(), _ -> refresh());
        registerChangeListener(control.selectionProperty(), _ -> refresh());
        registerChangeListener(control.frameIndexProperty(), _ -> moveOn());
        registerChangeListener(control.playheadNanosProperty(), _ -> moveOn());
        registerChangeListener(scroller.bar.valueProperty(), _ -> refresh());
        input.install();
        drag.install();
        menuOpener.install();
    }

    private void changeFont() {
        measure = new FontMeasure(fontProbe.getFont().getFamily());
        relayout();
    }

    private void relayout() {
        stale = true;
        revealWanted = true;
        getSkinnable().requestLayout();
    }

    private void moveOn() {
        if (!stale) {
            scroller.follow(playheadY());
        }
        refresh();
    }

    @Override
    public void dispose() {
        scroller.stop();
        input.uninstall();
        drag.uninstall();
        menuOpener.uninstall();
        super.dispose();
    }

    // Layout

    private double diagramWidth() {
        return Math.floor(getSkinnable().getWidth() - scroller.bar.prefWidth(-1));
    }

    /** What the diagram would look like at a zoom; null if there is nothing to show. */
    private @Nullable DiagramLayout layoutAt(double zoom) {
        SequenceDiagram control = getSkinnable();
        Timeline timeline = control.getTimeline();
        Labels labels = control.getLabels();
        if (timeline == null || labels == null || diagramWidth() < 1) {
            return null;
        }
        DiagramSettings settings =
                new DiagramSettings(
                        diagramWidth(),
                        fontProbe.getFont().getSize() * zoom,
                        control.relativeNumbersProperty().get(),
                        control.trueScaleProperty().get(),
                        control.showOptionsProperty().get());
        return DiagramLayout.of(timeline, settings, labels, measure);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        SequenceDiagram control = getSkinnable();
        double barWidth = scroller.bar.prefWidth(-1);
        clip.setWidth(control.getWidth());
        clip.setHeight(control.getHeight());
        surface.resizeRelocate(0, 0, control.getWidth(), control.getHeight());
        scroller.bar.resizeRelocate(
                control.getWidth() - barWidth, 0, barWidth, control.getHeight());
        DiagramLayout old = control.getDiagramLayout();
        if (stale || old == null || old.widthPx() != diagramWidth()) {
            stale = false;
            install(layoutAt(control.getZoom()));
        }
        DiagramLayout layout = control.getDiagramLayout();
        scroller.resize(control.getHeight(), layout == null ? 0 : layout.heightPx());
        if (revealWanted && layout != null) {
            revealWanted = false;
            scroller.show(playheadY());
        }
        refresh();
    }

    private void install(@Nullable DiagramLayout layout) {
        SequenceDiagram control = getSkinnable();
        items.clear();
        drag.reset();
        double width = diagramWidth();
        if (layout == null) {
            control.showLayout(null, width / 4, width * 3 / 4);
        } else {
            content.setStyle("-fx-font-size: " + layout.emPx() + "px;");
            control.showLayout(
                    layout, layout.lane(Side.A).centerX(), layout.lane(Side.B).centerX());
        }
        showGhost();
    }

    private void showGhost() {
        ghost.show(
                stale ? null : getSkinnable().getDiagramLayout(),
                getSkinnable().leftCourseProperty().get());
    }

    // What is in view

    private double playheadY() {
        SequenceDiagram control = getSkinnable();
        DiagramLayout layout = control.getDiagramLayout();
        Timeline timeline = control.getTimeline();
        if (layout == null || timeline == null) {
            return 0;
        }
        int frame = frame(timeline);
        double least = layout.axis().yOfFrame(frame);
        boolean between = control.getPlayheadNanos() > timeline.frame(frame).atNanos();
        return between ? Math.max(least, layout.axis().yAt(control.getPlayheadNanos())) : least;
    }

    private int frame(Timeline timeline) {
        return Math.clamp(getSkinnable().getFrameIndex(), 0, timeline.lastIndex());
    }

    private void refresh() {
        SequenceDiagram control = getSkinnable();
        DiagramLayout layout = control.getDiagramLayout();
        Timeline timeline = control.getTimeline();
        Labels labels = control.getLabels();
        boolean shown = layout != null && timeline != null && labels != null && !stale;
        content.setVisible(shown);
        if (layout == null || timeline == null || labels == null || stale) {
            return;
        }
        double top = scroller.top();
        content.setTranslateY(-top);
        items.show(layout.itemsBetween(top, top + control.getHeight()), labels);
        double y = playheadY();
        int frame = frame(timeline);
        items.update(
                new Moment(
                        frame,
                        y,
                        control.hideFutureProperty().get(),
                        control.getSelection(),
                        layout.emPx()));
        playhead.show(layout, frame, y);
    }

    // Scrolling and zooming

    void reveal(int frame) {
        DiagramLayout layout = getSkinnable().getDiagramLayout();
        Timeline timeline = getSkinnable().getTimeline();
        if (layout != null && timeline != null) {
            scroller.follow(layout.axis().yOfFrame(Math.clamp(frame, 0, timeline.lastIndex())));
        }
    }

    /**
     * Zooms until the whole height is in view; very long stories just become as small as they can.
     */
    void fit() {
        SequenceDiagram control = getSkinnable();
        Timeline timeline = control.getTimeline();
        if (timeline == null) {
            return;
        }
        double low = SequenceDiagram.MIN_ZOOM;
        double high = 1.3;
        for (int i = 0; i < FIT_STEPS && timeline.frames().size() <= FIT_MAX_FRAMES; i++) {
            double middle = (low + high) / 2;
            DiagramLayout layout = layoutAt(middle);
            if (layout != null && layout.heightPx() <= control.getHeight()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        control.setZoom(low);
    }

    // Items for the keyboard

    @Nullable DiagramItem focusedItem() {
        return items.focused();
    }

    /** Brings an item into view and gives it the focus. */
    void focus(DiagramItem item) {
        Label label = item.label();
        scroller.show(label == null ? item.bounds().y() : label.box().y());
        refresh();
        ItemView<?> view = items.viewOf(item);
        if (view != null) {
            view.front.requestFocus();
        }
    }

    void openTouchMenu() {
        menuOpener.open();
    }

    Scroller scroller() {
        return scroller;
    }

    /** The view of an item; null if it is not in view. */
    @Nullable ItemView<?> viewOf(DiagramItem item) {
        return items.viewOf(item);
    }

    /** How many items have nodes at the moment. */
    int shownItems() {
        return items.size();
    }
}
