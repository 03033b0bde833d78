package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.timeline.Side;
import org.jspecify.annotations.Nullable;

/** What hands can do in a sequence diagram; the words come from here too. */
public interface DiagramTouch {
    /** Whether what is shown can be touched at all. */
    boolean isTouchable();

    /** Whether a menu is open. */
    boolean isOpen();

    /**
     * Opens a menu.
     *
     * @param target what is to be touched; null: nothing in particular
     * @param lane the host at whose lifeline it is opened; null: between the two
     * @param screenX where on the screen
     * @param screenY where on the screen
     */
    void openMenu(@Nullable Target target, @Nullable Side lane, double screenX, double screenY);

    /** Says that the head of an arrow can be dragged. */
    String gripText();

    /** Says what letting go here would do: another time of arrival, ns. */
    String moveText(Target.OfFlight target, long arrivesAtNanos);

    /** Says that letting go here would lose the segment. */
    String loseText();

    /** A segment was dragged to another time of arrival, ns. */
    void move(Target.OfFlight target, long arrivesAtNanos);

    /** A segment was dragged off its way. */
    void lose(Target.OfFlight target);
}
