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
            Flight flight = fact.flight();
            if (flight == null) {
                continue;
            }
            if (!(fact instanceof Fact.Sent)) {
                return flight;
            }
            sent = sent == null ? flight : sent;
        }
        return sent;
    }
}
