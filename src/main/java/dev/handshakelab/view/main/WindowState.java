package dev.handshakelab.view.main;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How the window is used at the moment; not kept between runs. */
public final class WindowState {
    private final BooleanProperty showGhost = new SimpleBooleanProperty(this, "showGhost", true);
    private final BooleanProperty classMode = new SimpleBooleanProperty(this, "classMode");

    private final BooleanProperty practicing = new SimpleBooleanProperty(this, "practicing");

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

    public boolean isClassMode() {
        return classMode.get();
    }
}
