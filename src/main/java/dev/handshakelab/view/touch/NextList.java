package dev.handshakelab.view.touch;

import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.PossibilityTexts;
import org.kordamp.ikonli.feather.Feather;

/** How possibilities are grouped, named for the program, and marked with signs. */
final class NextList {
    private NextList() {}

    /** Under which heading a possibility stands. */
    enum Group {
        NETWORK,
        TIMERS,
        SCRIPT,
        HOST_A,
        HOST_B,
        OUTSIDE
    }

    static Group group(What what) {
        return switch (what) {
            case What.SegmentEnds _ -> Group.NETWORK;
            case What.TimerFires _ -> Group.TIMERS;
            case What.ScriptStepDue _ -> Group.SCRIPT;
            case What.Call(Side side, _) -> side == Side.A ? Group.HOST_A : Group.HOST_B;
            case What.Incident(Action.Crash(Side side, _)) ->
                    side == Side.A ? Group.HOST_A : Group.HOST_B;
            case What.Incident(Action.Reboot(Side side)) ->
                    side == Side.A ? Group.HOST_A : Group.HOST_B;
            case What.Incident _ -> Group.OUTSIDE;
        };
    }

    /** A name that stays the same from frame to frame and in every language. */
    static String key(What what) {
        return switch (what) {
            case What.SegmentEnds(Flight flight) -> "segment" + flight.id();
            case What.TimerFires(Side side, var timer) -> "timer" + side + timer.kind();
            case What.ScriptStepDue(var due, _) -> "script" + due.index();
            case What.Call(Side side, UserAction call) -> PossibilityTexts.key(call) + side;
            case What.Incident(Action.Crash(Side side, boolean down)) ->
                    (down ? "crashDown" : "crash") + side;
            case What.Incident(Action.Reboot(Side side)) -> "reboot" + side;
            case What.Incident _ -> "cable";
        };
    }

    static Feather sign(Possibility one) {
        if (one.refusal().isPresent()) {
            return Feather.SLASH;
        }
        return switch (one.what()) {
            case What.SegmentEnds(Flight flight) -> sign(flight.fate());
            case What.TimerFires _ -> Feather.CLOCK;
            case What.ScriptStepDue _ -> Feather.FILE_TEXT;
            case What.Call(_, UserAction call) -> sign(call);
            case What.Incident(Action action) -> sign(action);
        };
    }

    private static Feather sign(Fate fate) {
        return switch (fate) {
            case Fate.Arrives _ -> Feather.INBOX;
            case Fate.Lost _ -> Feather.X_CIRCLE;
            case Fate.Held _ -> Feather.PAUSE_CIRCLE;
        };
    }

    private static Feather sign(UserAction call) {
        return switch (call) {
            case UserAction.Listen _ -> Feather.HEADPHONES;
            case UserAction.Connect _, UserAction.ConnectNowhere _ -> Feather.PHONE_CALL;
            case UserAction.Send _ -> Feather.SEND;
            case UserAction.Receive _ -> Feather.DOWNLOAD;
            case UserAction.StopReading _ -> Feather.PAUSE;
            case UserAction.Close _ -> Feather.LOG_OUT;
            case UserAction.Abort _ -> Feather.ALERT_OCTAGON;
            case UserAction.Status _ -> Feather.INFO;
        };
    }

    private static Feather sign(Action action) {
        return switch (action) {
            case Action.Crash _ -> Feather.ZAP;
            case Action.Reboot _ -> Feather.POWER;
            case Action.Cable(boolean connected) -> connected ? Feather.WIFI : Feather.WIFI_OFF;
            case Action.Call _, Action.Inject _, Action.Release _, Action.SetOptions _ ->
                    Feather.TERMINAL;
        };
    }
}
