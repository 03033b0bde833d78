package dev.handshakelab.view.touch;

import dev.handshakelab.sim.Possibilities;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import dev.handshakelab.view.text.PossibilityTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The items of the menus by which one touches; made anew each time, in the language of then. */
public final class Menus {
    private final TouchDesk desk;
    private final TouchActions actions;
    private final Messages messages;
    private final PossibilityTexts texts;
    private final Supplier<Numbers> numbers;

    /**
     * @param numbers how sequence numbers are written
     */
    public Menus(
            TouchDesk desk, TouchActions actions, Messages messages, Supplier<Numbers> numbers) {
        this.desk = desk;
        this.actions = actions;
        this.messages = messages;
        this.texts = new PossibilityTexts(messages);
        this.numbers = numbers;
    }

    /** What can be done to a segment. */
    public List<MenuItem> ofSegment(Reach reach) {
        List<MenuItem> items = new ArrayList<>();
        items.add(title(segmentTitle(reach)));
        if (!reach.isPresent()) {
            items.add(
                    title(
                            messages.get(
                                    "touch.goesBack",
                                    Durations.compact(reach.world().nowNanos()))));
        }
        items.add(
                item("drop", Feather.X_CIRCLE, "touch.drop", () -> actions.drop(reach))
                        .key(Command.TOUCH_DROP));
        items.add(
                item(
                        "deliver",
                        Feather.FAST_FORWARD,
                        "touch.deliver",
                        () -> actions.deliver(reach)));
        items.add(delays(reach));
        items.add(
                item("duplicate", Feather.COPY, "touch.duplicate", () -> actions.duplicate(reach))
                        .key(Command.TOUCH_DUPLICATE));
        boolean held = reach.isHeld();
        items.add(
                item(
                                "hold",
                                held ? Feather.PLAY_CIRCLE : Feather.PAUSE_CIRCLE,
                                held ? "touch.release" : "touch.hold",
                                () -> actions.holdOrRelease(reach))
                        .key(Command.TOUCH_HOLD));
        return items;
    }

    /** A segment with its way. */
    String segmentTitle(Reach reach) {
        Flight flight = reach.flight();
        return messages.get(
                "touch.segment.title",
                texts.segmentName(flight, reach.frame(), numbers.get()),
                flight.from().name(),
                flight.to().name());
    }

    private Menu delays(Reach reach) {
        Menu menu = menu("delay", Feather.CLOCK, "touch.delay");
        menu.getItems().addAll(delayItems(reach));
        return menu;
    }

    /** By how much a segment can be delayed. */
    List<MenuItem> delayItems(Reach reach) {
        List<MenuItem> items = new ArrayList<>();
        for (Delay delay : Delay.values()) {
            var item =
                    item(
                            "delay" + delay.name(),
                            null,
                            "touch.delay." + delay.name(),
                            () -> actions.delay(reach, delay));
            OptionalLong arrival = desk.arrivalNanos(reach, delay);
            if (arrival.isPresent()) {
                item.setText(
                        messages.get(
                                "touch.delay.at",
                                item.getText(),
                                Durations.compact(arrival.getAsLong())));
            }
            item.setDisable(arrival.isEmpty());
            items.add(delay == Delay.LITTLE ? item.key(Command.TOUCH_LATER) : item);
        }
        items.add(item("delayChosen", null, "touch.delay.chosen", () -> actions.askDelay(reach)));
        return items;
    }

    /** The calls of a host, and what can befall it. */
    public List<MenuItem> ofHost(Side side) {
        World world = desk.present().world();
        List<MenuItem> items = new ArrayList<>();
        items.add(title(messages.get("touch.host", side.name())));
        if (world == null) {
            return items;
        }
        for (Possibility one : Possibilities.ofHost(world, side)) {
            items.add(ofHost(one));
        }
        items.add(new SeparatorMenuItem());
        items.add(faults(side));
        return items;
    }

