package dev.handshakelab.view.touch;

import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.view.text.Messages;
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
        automatic = toggle("networkAutomatic", "touch.network.automatic", Feather.REPEAT, messages);
        manual = toggle("networkManual", "touch.network.manual", Feather.SLIDERS, messages);
        automatic.setOnAction(_ -> choose(false));
        manual.setOnAction(_ -> choose(true));
        button = new SegmentedButton(automatic, manual);
        button.getStyleClass().add("network-switch");
        button.accessibleTextProperty().bind(messages.binding("touch.network"));
        desk.present().onChange(this::show);
        show();
    }

    /** The two buttons side by side. */
    public SegmentedButton button() {
        return button;
    }

    private static ToggleButton toggle(String id, String key, Feather sign, Messages messages) {
        var toggle = new ToggleButton();
        toggle.setId(id);
        toggle.setGraphic(new FontIcon(sign));
        toggle.getStyleClass().add("small");
        messages.bind(toggle, key);
        var tip = new Tooltip();
        tip.getStyleClass().add("wide-tip");
        tip.setWrapText(true);
        tip.textProperty().bind(messages.binding(key + ".tip"));
        toggle.setTooltip(tip);
        return toggle;
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
