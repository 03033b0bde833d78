package dev.handshakelab.view.touch;

import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What menus, keys and lists do; a touch that does nothing is said. */
public final class TouchActions {
    private final TouchDesk desk;
    private final Notices notices;
    private final Parts parts;

    /**
     * What else of the window it needs.
     *
     * @param askDelay asks when a segment shall arrive
     * @param inject opens the form for a segment from outside
     * @param focused the segment in the diagram that has the focus
     */
    public record Parts(
            Consumer<Reach> askDelay, Runnable inject, Supplier<@Nullable Flight> focused) {}

    public TouchActions(TouchDesk desk, Notices notices, Parts parts) {
        this.desk = desk;
        this.notices = notices;
        this.parts = parts;
    }

    void drop(Reach reach) {
        desk.drop(reach);
    }

    void deliver(Reach reach) {
        desk.deliver(reach);
    }

    void delay(Reach reach, Delay delay) {
        desk.delay(reach, delay);
    }

    void arriveAt(Reach reach, long atNanos) {
        desk.arriveAt(reach, atNanos);
    }

    void askDelay(Reach reach) {
        parts.askDelay().accept(reach);
    }

    void duplicate(Reach reach) {
        desk.duplicate(reach);
    }

    void holdOrRelease(Reach reach) {
        desk.holdOrRelease(reach);
    }

    void choose(Possibility one) {
        desk.choose(one);
    }

    void act(Action action) {
        desk.act(action);
    }

    void inject() {
        parts.inject().run();
    }

    void addFault(Side side, FaultTarget target, FaultEffect effect) {
        World world = desk.present().world();
        if (world != null) {
            FaultRule rule = target.next(side, effect.verdict(world, side));
            desk.apply(new Touch.AddFault(rule));
        }
    }

    /** Does what a key means, to the segment that is meant. */
    public void run(Command command) {
        if (!desk.present().isTouchable()) {
            notices.add(Notice.of(Notice.Kind.INFO, "touch.notTouchable"));
            return;
        }
        Optional<Reach> aimed = desk.aimed(parts.focused().get());
        if (aimed.isEmpty()) {
            notices.add(Notice.of(Notice.Kind.INFO, "touch.noSegment"));
            return;
        }
        Reach reach = aimed.get();
        if (command == Command.TOUCH_DROP) {
            drop(reach);
        } else if (command == Command.TOUCH_LATER) {
            delay(reach, Delay.LITTLE);
        } else if (command == Command.TOUCH_DUPLICATE) {
            duplicate(reach);
        } else if (command == Command.TOUCH_HOLD) {
            holdOrRelease(reach);
        } else {
            throw new IllegalArgumentException(command.name());
        }
    }
}
