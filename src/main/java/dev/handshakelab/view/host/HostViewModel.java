package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableObjectValue;

/** What a host's header says at the step of the moment. */
public final class HostViewModel {
    private final Side side;
    private final ObservableObjectValue<Timeline> timeline;
    private final ObservableIntegerValue frameIndex;
    private final ObservableBooleanValue relativeNumbers;
    private final Messages messages;

    /**
     * The header of one host.
     *
     * @param timeline the story
     * @param frameIndex the step of the moment
     */
    public HostViewModel(
            Side side,
            ObservableObjectValue<Timeline> timeline,
            ObservableIntegerValue frameIndex,
            ObservableBooleanValue relativeNumbers,
            Messages messages) {
        this.side = side;
        this.timeline = timeline;
        this.frameIndex = frameIndex;
        this.relativeNumbers = relativeNumbers;
        this.messages = messages;
    }

    /** Calls a view back now and whenever something it shows may have changed. */
    void onChange(Runnable show) {
        timeline.subscribe(show);
        frameIndex.subscribe(show);
        relativeNumbers.subscribe(show);
        messages.localeProperty().subscribe(_ -> show.run());
    }

    /** Client, server or neither, with the letter of the side. */
    String role() {
        String letter = side.name();
        return switch (info().role()) {
            case CLIENT -> messages.get("host.client", letter);
            case SERVER -> messages.get("host.server", letter);
            case PEER -> messages.get("host.peer", letter);
        };
    }

    /** Address and port. */
    String address() {
        return info().socket().toString();
    }

    TcpState state() {
        return now().state();
    }

    /** How the host stands. */
    HostView view() {
        return now();
    }

    /** The state's RFC name, with a mark if nobody saw it. */
    String stateText() {
        String name = state().rfcName();
        return switch (now().certainty()) {
            case SEEN -> name;
            case INFERRED -> messages.get("host.inferred", name);
            case UNKNOWN -> messages.get("host.unknown");
        };
    }

    /** Everything the badge says, for those who do not see it. */
    String accessibleText() {
        return messages.get("host.accessible", role(), address(), stateText());
    }

    /** Whether this step changed the state. */
    boolean stateChanged() {
        int index = index();
        return index > 0 && timeline.get().frame(index - 1).host(side).state() != now().state();
    }

    /** The control block's rows. */
    List<ControlBlock.Row> rows() {
        int index = index();
        HostView before = index == 0 ? null : timeline.get().frame(index - 1).host(side);
        return ControlBlock.rows(now(), before, relativeNumbers.get());
    }

    private int index() {
        // While a new story comes in, the index may still be that of the old one.
        return Math.clamp(frameIndex.get(), 0, timeline.get().lastIndex());
    }

    private HostView now() {
        Frame frame = timeline.get().frame(index());
        return frame.host(side);
    }

    private HostInfo info() {
        return timeline.get().host(side);
    }
}
