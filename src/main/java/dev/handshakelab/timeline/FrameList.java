package dev.handshakelab.timeline;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The frames of a story, which never change, with an index of them. Frames may be made when they
 * are asked for, always the same ones; many threads may ask.
 */
public abstract class FrameList extends AbstractList<Frame> implements RandomAccess {
    private final FrameIndex index;

    /** Frames with an index of them. */
    protected FrameList(FrameIndex index) {
        this.index = index;
    }

    /** Frames as a list that never changes. */
    static FrameList of(List<Frame> frames) {
        return frames instanceof FrameList list ? list : new Stored(List.copyOf(frames));
    }

    public final FrameIndex index() {
        return index;
    }

    @Override
    public final int size() {
        return index.size();
    }

    /** Frames that are all kept. */
    private static final class Stored extends FrameList {
        private final List<Frame> frames;

        private Stored(List<Frame> frames) {
            super(indexOf(frames));
            this.frames = frames;
        }

        private static FrameIndex indexOf(List<Frame> frames) {
            FrameIndex.Builder index = new FrameIndex.Builder();
            frames.forEach(index::add);
            return index.build();
        }

        @Override
        public Frame get(int place) {
            return frames.get(place);
        }
    }
}
