package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.TextMeasure;
import dev.handshakelab.timeline.Timeline;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.concurrent.Task;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Lays a diagram out: at once if the story is short, otherwise in the background, and then only
 * what was wanted last matters.
 */
final class LayoutWork {
    /** Longer stories are laid out in the background. */
    private static final int AT_ONCE_FRAMES = 2_000;

    private static final int FIT_STEPS = 7;
    private static final double FIT_MAX_ZOOM = 1.3;

    private final SequenceDiagram control;
    private final Text fontProbe;
    private final DoubleSupplier widthPx;
    private final Consumer<@Nullable DiagramLayout> done;
    private TextMeasure measure;
    private @Nullable Task<DiagramLayout> running;

    /**
     * @param fontProbe has the font of the diagram
     * @param done gets each new layout; null: nothing can be shown
     */
    LayoutWork(
            SequenceDiagram control,
            Text fontProbe,
            DoubleSupplier widthPx,
            Consumer<@Nullable DiagramLayout> done) {
        this.control = control;
        this.fontProbe = fontProbe;
        this.widthPx = widthPx;
        this.done = done;
        measure = new FontMeasure(fontProbe.getFont().getFamily());
    }

    void changeFont() {
        measure = new FontMeasure(fontProbe.getFont().getFamily());
    }

    /** The layout of the control, if it is one of the story that is to be shown. */
    // The same story is the same object; comparing two long ones step by step would last.
    @SuppressWarnings("ReferenceEquality")
    @Nullable DiagramLayout present() {
        DiagramLayout layout = control.getDiagramLayout();
        return layout != null && layout.timeline() == control.getTimeline() ? layout : null;
    }

    /** Whether the story is laid out in the background; what is there stays until then. */
    boolean isLong() {
        Timeline timeline = control.getTimeline();
        return timeline != null && timeline.lastIndex() > AT_ONCE_FRAMES;
    }

    /**
     * Lays out what is to be shown.
     *
     * @return whether that takes a while
     */
    boolean layOut() {
        cancel();
        Supplier<DiagramLayout> wanted = layoutAt(control.getZoom());
        if (wanted == null || !isLong()) {
            done.accept(wanted == null ? null : wanted.get());
            return false;
        }
        if (present() == null) {
            done.accept(null);
        }
        start(wanted);
        return true;
    }

    private void start(Supplier<DiagramLayout> wanted) {
        var task =
                new Task<DiagramLayout>() {
                    @Override
                    protected DiagramLayout call() {
                        return wanted.get();
                    }
                };
        task.setOnSucceeded(_ -> {
            running = null;
            done.accept(task.getValue());
        });
        task.setOnFailed(_ -> {
            running = null;
            throw new IllegalStateException(task.getException());
        });
        running = task;
        Thread.ofVirtual().start(task);
    }

    /** Gives up what is under way. */
    void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /** How to find out what the diagram looks like at a zoom; null if there is nothing to show. */
    private @Nullable Supplier<DiagramLayout> layoutAt(double zoom) {
        Timeline timeline = control.getTimeline();
        Labels labels = control.getLabels();
        if (timeline == null || labels == null || widthPx.getAsDouble() < 1) {
            return null;
        }
        DiagramSettings settings =
                new DiagramSettings(
                        widthPx.getAsDouble(),
                        fontProbe.getFont().getSize() * zoom,
                        control.relativeNumbersProperty().get(),
                        control.trueScaleProperty().get(),
                        control.showOptionsProperty().get());
        DiagramLayout old = present();
        TextMeasure ruler = measure;
        return old == null
                ? () -> DiagramLayout.of(timeline, settings, labels, ruler)
                : () -> old.relaid(settings, labels, ruler);
    }

    /**
     * The zoom at which the whole height is in view; very long stories just become as small as they
     * can.
     */
    double zoomToFit() {
        double low = SequenceDiagram.MIN_ZOOM;
        double high = FIT_MAX_ZOOM;
        for (int i = 0; i < FIT_STEPS && !isLong(); i++) {
            double middle = (low + high) / 2;
            Supplier<DiagramLayout> wanted = layoutAt(middle);
            if (wanted != null && wanted.get().heightPx() <= control.getHeight()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
