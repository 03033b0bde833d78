package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.scenario.YamlNode.Field;
import dev.handshakelab.scenario.YamlNode.Value;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.timeline.Side;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads scenario files. The format is described in the README, "Writing a scenario". */
public final class ScenarioReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2,4})?");
    private static final long DEFAULT_DELAY_NANOS = 10_000_000;
    private static final long DEFAULT_UNTIL_NANOS = 600_000_000_000L;
    private static final int DEFAULT_STEPS = 1_000;
    private static final int MAX_STEPS = 2_000_000;

    /** The keys that make a plan. */
    static final List<String> PLAN = List.of("hosts", "link", "faults", "script", "until", "steps");

    private ScenarioReader() {}

    /**
     * Reads a file; whatever it holds, the answer is a scenario or an exception that says what is
     * wrong.
     *
     * @throws ScenarioException if there is no such file, if it cannot be read, is larger than 1
     *     MiB, or is no scenario
     */
    public static Scenario read(Path path) throws ScenarioException {
        Path name = path.getFileName();
        String text = SourceText.read(path);
        return parse(name == null ? path.toString() : name.toString(), text);
    }

    /**
     * Reads a text.
     *
     * @param name what to call it in messages
     * @throws ScenarioException if it is no scenario
     */
    public static Scenario read(String name, String text) throws ScenarioException {
        return parse(name, SourceText.check(name, text));
    }

    private static Scenario parse(String name, String text) throws ScenarioException {
        Section section =
                Section.of(
                        YamlTree.read(name, text),
                        "scenario",
                        "chapter",
                        "title",
                        "aim",
                        "why",
                        "hosts",
                        "link",
                        "faults",
                        "script",
                        "goal",
                        "until",
                        "steps",
                        "touches",
                        "branches",
                        "shown");
        YamlNode chapter = section.get("chapter");
        YamlNode goal = section.get("goal");
        String id = id(section.require("scenario"));
        Chapter place = chapter == null ? Chapter.OWN : chapter(chapter);
        Plan plan = plan(section);
        return new Scenario(
                id,
                place,
                plan,
                goal == null ? Optional.empty() : Optional.of(ConditionReader.goal(goal)),
                texts(section),
                courses(section, plan));
    }

    /** What was done to a story, in a section that may have it. */
    static Courses courses(Section section, Plan plan) throws ScenarioException {
        section.notTogether("touches", "branches");
        section.notTogether("touches", "shown");
        var reader = new TouchReader(new ScriptReader(plan.a(), plan.b()));
        YamlNode touches = section.get("touches");
        YamlNode branches = section.get("branches");
        if (touches != null) {
            return Courses.of(reader.touches(touches), !plan.script().isEmpty());
        }
        return branches == null ? Courses.NONE : reader.courses(branches, section.get("shown"));
    }

    static String id(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.IDENTIFIER);
        if (!ID.matcher(value.text()).matches()) {
            throw Values.bad(value, Term.IDENTIFIER);
        }
        return value.text();
    }

    private static Chapter chapter(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.SINGLE_VALUE);
        return Words.choose(value, Arrays.asList(Chapter.values()), Chapter::fileName);
    }

    private static Map<Part, LocalText> texts(Section section) throws ScenarioException {
        Map<Part, LocalText> texts = new EnumMap<>(Part.class);
        put(texts, Part.TITLE, section.get("title"));
        put(texts, Part.GOAL, section.get("aim"));
        put(texts, Part.WHY, section.get("why"));
        return texts;
    }

    private static void put(Map<Part, LocalText> texts, Part part, @Nullable YamlNode node)
            throws ScenarioException {
        if (node == null) {
            return;
        }
        Map<String, String> byLanguage = new HashMap<>();
        if (node instanceof YamlNode.Fields fields) {
            for (Field field : fields.byKey().values()) {
                if (!LANGUAGE.matcher(field.key().text()).matches()) {
                    throw Values.bad(field.key(), Term.LANGUAGE);
                }
                String language = field.key().text().substring(0, 2).toLowerCase(Locale.ROOT);
                byLanguage.put(language, Values.text(field.value()));
            }
        } else {
            byLanguage.put(LocalText.ANY_LANGUAGE, Values.text(node));
        }
        texts.put(part, new LocalText(byLanguage));
    }

    static Plan plan(Section section) throws ScenarioException {
        YamlNode hosts = section.get("hosts");
        Section both = hosts == null ? null : Section.of(hosts, "A", "B");
        Plan.Host a = HostReader.read(both == null ? null : both.get("A"), Side.A);
        Plan.Host b = HostReader.read(both == null ? null : both.get("B"), Side.B);
        if (a.info().socket().equals(b.info().socket())) {
            throw section.whole()
                    .problem(Kind.SAME_ADDRESS, Words.quote(a.info().socket().toString()));
        }
        YamlNode link = section.get("link");
        YamlNode faults = section.get("faults");
        YamlNode until = section.get("until");
        YamlNode steps = section.get("steps");
        return new Plan(
                a,
                b,
                link == null ? new Plan.Link(DEFAULT_DELAY_NANOS, 0, 1) : link(link),
                faults == null ? List.of() : FaultReader.read(faults),
                new ScriptReader(a, b).read(section.require("script")),
                until == null ? DEFAULT_UNTIL_NANOS : Values.duration(until),
                steps == null ? DEFAULT_STEPS : Values.integer(steps, 1, MAX_STEPS));
    }

    private static Plan.Link link(YamlNode node) throws ScenarioException {
        Section section = Section.of(node, "delay", "jitter", "seed");
        YamlNode delay = section.get("delay");
        YamlNode jitter = section.get("jitter");
        YamlNode seed = section.get("seed");
        return new Plan.Link(
                delay == null ? DEFAULT_DELAY_NANOS : Values.duration(delay),
                jitter == null ? 0 : Values.duration(jitter),
                seed == null
                        ? 1
                        : Values.whole(seed, Term.WHOLE_NUMBER, 0, 999_999_999_999_999_999L));
    }
}
