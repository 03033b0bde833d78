package dev.handshakelab.diagram;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The items of a picture, sorted by the upper edges of their bounds. They are made when they are
 * asked for; those used last are kept, so that an item in view stays the same object.
 */
final class ItemList extends AbstractList<DiagramItem> implements RandomAccess {
    private static final int KEPT = 8192;

    private final Drawing drawing;
    private final ItemOrder order;
    private final Map<Integer, DiagramItem> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, DiagramItem> eldest) {
                    return size() > KEPT;
                }
            };

    ItemList(Drawing drawing) {
        this.drawing = drawing;
        this.order = drawing.order();
    }

    @Override
    public int size() {
        return order.size();
    }

    @Override
    public DiagramItem get(int place) {
        int id = order.id(place);
        synchronized (kept) {
            return kept.computeIfAbsent(id, drawing::item);
        }
    }

    /** What has a part between two heights, in order. */
    List<DiagramItem> between(double fromY, double toY) {
        List<DiagramItem> found = new ArrayList<>();
        order.index().query(fromY, toY, place -> found.add(get(place)));
        return found;
    }

    /** The place of the first item that reaches to a height or below; -1 if none does. */
    int firstReaching(double y) {
        return order.index().firstReaching(y);
    }

    /** The place of what a target selects; -1 if it is not in this picture. */
    int placeOf(Target target) {
        int id = drawing.find(target);
        return id < 0 ? -1 : order.place(id);
    }
}
