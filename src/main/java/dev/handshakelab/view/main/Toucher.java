package dev.handshakelab.view.main;

import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.playback.Branches;
import dev.handshakelab.playback.Player;
import dev.handshakelab.sim.Refusal;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Touches what is shown, away from the window's thread: what follows from a touch may be long. A
 * touch that is asked for meanwhile waits its turn and happens where the one before it led.
 */
final class Toucher {
    private final Branches branches;
    private final Background background;
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private final List<Consumer<? super Refusal>> refused = new ArrayList<>();
    private Background.@Nullable Job job;

    /** A touch at a place. */
    private record Wanted(Player player, Touch touch) {}

    Toucher(Branches branches, Background background) {
        this.branches = branches;
        this.background = background;
    }

    void onRefused(Consumer<? super Refusal> listener) {
        refused.add(listener);
    }

    /** Touches the moment that a player shows. */
    void touch(Player player, Touch touch) {
        player.pause();
        waiting.add(new Wanted(player, touch));
        next();
    }

    /** Whether a touch is under way. */
    boolean isBusy() {
        return job != null || !waiting.isEmpty();
    }

    /** Forgets touches that have not happened yet. */
    void cancel() {
        waiting.clear();
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void next() {
        Wanted wanted = job == null ? waiting.poll() : null;
        if (wanted == null) {
            return;
        }
        BranchTree tree = branches.present();
        int frame = wanted.player.getFrameIndex();
        long atNanos = momentOf(wanted.player, frame);
        job =
                background.run(
                        () -> Branches.prepare(tree, frame, atNanos, wanted.touch),
                        touched -> {
                            job = null;
                            if (!branches.accept(touched)) {
                                refuse(tree, frame, wanted.touch);
                            }
                            next();
                        },
                        problem -> {
                            cancel();
                            throw new IllegalStateException(problem);
                        });
    }

    /** The playhead, from the time of its frame up to the time of the next one. */
    private static long momentOf(Player player, int frame) {
        Timeline timeline = player.getTimeline();
        if (timeline == null) {
            return 0;
        }
        long from = timeline.frame(frame).atNanos();
        long to = frame == timeline.lastIndex() ? from : timeline.frame(frame + 1).atNanos();
        return Math.clamp((long) player.getPlayheadNanos(), from, to);
    }

    private void refuse(BranchTree tree, int frame, Touch touch) {
        Refusal.of(tree.shown().worldAt(frame), touch)
                .ifPresent(why -> refused.forEach(listener -> listener.accept(why)));
    }
}
