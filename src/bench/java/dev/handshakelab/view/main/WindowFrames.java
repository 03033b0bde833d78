package dev.handshakelab.view.main;

import dev.handshakelab.view.settings.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;

/**
 * Opens stories of different lengths in the real window, without a display, and counts the processor
 * time of the window's thread for each frame while the story is opened, scrolled, sought, stepped,
 * played and zoomed. Painting happens on another thread and does not count.
 */
public final class WindowFrames extends AnimationTimer {
    private static final int FRAMES = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is done in each frame, one after the other. */
    private enum Work {
        OPEN,
        WAIT,
        SCROLL,
        SEEK,
        STEP,
        PLAY,
        ZOOM
    }

    private final Path results;
    private final int[] events;
    private final Random random = new Random(1);
    private final MainWindow window;
    private final Stage stage;
    private final List<List<Long>> nanos = new ArrayList<>();
    private int story = -1;
    private Work work = Work.WAIT;
    private int frame;
    private long before;

    private WindowFrames(Path results, Path folder, int[] events) {
        this.results = results;
        this.events = events;
        stage = new Stage();
        Look.loadFonts();
        window =
                new MainWindow(
                        stage,
                        MainWindow.Start.prepare(new SettingsFile(folder)),
                        Locale.ENGLISH,
                        null);
        stage.setWidth(1280);
        stage.setHeight(800);
        window.show();
    }

    /**
     * Starts.
     *
     * @param args the file to append a table to, and how many events each story has; the first is
     *     to warm up
     */
    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory("window-frames");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        int[] events = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Platform.runLater(() -> new WindowFrames(Path.of(args[0]), folder, events).start());
    }

    @Override
    public void handle(long now) {
        long used = THREADS.getCurrentThreadCpuTime();
        if (story >= 0) {
            nanos.get(work.ordinal()).add(used - before);
        }
        before = used;
        try {
            if (isOver()) {
                next();
            }
            act();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        frame++;
    }

    private boolean isOver() {
        return switch (work) {
            case OPEN -> isShown() && frame > 5;
            case WAIT, SCROLL, SEEK, STEP, PLAY -> frame >= FRAMES;
            case ZOOM -> isShown() && frame >= FRAMES;
        };
    }

    private boolean isShown() {
        return !window.session().loadingProperty().get()
                && stage.getScene().lookup(".sequence-diagram .waiting") != null
                && !stage.getScene().lookup(".sequence-diagram .waiting").isVisible();
    }

    private void next() throws IOException {
        frame = 0;
        window.session().player().pause();
        int following = work.ordinal() + 1;
        if (story >= 0 && following < Work.values().length) {
            work = Work.values()[following];
            return;
        }
        if (story > 0) {
            report();
        }
        if (++story == events.length) {
            stop();
            Platform.exit();
            return;
        }
        work = Work.OPEN;
        nanos.clear();
        for (Work _ : Work.values()) {
            nanos.add(new ArrayList<>());
        }
        window.open(List.of(scenario(events[story])));
    }

    private void act() {
        var player = window.session().player();
        switch (work) {
            case OPEN, WAIT -> {
                // the window is busy by itself
            }
            case SCROLL -> {
                ScrollBar bar =
                        (ScrollBar) stage.getScene().lookup(".sequence-diagram .scroll-bar");
                bar.setValue(Math.min(bar.getMax(), bar.getValue() + 40));
            }
            case SEEK -> player.seekFrame(random.nextInt(events[story]));
            case STEP -> player.step(1);
            case PLAY -> {
                if (frame == 0) {
                    player.seekFrame(events[story] / 2);
                    player.play();
                }
            }
            case ZOOM -> {
                if (frame % 50 == 0) {
                    window.preferences().textPercentProperty().set(frame == 50 ? 115 : 100);
                }
            }
        }
    }

    private static Path scenario(int events) throws IOException {
        String options = "{maximum segment size: 2, send buffer: 4000000, receive buffer: 20}";
        Path file = Files.createTempFile("events-" + events, ".scenario");
        return Files.writeString(
                file,
                """
                scenario: long
                title: Many events
                hosts:
                  A: {role: client, options: %s}
                  B: {role: server, options: %s}
                link: {delay: 10 ms, jitter: 4 ms}
                faults:
                  - drop: {probability: 1 %%}
                script:
                  - B: listen
                  - A: connect
                  - when: {A: ESTABLISHED}
                    A: send 1000000 octets
                until: 10000 h
                steps: %d
                """
                        .formatted(options, options, events));
    }

    private void report() throws IOException {
        StringBuilder text = new StringBuilder();
        if (story == 1) {
            text.append("\n| Story | Work in each frame | median | 99 % | most |\n");
            text.append("|---|---|---|---|---|\n");
        }
        for (Work each : Work.values()) {
            long[] sorted =
                    nanos.get(each.ordinal()).stream().mapToLong(Long::longValue).sorted().toArray();
            if (sorted.length > 0) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "| %,d events | %s | %.2f ms | %.2f ms | %.2f ms |%n",
                                events[story],
                                each.name().toLowerCase(Locale.ROOT),
                                sorted[sorted.length / 2] / 1e6,
                                sorted[(int) (sorted.length * 0.99)] / 1e6,
                                Arrays.stream(sorted).max().getAsLong() / 1e6));
            }
        }
        System.out.print(text);
        Files.writeString(
                results, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
