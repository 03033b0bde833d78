package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.tcp.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the network does to segments. */
final class FaultReader {
    static final int MAX_RULES = 1000;

    private static final List<String> VERDICTS =
            List.of("pass", "drop", "delay", "duplicate", "hold");
    private static final List<String> MATCH_KEYS =
            List.of("from", "flags", "without", "text", "retransmission", "nth", "since", "before");
    private static final String PROBABILITY = "probability";
    private static final String BY = "by";
    private static final String LATER = "later";
    private static final String UP_TO = "up to";
    private static final int MAX_NTH = 1_000_000;

    private FaultReader() {}

    static List<FaultRule> read(YamlNode node) throws ScenarioException {
        List<FaultRule> rules = new ArrayList<>();
        for (YamlNode item : Lists.of(node, MAX_RULES)) {
            rules.add(readOne(item));
        }
        return rules;
    }

    static FaultRule readOne(YamlNode node) throws ScenarioException {
        Section section = Section.of(node, VERDICTS);
        String verdict = section.oneOf(VERDICTS);
        return rule(verdict, section.require(verdict));
    }

    private static FaultRule rule(String verdict, YamlNode node) throws ScenarioException {
        List<String> keys = new ArrayList<>(MATCH_KEYS);
        switch (verdict) {
            case "drop" -> keys.add(PROBABILITY);
            case "delay" -> keys.addAll(List.of(BY, UP_TO, PROBABILITY));
            case "duplicate" -> keys.addAll(List.of(LATER, UP_TO, PROBABILITY));
            default -> {
                // nothing to add: pass and hold take no values
            }
        }
        Section section = Section.of(node, keys);
        Verdict decided =
                switch (verdict) {
                    case "drop" ->
                            section.has(PROBABILITY)
                                    ? new Verdict.DropRandomly(probability(section))
                                    : new Verdict.Drop();
                    case "delay" -> delay(section);
                    case "duplicate" -> duplicate(section);
                    case "hold" -> new Verdict.Hold();
                    default -> new Verdict.Pass();
                };
        return new FaultRule(match(section), decided);
    }

    private static Verdict delay(Section section) throws ScenarioException {
        section.notTogether(BY, PROBABILITY);
        return section.oneOf(List.of(BY, UP_TO)).equals(BY)
                ? new Verdict.Delay(Values.duration(section.require(BY)))
                : new Verdict.DelayRandomly(
                        probability(section), Values.duration(section.require(UP_TO)));
    }

    private static Verdict duplicate(Section section) throws ScenarioException {
        section.notTogether(LATER, PROBABILITY);
        return section.oneOf(List.of(LATER, UP_TO)).equals(LATER)
                ? new Verdict.Duplicate(Values.duration(section.require(LATER)))
                : new Verdict.DuplicateRandomly(
                        probability(section), Values.duration(section.require(UP_TO)));
    }

    private static double probability(Section section) throws ScenarioException {
        YamlNode node = section.get(PROBABILITY);
        return node == null ? 1 : Values.probability(node);
    }

    private static Match match(Section section) throws ScenarioException {
        YamlNode from = section.get("from");
        YamlNode on = section.get("flags");
        YamlNode off = section.get("without");
        YamlNode text = section.get("text");
        YamlNode again = section.get("retransmission");
        YamlNode nth = section.get("nth");
        YamlNode since = section.get("since");
        YamlNode before = section.get("before");
        return new Match(
                from == null ? null : Values.side(from),
                on == null ? Flags.NONE : Values.flags(on),
                off == null ? Flags.NONE : Values.flags(off),
                text == null ? null : Values.yesOrNo(text),
                again == null ? null : Values.yesOrNo(again),
                nth == null ? Set.of() : numbers(nth),
                since == null ? 0 : Values.duration(since),
                before == null ? Long.MAX_VALUE : Values.duration(before));
    }

    private static Set<Integer> numbers(YamlNode node) throws ScenarioException {
        Set<Integer> numbers = new TreeSet<>();
        for (YamlNode one : node.asOneOrMore()) {
            numbers.add(Values.integer(one, 1, MAX_NTH));
        }
        if (numbers.isEmpty()) {
            throw node.problem(Kind.WRONG_TYPE, Term.NOTHING, Term.WHOLE_NUMBER);
        }
        return numbers;
    }
}
