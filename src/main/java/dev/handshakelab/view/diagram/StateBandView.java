package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.DiagramItem.StateBand;
import dev.handshakelab.diagram.Label;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state: a band on the lifeline, and a badge with icon and name at its upper end. */
final class StateBandView extends ItemView<StateBand> {
    private static final PseudoClass INFERRED = PseudoClass.getPseudoClass("inferred");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private static final String UNKNOWN_SIGN = "fth-help-circle";

    private final Region band = new Region();
    private final Region ahead = new Region();
    private final Line tie = new Line();
    private final FontIcon icon = new FontIcon();

    StateBandView() {
        super("state");
        band.getStyleClass().add("band");
        ahead.getStyleClass().addAll("band", "ahead");
        tie.getStyleClass().add("tie");
        icon.getStyleClass().add("state-icon");
        icon.setMouseTransparent(true);
        back.getChildren().addAll(ahead, band, tie);
        front.getChildren().add(icon);
    }

    @Override
    void draw(StateBand state) {
        set(INFERRED, state.certainty() == Certainty.INFERRED);
        boolean unknown = state.certainty() == Certainty.UNKNOWN;
        set(UNKNOWN, unknown);
        for (Node node : List.of(back, front)) {
            if (unknown) {
                StateLook.clear(node);
            } else {
                StateLook.apply(node, state.state());
            }
        }
        Label label = state.label();
        Box badge = label.box();
        icon.setIconLiteral(unknown ? UNKNOWN_SIGN : StateLook.of(state.state()).iconLiteral());
        IconSize.set(icon, label.fontSizePx() * 1.08);
        icon.setX(badge.x() + label.fontSizePx() * 0.55);
        icon.setY(badge.centerY() + label.fontSizePx() * 0.54);
        double y = badge.centerY();
        boolean left = state.side() == Side.A;
        tie.setStartX(left ? badge.right() : state.box().right());
        tie.setEndX(left ? state.box().x() : badge.x());
        tie.setStartY(y);
        tie.setEndY(y);
    }

    @Override
    int lastFrame(StateBand shown) {
        return shown.endFrame();
    }

    @Override
    void refresh(StateBand state, Moment moment) {
        Box box = state.box();
        boolean over = moment.frame() >= state.endFrame();
        double reached =
                over ? box.bottom() : Math.clamp(moment.playheadY(), box.y(), box.bottom());
        if (!moment.hasBegun(state)) {
            reached = box.y();
        }
        band.resizeRelocate(box.x(), box.y(), box.width(), reached - box.y());
        band.setVisible(reached > box.y());
        ahead.resizeRelocate(box.x(), reached, box.width(), box.bottom() - reached);
        ahead.setVisible(reached < box.bottom() && !moment.hideFuture());
    }
}
