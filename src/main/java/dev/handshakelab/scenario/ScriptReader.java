package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Fields;
import dev.handshakelab.scenario.YamlNode.Value;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.Trigger;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the script: what happens when. */
final class ScriptReader {
    static final int MAX_STEPS = 1000;

    static final List<String> ACTIONS =
            List.of("A", "B", "inject", "release", "crash", "reboot", "cable", "options");
    private static final List<String> KEYS =
            List.of(
                    "at", "when", "after", "A", "B", "inject", "release", "crash", "reboot",
                    "cable", "options");
    private static final Map<String, Boolean> CABLE = Map.of("pull", false, "plug in", true);
    private static final int MAX_NTH = 1_000_000;

    private final Plan.Host hostA;
    private final Plan.Host hostB;

    ScriptReader(Plan.Host hostA, Plan.Host hostB) {
        this.hostA = hostA;
        this.hostB = hostB;
    }

    List<ScriptStep> read(YamlNode node) throws ScenarioException {
        List<ScriptStep> steps = new ArrayList<>();
        for (YamlNode item : Lists.of(node, MAX_STEPS)) {
            steps.add(step(Section.of(item, KEYS), steps.isEmpty()));
        }
        return steps;
    }

    private ScriptStep step(Section section, boolean first) throws ScenarioException {
        section.notTogether("at", "when");
        section.notTogether("at", "after");
        Action action = action(section, section.oneOf(ACTIONS));
        YamlNode at = section.get("at");
        YamlNode when = section.get("when");
        YamlNode after = section.get("after");
        long afterNanos = after == null ? 0 : Values.duration(after);
        if (at != null) {
            return ScriptStep.at(Values.duration(at), action);
        }
        if (when != null) {
            return new ScriptStep(new Trigger.When(ConditionReader.read(when)), afterNanos, action);
        }
        return first ? ScriptStep.at(afterNanos, action) : ScriptStep.then(afterNanos, action);
    }

    /** What a key of {@link #ACTIONS} in a section says. */
    Action action(Section section, String key) throws ScenarioException {
        YamlNode value = section.require(key);
        return switch (key) {
            case "A" -> new Action.Call(Side.A, CallReader.read(value));
            case "B" -> new Action.Call(Side.B, CallReader.read(value));
            case "inject" -> InjectReader.read(value);
            case "release" -> release(value);
            case "crash" -> crash(value);
            case "reboot" -> new Action.Reboot(Values.side(value));
            case "cable" -> cable(value);
            default -> options(value);
        };
    }

    private static Action cable(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.SINGLE_VALUE);
        String word = Words.choose(value, List.of("pull", "plug in"), w -> w);
        return new Action.Cable(Boolean.TRUE.equals(CABLE.get(word)));
    }

    private static Action release(YamlNode node) throws ScenarioException {
        if (!(node instanceof Fields)) {
            return new Action.Release(Values.side(node), 0, 0);
        }
        Section section = Section.of(node, "from", "nth", "delay");
        YamlNode nth = section.get("nth");
        YamlNode delay = section.get("delay");
        return new Action.Release(
                Values.side(section.require("from")),
                nth == null || Values.isWord(nth, "all") ? 0 : Values.integer(nth, 1, MAX_NTH),
                delay == null ? 0 : Values.duration(delay));
    }

    /** {@code crash: A}, or {@code crash: {host: A, down: yes}}. */
    private static Action crash(YamlNode node) throws ScenarioException {
        if (!(node instanceof Fields)) {
            return new Action.Crash(Values.side(node), false);
        }
        Section section = Section.of(node, "host", "down");
        YamlNode down = section.get("down");
        return new Action.Crash(
                Values.side(section.require("host")), down != null && Values.yesOrNo(down));
    }

    private Action options(YamlNode node) throws ScenarioException {
        List<String> hosts = List.of("A", "B");
        Section section = Section.of(node, hosts);
        Side side = section.oneOf(hosts).equals("A") ? Side.A : Side.B;
        Plan.Host host = side == Side.A ? hostA : hostB;
        return new Action.SetOptions(
                side, OptionsReader.read(section.require(side.name()), host.endpoint().options()));
    }
}
