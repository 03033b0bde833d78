package dev.handshakelab.view.details;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.playback.Player;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.inspector.InspectorViewModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import org.jspecify.annotations.Nullable;

/** Fills the tabs; what lies behind one is made when it is opened first. */
public final class DetailsController {
    private final Player player;
    private final ObservableValue<@Nullable Target> selection;
    private final InspectorViewModel inspector;
    private final Pages pages;

    @FXML private Tab why;
    @FXML private Tab next;
    @FXML private Tab segment;
    @FXML private Tab states;
    @FXML private Tab host;
    @FXML private Tab rules;

    /**
     * What lies behind the tabs.
     *
     * @param next makes the page with what can happen next
     * @param segment makes the page about one segment
     * @param states makes the page with the state map
     * @param host makes the page about one host
     * @param rules makes the page about the rules
     */
    public record Pages(
            Supplier<Node> next,
            Supplier<Node> segment,
            Supplier<Node> states,
            Supplier<Node> host,
            Supplier<Node> rules) {}

    public DetailsController(
            Player player,
            ObservableValue<@Nullable Target> selection,
            InspectorViewModel inspector,
            Pages pages) {
        this.player = player;
        this.selection = selection;
        this.inspector = inspector;
        this.pages = pages;
    }

    @FXML
    void initialize() {
        openLater(why, whyContent());
        openLater(next, pages.next());
        openLater(segment, () -> seenSegment(pages.segment().get()));
        openLater(states, pages.states());
        openLater(host, pages.host());
        openLater(rules, pages.rules());
    }

    private Supplier<Node> whyContent() {
        Node content = why.getContent();
        return () -> content;
    }

    private Node seenSegment(Node page) {
        var seen = new WhenSeen(page, this::showSegment);
        List.of(player.timelineProperty(), player.frameIndexProperty(), selection)
                .forEach(observed -> observed.subscribe(seen::changed));
        return page;
    }

    /** Shows the page with what can happen next. */
    public void showNext() {
        next.getTabPane().getSelectionModel().select(next);
    }

    /**
     * Makes a page when it is opened first. It is in the window only while it is selected: each
     * frame walks through all nodes of a window, seen or not.
     */
    private static void openLater(Tab tab, Supplier<? extends Node> page) {
        var made = new AtomicReference<@Nullable Node>();
        tab.selectedProperty()
                .subscribe(selected -> {
                    if (selected && made.get() == null) {
                        made.set(page.get());
                    }
                    tab.setContent(selected ? made.get() : null);
                });
    }

    private void showSegment() {
        Timeline timeline = player.getTimeline();
        Flight flight =
                timeline == null
                        ? null
                        : ShownFlight.of(
                                selection.getValue(), timeline.frame(player.getFrameIndex()));
        if (timeline == null || flight == null) {
            inspector.clear();
        } else {
            inspector.show(timeline, flight);
        }
    }
}
