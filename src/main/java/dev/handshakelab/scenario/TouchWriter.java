package dev.handshakelab.scenario;

import dev.handshakelab.scenario.YamlText.Fields;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Touch;

/** Writes what was done to a run. */
final class TouchWriter {
    private TouchWriter() {}

    static Fields write(RecordedTouch recorded, Plan plan) {
        Fields fields = new Fields();
        fields.putIf(
                recorded.afterStep() != RecordedTouch.ANY_STEP,
                "after",
                Integer.toString(recorded.afterStep()));
        fields.putIf(
                recorded.atNanos() != RecordedTouch.SAME_TIME,
                "at",
                YamlText.duration(recorded.atNanos()));
        write(fields, recorded.touch(), plan);
        return fields;
    }

    private static void write(Fields fields, Touch touch, Plan plan) {
        switch (touch) {
            case Touch.Act(var action) -> ActionWriter.write(fields, action, plan);
            case Touch.Drop(long id) -> fields.put("drop", Long.toString(id));
            case Touch.Delay(long id, long extraNanos) ->
                    fields.put("delay", segment(id).put("by", YamlText.duration(extraNanos)));
            case Touch.Duplicate(long id, long laterNanos) ->
                    fields.put(
                            "duplicate", segment(id).put("later", YamlText.duration(laterNanos)));
            case Touch.Hold(long id) -> fields.put("hold", Long.toString(id));
            case Touch.Deliver(long id, long delayNanos) ->
                    fields.put(
                            "deliver",
                            delayNanos == 0
                                    ? Long.toString(id)
                                    : segment(id)
                                            .put("delay", YamlText.duration(delayNanos))
                                            .toString());
            case Touch.FireTimer(var side, var kind) ->
                    fields.put(
                            "fire",
                            new Fields()
                                    .put("host", side.name())
                                    .put("timer", YamlText.word(kind)));
            case Touch.Hurry(int scriptIndex) ->
                    fields.put("hurry", Integer.toString(scriptIndex + 1));
            case Touch.AddFault(var rule) -> fields.put("fault", FaultWriter.write(rule));
            case Touch.NetworkMode(boolean manual) ->
                    fields.put("network", manual ? "manual" : "automatic");
        }
    }

    private static Fields segment(long id) {
        return new Fields().put("segment", Long.toString(id));
    }
}
