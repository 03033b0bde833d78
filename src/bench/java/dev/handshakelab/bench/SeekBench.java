package dev.handshakelab.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Going to any place of a story. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SeekBench {
    private final Random random = new Random(1);

    /** What happened in a frame anywhere. */
    @Benchmark
    public Object frame(LongStory story) {
        return story.run.timeline().frame(random.nextInt(story.events));
    }

    /** The world after a frame anywhere, from which one could go on differently. */
    @Benchmark
    public Object world(LongStory story) {
        return story.run.worldAt(random.nextInt(story.events));
    }

    /** What is in view at a height anywhere. */
    @Benchmark
    public Object items(LongStory story) {
        double y = random.nextDouble() * story.layout.heightPx();
        return story.layout.itemsBetween(y, y + 700);
    }
}
