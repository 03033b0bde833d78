package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Moment.Event.RuleApplied;
import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads challenge files. A challenge has an id, a difficulty from 1 to 3, a start (the id of a
 * bundled scenario, or hosts, link, faults and script as in a scenario file), the allowed touches,
 * the goal as one or more things that must be seen one after the other, a solution as a list of
 * touches, and the fewest touches known.
 */
public final class ChallengeReader {
    private static final int MOST_TOUCHES = 100;
    private static final List<String> RULES = List.of("A rule", "B rule");

    private ChallengeReader() {}

    /**
     * Reads a text.
     *
     * @param name what to call it in messages
     * @throws ScenarioException if it is no challenge
     */
    public static Challenge read(String name, String text) throws ScenarioException {
        YamlNode root = YamlTree.read(name, SourceText.check(name, text));
        Section section =
                Section.of(
                        root,
                        "challenge",
                        "difficulty",
                        "start",
                        "allow",
                        "goal",
                        "solution",
                        "fewest");
        Plan start = start(section.require("start"));
        List<Achievement> goal = new ArrayList<>();
        for (YamlNode node : section.require("goal").asOneOrMore()) {
            goal.add(achievement(node));
        }
        var touches = new TouchReader(new ScriptReader(start.a(), start.b()));
        return new Challenge(
                ScenarioReader.id(section.require("challenge")),
                Values.integer(section.require("difficulty"), 1, Challenge.HARDEST),
                start,
                allowance(section.require("allow")),
                goal,
                touches.touches(section.require("solution")),
                Values.integer(section.require("fewest"), 1, MOST_TOUCHES));
    }

    private static Plan start(YamlNode node) throws ScenarioException {
        if (!(node instanceof YamlNode.Value)) {
            return ScenarioReader.plan(Section.of(node, ScenarioReader.PLAN));
        }
        List<Scenario> all = ScenarioLibrary.bundled().scenarios();
        return Words.choose(node.asValue(Term.IDENTIFIER), all, Scenario::id).plan();
    }

    private static Allowance allowance(YamlNode node) throws ScenarioException {
        Section section = Section.of(node, "touches", "hosts", "most");
        Set<TouchKind> kinds = EnumSet.noneOf(TouchKind.class);
        for (YamlNode kind : section.require("touches").asOneOrMore()) {
            kinds.add(
                    Words.choose(
                            kind.asValue(Term.SINGLE_VALUE),
                            Arrays.asList(TouchKind.values()),
                            TouchKind::word));
        }
        Set<Side> sides = EnumSet.noneOf(Side.class);
        YamlNode hosts = section.get("hosts");
        if (hosts == null) {
            sides.addAll(Arrays.asList(Side.values()));
        } else {
            for (YamlNode host : hosts.asOneOrMore()) {
                sides.add(Values.side(host));
            }
        }
        return new Allowance(
                kinds, sides, Values.integer(section.require("most"), 1, MOST_TOUCHES));
    }

    private static Achievement achievement(YamlNode node) throws ScenarioException {
        List<String> keys = new ArrayList<>(ConditionReader.KEYS);
        keys.addAll(RULES);
        keys.add("for");
        keys.add("at the end");
        Section section = Section.of(node, keys);
        List<RuleApplied> rules = new ArrayList<>();
        for (Side side : Side.values()) {
            YamlNode value = section.get(side.name() + " rule");
            if (value != null) {
                for (YamlNode rule : value.asOneOrMore()) {
                    rules.add(new RuleApplied(side, rule(rule)));
                }
            }
        }
        YamlNode time = section.get("for");
        var conditions =
                ConditionReader.conditions(
                        section, keys.subList(ConditionReader.KEYS.size(), keys.size()));
        if (conditions.isEmpty() && rules.isEmpty()) {
            throw node.problem(Kind.NONE_OF, String.join(", ", keys));
        }
        return new Achievement(
                conditions,
                rules,
                time == null ? 0 : Values.positiveDuration(time),
                isOn(section.get("at the end")));
    }

    private static boolean isOn(@Nullable YamlNode node) throws ScenarioException {
        return node != null && Values.yesOrNo(node);
    }

    private static Rule rule(YamlNode node) throws ScenarioException {
        return Words.choose(
                node.asValue(Term.SINGLE_VALUE), Arrays.asList(Rule.values()), Rule::id);
    }
}
