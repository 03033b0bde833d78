package dev.handshakelab.view.details;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.playback.Player;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.inspector.InspectorViewModel;
import java.util.List;
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

    @FXML private Tab segment;
    @FXML private Tab states;

    /**
     * What lies behind the tabs.
     *
     * @param segment makes the page about one segment
     * @param states makes the page with the state map
     */
    public record Pages(Supplier<Node> segment, Supplier<Node> states) {}

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
        openLater(segment, pages.segment());
        openLater(states, pages.states());
        List.of(player.timelineProperty(), player.frameIndexProperty(), selection)
                .forEach(observed -> observed.subscribe(this::showSegment));
    }

    private void openLater(Tab tab, Supplier<Node> page) {
        tab.selectedProperty()
                .subscribe(selected -> {
                    if (selected && tab.getContent() == null) {
                        tab.setContent(page.get());
                    }
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
