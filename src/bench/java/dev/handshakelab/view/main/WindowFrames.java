package dev.handshakelab.view.main;

import dev.handshakelab.playback.Player;
import dev.handshakelab.view.diagram.SequenceDiagram;
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
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/**
 * Opens stories of different lengths in the real window, without a display, and counts the
 * processor time of the window's thread from frame to frame while something is done in each of
 * them. Painting happens on another thread and does not count.
 */
public final class WindowFrames extends AnimationTimer {
    private static final int FRAMES = Integer.getInteger("frames", 200);
    private static final int LEAST_FRAMES = 10;
    private static final int WHY = 0;

    /** With a story of so many events, all pages beside the diagram are looked at. */
    private static final int EVERYTHING = 10_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is done in each frame for a while. */
    private record Work(String name, int tab, int frames, IntConsumer act) {}

    private final Path results;
    private final int[] events;
    private final Random random = new Random(1);
    private final MainWindow window;
    private final Stage stage;
    private final SequenceDiagram diagram;
    private final TabPane tabs;
    private final List<Long> nanos = new ArrayList<>();
    private Iterator<Work> works = List.<Work>of().iterator();
    private Work work = new Work("", WHY, 0, _ -> {});
    private int story = -1;
    private int frame;
    private int direction = 1;
    private long before;

    private WindowFrames(Path results, Path folder, int[] events) {
        this.results = results;
        this.events = events;
        stage = new Stage();
        Look.loadFonts();
        window =
                new MainWindow(
                        WindowStart.prepare(new SettingsFile(folder)),
                        Locale.ENGLISH,
                        null);
        stage.setWidth(1280);
        stage.setHeight(800);
        window.show(stage);
        diagram = (SequenceDiagram) stage.getScene().lookup(".sequence-diagram");
        tabs = (TabPane) stage.getScene().lookup(".details");
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
        nanos.add(used - before);
        try {
            if (frame >= work.frames() && isShown()) {
                next();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        before = THREADS.getCurrentThreadCpuTime();
        int number = frame++;
        // Between two frames, as what comes from mouse and keyboard.
        IntConsumer act = work.act();
        Platform.runLater(() -> act.accept(number));
    }

    private boolean isShown() {
        return !window.session().loadingProperty().get()
                && diagram.getDiagramLayout() != null
                && diagram.getDiagramLayout().timeline().equals(diagram.getTimeline());
    }

    private void next() throws IOException {
        if (story > 0) {
            report();
        }
        frame = 0;
        window.session().player().pause();
        if (!works.hasNext()) {
            if (++story == events.length) {
                stop();
                Platform.exit();
                return;
            }
            works = works(events[story]).iterator();
        }
        work = works.next();
        tabs.getSelectionModel().select(work.tab());
        nanos.clear();
    }

    private List<Work> works(int length) throws IOException {
        Path file = scenario(length);
        Player player = window.session().player();
        String only = System.getProperty("only", ".*");
        List<Work> all = new ArrayList<>();
        all.add(new Work("open", WHY, LEAST_FRAMES, once(() -> window.open(List.of(file)))));
        all.add(new Work("scroll", WHY, FRAMES, _ -> scroll()));
        all.add(new Work("zoom", WHY, FRAMES, this::zoom));
        all.add(new Work("play", WHY, FRAMES, once(() -> playFrom(length / 2))));
        List<String> names = tabs.getTabs().stream().map(tab -> tab.getText()).toList();
        boolean everything = story == 0 || length == EVERYTHING;
        for (int tab = 0; tab < (everything ? names.size() : 1); tab++) {
            String page = " (page " + names.get(tab) + ")";
            IntConsumer seek = _ -> player.seekFrame(random.nextInt(length));
            if (tab != WHY) {
                all.add(new Work("the page comes up" + page, tab, LEAST_FRAMES, _ -> {}));
            }
            all.add(new Work("seek" + page, tab, FRAMES, seek));
            all.add(new Work("step" + page, tab, FRAMES, _ -> step(player)));
        }
        if (everything) {
            all.add(new Work("another text size", WHY, FRAMES, this::resizeTexts));
        }
        all.removeIf(each -> !each.name().equals("open") && !each.name().matches(only));
        return all;
    }

    private static IntConsumer once(Runnable action) {
        return frame -> {
            if (frame == 0) {
                action.run();
            }
        };
    }

    private void playFrom(int place) {
        window.session().player().seekFrame(place);
        window.session().player().play();
    }

    private void scroll() {
        ScrollBar bar =
                diagram.getChildrenUnmodifiable().stream()
                        .filter(ScrollBar.class::isInstance)
                        .map(ScrollBar.class::cast)
                        .findFirst()
                        .orElseThrow();
        double wanted = bar.getValue() + direction * 40;
        if (wanted < 0 || wanted > bar.getMax()) {
            direction = -direction;
        }
        bar.setValue(Math.clamp(wanted, 0, bar.getMax()));
    }

    /** As with a key that is held: there and back, again and again. */
    private void zoom(int frame) {
        if (frame % 5 == 0) {
            diagram.zoomBy(frame / 5 % 8 < 4 ? 1 : -1);
        }
    }

    private void step(Player player) {
        if (player.getFrameIndex() == 0) {
            direction = 1;
        } else if (player.getFrameIndex() == player.getTimeline().lastIndex()) {
            direction = -1;
        }
        player.step(direction);
    }

    private void resizeTexts(int frame) {
        if (frame % 50 == 0) {
            window.preferences().textPercentProperty().set(frame % 100 == 0 ? 115 : 100);
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
        String text = "";
        if (!Files.exists(results) || work.name().equals("open") && story == 1) {
            text = "\n| Events | In each frame | median | 99 % | most |\n|---|---|---|---|---|\n";
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        text +=
                String.format(
                        Locale.ROOT,
                        "| %,d | %s | %.2f ms | %.2f ms | %.2f ms |%n",
                        events[story],
                        work.name(),
                        sorted[sorted.length / 2] / 1e6,
                        sorted[(int) (sorted.length * 0.99)] / 1e6,
                        sorted[sorted.length - 1] / 1e6);
        System.out.print(text);
        Files.writeString(results, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
