package dev.handshakelab.diagram;

import java.util.Arrays;

/** Items, known by numbers, in the order of their upper edges. */
final class ItemOrder {
    private final int[] idAt;
    private final int[] placeOf;
    private final SpanIndex index;

    private ItemOrder(int[] idAt, int[] placeOf, SpanIndex index) {
        this.idAt = idAt;
        this.placeOf = placeOf;
        this.index = index;
    }

    int size() {
        return idAt.length;
    }

    /** The item at a place. */
    int id(int place) {
        return idAt[place];
    }

    /** The place of an item; -1 if there is no such item. */
    int place(int id) {
        return placeOf[id];
    }

    SpanIndex index() {
        return index;
    }

    /** Gathers items; those of the same upper edge keep their order. */
    static final class Builder {
        private final int[] ids;
        private final int[] tops;
        private final int[] bottoms;
        private int count;

        /** For items with numbers below this. */
        Builder(int numbers) {
            ids = new int[numbers];
            tops = new int[numbers];
            bottoms = new int[numbers];
        }

        void add(int id, Span span) {
            Interruption.check(count);
            ids[count] = id;
            tops[count] = (int) Math.floor(span.top());
            bottoms[count] = (int) Math.ceil(span.bottom());
            count++;
        }

        ItemOrder build() {
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                keys[i] = ((long) tops[i] << Integer.SIZE) | i;
            }
            Arrays.sort(keys);
            int[] idAt = new int[count];
            int[] top = new int[count];
            int[] bottom = new int[count];
            int[] placeOf = new int[ids.length];
            Arrays.fill(placeOf, -1);
            for (int place = 0; place < count; place++) {
                int added = (int) keys[place];
                idAt[place] = ids[added];
                top[place] = tops[added];
                bottom[place] = bottoms[added];
                placeOf[idAt[place]] = place;
            }
            return new ItemOrder(idAt, placeOf, new SpanIndex(top, bottom));
        }
    }
}
