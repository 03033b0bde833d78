package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Label;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Parent;
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

    /** Nodes have coordinates within one such part of a picture. */
    private static final double PART_PX = 65_536;

    /** Pictures of so many parts need no division. */
    private static final int FEW_PARTS = 4;

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
    private final LayoutWork work;
    private final WaitingRing waiting = new WaitingRing(getChildren());
    private final OncePerPulse move; // frame and time of a step are shown together
    private boolean stale = true;
    private boolean revealWanted = true;
    private double wantedWidth = -1;

    SequenceDiagramSkin(SequenceDiagram control) {
        super(control);
        items = new ItemLayer(item -> control.select(item.target()));
        input = new DiagramInput(control, this);
        drag = new ArrowDrag(control, this);
        menuOpener = new TouchMenuOpener(control, this);
        work = new LayoutWork(control, fontProbe, this::diagramWidth, this::install);
        move = new OncePerPulse(control, this::moveOn);
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
                        control.labelsProperty(),
                        control.zoomProperty(),
                        control.relativeNumbersProperty(),
                        control.trueScaleProperty(),
                        control.showOptionsProperty())) {
            registerChangeListener(cause, _ -> relayout());
        }
        registerChangeListener(control.timelineProperty(), _ -> changeStory());
        registerChangeListener(control.leftCourseProperty(), _ -> showGhost());
        registerChangeListener(control.hideFutureProperty(), _ -> refresh());
        registerChangeListener(control.selectionProperty(), _ -> refresh());
        registerChangeListener(control.frameIndexProperty(), _ -> move.request());
        registerChangeListener(control.playheadNanosProperty(), _ -> move.request());
        registerChangeListener(scroller.bar.valueProperty(), _ -> refresh());
        input.install();
        drag.install();
        menuOpener.install();
    }

    private void changeFont() {
        work.changeFont();
        relayout();
    }

    private void changeStory() {
        relayout();
        refresh(); // what is there belongs to another story: nobody may reach for it any more
    }

    private void relayout() {
        stale = true;
        revealWanted = true;
        getSkinnable().requestLayout();
        // A request that comes while a parent is being laid out goes no further up, and is lost.
        Platform.runLater(
                () -> Optional.ofNullable(getSkinnable()).ifPresent(Parent::requestLayout));
    }

    private void moveOn() {
        if (!stale && work.present() != null) {
            scroller.follow(playheadY());
        }
        refresh();
    }

    @Override
    public void dispose() {
        move.dispose();
        scroller.stop();
        work.cancel();
        input.uninstall();
        drag.uninstall();
        menuOpener.uninstall();
        super.dispose();
    }

    // Layout

    private double diagramWidth() {
        return Math.floor(getSkinnable().getWidth() - scroller.bar.prefWidth(-1));
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
        waiting.place(control.getWidth(), fontProbe.getFont().getSize());
        if (stale || wantedWidth != diagramWidth()) {
            stale = false;
            wantedWidth = diagramWidth();
            waiting.show(work.layOut());
        }
        DiagramLayout layout = control.getDiagramLayout();
        scroller.resize(control.getHeight(), layout == null ? 0 : layout.heightPx());
        move.runIfWanted();
        if (revealWanted && layout != null) {
            revealWanted = false;
            scroller.show(playheadY());
        }
        refresh();
    }

    private void install(@Nullable DiagramLayout layout) {
        SequenceDiagram control = getSkinnable();
        if (layout != null && waiting.isShown()) {
            revealWanted = true;
            control.requestLayout();
        }
        items.clear();
        waiting.show(false);
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
        DiagramLayout layout = work.present();
        Timeline timeline = control.getTimeline();
        if (layout == null || timeline == null) {
            return 0;
        }
        int frame = frame(timeline, control.getFrameIndex());
        double least = layout.axis().yOfFrame(frame);
        boolean between = control.getPlayheadNanos() > timeline.atNanos(frame);
        return between ? Math.max(least, layout.axis().yAt(control.getPlayheadNanos())) : least;
    }

    private static int frame(Timeline timeline, int wanted) {
        return Math.clamp(wanted, 0, timeline.lastIndex());
    }

    private void refresh() {
        SequenceDiagram control = getSkinnable();
        DiagramLayout layout = work.present();
        Timeline timeline = control.getTimeline();
        Labels labels = control.getLabels();
        boolean isStale = stale && !work.isLong();
        boolean shown = layout != null && timeline != null && labels != null && !isStale;
        content.setVisible(shown);
        if (layout == null || timeline == null || labels == null || isStale) {
            return;
        }
        double top = scroller.top();
        double origin =
                layout.heightPx() < FEW_PARTS * PART_PX ? 0 : PART_PX * Math.floor(top / PART_PX);
        content.setTranslateY(origin - top);
        drag.layer.setTranslateY(-origin);
        items.show(layout.itemsBetween(top, top + control.getHeight()), labels, origin);
        double y = playheadY();
        int frame = frame(timeline, control.getFrameIndex());
        items.update(
                new Moment(
                        frame,
                        y - origin,
                        control.hideFutureProperty().get(),
                        control.getSelection(),
                        layout.emPx()));
        playhead.show(layout, frame, y, origin);
    }

    // Scrolling and zooming

    void reveal(int frame) {
        DiagramLayout layout = work.present();
        if (layout != null) {
            scroller.follow(layout.axis().yOfFrame(frame(layout.timeline(), frame)));
        }
    }

    /** Zooms until the whole height is in view, or out as far as it goes. */
    void fit() {
        if (getSkinnable().getTimeline() != null) {
            getSkinnable().setZoom(work.zoomToFit());
        }
    }

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

    boolean isDragging() {
        return drag.isDragging();
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
