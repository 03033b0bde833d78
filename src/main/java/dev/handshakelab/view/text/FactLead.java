package dev.handshakelab.view.text;

import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;

/**
 * What set a step off, as the beginning of a sentence without a full stop: {@code A receives SYN
 * SEQ=100}.
 *
 * @param messages the language
 * @param words the parts
 * @param frame the step
 * @param numbers how sequence numbers are written
 * @param brief whether segments are named by their control bits alone
 */
record FactLead(Messages messages, Words words, Frame frame, Numbers numbers, boolean brief) {
    String of(Fact fact) {
        String host = words.host(fact.side());
        String other = words.host(fact.side().other());
        return switch (fact) {
            case Fact.Called(_, Side side, var call) -> words.callLead(side, call);
            case Fact.Sent sent -> messages.get("caption.sent", host, segment(sent.flight()));
            case Fact.Entered entered -> entered(entered.flight(), host);
            case Fact.Arrived arrived ->
                    messages.get("caption.arrived", host, segment(arrived.flight()));
            case Fact.Lost lost ->
                    messages.get("caption.lost", host, segment(lost.flight()), other);
            case Fact.Rerouted rerouted -> rerouted(rerouted.flight(), host, other);
            case Fact.TimerStarted(_, _, var timer) ->
                    messages.get("caption.started", host, words.timerName(timer.kind()));
            case Fact.TimerStopped(_, _, var kind) ->
                    messages.get("caption.stopped", host, words.timerName(kind));
            case Fact.TimerFired(_, _, var kind) ->
                    messages.get("caption.fired", host, words.timerName(kind));
            case Fact.RuleFired fired ->
                    messages.get("rule." + fired.firing().rule().id() + ".title");
            case Fact.StateChanged changed ->
                    messages.get(
                            "explain.state.change",
                            changed.from().rfcName(),
                            changed.to().rfcName());
            case Fact.Told told -> words.signalLabel(told.signal(), frame.host(told.side()));
            case Fact.Crashed _ -> messages.get("caption.crashed", host, other);
            case Fact.Rebooted _ -> messages.get("caption.rebooted", host);
            case Fact.CableChanged(_, _, boolean connected) ->
                    messages.get(connected ? "caption.cable.plugged" : "caption.cable.pulled");
            case Fact.NetworkChanged(_, _, var change) -> NetworkText.sentence(messages, change);
            case Fact.OptionsChanged _ -> messages.get("caption.options", host);
        };
    }

    private String entered(Flight flight, String host) {
        return messages.get("caption.entered." + flight.origin().name(), host, segment(flight));
    }

    private String rerouted(Flight flight, String host, String other) {
        String key =
                switch (flight.fate()) {
                    case Fate.Arrives _ -> "caption.rerouted.arrives";
                    case Fate.Lost _ -> "caption.rerouted.lost";
                    case Fate.Held _ -> "caption.rerouted.held";
                };
        return messages.get(key, host, segment(flight), other);
    }

    String segment(Flight flight) {
        return brief
                ? flight.segment().flags().toString()
                : words.segment(flight, frame.index(), numbers);
    }
}
