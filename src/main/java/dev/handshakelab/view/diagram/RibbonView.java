package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.DiagramItem.Ribbon;
import dev.handshakelab.diagram.DiagramItem.TimerEnd;
import dev.handshakelab.diagram.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A timer: a ribbon beside the lifeline that ends in a ball if it fires, in a bar if it is stopped.
 */
final class RibbonView extends ItemView<Ribbon> {
    private static final double BALL_EM = 0.36;
    private static final double BAR_EM = 0.3;

    private final Region ribbon = new Region();
    private final Region ahead = new Region();
    private final Circle ball = new Circle();
    private final Line bar = new Line();
    private final FontIcon icon = new FontIcon("fth-clock");

    RibbonView() {
        super("timer");
        ribbon.getStyleClass().add("ribbon");
        ahead.getStyleClass().addAll("ribbon", "ahead");
        ball.getStyleClass().add("fired");
        bar.getStyleClass().add("stopped");
        icon.getStyleClass().add("timer-icon");
        icon.setMouseTransparent(true);
        back.getChildren().addAll(ahead, ribbon, bar);
        front.getChildren().addAll(ball, icon);
    }

    @Override
    void draw(Ribbon timer) {
        Label label = timer.label();
        icon.setVisible(label != null);
        if (label != null) {
            IconSize.set(icon, label.fontSizePx());
            icon.setX(label.box().x() + label.fontSizePx() * 0.1);
            icon.setY(label.box().y() + label.fontSizePx() * 1.06);
        }
    }

    @Override
    int lastFrame(Ribbon shown) {
        return shown.endFrame();
    }

    @Override
    void refresh(Ribbon timer, Moment moment) {
        Box box = timer.box();
        boolean over = moment.frame() >= timer.endFrame();
        double reached =
                over ? box.bottom() : Math.clamp(moment.playheadY(), box.y(), box.bottom());
        if (!moment.hasBegun(timer)) {
            reached = box.y();
        }
        ribbon.resizeRelocate(box.x(), box.y(), box.width(), reached - box.y());
        ahead.resizeRelocate(box.x(), reached, box.width(), box.bottom() - reached);
        ahead.setVisible(reached < box.bottom() && !moment.hideFuture());
        boolean shown = over || !moment.hideFuture();
        ball.setVisible(shown && timer.end() == TimerEnd.FIRED);
        ball.setCenterX(box.centerX());
        ball.setCenterY(box.bottom());
        ball.setRadius(BALL_EM * moment.emPx());
        bar.setVisible(
                shown && (timer.end() == TimerEnd.STOPPED || timer.end() == TimerEnd.RESTARTED));
        bar.setStartX(box.centerX() - BAR_EM * moment.emPx());
        bar.setEndX(box.centerX() + BAR_EM * moment.emPx());
        bar.setStartY(box.bottom() - 1);
        bar.setEndY(box.bottom() - 1);
        ball.pseudoClassStateChanged(FUTURE, !over);
        bar.pseudoClassStateChanged(FUTURE, !over);
    }
}
