package dev.handshakelab.view.main;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/** Work as JavaFX tasks, each on a thread of its own that does not keep the program alive. */
public final class TaskBackground implements Background {
    @Override
    public <T> Job run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        return run(_ -> work.call(), _ -> {}, done, failed);
    }

    @Override
    public <T> Job run(
            Work<T> work,
            Consumer<Progress> watching,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        var task =
                new Task<T>() {
                    private final AtomicReference<@Nullable Progress> news =
                            new AtomicReference<>();

                    @Override
                    protected T call() throws Exception {
                        return work.call(this::report);
                    }

                    /** Only the latest news counts: the window is told as often as it can hear. */
                    private boolean report(Progress progress) {
                        if (news.getAndSet(progress) == null) {
                            Platform.runLater(this::tell);
                        }
                        return !isCancelled();
                    }

                    private void tell() {
                        Progress latest = news.getAndSet(null);
                        if (latest != null && isRunning()) {
                            watching.accept(latest);
                        }
                    }
                };
        task.setOnSucceeded(_ -> done.accept(task.getValue()));
        task.setOnFailed(_ -> failed.accept(task.getException()));
        Thread.ofVirtual().start(task);
        return task::cancel;
    }
}
