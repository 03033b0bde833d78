package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.StateMapLayout;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * The state diagram of RFC 9293 (3.3.2, figure 5) with both hosts in it: where they are, which ways
 * they have taken, and what each way means. It fills the area that it is given; below the map it
 * explains what the mouse or the keyboard points at.
 *
 * <p>Keys: Tab enters the map; up and down walk through states and ways, left and right follow the
 * ways, Enter or Space goes to the frame in which a way was taken or a state entered last, page up
 * and page down scroll the explanation.
 */
public final class StateMap extends Control {
    private final ObjectProperty<@Nullable Timeline> timeline =
            new SimpleObjectProperty<>(this, "timeline");
    private final IntegerProperty frameIndex = new SimpleIntegerProperty(this, "frameIndex");
    private final ObjectProperty<@Nullable TcpOptions> options =
            new SimpleObjectProperty<>(this, "options");
    private final BooleanProperty showOmitted =
            new SimpleBooleanProperty(this, "showOmitted", true);
    private final ObjectProperty<@Nullable Messages> messages =
            new SimpleObjectProperty<>(this, "messages");
    private final ObjectProperty<@Nullable IntConsumer> onFrameRequested =
            new SimpleObjectProperty<>(this, "onFrameRequested");
    private final ReadOnlyObjectWrapper<@Nullable StateMapLayout> mapLayout =
            new ReadOnlyObjectWrapper<>(this, "mapLayout");

    /** A map without a timeline. */
    public StateMap() {
        getStyleClass().add("state-map");
        // Its states and ways have the focus.
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.PARENT);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new StateMapSkin(this);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(StateMap.class.getResource("state-map.css")).toExternalForm();
    }

    /** The story; null: the map alone. */
    public ObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline;
    }

    public @Nullable Timeline getTimeline() {
        return timeline.get();
    }

    public void setTimeline(@Nullable Timeline value) {
        timeline.set(value);
    }

    /** The frame that has just happened. */
    public IntegerProperty frameIndexProperty() {
        return frameIndex;
    }

    public int getFrameIndex() {
        return frameIndex.get();
    }

    public void setFrameIndex(int value) {
        frameIndex.set(value);
    }

    /**
     * Options whose edges are drawn too; those of the hosts in the story need not be given. Null:
     * no others.
     */
    public ObjectProperty<@Nullable TcpOptions> optionsProperty() {
        return options;
    }

    /** Whether ways are drawn that figure 5 omits; those taken in this run are always drawn. */
    public BooleanProperty showOmittedProperty() {
        return showOmitted;
    }

    /** The words; null: nothing can be shown. */
    public ObjectProperty<@Nullable Messages> messagesProperty() {
        return messages;
    }

    public @Nullable Messages getMessages() {
        return messages.get();
    }

    public void setMessages(@Nullable Messages value) {
        messages.set(value);
    }

    /** Told the index of the frame that somebody wants to see; null: nobody listens. */
    public ObjectProperty<@Nullable IntConsumer> onFrameRequestedProperty() {
        return onFrameRequested;
    }

    public void setOnFrameRequested(@Nullable IntConsumer value) {
        onFrameRequested.set(value);
    }

    /** The geometry being shown; null as long as there is nothing to show. */
    public ReadOnlyObjectProperty<@Nullable StateMapLayout> mapLayoutProperty() {
        return mapLayout.getReadOnlyProperty();
    }

    public @Nullable StateMapLayout getMapLayout() {
        return mapLayout.get();
    }

    void showLayout(@Nullable StateMapLayout layout) {
        mapLayout.set(layout);
    }

    void requestFrame(int frame) {
        IntConsumer listener = onFrameRequested.get();
        if (listener != null) {
            listener.accept(frame);
        }
    }
}
