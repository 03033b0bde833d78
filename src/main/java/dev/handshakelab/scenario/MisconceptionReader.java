package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Moment.Event;
import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the file of misconceptions; its head says what may stand in it. */
final class MisconceptionReader {
    private static final List<String> EVENTS = List.of("A rule", "B rule", "lost from", "crash");
    private static final int LAST_WHICH = 1_000;

    private MisconceptionReader() {}

    static List<Misconception> read(String name, String text) throws ScenarioException {
        List<Misconception> all = new ArrayList<>();
        YamlNode root = YamlTree.read(name, SourceText.check(name, text));
        for (YamlNode node : root.asOneOrMore()) {
            all.add(misconception(Section.of(node, "myth", "show", "also", "moment")));
        }
        return List.copyOf(all);
    }

    private static Misconception misconception(Section section) throws ScenarioException {
        List<String> also = new ArrayList<>();
        YamlNode others = section.get("also");
        if (others != null) {
            for (YamlNode node : others.asOneOrMore()) {
                also.add(word(node));
            }
        }
        return new Misconception(
                word(section.require("myth")),
                word(section.require("show")),
                also,
                moment(section.require("moment")));
    }

    private static Moment moment(YamlNode node) throws ScenarioException {
        List<String> keys = new ArrayList<>(List.of("A", "B", "which"));
        keys.addAll(EVENTS);
        Section section = Section.of(node, keys);
        YamlNode which = section.get("which");
        return new Moment(
                Values.state(section.require("A")),
                Values.state(section.require("B")),
                event(section),
                which == null ? Moment.THE_ONLY_ONE : Values.integer(which, 1, LAST_WHICH));
    }

    private static Event event(Section section) throws ScenarioException {
        List<String> there = EVENTS.stream().filter(section::has).toList();
        if (there.isEmpty()) {
            return new Event.Any();
        }
        String key = section.oneOf(EVENTS);
        YamlNode value = section.require(key);
        return switch (key) {
            case "A rule" -> new Event.RuleApplied(Side.A, rule(value));
            case "B rule" -> new Event.RuleApplied(Side.B, rule(value));
            case "lost from" -> new Event.SegmentLost(Values.side(value));
            case "crash" -> new Event.HostCrashed(Values.side(value));
            default -> throw value.problem(Kind.NONE_OF, String.join(", ", EVENTS));
        };
    }

    private static Rule rule(YamlNode node) throws ScenarioException {
        return Words.choose(
                node.asValue(Term.SINGLE_VALUE), Arrays.asList(Rule.values()), Rule::id);
    }

    private static String word(YamlNode node) throws ScenarioException {
        return node.asValue(Term.IDENTIFIER).text();
    }
}
