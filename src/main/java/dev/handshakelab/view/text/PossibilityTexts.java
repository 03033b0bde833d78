package dev.handshakelab.view.text;

import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The words for what can happen next. */
public final class PossibilityTexts {
    private final Messages messages;
    private final Words words;

    public PossibilityTexts(Messages messages) {
        this.messages = messages;
        this.words = new Words(messages);
    }

    /**
     * What would happen, in a few words.
     *
     * @param frameIndex the frame that it is written for
     */
    public String title(Possibility one, int frameIndex, Numbers numbers) {
        return switch (one.what()) {
            case What.SegmentEnds(Flight flight) -> segment(flight, frameIndex, numbers);
            case What.TimerFires(Side side, var timer) ->
                    messages.get("caption.fired", words.host(side), words.timerName(timer.kind()));
            case What.ScriptStepDue due ->
                    one.outcome() == null
                            ? messages.get("touch.script.nothing")
                            : lead(one.outcome(), numbers);
            case What.Call(_, UserAction call) -> call(call);
            case What.Incident(Action action) -> incident(action);
        };
    }

    private String lead(Frame outcome, Numbers numbers) {
        return new FactLead(messages, words, outcome, numbers, false)
                .of(outcome.facts().getFirst());
    }

    private String segment(Flight flight, int frameIndex, Numbers numbers) {
        String key =
                switch (flight.fate()) {
                    case Fate.Arrives _ -> "touch.segment.arrives";
                    case Fate.Lost _ -> "touch.segment.lost";
                    case Fate.Held _ -> "touch.segment.held";
                };
        return messages.get(
                key, words.segment(flight, frameIndex, numbers), words.host(flight.to()));
    }

    /** A segment in the RFC’s notation. */
    public String segmentName(Flight flight, int frameIndex, Numbers numbers) {
        return words.segment(flight, frameIndex, numbers);
    }

    /** A call in a few words. */
    public String call(UserAction call) {
        return messages.get("touch.call." + key(call));
    }

    /** A short name of a call that stays the same in every language. */
    public static String key(UserAction call) {
        return switch (call) {
            case UserAction.Listen _ -> "listen";
            case UserAction.Connect _ -> "connect";
            case UserAction.ConnectNowhere _ -> "connectNowhere";
            case UserAction.Send _ -> "send";
            case UserAction.Receive _ -> "read";
            case UserAction.StopReading _ -> "stopReading";
            case UserAction.Close(boolean receiving) -> receiving ? "close" : "closeBoth";
            case UserAction.Abort _ -> "abort";
            case UserAction.Status _ -> "status";
        };
    }

    /** A crash, a reboot or the cable in a few words. */
    public String incident(Action action) {
        return switch (action) {
            case Action.Crash(_, boolean down) ->
                    messages.get(down ? "touch.crashDown" : "touch.crash");
            case Action.Reboot _ -> messages.get("touch.reboot");
            case Action.Cable(boolean connected) ->
                    messages.get(connected ? "touch.cable.plug" : "touch.cable.pull");
            case Action.Call(_, UserAction call) -> call(call);
            case Action.Inject _ -> messages.get("touch.inject");
            case Action.Release _, Action.SetOptions _ ->
                    throw new IllegalArgumentException(action.toString());
        };
    }

    /** What would come of it: error, new states, segments; empty if nothing is to be seen. */
    public String outcome(Possibility one) {
        if (one.outcome() == null) {
            return messages.get(
                    one.what() instanceof What.Call ? "touch.outcome.down" : "touch.outcome.none");
        }
        List<String> parts = new ArrayList<>();
        one.refusal().ifPresent(reply -> parts.add(error(reply)));
        Map<Side, TcpState> states = new EnumMap<>(Side.class);
        for (Fact fact : one.outcome().facts()) {
            switch (fact) {
                case Fact.StateChanged changed -> states.put(changed.side(), changed.to());
                case Fact.Sent sent ->
                        parts.add(
                                messages.get(
                                        "touch.outcome.sends",
                                        words.host(sent.side()),
                                        sent.flight().segment().flags()));
                case Fact.Called _,
                        Fact.OfSegment _,
                        Fact.OfTimer _,
                        Fact.OfMachine _,
                        Fact.FromOutside _ -> {
                    // is not told in so few words
                }
            }
        }
        states.forEach((side, state) ->
                parts.addFirst(
                        messages.get("touch.outcome.state", words.host(side), state.rfcName())));
        return parts.stream().reduce(words::list).orElse("");
    }

    /** An error as the RFC and as sockets call it. */
    public String error(Signal.Reply reply) {
        return messages.get(
                "touch.outcome.error",
                messages.get("reply." + reply.name() + ".rfc"),
                words.replyLabel(reply));
    }

    /** When it happens by itself, seen from a moment; empty if it never does. */
    public String when(Possibility one, long nowNanos) {
        OptionalLong at = one.what().atNanos();
        if (at.isEmpty()) {
            return "";
        }
        long inNanos = Math.max(0, at.getAsLong() - nowNanos);
        return inNanos == 0
                ? messages.get("touch.now")
                : messages.get("touch.in", Durations.compact(inNanos));
    }
}
