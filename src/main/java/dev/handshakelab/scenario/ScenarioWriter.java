package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.scenario.YamlText.Fields;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Trigger;
import dev.handshakelab.tcp.IssPolicy;
import dev.handshakelab.tcp.TcpOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes scenario files. {@link ScenarioReader} makes the same scenario of them, as long as it
 * holds nothing that a file cannot say: texts that are no UTF-8, times beyond 10 000 hours, seeds
 * of more than 18 digits.
 */
public final class ScenarioWriter {
    private static final String ITEM = "  - ";
    private static final Pattern COURSES =
            Pattern.compile("^(?:touches|branches|shown)\\s*:", Pattern.CASE_INSENSITIVE);

    private final StringBuilder out = new StringBuilder();
    private final Scenario scenario;
    private final Plan plan;

    private ScenarioWriter(Scenario scenario) {
        this.scenario = scenario;
        this.plan = scenario.plan();
    }

    /** The text of a file. */
    public static String write(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter(scenario);
        writer.writeAll();
        return writer.out.toString();
    }

    /**
     * The text of a file that keeps as much as possible of what stands in it now: if the story is
     * the same but for what was done to it, comments and everything else stay.
     *
     * @param source the file's text of now, which may be anything
     */
    public static String update(String source, Scenario scenario) {
        try {
            if (isSameStory(ScenarioReader.read("", source), scenario)) {
                String kept = withoutCourses(source) + writeCourses(scenario);
                if (ScenarioReader.read("", kept).equals(scenario)) {
                    return kept;
                }
            }
        } catch (ScenarioException _) {
            // Nothing worth keeping.
        }
        return write(scenario);
    }

    private static boolean isSameStory(Scenario one, Scenario other) {
        return one.with(Courses.NONE).equals(other.with(Courses.NONE));
    }

    private static String withoutCourses(String source) {
        StringBuilder kept = new StringBuilder();
        boolean within = false;
        for (String line : source.lines().toList()) {
            if (!line.isBlank() && " \t#-]}".indexOf(line.charAt(0)) < 0) {
                within = COURSES.matcher(line).find();
            }
            if (!within) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    /** Only what was done to the story: the end of its file; empty if nothing was. */
    static String writeCourses(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter(scenario);
        writer.courses();
        return writer.out.toString();
    }

    private void writeAll() {
        line("scenario", scenario.id());
        if (scenario.chapter() != Chapter.OWN) {
            line("chapter", scenario.chapter().fileName());
        }
        text("title", scenario.texts().get(Part.TITLE));
        text("aim", scenario.texts().get(Part.GOAL));
        text("why", scenario.texts().get(Part.WHY));
        out.append("hosts:\n");
        out.append("  A: ").append(host(plan.a())).append('\n');
        out.append("  B: ").append(host(plan.b())).append('\n');
        line("link", link(plan.link()).toString());
        list("faults", plan.faults().stream().map(FaultWriter::write).toList());
        list("script", plan.script().stream().map(this::step).toList());
        if (plan.script().isEmpty()) {
            line("script", "[]");
        }
        scenario.goal().ifPresent(goal -> line("goal", ConditionWriter.goal(goal).toString()));
        line("until", YamlText.duration(plan.untilNanos()));
        line("steps", Integer.toString(plan.maxSteps()));
        courses();
    }

    private void line(String key, String yaml) {
        out.append(key).append(": ").append(yaml).append('\n');
    }

    private void list(String key, List<Fields> items) {
        if (!items.isEmpty()) {
            out.append(key).append(":\n");
            items.forEach(item -> out.append(ITEM).append(item).append('\n'));
        }
    }

    private void text(String key, @Nullable LocalText text) {
        if (text == null) {
            return;
        }
        Map<String, String> sorted = new TreeMap<>(text.byLanguage());
        String any = sorted.get(LocalText.ANY_LANGUAGE);
        if (any != null) {
            line(key, any.isEmpty() ? "\"\"" : YamlText.text(any));
            return;
        }
        Fields fields = new Fields();
        sorted.forEach((language, words) ->
                fields.put(language, words.isEmpty() ? "\"\"" : YamlText.text(words)));
        line(key, fields.toString());
    }

    private static Fields host(Plan.Host host) {
        Fields options = OptionsWriter.write(host.endpoint().options(), TcpOptions.RFC);
        return new Fields()
                .put("role", YamlText.word(host.info().role()))
                .put("address", address(host.info().socket().toString()))
                .put("iss", iss(host.endpoint().issPolicy()))
                .putIf(!options.isEmpty(), "options", options.toString());
    }

    private static String address(String socket) {
        return socket.startsWith("[") ? '"' + socket + '"' : socket;
    }

    private static String iss(IssPolicy policy) {
        return switch (policy) {
            case IssPolicy.Given(var numbers) -> YamlText.oneOrMore(numbers, YamlText::number);
            case IssPolicy.ClockAndHash(long secret) -> "random " + secret;
        };
    }

    private static Fields link(Plan.Link link) {
        return new Fields()
                .put("delay", YamlText.duration(link.delayNanos()))
                .putIf(link.jitterNanos() != 0, "jitter", YamlText.duration(link.jitterNanos()))
                .putIf(link.seed() != 1, "seed", Long.toString(link.seed()));
    }

    private Fields step(ScriptStep step) {
        Fields fields = new Fields();
        switch (step.trigger()) {
            case Trigger.At(long atNanos) ->
                    fields.put("at", YamlText.duration(atNanos + step.afterNanos()));
            case Trigger.Previous() -> after(fields, step);
            case Trigger.When(var conditions) -> {
                fields.put("when", ConditionWriter.write(conditions).toString());
                after(fields, step);
            }
        }
        ActionWriter.write(fields, step.action(), plan);
        return fields;
    }

    private static void after(Fields fields, ScriptStep step) {
        fields.putIf(step.afterNanos() != 0, "after", YamlText.duration(step.afterNanos()));
    }

    private void courses() {
        Courses courses = scenario.courses();
        if (courses.equals(Courses.of(courses.touches(), !plan.script().isEmpty()))) {
            list("touches", courses.touches().stream().map(this::touch).toList());
            return;
        }
        out.append("branches:\n");
        for (Course course : courses.all()) {
            out.append(ITEM).append("number: ").append(course.number()).append('\n');
            if (!course.name().isEmpty()) {
                out.append("    name: ").append(YamlText.text(course.name())).append('\n');
            }
            if (course.parent() != 0) {
                out.append("    from: ").append(course.parent()).append('\n');
            }
            if (!course.touches().isEmpty()) {
                out.append("    touches:\n");
                course.touches()
                        .forEach(one -> out.append("      - ").append(touch(one)).append('\n'));
            }
        }
        line("shown", Integer.toString(courses.shown()));
    }

    private Fields touch(RecordedTouch touch) {
        return TouchWriter.write(touch, plan);
    }
}
