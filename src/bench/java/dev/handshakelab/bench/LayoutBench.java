package dev.handshakelab.bench;

import dev.handshakelab.diagram.DiagramLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The picture of a story as a whole; the window does this in the background. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LayoutBench {
    private double fontSizePx = 14;

    /** From the timeline. */
    @Benchmark
    public Object layOut(LongStory story) {
        return DiagramLayout.of(
                story.run.timeline(),
                LongStory.settings(14),
                LongStory.LABELS,
                LongStory.MEASURE);
    }

    /** After a change of the zoom. */
    @Benchmark
    public Object zoom(LongStory story) {
        fontSizePx = fontSizePx > 28 ? 14 : fontSizePx * 1.15;
        return story.layout.relaid(
                LongStory.settings(fontSizePx), LongStory.LABELS, LongStory.MEASURE);
    }
}
