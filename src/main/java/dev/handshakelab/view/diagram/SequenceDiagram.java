package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * The sequence diagram of a timeline. It fills the width that it is given and scrolls up and down;
 * only what is in view has nodes. Sizes follow the font size of the control.
 *
 * <p>Keys: up and down walk through the items, Enter or Space selects, Escape clears the selection,
 * {@code +}, {@code -} and Ctrl+wheel zoom, 0 fits the whole story into the window.
 */
public final class SequenceDiagram extends Control {
    /** Smallest zoom. */
    public static final double MIN_ZOOM = 0.4;

    /** Largest zoom. */
    public static final double MAX_ZOOM = 3;

    /** How much one step of the zoom keys changes. */
    public static final double ZOOM_STEP = 1.15;

    private static final double LEAST_PX = 120;
    private static final double PREFERRED_WIDTH_PX = 640;
    private static final double PREFERRED_HEIGHT_PX = 560;

    private final ObjectProperty<@Nullable Timeline> timeline =
            new SimpleObjectProperty<>(this, "timeline");
    private final IntegerProperty frameIndex = new SimpleIntegerProperty(this, "frameIndex");
    private final DoubleProperty playheadNanos = new SimpleDoubleProperty(this, "playheadNanos");
    private final ObjectProperty<@Nullable Target> selection =
            new SimpleObjectProperty<>(this, "selection");
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final BooleanProperty relativeNumbers =
            new SimpleBooleanProperty(this, "relativeNumbers");
    private final BooleanProperty trueScale = new SimpleBooleanProperty(this, "trueScale");
    private final BooleanProperty showOptions = new SimpleBooleanProperty(this, "showOptions");
    private final BooleanProperty hideFuture = new SimpleBooleanProperty(this, "hideFuture");
    private final ObjectProperty<@Nullable Labels> labels =
            new SimpleObjectProperty<>(this, "labels");
    private final ObjectProperty<@Nullable LeftCourse> leftCourse =
            new SimpleObjectProperty<>(this, "leftCourse");
    private final ObjectProperty<@Nullable DiagramTouch> touch =
            new SimpleObjectProperty<>(this, "touch");
    private final ReadOnlyDoubleWrapper laneAX = new ReadOnlyDoubleWrapper(this, "laneAX");
    private final ReadOnlyDoubleWrapper laneBX = new ReadOnlyDoubleWrapper(this, "laneBX");
    private final ReadOnlyObjectWrapper<@Nullable DiagramLayout> diagramLayout =
            new ReadOnlyObjectWrapper<>(this, "diagramLayout");

    /** A diagram without a timeline. */
    public SequenceDiagram() {
        getStyleClass().add("sequence-diagram");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        // It takes what it is given; its content says nothing about how large it has to be.
        setMinSize(LEAST_PX, LEAST_PX);
        setPrefSize(PREFERRED_WIDTH_PX, PREFERRED_HEIGHT_PX);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new SequenceDiagramSkin(this);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(SequenceDiagram.class.getResource("sequence-diagram.css"))
                .toExternalForm();
    }

    /** A course to be seen faintly under the shown one; null: none. */
    public ObjectProperty<@Nullable LeftCourse> leftCourseProperty() {
        return leftCourse;
    }

