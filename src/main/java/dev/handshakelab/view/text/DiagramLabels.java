package dev.handshakelab.view.text;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;

/**
 * The words of the diagram in the language of the moment. A diagram must be laid out anew when the
 * language changes: give it a new object then.
 */
public class DiagramLabels implements Labels {
    private final Messages messages;
    private final Words words;

    public DiagramLabels(Messages messages) {
        this.messages = messages;
        this.words = new Words(messages);
    }

    @Override
    public String call(TcpEvent.UserCall call) {
        return words.callLabel(call);
    }

    /**
     * Answers that say no more than that all is well stay out of the picture, and so does what is
     * said twice.
     */
    @Override
    public String signal(Signal signal, HostView after) {
        boolean drawn =
                switch (signal) {
                    case Signal.Answered(Signal.Reply reply) -> reply.isError();
                    case Signal.PendingCallsEnded(Signal.Reply reply) ->
                            reply == Signal.Reply.CLOSING;
                    case Signal.SendsAcknowledged _ -> false;
                    case Signal.Connected _,
                            Signal.Delivered _,
                            Signal.DataAvailable _,
                            Signal.EndOfStream _,
                            Signal.Failed _,
                            Signal.ResetWhileClosing _,
                            Signal.ClosedNormally _,
                            Signal.DeliveryDoubtful _,
                            Signal.UrgentData _ ->
                            true;
                };
        return drawn ? words.signalLabel(signal, after) : "";
    }

    @Override
    public String timer(TimerKind kind, long lengthNanos) {
        return messages.get(
                "diagram.timer",
                messages.get("timer." + kind.name() + ".short"),
                duration(lengthNanos));
    }

    @Override
    public String duration(long nanos) {
        return Durations.compact(nanos);
    }

    @Override
    public String tag(SegmentKind kind) {
        return switch (kind) {
            case RETRANSMISSION -> messages.get("purpose.RETRANSMISSION.label");
            case COPY -> messages.get("origin.NETWORK_COPY.label");
            case OLD_DUPLICATE -> messages.get("origin.OLD_DUPLICATE.label");
            case FORGED -> messages.get("origin.FORGED.label");
            case SYN, ACK, DATA, FIN, RST -> "";
        };
    }

    @Override
    public String incident(Fact fact) {
        return switch (fact) {
            case Fact.Crashed _ -> messages.get("diagram.crash");
            case Fact.Rebooted _ -> messages.get("diagram.reboot");
            case Fact.CableChanged(_, _, boolean connected) ->
                    messages.get(connected ? "diagram.cable.plugged" : "diagram.cable.pulled");
            case Fact.NetworkChanged(_, _, var change) -> NetworkText.label(messages, change);
            case Fact.OptionsChanged _ -> messages.get("diagram.options");
            case Fact.Called _, Fact.OfSegment _, Fact.OfTimer _, Fact.OfMachine _ -> "";
        };
    }

    @Override
    public String unknownState() {
        return messages.get("diagram.unknownState");
    }

    @Override
    public String segmentSentence(Flight flight, SegmentKind kind, String text) {
        String from = words.host(flight.from());
        String to = words.host(flight.to());
        String why = words.why(flight);
        return switch (flight.fate()) {
            case Fate.Arrives(long atNanos) ->
                    messages.get(
                            "diagram.segment.arrives",
                            from,
                            to,
                            text,
                            words.duration(atNanos - flight.sentAtNanos()),
                            why);
            case Fate.Lost _ -> messages.get("diagram.segment.lost", from, to, text, "", why);
            case Fate.Held() -> messages.get("diagram.segment.held", from, to, text, "", why);
        };
    }

    @Override
    public String stateSentence(Side side, TcpState state) {
        return messages.get(
                "diagram.state", words.host(side), state.rfcName(), words.stateSummary(state));
    }

    @Override
    public String timerSentence(Side side, String text, DiagramItem.TimerEnd end) {
        return messages.get("diagram.timer." + end.name(), words.host(side), text);
    }

    @Override
    public String noteSentence(Side side, String text) {
        return messages.get("diagram.note", words.host(side), text);
    }
}
