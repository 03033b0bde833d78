package dev.handshakelab.scenario;

import dev.handshakelab.scenario.YamlText.Fields;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.Action.Inject;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.timeline.Flight.Origin;
import dev.handshakelab.timeline.Side;

/** Writes what a step of a script does, and what somebody does to a run. */
final class ActionWriter {
    private static final int DEFAULT_WINDOW = 1000;

    private ActionWriter() {}

    /** Adds an action to a step. */
    static void write(Fields step, Action action, Plan plan) {
        switch (action) {
            case Action.Call(Side side, var call) -> step.put(side.name(), CallWriter.write(call));
            case Inject inject -> step.put("inject", inject(inject).toString());
            case Action.Release(Side from, int nth, long delayNanos) ->
                    step.put("release", release(from, nth, delayNanos));
            case Action.Crash(Side side, boolean down) ->
                    step.put(
                            "crash", down ? "{host: " + side.name() + ", down: yes}" : side.name());
            case Action.Reboot(Side side) -> step.put("reboot", side.name());
            case Action.Cable(boolean connected) ->
                    step.put("cable", connected ? "plug in" : "pull");
            case Action.SetOptions(Side side, var options) -> {
                Fields changed = OptionsWriter.write(options, plan.host(side).endpoint().options());
                step.put("options", "{" + side.name() + ": " + changed + "}");
            }
        }
    }

    private static String release(Side from, int nth, long delayNanos) {
        if (nth == 0 && delayNanos == 0) {
            return from.name();
        }
        return new Fields()
                .put("from", from.name())
                .putIf(nth != 0, "nth", Integer.toString(nth))
                .putIf(delayNanos != 0, "delay", YamlText.duration(delayNanos))
                .toString();
    }

    private static Fields inject(Inject inject) {
        Segment segment = inject.segment();
        Fields fields =
                new Fields()
                        .put("from", inject.from().name())
                        .put("flags", YamlText.flags(segment.flags()))
                        .put("seq", YamlText.number(segment.seq()))
                        .putIf(segment.ack() != 0, "ack", YamlText.number(segment.ack()))
                        .putIf(
                                segment.window() != DEFAULT_WINDOW,
                                "window",
                                Integer.toString(segment.window()))
                        .putIf(
                                segment.urgentPointer() != 0,
                                "urgent pointer",
                                Integer.toString(segment.urgentPointer()))
                        .putIf(
                                !segment.text().isEmpty(),
                                "text",
                                YamlText.text(segment.text().asText()));
        if (!segment.options().isEmpty()) {
            fields.put("options", options(segment.options()).toString());
        }
        return fields.put("as", inject.origin() == Origin.FORGED ? "forged" : "old duplicate")
                .putIf(inject.delayNanos() != 0, "delay", YamlText.duration(inject.delayNanos()));
    }

    private static Fields options(SegmentOptions options) {
        Fields fields = new Fields();
        options.maximumSegmentSize()
                .ifPresent(octets -> fields.put("maximum segment size", Integer.toString(octets)));
        options.windowScale()
                .ifPresent(shift -> fields.put("window scale", Integer.toString(shift)));
        fields.putIf(options.sackPermitted(), "sack permitted", "yes");
        options.timestamps()
                .ifPresent(stamps ->
                        fields.put(
                                "timestamps",
                                "["
                                        + YamlText.number(stamps.value())
                                        + ", "
                                        + YamlText.number(stamps.echoReply())
                                        + "]"));
        return fields;
    }
}
