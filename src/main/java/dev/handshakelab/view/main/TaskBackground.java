package dev.handshakelab.view.main;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Work as JavaFX tasks, each on a thread of its own that does not keep the program alive. */
public final class TaskBackground implements Background {
    @Override
    public <T> Job run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        var task =
                new Task<T>() {
                    @Override
                    protected T call() throws Exception {
                        return work.call();
                    }
                };
        task.setOnSucceeded(_ -> done.accept(task.getValue()));
        task.setOnFailed(_ -> failed.accept(task.getException()));
        Thread.ofVirtual().start(task);
        return task::cancel;
    }
}
