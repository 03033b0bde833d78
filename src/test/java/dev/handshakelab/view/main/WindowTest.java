package dev.handshakelab.view.main;

import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Opens the real window for each test, with settings in a folder of the test. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
    private static final int PATIENCE_SECONDS = 20;

    protected final FxRobot robot = new FxRobot();
    protected Stage stage;
    protected MainWindow window;

    /** What the file dialog answers. */
    protected Path picked;

    @TempDir protected Path folder;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    /** To be called by the test class itself: inherited start methods are not found. */
    protected void open(Stage primary) {
        stage = primary;
        Stages.reset(stage);
        Look.loadFonts();
        prepareFolder();
        window =
                new MainWindow(
                        WindowStart.prepare(new SettingsFile(folder)),
                        Locale.ENGLISH,
                        () -> Optional.ofNullable(picked));
        window.show(primary);
    }

    /** What is kept in the background must not come into the folder while it is deleted. */
    @AfterEach
    void settle() {
        fx(window::settle);
    }

    /** Puts files into the folder before the window opens. */
    protected void prepareFolder() {}

    protected Session session() {
        return window.session();
    }

    protected Preferences preferences() {
        return window.preferences();
    }

    protected WindowState state() {
        return window.state();
    }

    protected Timeline timeline() {
        return session().player().getTimeline();
    }

    /** Whether another timeline is shown; comparing two long ones would last. */
    @SuppressWarnings("ReferenceEquality")
    protected boolean isOtherThan(Timeline before) {
        return timeline() != before;
    }

    protected int frameIndex() {
        return session().player().getFrameIndex();
    }

    /** Does something in the window's thread and waits until the window has followed. */
    protected void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected static void waitUntil(Callable<Boolean> condition) {
        waitFor(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The same without waiting for what may follow. */
    protected static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen", e);
        }
    }

    protected Node lookup(String query) {
        return robot.lookup(query).query();
    }

    protected boolean isShown(String query) {
        return robot.lookup(query).tryQuery().filter(WindowTest::isTreeVisible).isPresent();
    }

    protected static boolean isTreeVisible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    protected String label(String query) {
        return robot.lookup(query).<Label>query().getText();
    }

    protected String input(String query) {
        return robot.lookup(query).<TextInputControl>query().getText();
    }

    /** What a host's badge says. */
    protected String badge(Side side) {
        List<Labeled> badges = new ArrayList<>(robot.lookup("#badge").queryAllAs(Labeled.class));
        return badges.get(side.ordinal()).getText();
    }

    /** All texts below a node, those of folded panes too. */
    protected List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        // In the window's thread, where nobody else changes the nodes meanwhile.
        fx(() -> collect(lookup(query), texts));
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof TitledPane pane) {
            // What is folded is written when it is unfolded.
            boolean expanded = pane.isExpanded();
            pane.setExpanded(true);
            collect(pane.getContent(), texts);
            pane.setExpanded(expanded);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }
}
