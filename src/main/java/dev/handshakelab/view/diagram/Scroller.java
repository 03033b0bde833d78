package dev.handshakelab.view.diagram;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Moves the window over the picture: at once, gliding, or following the playhead. */
final class Scroller {
    private static final Duration GLIDE = Duration.millis(180);

    /** The playhead is kept between these parts of the window's height. */
    private static final double LOW_MARK = 0.72;

    private static final double HIGH_MARK = 0.12;

    /** Where in the window a height comes to rest after a jump. */
    private static final double REST_MARK = 0.42;

    /** What is further down than that was jumped to, px; nearer, the story is being played. */
    private static final double FOLLOW_PX = 45;

    final ScrollBar bar = new ScrollBar();
    private double windowHeight;
    private @Nullable Timeline glide;

    Scroller() {
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
    }

    /** Takes new sizes over, px. */
    void resize(double newWindowHeight, double contentHeight) {
        windowHeight = newWindowHeight;
        double most = Math.max(0, contentHeight - windowHeight);
        bar.setMax(most);
        bar.setVisibleAmount(contentHeight > 0 ? most * windowHeight / contentHeight : 1);
        bar.setBlockIncrement(windowHeight * LOW_MARK);
        bar.setVisible(most > 0);
        to(bar.getValue());
    }

    /** The height of the picture at the window's upper edge, whole px. */
    double top() {
        return Math.round(bar.getValue());
    }

    void by(double pixels) {
        stop();
        to(bar.getValue() + pixels);
    }

    private void to(double value) {
        bar.setValue(inRange(value));
    }

    private double inRange(double value) {
        return Math.clamp(value, 0, Math.max(0, bar.getMax()));
    }

    /** Brings a height into view at once, if it is not. */
    void show(double y) {
        stop();
        if (y < bar.getValue() || y > bar.getValue() + windowHeight * LOW_MARK) {
            to(y - windowHeight * REST_MARK);
        }
    }

    /** Keeps a height in view: in small steps while the story plays, gliding after a jump. */
    void follow(double y) {
        double lowest = bar.getValue() + windowHeight * LOW_MARK;
        if (y > lowest && y - lowest < FOLLOW_PX && glide == null) {
            to(bar.getValue() + y - lowest);
        } else if (y > lowest || y < bar.getValue() + windowHeight * HIGH_MARK) {
            glideTo(inRange(y - windowHeight * REST_MARK));
        }
    }

    private void glideTo(double goal) {
        stop();
        if (Math.abs(goal - bar.getValue()) > 2 * windowHeight) {
            to(goal);
            return;
        }
        var value = new KeyValue(bar.valueProperty(), goal, Interpolator.EASE_BOTH);
        Timeline animation = new Timeline(new KeyFrame(GLIDE, value));
        animation
                .statusProperty()
                .subscribe(status -> {
                    if (status == Animation.Status.STOPPED && glide == animation) {
                        glide = null;
                    }
                });
        glide = animation;
        animation.play();
    }

    void stop() {
        if (glide != null) {
            glide.stop();
            glide = null;
        }
    }
}