    /** What is shown; null: nothing. */
    public ObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline;
    }

    public @Nullable Timeline getTimeline() {
        return timeline.get();
    }

    public void setTimeline(@Nullable Timeline value) {
        timeline.set(value);
    }

    /**
     * The frame that has just happened; it is highlighted and scrolled into view when it changes.
     */
    public IntegerProperty frameIndexProperty() {
        return frameIndex;
    }

    public int getFrameIndex() {
        return frameIndex.get();
    }

    public void setFrameIndex(int value) {
        frameIndex.set(value);
    }

    /** The time that the line across shows, ns since the beginning of the timeline. */
    public DoubleProperty playheadNanosProperty() {
        return playheadNanos;
    }

    public double getPlayheadNanos() {
        return playheadNanos.get();
    }

    public void setPlayheadNanos(double value) {
        playheadNanos.set(value);
    }

    /** What is selected; null: nothing. */
    public ObjectProperty<@Nullable Target> selectionProperty() {
        return selection;
    }

    public @Nullable Target getSelection() {
        return selection.get();
    }

    public void setSelection(@Nullable Target value) {
        selection.set(value);
    }

    /**
     * How much larger than the font size everything is drawn; kept between {@link #MIN_ZOOM} and
     * {@link #MAX_ZOOM}.
     */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    public double getZoom() {
        return zoom.get();
    }

    public void setZoom(double value) {
        zoom.set(Math.clamp(value, MIN_ZOOM, MAX_ZOOM));
    }

    /** Whether sequence numbers count from each side's initial one. */
    public BooleanProperty relativeNumbersProperty() {
        return relativeNumbers;
    }

    /** Whether idle time keeps its length instead of being squeezed. */
    public BooleanProperty trueScaleProperty() {
        return trueScale;
    }

    /** Whether labels also tell the window and the options. */
    public BooleanProperty showOptionsProperty() {
        return showOptions;
    }

    /** Whether what has not happened yet is hidden instead of faint. */
    public BooleanProperty hideFutureProperty() {
        return hideFuture;
    }

    /** The words; null: nothing can be shown. */
    public ObjectProperty<@Nullable Labels> labelsProperty() {
        return labels;
    }

    public @Nullable Labels getLabels() {
        return labels.get();
    }

    public void setLabels(@Nullable Labels value) {
        labels.set(value);
    }

    /** What hands can do here; null: only look. */
    public ObjectProperty<@Nullable DiagramTouch> touchProperty() {
        return touch;
    }

    public @Nullable DiagramTouch getTouch() {
        return touch.get();
    }

    /** The segment whose label has the focus; null: none. */
    public @Nullable Flight focusedFlight() {
        return getSkin() instanceof SequenceDiagramSkin skin
                        && skin.focusedItem() instanceof DiagramItem.Arrow arrow
                ? arrow.flight()
                : null;
    }

    /** Opens the menu of what is selected, else of what has the focus, else a general one. */
    public void openTouchMenu() {
        if (getSkin() instanceof SequenceDiagramSkin skin) {
            skin.openTouchMenu();
        }
    }

    /** The middle of the left lifeline, px from the left edge of the control. */
    public ReadOnlyDoubleProperty laneAXProperty() {
        return laneAX.getReadOnlyProperty();
    }

    /** The middle of the right lifeline, px from the left edge of the control. */
    public ReadOnlyDoubleProperty laneBXProperty() {
        return laneBX.getReadOnlyProperty();
    }

    /** The geometry being shown; null as long as there is nothing to show. */
    public ReadOnlyObjectProperty<@Nullable DiagramLayout> diagramLayoutProperty() {
        return diagramLayout.getReadOnlyProperty();
    }

    public @Nullable DiagramLayout getDiagramLayout() {
        return diagramLayout.get();
    }

    /** Enlarges (positive) or shrinks by so many steps. */
    public void zoomBy(double steps) {
        setZoom(getZoom() * Math.pow(ZOOM_STEP, steps));
    }

    /** Whether an arrow is being dragged, so that keys belong to the drag. */
    public boolean isDragging() {
        return getSkin() instanceof SequenceDiagramSkin skin && skin.isDragging();
    }

    /** Zooms so that the whole story is in view, as far as text stays readable. */
    public void fit() {
        if (getSkin() instanceof SequenceDiagramSkin skin) {
            skin.fit();
        }
    }

    /** Scrolls so that a frame is in view. */
    public void reveal(int frame) {
        if (getSkin() instanceof SequenceDiagramSkin skin) {
            skin.reveal(frame);
        }
    }

    void showLayout(@Nullable DiagramLayout layout, double laneA, double laneB) {
        diagramLayout.set(layout);
        laneAX.set(laneA);
        laneBX.set(laneB);
    }

    /** Selects, as a click would; an action event follows. */
    void select(@Nullable Target target) {
        selection.set(target);
        fireEvent(new ActionEvent(this, this));
    }

    /** The virtual time at a height of the window, nanoseconds; 0 before it is shown. */
    public double nanosAt(double y) {
        DiagramLayout shown = getDiagramLayout();
        return shown != null && getSkin() instanceof SequenceDiagramSkin skin
                ? shown.axis().nanosAt(skin.scroller().top() + y)
                : 0;
    }
}
