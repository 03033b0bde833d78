package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the margins, frame by frame and from top to bottom within a frame. */
final class Margins {
    private static final double GAP_EM = 0.2;
    private static final int COLUMNS = 4;

    /** One text in a margin. Its place is found while the rows are laid. */
    static final class Entry {
        final int frame;
        final Side side;
        final boolean outer;
        private final double height;
        private double top;

        private Entry(int frame, Side side, boolean outer, double height) {
            this.frame = frame;
            this.side = side;
            this.outer = outer;
            this.height = height;
        }

        double top() {
            return top;
        }

        double bottom() {
            return top + height;
        }

        /** How wide its label may be. */
        double maxWidth(Lane lane) {
            return outer ? lane.outerWidth() : lane.innerWidth();
        }

        /** Puts its label into its column: close to its lifeline. */
        Label placed(Lane lane, Label label) {
            double x = outer ? lane.outerX() : lane.innerX();
            double left = side == Side.A ? x + maxWidth(lane) - label.box().width() : x;
            return label.movedBy(left, top);
        }
    }

    private final Entry[] calls;
    private final Entry[] stays;
    private final Entry[] news;
    private final Entry[] timers;
    private final double[] columnEnd = new double[COLUMNS];
    private final double gap;
    private final boolean split;
    private int nextCall;
    private int nextStay;
    private int nextNews;
    private int nextTimer;

    private final @Nullable Entry[] remarkEntries;
    private final @Nullable Entry[] timerEntries;

    Margins(Story story, Texts texts, Columns columns, double em) {
        gap = GAP_EM * em;
        remarkEntries = new @Nullable Entry[story.remarks.size()];
        timerEntries = new @Nullable Entry[story.timers.size()];
        List<Entry> callList = new ArrayList<>();
        List<Entry> newsList = new ArrayList<>();
        for (int i = 0; i < story.remarks.size(); i++) {
            Story.Remark remark = story.remarks.get(i);
            if (texts.remarkSpeaks(i)) {
                double height = texts.remarkHeight(i, columns.lane(remark.side()).outerWidth());
                Entry entry = new Entry(remark.frame(), remark.side(), true, height);
                remarkEntries[i] = entry;
                boolean isNews = remark.fact() instanceof Fact.Told;
                (isNews ? newsList : callList).add(entry);
            }
        }
        List<Entry> stayList = new ArrayList<>();
        for (int i = 0; i < story.stays.size(); i++) {
            Story.Stay stay = story.stays.get(i);
            double width = columns.lane(stay.side).innerWidth();
            double height = texts.stateLabel(i, width).box().height();
            stayList.add(new Entry(stay.fromFrame, stay.side, false, height));
        }
        List<Entry> timerList = new ArrayList<>();
        for (int i = 0; i < story.timers.size(); i++) {
            if (texts.timerSpeaks(i)) {
                Story.TimerRun run = story.timers.get(i);
                double height = texts.timerHeight(i, columns.lane(run.side).innerWidth());
                Entry entry = new Entry(run.fromFrame, run.side, false, height);
                timerEntries[i] = entry;
                timerList.add(entry);
            }
        }
        split = columns.a().isSplit();
        calls = callList.toArray(Entry[]::new);
        stays = stayList.toArray(Entry[]::new);
        news = newsList.toArray(Entry[]::new);
        timers = timerList.toArray(Entry[]::new);
    }

    /** The label of a state; they come in the order of the story. */
    Entry stay(int place) {
        return stays[place];
    }

    /** The entry of a remark; null if it has no text. */
    @Nullable Entry remark(int place) {
        return remarkEntries[place];
    }

    /** The entry of a timer; null if it does not speak. */
    @Nullable Entry timer(int place) {
        return timerEntries[place];
    }

    /**
     * Places all that belongs to a frame; frames come in order.
     *
     * @param leastY where the frame would like to stand
     * @return where it stands, so that nothing overlaps what stands above
     */
    double place(int frame, double leastY) {
        List<Entry> here = new ArrayList<>(4);
        nextCall = take(calls, nextCall, frame, here);
        nextStay = take(stays, nextStay, frame, here);
        nextNews = take(news, nextNews, frame, here);
        nextTimer = take(timers, nextTimer, frame, here);
        double y = leastY;
        boolean[] begun = new boolean[COLUMNS];
        for (Entry entry : here) {
            int column = column(entry);
            if (!begun[column]) {
                begun[column] = true;
                y = Math.max(y, columnEnd[column] + entry.height / 2);
            }
        }
        y = Math.ceil(y);
        boolean[] filled = new boolean[COLUMNS];
        for (Entry entry : here) {
            int column = column(entry);
            entry.top =
                    Math.ceil(
                            filled[column] ? columnEnd[column] : y - Math.floor(entry.height / 2));
            filled[column] = true;
            columnEnd[column] = entry.top + entry.height + gap;
        }
        return y;
    }

    /** The lowest edge of all that was placed. */
    double end() {
        double end = 0;
        for (double columnBottom : columnEnd) {
            end = Math.max(end, columnBottom);
        }
        return end;
    }

    private int column(Entry entry) {
        return (entry.side == Side.A ? 0 : 2) + (split && entry.outer ? 1 : 0);
    }

    private static int take(Entry[] entries, int from, int frame, List<Entry> into) {
        int next = from;
        while (next < entries.length && entries[next].frame == frame) {
            into.add(entries[next++]);
        }
        return next;
    }
}
