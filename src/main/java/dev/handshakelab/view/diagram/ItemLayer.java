package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.Labels;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Keeps nodes for the items in view, and only for those. */
final class ItemLayer {
    private final Group bands = layer();
    private final Group arrows = layer();
    private final Group labels = layer();
    private final Group riders = layer();

    /** Items of one layout are told apart by identity: comparing their contents takes long. */
    private final Map<DiagramItem, ItemView<?>> shown = new IdentityHashMap<>();

    private final SpareViews spare = new SpareViews();
    private final Consumer<DiagramItem> onSelect;

    /** The height of the picture at which nodes have the coordinate 0, px. */
    private double originY;

    /**
     * @param onSelect told which item was clicked
     */
    ItemLayer(Consumer<DiagramItem> onSelect) {
        this.onSelect = onSelect;
    }

    private static Group layer() {
        Group group = new Group();
        group.setManaged(false);
        group.setAutoSizeChildren(false);
        return group;
    }

    /** The layers from back to front. */
    List<Node> layers() {
        return List.of(bands, arrows, labels, riders);
    }

    /**
     * Shows exactly these items.
     *
     * @param newOriginY the height of the picture at which nodes have the coordinate 0, px
     */
    void show(List<DiagramItem> items, Labels words, double newOriginY) {
        if (newOriginY != originY) {
            clear();
            originY = newOriginY;
        }
        Set<DiagramItem> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(items);
        shown.entrySet()
                .removeIf(entry -> !wanted.contains(entry.getKey()) && retire(entry.getValue()));
        // First those that find the view that they had, so that no other takes it.
        for (boolean known : new boolean[] {true, false}) {
            for (DiagramItem item : items) {
                if (!shown.containsKey(item) && (!known || spare.knows(item))) {
                    shown.put(item, view(item, words));
                }
            }
        }
        spare.hide();
    }

    /** Takes all nodes away. */
    void clear() {
        shown.values().forEach(this::retire);
        shown.clear();
    }

    /** Fits all shown items to a moment. */
    void update(Moment moment) {
        for (ItemView<?> view : shown.values()) {
            view.update(moment);
        }
    }

    /** The view of an item; null if it is not shown. */
    @Nullable ItemView<?> viewOf(DiagramItem item) {
        return shown.get(item);
    }

    /** The item whose label has the focus; null: none. */
    @Nullable DiagramItem focused() {
        for (ItemView<?> view : shown.values()) {
            if (view.front.isFocused()) {
                return view.item();
            }
        }
        return null;
    }

    private ItemView<?> view(DiagramItem item, Labels words) {
        return switch (item) {
            case DiagramItem.Arrow arrow -> {
                ArrowView view = take(ArrowView.class, arrow, ArrowView::new);
                view.fade(
                        !words.isWatched(arrow.flight().from()),
                        !words.isWatched(arrow.flight().to()));
                view.show(
                        arrow,
                        arrow.movedBy(-originY),
                        words.segmentSentence(arrow.flight(), arrow.kind(), arrow.label().text()));
                yield view;
            }
            case DiagramItem.StateBand state -> {
                StateBandView view = take(StateBandView.class, state, StateBandView::new);
                view.show(
                        state,
                        state.movedBy(-originY),
                        words.stateSentence(state.side(), state.state(), state.certainty()));
                yield view;
            }
            case DiagramItem.Ribbon timer -> {
                RibbonView view = take(RibbonView.class, timer, RibbonView::new);
                view.show(
                        timer,
                        timer.movedBy(-originY),
                        words.timerSentence(timer.side(), timer.text(), timer.end()));
                yield view;
            }
            case DiagramItem.Note note -> {
                NoteView view = take(NoteView.class, note, NoteView::new);
                view.show(
                        note,
                        note.movedBy(-originY),
                        words.noteSentence(note.side(), note.label().text()));
                yield view;
            }
            case DiagramItem.IdleBreak idle -> {
                BreakView view = take(BreakView.class, idle, BreakView::new);
                view.show(idle, idle.movedBy(-originY), idle.label().text());
                yield view;
            }
        };
    }

    /** A view that is free, or a new one; its nodes are where they belong. */
    private <V extends ItemView<?>> V take(Class<V> type, DiagramItem item, Supplier<V> maker) {
        V free = spare.take(type, item);
        if (free != null) {
            return free;
        }
        V view = maker.get();
        view.onSelect(onSelect);
        if (view instanceof ArrowView arrow) {
            arrows.getChildren().add(view.back);
            riders.getChildren().add(arrow.rider);
        } else if (view instanceof StateBandView) {
            bands.getChildren().addFirst(view.back);
        } else {
            bands.getChildren().add(view.back);
        }
        labels.getChildren().add(view.front);
        return view;
    }

    /**
     * Takes a view away. Its nodes stay where they are, unseen: nodes that come back into the
     * window would have all their styles looked up anew.
     */
    private boolean retire(ItemView<?> view) {
        if (spare.keep(view)) {
            return true;
        }
        view.hide();
        bands.getChildren().remove(view.back);
        arrows.getChildren().remove(view.back);
        labels.getChildren().remove(view.front);
        if (view instanceof ArrowView arrow) {
            riders.getChildren().remove(arrow.rider);
        }
        return true;
    }

    /** How many items have nodes. */
    int size() {
        return shown.size();
    }
}
