package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.StateMapLayout;
import dev.handshakelab.diagram.StateMapLink;
import dev.handshakelab.diagram.TextMeasure;
import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.view.diagram.FontMeasure;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.statemap.MapItem.OfState;
import dev.handshakelab.view.statemap.MapItem.OfWay;
import dev.handshakelab.view.statemap.MapProgress.Taken;
import dev.handshakelab.view.statemap.MapTexts.Caption;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Draws the map above and the explanation below. */
final class StateMapSkin extends SkinBase<StateMap> {
    private static final double CAPTION_SHARE = 0.27;
    private static final double CAPTION_LEAST_EM = 5;
    private static final double CAPTION_MOST_EM = 10;
    private static final double PREFERRED_WIDTH_EM = 28;
    private static final double PREFERRED_HEIGHT_EM = 38;

    private final Text fontProbe = new Text();
    private final MapInput input = new MapInput(this);
    private final MapScene map = new MapScene(input);
    private final CaptionPane caption;
    private TextMeasure measure;
    private List<Edge> edges = List.of();
    private MapProgress progress = MapProgress.of(null, 0);
    private @Nullable MapTexts texts;
    private Subscription locale = Subscription.EMPTY;
    private final WhenSeen seen;
    private boolean stale = true;

    StateMapSkin(StateMap control) {
        super(control);
        caption = new CaptionPane(control.showOmittedProperty());
        measure = new FontMeasure(fontProbe.getFont().getFamily());
        fontProbe.setVisible(false);
        fontProbe.setManaged(false);
        seen = new WhenSeen(control, this::moveOn);
        getChildren().addAll(fontProbe, map, caption);
        registerChangeListener(fontProbe.fontProperty(), _ -> changeFont());
        registerChangeListener(control.timelineProperty(), _ -> changeStory());
        registerChangeListener(control.optionsProperty(), _ -> changeStory());
        registerChangeListener(control.messagesProperty(), _ -> changeMessages());
        registerChangeListener(control.frameIndexProperty(), _ -> seen.changed());
        registerChangeListener(control.showOmittedProperty(), _ -> refresh(false));
        changeMessages();
        changeStory();
    }

    @Override
    public void dispose() {
        locale.unsubscribe();
        super.dispose();
    }

    MapScene map() {
        return map;
    }

    private void changeFont() {
        measure = new FontMeasure(fontProbe.getFont().getFamily());
        relayout();
    }

    private void changeMessages() {
        locale.unsubscribe();
        Messages messages = getSkinnable().getMessages();
        texts = messages == null ? null : new MapTexts(messages);
        locale =
                messages == null
                        ? Subscription.EMPTY
                        : messages.localeProperty().subscribe(this::relayout);
        relayout();
    }

    private void changeStory() {
        StateMap control = getSkinnable();
        edges = MapProgress.edges(control.getTimeline(), control.optionsProperty().get());
        progress = MapProgress.of(control.getTimeline(), control.getFrameIndex());
        relayout();
    }

    private void moveOn() {
        int before = progress.frameIndex();
        progress = MapProgress.of(getSkinnable().getTimeline(), getSkinnable().getFrameIndex());
        refresh(progress.frameIndex() == before + 1);
    }

    private void relayout() {
        stale = true;
        getSkinnable().requestLayout();
    }

    // Layout

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double em = fontProbe.getFont().getSize();
        double below =
                Math.clamp(height * CAPTION_SHARE, CAPTION_LEAST_EM * em, CAPTION_MOST_EM * em);
        double above = Math.max(1, height - below);
        map.resizeRelocate(x, y, width, above);
        caption.resizeRelocate(x, y + above, width, below);
        StateMapLayout old = getSkinnable().getMapLayout();
        if (stale || old == null || old.widthPx() != width || old.heightPx() != above) {
            stale = false;
            install(width, above, em);
        }
    }

    private void install(double width, double height, double em) {
        StateMap control = getSkinnable();
        Messages messages = control.getMessages();
        MapTexts words = texts;
        map.setVisible(words != null);
        caption.setVisible(words != null);
        if (words == null || messages == null || width < 1) {
            control.showLayout(null);
            return;
        }
        StateMapLayout layout = StateMapLayout.of(edges, width, height, em, words, measure);
        control.showLayout(layout);
        control.setAccessibleText(messages.get("statemap.title"));
        control.setAccessibleHelp(messages.get("statemap.hint"));
        caption.name(messages.get("statemap.omitted.show"), messages.get("statemap.omitted.tip"));
        map.place(layout, words);
        refresh(false);
    }

    private void refresh(boolean wander) {
        StateMap control = getSkinnable();
        StateMapLayout layout = control.getMapLayout();
        if (texts == null || layout == null || stale) {
            return;
        }
        map.show(progress, layout, texts, control.showOmittedProperty().get(), wander);
        input.keepCursor();
        explain();
    }

    /** Shows what is pointed at, or the ways just taken. */
    void explain() {
        MapItem item = input.pointed();
        map.point(item);
        if (texts != null) {
            caption.show(caption(item, texts));
        }
    }

    private Caption caption(@Nullable MapItem item, MapTexts words) {
        if (item instanceof OfState(TcpState state)) {
            return words.about(state, progress);
        }
        StateMapLink link = item instanceof OfWay way ? map.link(way) : null;
        return link == null ? words.latest(progress) : words.about(link, progress);
    }

    // What can be done

    boolean isTaken(OfWay way) {
        return progress.lastTaken(way) != null;
    }

    /** Asks for the frame in which a way was taken or a state entered last. */
    boolean go(MapItem item) {
        Taken taken =
                switch (item) {
                    case OfState(TcpState state) -> progress.lastEntered(state);
                    case OfWay way -> progress.lastTaken(way);
                };
        if (taken != null) {
            getSkinnable().requestFrame(taken.frame());
        }
        return true;
    }

    boolean scroll(int steps) {
        caption.scrollBy(steps);
        return true;
    }

    @Override
    protected double computePrefWidth(
            double height, double top, double right, double bottom, double left) {
        return left + PREFERRED_WIDTH_EM * fontProbe.getFont().getSize() + right;
    }

    @Override
    protected double computePrefHeight(
            double width, double top, double right, double bottom, double left) {
        return top + PREFERRED_HEIGHT_EM * fontProbe.getFont().getSize() + bottom;
    }

    @Override
    protected double computeMinWidth(
            double height, double top, double right, double bottom, double left) {
        return left + right;
    }

    @Override
    protected double computeMinHeight(
            double width, double top, double right, double bottom, double left) {
        return top + bottom;
    }
}
