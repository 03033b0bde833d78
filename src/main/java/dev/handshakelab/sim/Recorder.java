package dev.handshakelab.sim;

import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.FrameIndex;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Writes down a run while it happens. It can be used once. */
public final class Recorder {
    private final Plan plan;
    private final List<Step> checkPoints;
    private final FrameIndex.Builder index;
    private final PagedFrames.Pages pages = new PagedFrames.Pages();
    private final Frame[] page = new Frame[CheckPoints.SPACING];
    private Step last;

    /** Begins before anything has happened. */
    public Recorder(Plan plan) {
        this.plan = plan;
        World world = Simulation.start(plan);
        checkPoints = new ArrayList<>();
        index = new FrameIndex.Builder();
        last = new Step(world, Simulation.firstFrame(world));
        take(last, true);
    }

    /** Begins with what a run holds up to a frame, that one included. */
    Recorder(Run run, int frameIndex) {
        plan = run.plan();
        checkPoints = run.checkPoints().upTo(frameIndex);
        last = run.checkPoints().at(frameIndex);
        index = FrameIndex.Builder.of(run.timeline().index(), frameIndex + 1, last.frame());
        int first = frameIndex - frameIndex % CheckPoints.SPACING;
        if (run.timeline().frames() instanceof PagedFrames frames) {
            frames.copyPages(first / CheckPoints.SPACING, pages);
        }
        for (int i = first; i <= frameIndex; i++) {
            page[i - first] = run.timeline().frame(i);
        }
    }

    /** The world after the last step. */
    public World world() {
        return last.world();
    }

    /** Adds a step that the world made by itself. */
    public void add(Step step) {
        take(step, step.world().steps() % CheckPoints.SPACING == 0);
    }

    /** Adds a step that somebody caused; it cannot be made again, so it is kept. */
    public void addTouched(Step step) {
        take(step, true);
    }

    private void take(Step step, boolean keep) {
        last = step;
        if (keep) {
            checkPoints.add(step);
        }
        index.add(step.frame());
        int frame = step.world().steps();
        int place = frame % CheckPoints.SPACING;
        page[place] = step.frame();
        if (place == CheckPoints.SPACING - 1) {
            pages.put(frame / CheckPoints.SPACING, page.clone());
        }
    }

    /**
     * Lets the world go on by itself until nothing happens any more.
     *
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public Recorder toTheEnd() {
        for (Step step = Simulation.step(world()); step != null; step = Simulation.step(world())) {
            add(step);
            if (world().steps() % CheckPoints.SPACING == 0
                    && Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
        }
        return this;
    }

    /** The run so far. */
    public Run run() {
        int frame = world().steps();
        int place = frame % CheckPoints.SPACING;
        pages.put(frame / CheckPoints.SPACING, Arrays.copyOf(page, place + 1));
        if (checkPoints.getLast().world().steps() != frame) {
            checkPoints.add(last);
        }
        var points = new CheckPoints(checkPoints);
        var frames = new PagedFrames(index.build(), points, pages);
        return new Run(plan, new Timeline(plan.a().info(), plan.b().info(), frames), points);
    }
}
