package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.Point;
import dev.handshakelab.diagram.StateMapLayout;
import dev.handshakelab.diagram.StateMapLink;
import dev.handshakelab.diagram.StateMapNode;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A host in the map. It sits at its state and wanders along the ways that it takes. */
final class TokenView extends Label {
    private static final PseudoClass INFERRED = PseudoClass.getPseudoClass("inferred");
    private static final Duration A_WAY = Duration.millis(260);

    private final Side side;
    private @Nullable Animation wandering;

    TokenView(Side side) {
        this.side = side;
        getStyleClass().addAll("token", side == Side.A ? "token-a" : "token-b");
        setText(side.name());
        setManaged(false);
        setMouseTransparent(true);
    }

    /**
     * Goes to where the host is.
     *
     * @param wander whether the present frame was reached by one step forward, so that the way may
     *     be shown
     */
    void show(MapProgress progress, StateMapLayout layout, boolean wander) {
        if (wandering != null) {
            wandering.stop();
            wandering = null;
        }
        HostView host = progress.host(side);
        boolean known = host != null && host.certainty() != HostView.Certainty.UNKNOWN;
        setVisible(known);
        if (host == null || !known) {
            return;
        }
        pseudoClassStateChanged(INFERRED, host.certainty() == HostView.Certainty.INFERRED);
        Box place = place(layout.node(host.state()));
        resize(place.width(), place.height());
        List<StateMapLink> ways =
                progress.latest(side).stream()
                        .filter(step -> step.frame() == progress.frameIndex())
                        .flatMap(step ->
                                layout.links().stream()
                                        .filter(link -> MapItem.of(link).equals(step.way())))
                        .toList();
        if (wander && !ways.isEmpty()) {
            wandering = along(ways, layout, place);
            wandering.play();
        } else {
            relocate(place.x(), place.y());
        }
    }

    private Box place(StateMapNode node) {
        return side == Side.A ? node.tokenA() : node.tokenB();
    }

    private Animation along(List<StateMapLink> ways, StateMapLayout layout, Box end) {
        Box start = place(layout.node(ways.getFirst().from()));
        relocate(start.x(), start.y());
        return new Transition() {
            {
                setCycleDuration(A_WAY.multiply(ways.size() + 0.5));
                setInterpolator(Interpolator.EASE_BOTH);
            }

            @Override
            protected void interpolate(double share) {
                if (share >= 1) {
                    relocate(end.x(), end.y());
                    return;
                }
                int index = (int) (share * ways.size());
                Point point = ways.get(index).at(share * ways.size() - index);
                // From its seat to the line at the beginning, back into a seat at the end.
                double seat = Math.max(1 - share * 6, (share - 1) * 6 + 1);
                Box near = share < 0.5 ? start : end;
                double pull = Math.clamp(seat, 0, 1);
                double x = point.x() - near.width() / 2;
                double y = point.y() - near.height() / 2;
                relocate(x + (near.x() - x) * pull, y + (near.y() - y) * pull);
            }
        };
    }
}
