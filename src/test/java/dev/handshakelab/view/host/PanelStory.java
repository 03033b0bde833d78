package dev.handshakelab.view.host;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A host panel's model with all it depends on, at any step of a story. */
final class PanelStory {
    final SimpleObjectProperty<Timeline> timeline = new SimpleObjectProperty<>();
    final SimpleIntegerProperty frame = new SimpleIntegerProperty();
    final SimpleDoubleProperty playhead = new SimpleDoubleProperty();
    final SimpleBooleanProperty relative = new SimpleBooleanProperty();
    final Messages messages = new Messages(Locale.ENGLISH);
    final HostPanelViewModel model;

    PanelStory(Timeline story) {
        timeline.set(story);
        model =
                new HostPanelViewModel(
                        new HostPanelViewModel.Sources(timeline, frame, playhead, relative),
                        messages);
    }

    /** Three segments at once: the second one is lost, the last one must wait for the window. */
    static Timeline disorder() {
        return new Stage()
                .options(options ->
                        options.without(Switch.NAGLE)
                                .with(Switch.WINDOW_SCALE)
                                .with(Switch.TIMESTAMPS)
                                .receiveBuffer(40))
                .at(0, Stage.call(Side.B, new UserAction.Listen(false)))
                .at(0, Stage.connect(Side.A))
                .at(
                        100,
                        Stage.send(Side.A, "first"),
                        Stage.send(Side.A, "second"),
                        Stage.send(Side.A, "third and last, too long for the window"))
                .fault(Stage.nthText(Side.A, 2), new Verdict.Drop())
                .untilMillis(5_000)
                .run()
                .timeline();
    }

    /** Goes to the first step after which a host is like that. */
    void goTo(Side side, Predicate<HostView> test) {
        model.sideProperty().set(side);
        int index =
                IntStream.rangeClosed(0, timeline.get().lastIndex())
                        .filter(i -> test.test(timeline.get().frame(i).host(side)))
                        .findFirst()
                        .orElseThrow();
        goTo(index);
    }

    void goTo(int index) {
        Frame shown = timeline.get().frame(index);
        playhead.set(shown.atNanos());
        frame.set(index);
    }

    void goTo(Side side, String state) {
        goTo(side, host -> host.state().rfcName().equals(state));
    }
}
