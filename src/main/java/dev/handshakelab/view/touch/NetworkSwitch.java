package dev.handshakelab.view.touch;

import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.text.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts the network into the learner's hands, or back on automatic. */
public final class NetworkSwitch {
    private final TouchDesk desk;
    private final ToggleButton automatic;
    private final ToggleButton manual;
    private final SegmentedButton button;

    public NetworkSwitch(TouchDesk desk, Messages messages) {
        this.desk = desk;
        automatic = toggle("networkAutomatic", Feather.REPEAT);
        messages.bind(automatic, "touch.network.automatic");
        automatic.setTooltip(tooltip(messages.binding("touch.network.automatic.tip")));
        manual = toggle("networkManual", Feather.SLIDERS);
        messages.bind(manual, "touch.network.manual");
        manual.setTooltip(tooltip(messages.binding("touch.network.manual.tip")));
        automatic.setOnAction(_ -> choose(false));
        manual.setOnAction(_ -> choose(true));
        button = new SegmentedButton(automatic, manual);
        // In a group Tab would reach only one, and arrow keys would mark the other without a deed.
        button.setToggleGroup(null);
        button.getStyleClass().add("network-switch");
        button.accessibleTextProperty().bind(messages.binding("touch.network"));
        desk.present().onChange(new WhenSeen(button, this::show)::changed);
    }

    /** The two buttons side by side. */
    public SegmentedButton button() {
        return button;
    }

    private static ToggleButton toggle(String id, Feather sign) {
        var toggle = new ToggleButton();
        toggle.setId(id);
        toggle.setGraphic(new FontIcon(sign));
        toggle.getStyleClass().add("small");
        return toggle;
    }

    private static Tooltip tooltip(ObservableValue<String> text) {
        var tip = new Tooltip();
        tip.getStyleClass().add("wide-tip");
        tip.setWrapText(true);
        tip.textProperty().bind(text);
        return tip;
    }

    private void choose(boolean wanted) {
        if (isManual() != wanted) {
            desk.apply(new Touch.NetworkMode(wanted));
        }
        show();
    }

    private boolean isManual() {
        World world = desk.present().world();
        return world != null && world.network().isManual();
    }

    private void show() {
        boolean isManual = isManual();
        manual.setSelected(isManual);
        automatic.setSelected(!isManual);
        button.setDisable(!desk.present().isTouchable());
    }
}
