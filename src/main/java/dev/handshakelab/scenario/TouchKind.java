package dev.handshakelab.scenario;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.sim.Touch;
import java.util.Locale;

/** What a touch does, as coarse as challenges allow it or not. */
public enum TouchKind {
    DROP,
    DELAY,
    DUPLICATE,
    HOLD,
    DELIVER,
    FIRE,
    HURRY,
    FAULT,
    NETWORK,
    INJECT,
    CRASH,
    REBOOT,
    CABLE,
    OPTIONS,
    LISTEN,
    CONNECT,
    SEND,
    RECEIVE,
    STOP_READING,
    CLOSE,
    ABORT,
    STATUS;

    /** How files write it, for example {@code stop reading}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind of a touch. */
    public static TouchKind of(Touch touch) {
        return switch (touch) {
            case Touch.Drop _ -> DROP;
            case Touch.Delay _ -> DELAY;
            case Touch.Duplicate _ -> DUPLICATE;
            case Touch.Hold _ -> HOLD;
            case Touch.Deliver _ -> DELIVER;
            case Touch.FireTimer _ -> FIRE;
            case Touch.Hurry _ -> HURRY;
            case Touch.AddFault _ -> FAULT;
            case Touch.NetworkMode _ -> NETWORK;
            case Touch.Act(var action) -> of(action);
        };
    }

    private static TouchKind of(Action action) {
        return switch (action) {
            case Action.Call(_, var call) -> of(call);
            case Action.Inject _ -> INJECT;
            case Action.Release _ -> DELIVER;
            case Action.Crash _ -> CRASH;
            case Action.Reboot _ -> REBOOT;
            case Action.Cable _ -> CABLE;
            case Action.SetOptions _ -> OPTIONS;
        };
    }

    private static TouchKind of(UserAction call) {
        return switch (call) {
            case UserAction.Listen _ -> LISTEN;
            case UserAction.Connect _, UserAction.ConnectNowhere _ -> CONNECT;
            case UserAction.Send _ -> SEND;
            case UserAction.Receive _ -> RECEIVE;
            case UserAction.StopReading _ -> STOP_READING;
            case UserAction.Close _ -> CLOSE;
            case UserAction.Abort _ -> ABORT;
            case UserAction.Status _ -> STATUS;
        };
    }
}
