package dev.handshakelab.view.details;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Which segment the pane is about: the selected one, or else the one that the present step is
 * about.
 */
final class ShownFlight {
    private ShownFlight() {}

    /** The segment; null if the step has none. */
    static @Nullable Flight of(@Nullable Target selection, Frame frame) {
        if (selection instanceof Target.OfFlight chosen) {
            return chosen.flight();
        }
        Flight sent = null;
        for (Fact fact : frame.facts()) {
            switch (fact) {
                case Fact.Arrived(_, _, Flight flight) -> {
                    return flight;
                }
                case Fact.Lost(_, _, Flight flight) -> {
                    return flight;
                }
                case Fact.Entered(_, _, Flight flight) -> {
                    return flight;
                }
                case Fact.Rerouted(_, _, Flight flight) -> {
                    return flight;
                }
                case Fact.Sent(_, _, Flight flight) -> sent = sent == null ? flight : sent;
                case Fact.Called _,
                        Fact.TimerStarted _,
                        Fact.TimerStopped _,
                        Fact.TimerFired _,
                        Fact.RuleFired _,
                        Fact.StateChanged _,
                        Fact.Told _,
                        Fact.Crashed _,
                        Fact.Rebooted _,
                        Fact.CableChanged _,
                        Fact.OptionsChanged _ -> {
                    // no segment
                }
            }
        }
        return sent;
    }
}
