package dev.handshakelab.bench;

import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.diagram.SequenceDiagram;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.jspecify.annotations.NullUnmarked;

/**
 * What the window's thread does for one picture of the diagram: our own code, styles and layout,
 * without painting.
 */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ViewBench {
    private static final int PICTURES = 50;
    private static final double WHEEL_PX = 40;

    private final Random random = new Random(1);
    private SequenceDiagram diagram;
    private StackPane root;
    private ScrollBar bar;
    private double direction = 1;

    /** Shows the story. */
    @Setup
    public void show(LongStory story) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        inWindow(() -> {
            diagram = new SequenceDiagram();
            root = new StackPane(diagram);
            Stage stage = new Stage();
            Scene scene = new Scene(root, 900, 700);
            scene.getStylesheets()
                    .add(
                            SequenceDiagram.class
                                    .getResource("/dev/handshakelab/view/theme/light.css")
                                    .toExternalForm());
            stage.setScene(scene);
            stage.show();
            diagram.setLabels(LongStory.LABELS);
            diagram.setTimeline(story.run.timeline());
        });
        CountDownLatch shown = new CountDownLatch(1);
        inWindow(() -> {
            if (diagram.getDiagramLayout() != null) {
                shown.countDown();
            }
            diagram.diagramLayoutProperty().subscribe(layout -> {
                if (layout != null) {
                    shown.countDown();
                }
            });
        });
        shown.await();
        inWindow(() -> {
            picture();
            bar = (ScrollBar) diagram.lookup(".scroll-bar");
        });
    }

    private static void inWindow(Runnable action) throws Exception {
        FutureTask<Void> task = new FutureTask<>(action, null);
        Platform.runLater(task);
        task.get();
    }

    private void picture() {
        root.applyCss();
        root.layout();
    }

    /** One step of the wheel. */
    @Benchmark
    @OperationsPerInvocation(PICTURES)
    public void scroll() throws Exception {
        inWindow(() -> {
            for (int i = 0; i < PICTURES; i++) {
                double next = bar.getValue() + direction * WHEEL_PX;
                if (next < 0 || next > bar.getMax()) {
                    direction = -direction;
                }
                bar.setValue(Math.clamp(next, 0, bar.getMax()));
                picture();
            }
        });
    }

    /** Somewhere else altogether. */
    @Benchmark
    @OperationsPerInvocation(PICTURES)
    public void seek(LongStory story) throws Exception {
        Timeline timeline = story.run.timeline();
        inWindow(() -> {
            for (int i = 0; i < PICTURES; i++) {
                int frame = random.nextInt(story.events);
                diagram.setFrameIndex(frame);
                diagram.setPlayheadNanos(timeline.atNanos(frame));
                picture();
            }
        });
    }
}
