package dev.handshakelab.sim;

import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.FrameIndex;
import dev.handshakelab.timeline.FrameList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a run. The pages used last are kept; others are made again from the check points,
 * so that a run of a million frames needs little room.
 */
final class PagedFrames extends FrameList {
    private final CheckPoints checkPoints;
    private final Pages pages;

    /**
     * @param pages what is known already; is taken over
     */
    PagedFrames(FrameIndex index, CheckPoints checkPoints, Pages pages) {
        super(index);
        this.checkPoints = checkPoints;
        this.pages = pages;
    }

    /** Pages of frames by number; those used longest ago are forgotten. */
    static final class Pages {
        /** All of a story of common length. */
        private static final int MOST = 256;

        private final Map<Integer, Frame[]> byNumber =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Integer, Frame[]> eldest) {
                        return size() > MOST;
                    }
                };

        synchronized @Nullable Frame @Nullable [] find(int number) {
            return byNumber.get(number);
        }

        synchronized void put(int number, Frame[] page) {
            byNumber.put(number, page);
        }
    }

    /** Hands on what is known of the pages before one. */
    void copyPages(int end, Pages others) {
        for (int number = Math.max(0, end - Pages.MOST); number < end; number++) {
            Frame[] page = pages.find(number);
            if (page != null) {
                others.put(number, page);
            }
        }
    }

    @Override
    public Frame get(int place) {
        Objects.checkIndex(place, size());
        int number = place / CheckPoints.SPACING;
        Frame[] page = pages.find(number);
        if (page == null) {
            page = make(number);
            pages.put(number, page);
        }
        return page[place % CheckPoints.SPACING];
    }

    private Frame[] make(int number) {
        int first = number * CheckPoints.SPACING;
        Frame[] page = new Frame[Math.min(CheckPoints.SPACING, size() - first)];
        Step step = checkPoints.before(first);
        for (int i = 0; i < page.length; i++) {
            if (i > 0) {
                step = checkPoints.next(step);
            }
            page[i] = step.frame();
        }
        return page;
    }

    /** Goes through all frames without driving out the pages that somebody else looks at. */
    @Override
    public Iterator<Frame> iterator() {
        return new Iterator<>() {
            private Frame[] page = {};
            private int place;

            @Override
            public boolean hasNext() {
                return place < size();
            }

            @Override
            public Frame next() {
                if (place >= size()) {
                    throw new NoSuchElementException();
                }
                if (place % CheckPoints.SPACING == 0) {
                    int number = place / CheckPoints.SPACING;
                    Frame[] known = pages.find(number);
                    page = known == null ? make(number) : known;
                }
                return page[place++ % CheckPoints.SPACING];
            }
        };
    }
}
