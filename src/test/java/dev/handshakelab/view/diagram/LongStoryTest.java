package dev.handshakelab.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.LongRuns;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.PlainLabels;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A story of many thousand frames: laid out in the background, drawn like a short one. */
@ExtendWith(ApplicationExtension.class)
class LongStoryTest {
    private static final Timeline LONG = Simulation.run(LongRuns.transfer(20_000)).timeline();

    private SequenceDiagram diagram;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage stage) {
        diagram = new SequenceDiagram();
        diagram.setLabels(new PlainLabels());
        stage.setScene(new Scene(new StackPane(diagram), 900, 500));
        stage.show();
    }

    private static void run(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void showLong() throws TimeoutException {
        run(() -> diagram.setTimeline(LONG));
        await(() -> layout() != null);
    }

    private DiagramLayout layout() {
        return diagram.getDiagramLayout();
    }

    private ScrollBar bar() {
        return (ScrollBar) diagram.lookup(".scroll-bar");
    }

    @Test
    void whatIsInViewStandsWhereTheLayoutSays() throws TimeoutException {
        showLong();
        assertThat(layout().heightPx()).isGreaterThan(500_000);
        SequenceDiagramSkin skin = (SequenceDiagramSkin) diagram.getSkin();
        for (double part : new double[] {0, 0.1, 0.333, 0.7, 1}) {
            run(() -> bar().setValue(bar().getMax() * part));
            double top = Math.round(bar().getValue());
            List<DiagramItem> items =
                    layout().itemsBetween(top, top + diagram.getHeight()).stream()
                            .filter(item -> item.label() != null)
                            .filter(item -> item.label().box().bottom() > top)
                            .toList();
            assertThat(items.size()).isGreaterThan(5);
            assertThat(skin.shownItems()).isLessThan(120);
            for (DiagramItem item : items) {
                var front = skin.viewOf(item).front;
                double y = front.getChildren().getFirst().localToScene(0, 0).getY();
                assertThat(y).isCloseTo(item.label().box().y() - top, within(0.01));
                assertThat(Math.abs(front.getBoundsInLocal().getMinY())).isLessThan(200_000);
            }
        }
    }

    @Test
    void seekingBringsTheFrameIntoView() throws TimeoutException {
        showLong();
        for (int frame : new int[] {12_345, 19_999, 7, 15_000}) {
            run(() -> {
                diagram.setFrameIndex(frame);
                diagram.setPlayheadNanos(LONG.atNanos(frame));
            });
            double y = layout().axis().yOfFrame(frame);
            await(() -> bar().getValue() <= y && y <= bar().getValue() + diagram.getHeight());
        }
    }

    @Test
    void anotherZoomComesWithoutTheWindowWaiting() throws TimeoutException {
        showLong();
        DiagramLayout before = layout();
        run(() -> {
            diagram.setZoom(1.5);
            diagram.layout();
            assertThat(layout()).isSameAs(before);
        });
        await(() -> layout() != before);
        assertThat(layout().emPx()).isCloseTo(before.emPx() * 1.5, within(0.01));
        ProgressIndicator waiting = (ProgressIndicator) diagram.lookup(".waiting");
        assertThat(waiting.isVisible()).isFalse();
    }

    @Test
    void onlyTheStoryWantedLastIsShown() throws TimeoutException {
        Timeline other = Simulation.run(LongRuns.transfer(9_000)).timeline();
        run(() -> {
            diagram.setTimeline(LONG);
            diagram.layout();
            diagram.setTimeline(other);
        });
        await(() -> layout() != null);
        assertThat(layout().timeline()).isSameAs(other);
    }
}
