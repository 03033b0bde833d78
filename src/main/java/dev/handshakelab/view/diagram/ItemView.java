package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.Label;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.tip.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The nodes of an item: a shape behind and a label in front. Views are used again for other items
 * of their kind when theirs has left the window.
 */
abstract class ItemView<T extends DiagramItem> {
    static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");
    static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /** How far a sign reaches below the line of its word, and how much room it takes, in ems. */
    private static final double SIGN_DROP = 0.13;

    private static final double SIGN_ROOM = 1.15;
    private static final Duration TOOLTIP_DELAY = Duration.millis(350);

    /** The shape, drawn behind all labels. */
    final Group back = new Group();

    /** The label; it has the focus and speaks to screen readers. */
    final Group front = new Group();

    /** Keeps what runs behind the label from shining through. */
    private final Region plate = new Region();

    private final Region labelBox = new Region();
    private @Nullable Tooltip tooltip;
    private @Nullable T item;

    /** The item as it is drawn: moved to where nodes of a long picture have small coordinates. */
    private @Nullable T drawn;

    /** When its look was fitted to a moment last; null: not since the item is shown. */
    private @Nullable Moment fitted;

    private final List<Text> texts = new ArrayList<>();
    private final List<Node> marks = new ArrayList<>();

    ItemView(String styleClass) {
        for (Group group : List.of(back, front)) {
            group.getStyleClass().addAll("diagram-item", styleClass);
            group.setManaged(false);
            group.setAutoSizeChildren(false);
            // Not the item itself: properties of nodes compare what they hold, which lasts.
            Supplier<@Nullable DiagramItem> itemOfNow = this::item;
            group.setUserData(itemOfNow);
        }
        back.getStyleClass().add("back");
        front.getStyleClass().add("front");
        plate.getStyleClass().add("plate");
        labelBox.getStyleClass().add("label-box");
        front.getChildren().addAll(plate, labelBox);
        front.setAccessibleRole(AccessibleRole.BUTTON);
        front.setFocusTraversable(false);
    }

    /** One for both nodes; it says what screen readers are told too. */
    private Tooltip tooltip() {
        if (tooltip == null) {
            tooltip = new Tooltip();
            tooltip.setShowDelay(TOOLTIP_DELAY);
            tooltip.getStyleClass().add("diagram-tooltip");
            tooltip.textProperty().bind(front.accessibleTextProperty());
        }
        return tooltip;
    }

    /** Calls back when somebody clicks. */
    final void onSelect(Consumer<DiagramItem> action) {
        for (Group group : List.of(back, front)) {
            Tips.onDemand(group, this::tooltip);
            group.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> light(true));
            group.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> light(false));
            group.addEventHandler(
                    MouseEvent.MOUSE_CLICKED,
                    event -> {
                        if (item != null && event.getButton() == MouseButton.PRIMARY) {
                            action.accept(item);
                            event.consume();
                        }
                    });
        }
    }

    private void light(boolean on) {
        back.pseudoClassStateChanged(LIT, on);
        front.pseudoClassStateChanged(LIT, on);
    }

    /**
     * Shows another item.
     *
     * @param moved the same item where it is to be drawn
     */
    final void show(T newItem, T moved, String sentence) {
        item = newItem;
        drawn = moved;
        fitted = null;
        light(false);
        front.setAccessibleText(sentence);
        write(moved.label());
        draw(moved);
    }

    /** Nodes that are not needed stay, unseen: the styles of new ones would have to be found. */
    private void write(@Nullable Label label) {
        front.getChildren().removeAll(marks);
        marks.clear();
        plate.setVisible(label != null);
        labelBox.setVisible(label != null);
        int used = 0;
        if (label != null) {
            Box box = label.box();
            plate.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            labelBox.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            for (Label.Run run : label.runs()) {
                if (run.style() == Label.Style.MARK) {
                    marks.add(mark(run, label.fontSizePx()));
                } else {
                    if (used == texts.size()) {
                        texts.add(new Text());
                        front.getChildren().add(texts.getLast());
                    }
                    fit(texts.get(used++), run).setVisible(true);
                }
            }
        }
        for (Text spare : texts.subList(used, texts.size())) {
            spare.setText("");
            spare.setVisible(false);
        }
        front.getChildren().addAll(marks);
    }

    /** A sign and the word behind it. */
    private static Node mark(Label.Run run, double sizePx) {
        var sign = new FontIcon(Feather.ALERT_TRIANGLE);
        sign.getStyleClass().add("mark-sign");
        IconSize.set(sign, sizePx);
        sign.setX(run.x());
        sign.setY(run.baselineY() + sizePx * SIGN_DROP);
        Text word = fit(new Text(), run);
        word.setX(run.x() + sizePx * SIGN_ROOM);
        var both = new Group(sign, word);
        both.setMouseTransparent(true);
        return both;
    }

    private static Text fit(Text text, Label.Run run) {
        text.setText(run.text());
        text.setTextOrigin(VPos.BASELINE);
        text.setX(run.x());
        text.setY(run.baselineY());
        text.setMouseTransparent(true);
        List<String> styles = List.of("label-text", styleOf(run.style()));
        if (!text.getStyleClass().equals(styles)) {
            text.getStyleClass().setAll(styles);
        }
        return text;
    }

    private static String styleOf(Label.Style style) {
        return switch (style) {
            case PLAIN -> "plain";
            case STRONG -> "strong";
            case TAG -> "tag";
            case MARK -> "remark";
        };
    }

    final @Nullable T item() {
        return item;
    }

    /**
     * What an item has in common with itself in the layout of another zoom or width. Two may have
     * it in common too, which only costs time.
     */
    static Key keyOf(DiagramItem item) {
        Label label = item.label();
        String text = label == null || label.runs().isEmpty() ? "" : label.runs().getFirst().text();
        Target target = item.target();
        Side lane = target == null ? null : target.lane();
        return new Key(item.getClass(), item.frameIndex(), text, lane);
    }

    /**
     * @param type the class of items, which have views of one class
     */
    record Key(Class<?> type, int frame, String text, @Nullable Side lane) {}

    /** Shows nothing until another item comes. */
    void hide() {
        item = null;
        drawn = null;
        back.setVisible(false);
        front.setVisible(false);
    }

    /** Fits the look to the moment. */
    final void update(Moment moment) {
        if (item != null && drawn != null && !isSettled(drawn, moment)) {
            fitted = moment;
            boolean begun = moment.hasBegun(item);
            set(FUTURE, !begun);
            set(CURRENT, item.frameIndex() == moment.frame());
            set(SELECTED, moment.isSelected(item));
            front.setVisible(begun || !moment.hideFuture());
            back.setVisible(begun || !moment.hideFuture());
            refresh(drawn, moment);
        }
    }

    /** Whether nothing changes for what lies in the past, or is still to come. */
    private boolean isSettled(T shown, Moment moment) {
        Moment before = fitted;
        if (before == null || !moment.looksLike(before, shown)) {
            return false;
        }
        int phase = moment.phaseOf(shown, lastFrame(shown));
        return before.equals(moment)
                || (phase != 0 && phase == before.phaseOf(shown, lastFrame(shown)));
    }

    /** The last frame that matters to the look of an item. */
    int lastFrame(T shown) {
        return shown.frameIndex();
    }

    final void set(PseudoClass pseudoClass, boolean on) {
        back.pseudoClassStateChanged(pseudoClass, on);
        front.pseudoClassStateChanged(pseudoClass, on);
    }

    /** Puts the shapes where they belong. */
    abstract void draw(T newItem);

    /** Splits the shapes at the playhead. */
    abstract void refresh(T shown, Moment moment);
}
