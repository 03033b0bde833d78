package dev.handshakelab.view.host;

import dev.handshakelab.diagram.SequenceSpace;
import dev.handshakelab.diagram.SequenceSpace.Edge;
import dev.handshakelab.diagram.SequenceSpace.Kind;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.tcp.Variable;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableObjectValue;
import org.jspecify.annotations.Nullable;

/** What the host panel says of one host at the step of the moment. */
public final class HostPanelViewModel {
    private final Sources sources;
    private final Messages messages;
    private final Changes changes;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(this, "side", Side.A);

    /**
     * What the panel depends on.
     *
     * @param timeline the story
     * @param frameIndex the step of the moment
     * @param playheadNanos the moment, nanoseconds since the beginning
     * @param relativeNumbers whether sequence numbers count from the initial ones
     */
    public record Sources(
            ObservableObjectValue<Timeline> timeline,
            ObservableIntegerValue frameIndex,
            ObservableDoubleValue playheadNanos,
            ObservableBooleanValue relativeNumbers) {}

    /**
     * A kind of numbers in a strip.
     *
     * @param kind what is known of them
     * @param text its name, and how many there are
     */
    record LegendEntry(Kind kind, String text) {}

    /** Shows host A at first. */
    public HostPanelViewModel(Sources sources, Messages messages) {
        this.sources = sources;
        this.messages = messages;
        this.changes = new Changes(messages);
    }

    /** The host that is shown. */
    public ObjectProperty<Side> sideProperty() {
        return side;
    }

    /** Calls a view back whenever something it shows may have changed, times left apart. */
    void onChange(Runnable show) {
        sources.timeline().subscribe(show);
        sources.frameIndex().subscribe(show);
        sources.relativeNumbers().subscribe(show);
        messages.localeProperty().subscribe(show);
        side.subscribe(show);
    }

    /** Calls a view back whenever time has passed. */
    void onTick(Runnable show) {
        sources.playheadNanos().subscribe(show);
    }

    /** Client, server or neither, with the letter of the side. */
    String role(Side of) {
        HostInfo.Role role = timeline().host(of).role();
        return switch (role) {
            case CLIENT -> messages.get("host.client", of.name());
            case SERVER -> messages.get("host.server", of.name());
            case PEER -> messages.get("host.peer", of.name());
        };
    }

    String address() {
        return timeline().host(side.get()).socket().toString();
    }

    HostView host() {
        return timeline().frame(index()).host(side.get());
    }

    /** The state's RFC name, with a mark if nobody saw it. */
    String stateText() {
        String name = host().state().rfcName();
        return switch (host().certainty()) {
            case SEEN -> name;
            case INFERRED -> messages.get("host.inferred", name);
            case UNKNOWN -> messages.get("host.unknown");
        };
    }

    /** The state's name in textbooks; empty if it is the RFC's. */
    String stateName() {
        String rfcName = host().state().rfcName();
        String name = messages.get("state." + rfcName + ".name");
        return name.equalsIgnoreCase(rfcName) ? "" : name;
    }

    /** Why there are no numbers; empty if there are. */
    String missing() {
        Tcb tcb = host().tcb();
        if (tcb == null) {
            return messages.get("hostPanel.unknown");
        }
        return SequenceSpace.hasSendNumbers(tcb.state())
                ? ""
                : messages.get("hostPanel.none." + tcb.state().rfcName());
    }

    /** What the step changed in the control block, and why. */
    List<Changes.Change> changes() {
        return changes.of(timeline(), index(), side.get(), sources.relativeNumbers().get());
    }

    /** Some variables, those without a value left out. */
    List<ControlBlock.Row> rows(List<Variable> variables) {
        return ControlBlock.rows(variables, host(), before(), sources.relativeNumbers().get())
                .stream()
                .filter(row -> !row.value().equals(ControlBlock.NONE))
                .toList();
    }

    /** The send sequence space; null if there is none. */
    @Nullable SequenceSpace sending() {
        return SequenceSpace.sending(host());
    }

    /** The receive sequence space; null if there is none. */
    @Nullable SequenceSpace receiving() {
        return SequenceSpace.receiving(host());
    }

    /** What stands at an edge of a strip. */
    String edgeText(Edge edge) {
        return switch (edge.pointer()) {
            case WRAP -> edge.pointer().expression();
            case SND_UNA, SND_NXT, SND_WINDOW_END, RCV_NXT, RCV_WINDOW_END ->
                    edge.pointer().expression() + " = " + number(edge);
        };
    }

    private String number(Edge edge) {
        Tcb tcb = host().tcb();
        boolean relative = sources.relativeNumbers().get();
        if (tcb == null || !relative) {
            return Long.toString(SequenceNumbers.toUnsigned(edge.seq()));
        }
        boolean sends =
                switch (edge.pointer()) {
                    case SND_UNA, SND_NXT, SND_WINDOW_END, WRAP -> true;
                    case RCV_NXT, RCV_WINDOW_END -> false;
                };
        int initial = sends ? tcb.send().iss() : tcb.receive().irs();
        return Long.toString(SequenceNumbers.toUnsigned(edge.seq() - initial));
    }

    /** The kinds of numbers in a strip, from left to right, each once. */
    List<LegendEntry> legend(SequenceSpace space) {
        return space.spans().stream()
                .map(SequenceSpace.Span::kind)
                .distinct()
                .map(kind -> new LegendEntry(kind, kindText(kind, space.count(kind))))
                .toList();
    }

    private String kindText(Kind kind, long count) {
        String name = messages.get("hostPanel.kind." + kind.name());
        return kind == Kind.BEYOND ? name : messages.get("hostPanel.kindCount", name, count);
    }

    /** A strip in words. */
    String stripText(String key, SequenceSpace space) {
        return Stream.concat(
                        legend(space).stream().map(LegendEntry::text),
                        space.edges().stream().map(this::edgeText))
                .collect(Collectors.joining("; ", messages.get(key) + ": ", ""));
    }

    /** The retransmission queue, the oldest first. */
    List<QueueRow> queue() {
        Tcb tcb = host().tcb();
        if (tcb == null) {
            return List.of();
        }
        int base = sources.relativeNumbers().get() ? tcb.send().iss() : 0;
        return tcb.retransmissionQueue().stream()
                .map(element -> QueueRow.of(element, base, messages))
                .toList();
    }

    /** The running timers, in the order of their kinds. */
    List<TimerRow> timers() {
        Tcb tcb = host().tcb();
        return tcb == null ? List.of() : tcb.timers().all().stream().map(this::timer).toList();
    }

    private TimerRow timer(Timers.Timer timer) {
        return TimerRow.of(timer, (long) sources.playheadNanos().get(), messages);
    }

    private @Nullable HostView before() {
        int index = index();
        return index == 0 ? null : timeline().frame(index - 1).host(side.get());
    }

    private Timeline timeline() {
        return sources.timeline().get();
    }

    private int index() {
        // While a new story comes in, the index may still be that of the old one.
        return Math.clamp(sources.frameIndex().get(), 0, timeline().lastIndex());
    }
}
