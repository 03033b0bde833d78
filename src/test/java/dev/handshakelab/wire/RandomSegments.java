package dev.handshakelab.wire;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Segments with everything at random: same seed, same segments. */
final class RandomSegments {
    private RandomSegments() {}

    static List<Segment> some(long seed, int count) {
        var random = new SplittableRandom(seed);
        return Stream.generate(() -> next(random)).limit(count).toList();
    }

    private static Segment next(SplittableRandom random) {
        SegmentOptions options = SegmentOptions.NONE;
        if (random.nextBoolean()) {
            options = options.withMaximumSegmentSize(random.nextInt(65_536));
        }
        if (random.nextBoolean()) {
            options = options.withWindowScale(random.nextInt(15));
        }
        if (random.nextBoolean()) {
            options = options.withSackPermitted();
        }
        if (random.nextBoolean()) {
            options = options.withTimestamps(random.nextInt(), random.nextInt());
        }
        byte[] text = new byte[random.nextBoolean() ? 0 : random.nextInt(100)];
        random.nextBytes(text);
        return new Segment(
                random.nextInt(),
                random.nextInt(),
                new Flags(random.nextInt(64)),
                random.nextInt(65_536),
                random.nextInt(65_536),
                options,
                Octets.of(text));
    }
}
