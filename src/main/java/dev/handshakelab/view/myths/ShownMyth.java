package dev.handshakelab.view.myths;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Scenario;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The misconception that the present story refutes, if the user asked for one. */
public final class ShownMyth {
    private final ReadOnlyObjectWrapper<@Nullable Misconception> shown =
            new ReadOnlyObjectWrapper<>(this, "misconception");

    /** The misconception; null: none. */
    public ReadOnlyObjectProperty<@Nullable Misconception> misconceptionProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Says which one is shown now. */
    public void show(Misconception misconception) {
        shown.set(misconception);
    }

    /** Says that none is shown any more. */
    public void close() {
        shown.set(null);
    }

    /** Says which scenario is open; another one than the misconception's ends the showing. */
    public void opened(Scenario scenario) {
        Misconception myth = shown.get();
        if (myth != null && !myth.scenario().equals(scenario.id())) {
            close();
        }
    }
}
