package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Views whose items have left the window, kept for others. Best is the one that showed the same
 * item in another layout: only its place changes then, and none of its styles.
 */
final class SpareViews {
    /**
     * How many are kept of each kind; those that are not seen cost a little in each picture too.
     */
    private static final int MOST = 64;

    private final Map<Class<?>, Map<Object, ItemView<?>>> kinds = new HashMap<>();

    /** Those that may still be seen: most are taken again at once. */
    private final Set<ItemView<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Hides all of them. */
    void hide() {
        seen.forEach(ItemView::hide);
        seen.clear();
    }

    /** Whether there is a view that showed the same item. */
    boolean knows(DiagramItem item) {
        ItemView.Key key = ItemView.keyOf(item);
        return kind(key).containsKey(key);
    }

    /** A view for an item; null: there is none to spare. */
    <V extends ItemView<?>> @Nullable V take(Class<V> type, DiagramItem item) {
        ItemView.Key key = ItemView.keyOf(item);
        Map<Object, ItemView<?>> spare = kind(key);
        if (spare.isEmpty()) {
            return null;
        }
        ItemView<?> same = spare.remove(key);
        V taken = type.cast(same == null ? spare.remove(spare.keySet().iterator().next()) : same);
        seen.remove(taken);
        return taken;
    }

    /**
     * Keeps a view, which still shows its item.
     *
     * @return false if there are enough of its kind
     */
    boolean keep(ItemView<?> view) {
        ItemView.Key key = ItemView.keyOf(Objects.requireNonNull(view.item(), "it is shown"));
        Map<Object, ItemView<?>> spare = kind(key);
        if (spare.size() >= MOST) {
            return false;
        }
        // If another of the same key waits too, any key of its own will do.
        if (spare.putIfAbsent(key, view) != null) {
            spare.put(new Object(), view);
        }
        seen.add(view);
        return true;
    }

    private Map<Object, ItemView<?>> kind(ItemView.Key key) {
        return kinds.computeIfAbsent(key.type(), _ -> new LinkedHashMap<>());
    }
}
