package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.TextMeasure;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Draws a sequence diagram: lays it out when something of it changes, and keeps nodes for what is
 * in view.
 */
final class SequenceDiagramSkin extends SkinBase<SequenceDiagram> {
    private static final Duration GLIDE = Duration.millis(180);
    private static final double HIGHLIGHT_EM = 0.95;
    private static final double FOLLOW_EM = 3;
    private static final double LOW_MARK = 0.72;
    private static final double HIGH_MARK = 0.12;
    private static final double REST_MARK = 0.42;
    private static final int FIT_STEPS = 7;
    private static final int FIT_MAX_FRAMES = 2_000;

    private final Text fontProbe = new Text();
    private final Rectangle clip = new Rectangle();
    private final Group content = new Group();
    private final Rectangle highlight = new Rectangle();
    private final Line playhead = new Line();
    private final ScrollBar scrollBar = new ScrollBar();
    private final Region surface = new Region();
    private final ItemLayer items;
    private final DiagramInput input;
    private TextMeasure measure;
    private boolean stale = true;
    private boolean revealWanted = true;
    private javafx.animation.@Nullable Timeline glide;

    SequenceDiagramSkin(SequenceDiagram control) {
        super(control);
        items = new ItemLayer(item -> control.select(item.target()));
        input = new DiagramInput(control, this);
        measure = new FontMeasure(fontProbe.getFont().getFamily());
        surface.getStyleClass().add("surface");
        surface.setMouseTransparent(true);
        highlight.getStyleClass().add("frame-highlight");
        playhead.getStyleClass().add("playhead");
        highlight.setMouseTransparent(true);
        playhead.setMouseTransparent(true);
        fontProbe.setVisible(false);
        fontProbe.setManaged(false);
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setFocusTraversable(false);
        content.getStyleClass().add("content");
        content.setManaged(false);
        content.setAutoSizeChildren(false);
        content.getChildren().add(highlight);
        content.getChildren().addAll(items.layers());
        content.getChildren().add(3, playhead);
        control.setClip(clip);
        getChildren().addAll(fontProbe, surface, content, scrollBar);
        listen(control);
    }