    private MenuItem ofHost(Possibility one) {
        String name = NextList.key(one.what());
        String title = texts.title(one, desk.present().frameIndex(), numbers.get());
        String outcome = texts.outcome(one);
        var item = new TouchItem(name);
        item.setText(outcome.isEmpty() ? title : messages.get("touch.withOutcome", title, outcome));
        item.setMnemonicParsing(false);
        item.setDisable(!one.isPossible());
        item.setGraphic(new FontIcon(NextList.sign(one)));
        item.setOnAction(_ -> actions.choose(one));
        if (one.refusal().isPresent()) {
            item.getStyleClass().add("refused");
        }
        return item;
    }

    /** What can be done to the network. */
    public List<MenuItem> ofNetwork() {
        World world = desk.present().world();
        List<MenuItem> items = new ArrayList<>();
        items.add(title(messages.get("touch.network")));
        if (world == null) {
            return items;
        }
        boolean connected = world.network().connected();
        var cable =
                item(
                        "cable",
                        connected ? Feather.WIFI_OFF : Feather.WIFI,
                        connected ? "touch.cable.pull" : "touch.cable.plug",
                        () -> actions.act(new Action.Cable(!connected)));
        items.add(cable);
        for (Side side : Side.values()) {
            items.add(faults(side));
        }
        items.add(
                item("inject", Feather.EDIT_3, "touch.inject", actions::inject)
                        .key(Command.TOUCH_INJECT));
        return items;
    }

    /** Everything, when nothing in particular is meant. */
    public List<MenuItem> all() {
        List<MenuItem> items = new ArrayList<>();
        World world = desk.present().world();
        if (world != null) {
            for (Flight flight : world.inTransit()) {
                desk.present()
                        .reach(flight.id())
                        .ifPresent(reach -> {
                            var menu = new Menu(segmentTitle(reach));
                            menu.setMnemonicParsing(false);
                            menu.setGraphic(new FontIcon(Feather.SEND));
                            menu.getItems().addAll(ofSegment(reach));
                            items.add(menu);
                        });
            }
        }
        for (Side side : Side.values()) {
            var menu = new Menu(messages.get("touch.host", side.name()));
            menu.setId("touch-host" + side);
            menu.setGraphic(new FontIcon(Feather.TERMINAL));
            menu.getItems().addAll(ofHost(side));
            items.add(menu);
        }
        items.addAll(ofNetwork());
        return items;
    }

    private Menu faults(Side side) {
        var menu = new Menu(messages.get("touch.fault", side.name()));
        menu.setId("touch-fault" + side);
        menu.setGraphic(new FontIcon(Feather.ZAP));
        for (FaultTarget target : FaultTarget.values()) {
            var submenu = new Menu(messages.get("touch.fault." + target.name()));
            submenu.setId("touch-fault" + side + target);
            for (FaultEffect effect : FaultEffect.values()) {
                submenu.getItems()
                        .add(
                                item(
                                        "fault" + side + target + effect,
                                        effect.sign(),
                                        "touch.fault." + effect.name(),
                                        () -> actions.addFault(side, target, effect)));
            }
            menu.getItems().add(submenu);
        }
        return menu;
    }

    private TouchItem item(String name, @Nullable Feather sign, String key, Runnable action) {
        var item = new TouchItem(name);
        item.setText(messages.get(key));
        if (sign != null) {
            item.setGraphic(new FontIcon(sign));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Menu menu(String name, Feather sign, String key) {
        var menu = new Menu(messages.get(key));
        menu.setId("touch-" + name);
        menu.setGraphic(new FontIcon(sign));
        return menu;
    }

    static MenuItem title(String text) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setDisable(true);
        item.getStyleClass().add("touch-title");
        return item;
    }

    /** An item whose id begins with {@code touch-}. */
    private static final class TouchItem extends MenuItem {
        TouchItem(String name) {
            setId("touch-" + name);
        }

        TouchItem key(Command command) {
            setAccelerator(command.keys().getFirst());
            return this;
        }
    }
}
