package dev.handshakelab.view.main;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How the window is used at the moment; not kept between runs. */
public final class WindowState {
    private final BooleanProperty showGhost = new SimpleBooleanProperty(this, "showGhost", true);
    private final BooleanProperty classMode = new SimpleBooleanProperty(this, "classMode");

    private final BooleanProperty practicing = new SimpleBooleanProperty(this, "practicing");
    private final BooleanProperty predicting = new SimpleBooleanProperty(this, "predicting");
    private final BooleanProperty explaining = new SimpleBooleanProperty(this, "explaining");

    /** Whether only diagram, badges and caption are left, for a class to look at. */
    public BooleanProperty classModeProperty() {
        return classMode;
    }

    /** Whether a question is open whose answer the story to come would give away. */
    public BooleanProperty practicingProperty() {
        return practicing;
    }

    /** Whether the course that a branch left is to be seen faintly under it. */
    public BooleanProperty showGhostProperty() {
        return showGhost;
    }

    /** Whether the learner is to say what comes, so that it must not be seen. */
    public BooleanProperty predictingProperty() {
        return predicting;
    }

    /** Whether an answer is explained, or a round looked back on, in the place of the caption. */
    public BooleanProperty explainingProperty() {
        return explaining;
    }

    public boolean isClassMode() {
        return classMode.get();
    }
}
