package dev.handshakelab.view.main;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/**
 * Keeps the row of buttons readable where it is narrow or the text is large: first the buttons at
 * its end show only their signs, then those of the stories only their words. A cut word would say
 * less than either.
 */
final class QuickBarFit {
    private final Region bar;
    private final SegmentedButton stories;
    private final List<ButtonBase> others;
    private boolean planned;

    QuickBarFit(Region bar, SegmentedButton stories, ButtonBase... others) {
        this.bar = bar;
        this.stories = stories;
        this.others = List.of(others);
        bar.widthProperty().subscribe(this::plan);
        for (ButtonBase other : others) {
            other.fontProperty().subscribe(this::plan);
            other.textProperty().subscribe(this::plan);
        }
    }

    /** Once the widths of the new texts are known. */
    private void plan() {
        if (!planned) {
            planned = true;
            Platform.runLater(this::fit);
        }
    }

    private void fit() {
        planned = false;
        if (bar.getWidth() <= 0) {
            return;
        }
        show(ContentDisplay.LEFT, ContentDisplay.LEFT);
        if (isTight()) {
            show(ContentDisplay.LEFT, ContentDisplay.GRAPHIC_ONLY);
        }
        if (isTight()) {
            show(ContentDisplay.TEXT_ONLY, ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private void show(ContentDisplay story, ContentDisplay other) {
        stories.getButtons().forEach(button -> button.setContentDisplay(story));
        others.forEach(button -> button.setContentDisplay(other));
    }

    private boolean isTight() {
        bar.applyCss();
        return bar.prefWidth(-1) > bar.getWidth();
    }
}
