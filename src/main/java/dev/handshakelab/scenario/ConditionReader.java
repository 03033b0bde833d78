package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Field;
import dev.handshakelab.scenario.YamlNode.Value;
import dev.handshakelab.sim.GoalCheck;
import dev.handshakelab.sim.GoalCheck.Moment;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads conditions: those that a step of the script waits for, and the goal. */
final class ConditionReader {
    static final List<String> KEYS =
            List.of(
                    "A",
                    "B",
                    "A was",
                    "B was",
                    "A delivered",
                    "B delivered",
                    "A delivered octets",
                    "B delivered octets",
                    "A sent",
                    "B sent",
                    "A received",
                    "B received",
                    "A never was",
                    "B never was",
                    "A never sent",
                    "B never sent",
                    "A never received",
                    "B never received",
                    "acknowledged",
                    "network");

    private static final String MOMENT = "moment";
    private static final String NEVER = "never ";
    private static final Pattern COUNTED = Pattern.compile("([0-9]+) ?x (.+)");

    private enum Network {
        EMPTY
    }

    private ConditionReader() {}

    /** A goal: conditions, and perhaps when they must hold. */
    static GoalCheck goal(YamlNode node) throws ScenarioException {
        List<String> keys = new ArrayList<>(KEYS);
        keys.add(MOMENT);
        Section section = Section.of(node, keys);
        YamlNode moment = section.get(MOMENT);
        return new GoalCheck(
                atLeastOne(section, List.of(MOMENT)),
                moment == null
                        ? Moment.AT_THE_END
                        : Words.choose(
                                moment.asValue(Term.SINGLE_VALUE),
                                List.of(Moment.values()),
                                one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    /** At least one condition. */
    static List<Condition> read(YamlNode node) throws ScenarioException {
        return atLeastOne(Section.of(node, KEYS), List.of());
    }

    private static List<Condition> atLeastOne(Section section, List<String> others)
            throws ScenarioException {
        List<Condition> conditions = conditions(section, others);
        if (conditions.isEmpty()) {
            throw section.whole().problem(Kind.NONE_OF, String.join(", ", KEYS));
        }
        return conditions;
    }

    /** The conditions among some keys; {@code others} are none. */
    static List<Condition> conditions(Section section, List<String> others)
            throws ScenarioException {
        List<String> skipped = others.stream().map(Words::canonical).toList();
        List<Condition> conditions = new ArrayList<>();
        for (Field field : section.all()) {
            String key = Words.canonical(field.key().text());
            if (skipped.contains(key)) {
                continue;
            }
            for (YamlNode value : field.value().asOneOrMore()) {
                conditions.add(condition(key, value));
            }
        }
        return conditions;
    }

    private static Condition condition(String key, YamlNode value) throws ScenarioException {
        switch (key) {
            case "acknowledged" -> {
                return new Condition.AllAcknowledged(Values.side(value));
            }
            case "network" -> {
                Words.choose(
                        value.asValue(Term.SINGLE_VALUE), List.of(Network.values()), n -> "empty");
                return new Condition.NetworkEmpty();
            }
            default -> {
                Side side = key.startsWith("a") ? Side.A : Side.B;
                return ofHost(side, key.substring(1).strip(), value);
            }
        }
    }

    private static Condition ofHost(Side side, String what, YamlNode value)
            throws ScenarioException {
        if (what.startsWith(NEVER)) {
            return new Condition.Not(ofHost(side, what.substring(NEVER.length()), value));
        }
        return switch (what) {
            case "was" -> new Condition.WasInState(side, Values.state(value));
            case "delivered" -> new Condition.DeliveredText(side, Values.text(value));
            case "delivered octets" ->
                    new Condition.Delivered(side, Values.integer(value, 0, Integer.MAX_VALUE));
            case "sent" -> {
                Counted counted = counted(value);
                yield new Condition.HasSent(side, counted.flags, counted.count);
            }
            case "received" -> {
                Counted counted = counted(value);
                yield new Condition.HasReceived(side, counted.flags, counted.count);
            }
            default -> new Condition.InState(side, Values.state(value));
        };
    }

    private record Counted(int count, Flags flags) {}

    /** {@code SYN+ACK} or {@code 3 x SYN+ACK}. */
    private static Counted counted(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.COUNTED_CONTROL_BITS);
        Matcher matcher = COUNTED.matcher(Words.canonical(value.text()));
        if (!matcher.matches()) {
            return new Counted(1, flags(value, value.text()));
        }
        Value count = new Value(value.place(), matcher.group(1), false);
        return new Counted(
                (int) Values.whole(count, Term.COUNTED_CONTROL_BITS, 1, 1_000_000),
                flags(value, matcher.group(2)));
    }

    private static Flags flags(Value value, String text) throws ScenarioException {
        try {
            return Flags.parse(text.replace('+', ','));
        } catch (IllegalArgumentException _) {
            throw Values.bad(value, Term.COUNTED_CONTROL_BITS);
        }
    }
}
