package dev.handshakelab.scenario;

import dev.handshakelab.scenario.YamlText.Fields;
import dev.handshakelab.sim.GoalCheck;
import dev.handshakelab.sim.GoalCheck.Moment;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.tcp.Flags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes conditions: those that a step of the script waits for, and the goal. */
final class ConditionWriter {
    private ConditionWriter() {}

    static Fields goal(GoalCheck goal) {
        return write(goal.conditions())
                .putIf(goal.moment() != Moment.AT_THE_END, "moment", YamlText.word(goal.moment()));
    }

    /** Conditions of one kind stand in one list, at the place of the first of them. */
    static Fields write(List<Condition> conditions) {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            byKey.computeIfAbsent(key(condition), _ -> new ArrayList<>()).add(value(condition));
        }
        Fields fields = new Fields();
        byKey.forEach((key, values) -> fields.put(key, YamlText.oneOrMore(values, v -> v)));
        return fields;
    }

    private static String key(Condition condition) {
        return switch (condition) {
            case Condition.InState(var side, _) -> side.name();
            case Condition.WasInState(var side, _) -> side + " was";
            case Condition.Delivered(var side, _) -> side + " delivered octets";
            case Condition.DeliveredText(var side, _) -> side + " delivered";
            case Condition.HasSent(var side, _, _) -> side + " sent";
            case Condition.HasReceived(var side, _, _) -> side + " received";
            case Condition.AllAcknowledged _ -> "acknowledged";
            case Condition.NetworkEmpty() -> "network";
            case Condition.Not(var other) -> {
                String key = key(other);
                yield key.charAt(0) + " never" + key.substring(1);
            }
        };
    }

    private static String value(Condition condition) {
        return switch (condition) {
            case Condition.InState(_, var state) -> state.rfcName();
            case Condition.WasInState(_, var state) -> state.rfcName();
            case Condition.Delivered(_, int octets) -> Integer.toString(octets);
            case Condition.DeliveredText(_, var text) ->
                    text.isEmpty() ? "\"\"" : YamlText.text(text);
            case Condition.HasSent(_, var flags, int count) -> counted(flags, count);
            case Condition.HasReceived(_, var flags, int count) -> counted(flags, count);
            case Condition.AllAcknowledged(var side) -> side.name();
            case Condition.NetworkEmpty() -> "empty";
            case Condition.Not(var other) -> value(other);
        };
    }

    private static String counted(Flags flags, int count) {
        return count == 1 ? YamlText.flags(flags) : count + " x " + YamlText.flags(flags);
    }
}