    private void listen(SequenceDiagram control) {
        registerChangeListener(fontProbe.fontProperty(), _ -> changeFont());
        registerChangeListener(control.timelineProperty(), _ -> relayout());
        registerChangeListener(control.labelsProperty(), _ -> relayout());
        registerChangeListener(control.zoomProperty(), _ -> relayout());
        registerChangeListener(control.relativeNumbersProperty(), _ -> relayout());
        registerChangeListener(control.trueScaleProperty(), _ -> relayout());
        registerChangeListener(control.showOptionsProperty(), _ -> relayout());
        registerChangeListener(control.hideFutureProperty(), _ -> refresh());
        registerChangeListener(control.selectionProperty(), _ -> refresh());
        registerChangeListener(control.frameIndexProperty(), _ -> moveOn());
        registerChangeListener(control.playheadNanosProperty(), _ -> moveOn());
        registerChangeListener(scrollBar.valueProperty(), _ -> refresh());
        input.install();
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
            follow(playheadY());
        }
        refresh();
    }

    @Override
    public void dispose() {
        if (glide != null) {
            glide.stop();
        }
        input.uninstall();
        super.dispose();
    }

    // Layout

    private double diagramWidth() {
        return Math.floor(getSkinnable().getWidth() - scrollBar.prefWidth(-1));
    }

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
        double barWidth = scrollBar.prefWidth(-1);
        clip.setWidth(control.getWidth());
        clip.setHeight(control.getHeight());
        surface.resizeRelocate(0, 0, control.getWidth(), control.getHeight());
        scrollBar.resizeRelocate(control.getWidth() - barWidth, 0, barWidth, control.getHeight());
        DiagramLayout old = control.getDiagramLayout();
        if (stale || old == null || old.widthPx() != diagramWidth()) {
            stale = false;
            install(layoutAt(control.getZoom()));
        }
        DiagramLayout layout = control.getDiagramLayout();
        double most = layout == null ? 0 : Math.max(0, layout.heightPx() - control.getHeight());
        scrollBar.setMax(most);
        scrollBar.setVisibleAmount(
                layout == null ? 1 : most * control.getHeight() / layout.heightPx());
        scrollBar.setVisible(most > 0);
        scrollTo(scrollBar.getValue());
        if (revealWanted && layout != null) {
            revealWanted = false;
            double head = playheadY() - scrollBar.getValue();
            if (head < 0 || head > control.getHeight() * LOW_MARK) {
                scrollTo(playheadY() - control.getHeight() * REST_MARK);
            }
        }
        refresh();
    }

    private void install(@Nullable DiagramLayout layout) {
        SequenceDiagram control = getSkinnable();
        items.clear();
        double width = diagramWidth();
        if (layout == null) {
            control.showLayout(null, width / 4, width * 3 / 4);
        } else {
            content.setStyle("-fx-font-size: " + layout.emPx() + "px;");
            control.showLayout(
                    layout, layout.lane(Side.A).centerX(), layout.lane(Side.B).centerX());
        }
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
        double top = Math.round(scrollBar.getValue());
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
        double line = Math.floor(y) + 0.5;
        playhead.setStartX(0);
        playhead.setEndX(layout.widthPx());
        playhead.setStartY(line);
        playhead.setEndY(line);
        double half = HIGHLIGHT_EM * layout.emPx();
        highlight.setX(0);
        highlight.setY(Math.floor(layout.axis().yOfFrame(frame) - half));
        highlight.setWidth(layout.widthPx());
        highlight.setHeight(Math.ceil(2 * half));
    }

    // Scrolling and zooming

    void scrollBy(double pixels) {
        stopGliding();
        scrollTo(scrollBar.getValue() + pixels);
    }

    private void scrollTo(double value) {
        scrollBar.setValue(Math.clamp(value, 0, Math.max(0, scrollBar.getMax())));
    }

    private void stopGliding() {
        if (glide != null) {
            glide.stop();
            glide = null;
        }
    }

    /** Keeps a height in view: in small steps while the story plays, gliding after a jump. */
    private void follow(double y) {
        double height = getSkinnable().getHeight();
        double lowest = scrollBar.getValue() + height * LOW_MARK;
        double em = fontProbe.getFont().getSize();
        if (y > lowest && y - lowest < FOLLOW_EM * em && glide == null) {
            scrollTo(scrollBar.getValue() + y - lowest);
        } else if (y > lowest || y < scrollBar.getValue() + height * HIGH_MARK) {
            glideTo(y - height * REST_MARK);
        }
    }

    private void glideTo(double value) {
        stopGliding();
        double goal = Math.clamp(value, 0, Math.max(0, scrollBar.getMax()));
        if (Math.abs(goal - scrollBar.getValue()) > 2 * getSkinnable().getHeight()) {
            scrollTo(goal);
            return;
        }
        var animation =
                new javafx.animation.Timeline(
                        new KeyFrame(
                                GLIDE,
                                new KeyValue(
                                        scrollBar.valueProperty(), goal, Interpolator.EASE_BOTH)));
        animation
                .statusProperty()
                .subscribe(status -> {
                    if (status == Animation.Status.STOPPED && glide == animation) {
                        glide = null;
                    }
                });
        glide = animation;
        animation.play();
    }

    void reveal(int frame) {
        DiagramLayout layout = getSkinnable().getDiagramLayout();
        Timeline timeline = getSkinnable().getTimeline();
        if (layout != null && timeline != null) {
            follow(layout.axis().yOfFrame(Math.clamp(frame, 0, timeline.lastIndex())));
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
        stopGliding();
        double top = item.label() == null ? item.bounds().y() : item.label().box().y();
        double height = getSkinnable().getHeight();
        if (top < scrollBar.getValue() || top > scrollBar.getValue() + height * 0.85) {
            scrollTo(top - height * REST_MARK);
        }
        refresh();
        ItemView<?> view = items.viewOf(item);
        if (view != null) {
            view.front.requestFocus();
        }
    }

    double viewTop() {
        return scrollBar.getValue();
    }

    /** How many items have nodes at the moment. */
    int shownItems() {
        return items.size();
    }
}
