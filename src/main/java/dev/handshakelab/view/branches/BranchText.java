package dev.handshakelab.view.branches;

import dev.handshakelab.playback.Branch;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Messages;

/** Names branches. */
public final class BranchText {
    private final Messages messages;
    private final DiagramLabels labels;

    public BranchText(Messages messages) {
        this.messages = messages;
        this.labels = new DiagramLabels(messages);
    }

    /** Its number and its name; without a name what was done first. */
    public String title(Branch branch) {
        return messages.get("branches.chip", Integer.toString(branch.number()), name(branch));
    }

    /** Where it begins, and how much was done; of the first one that it is the first. */
    public String tip(Branch branch) {
        if (branch.parent() == 0) {
            return messages.get("branches.tipFirst");
        }
        return messages.get(
                "branches.tip",
                Integer.toString(branch.parent()),
                Integer.toString(branch.forkedAtFrame()),
                what(branch),
                branch.touches().size());
    }

    private String name(Branch branch) {
        if (!branch.name().isEmpty()) {
            return branch.name();
        }
        return branch.parent() == 0
                ? messages.get("branches.original")
                : messages.get(
                        "branches.from", what(branch), Integer.toString(branch.forkedAtFrame()));
    }

    /** The first thing that is its own, in a few words. */
    private String what(Branch branch) {
        Timeline timeline = branch.run().timeline();
        int frame = Math.min(branch.forkedAtFrame() + 1, timeline.lastIndex());
        var facts = timeline.frame(frame).facts();
        return facts.isEmpty() ? "" : what(facts.getFirst(), branch);
    }

    private String what(Fact fact, Branch branch) {
        return switch (fact) {
            case Fact.Called called -> at(called.side(), labels.call(called.call()));
            case Fact.Lost lost -> segment("branches.lost", lost.flight());
            case Fact.Rerouted rerouted -> rerouted(rerouted.flight(), branch);
            case Fact.Entered entered ->
                    segment("branches.entered." + entered.flight().origin(), entered.flight());
            case Fact.TimerFired fired ->
                    at(
                            fired.side(),
                            messages.get(
                                    "branches.timer",
                                    messages.get("timer." + fired.kind().name() + ".short")));
            case Fact.Crashed _, Fact.Rebooted _, Fact.OptionsChanged _ ->
                    at(fact.side(), labels.incident(fact));
            case Fact.CableChanged _, Fact.NetworkChanged _ -> labels.incident(fact);
            case Fact.Sent sent -> segment("branches.sent", sent.flight());
            case Fact.Arrived arrived -> segment("branches.arrived", arrived.flight());
            case Fact.TimerStarted _,
                    Fact.TimerStopped _,
                    Fact.RuleFired _,
                    Fact.StateChanged _,
                    Fact.Told _ ->
                    "";
        };
    }

    private String rerouted(Flight flight, Branch branch) {
        boolean late =
                branch.touches().stream()
                        .filter(one -> one.afterStep() == branch.forkedAtFrame())
                        .map(RecordedTouch::touch)
                        .anyMatch(Touch.Delay.class::isInstance);
        return switch (flight.fate()) {
            case Fate.Held() -> segment("branches.held", flight);
            case Fate.Lost _ -> segment("branches.lost", flight);
            case Fate.Arrives _ -> segment(late ? "branches.late" : "branches.letGo", flight);
        };
    }

    private String segment(String key, Flight flight) {
        return messages.get(key, flight.segment().flags().toString());
    }

    private String at(Side side, String what) {
        return messages.get("branches.at", side.name(), what);
    }
}
