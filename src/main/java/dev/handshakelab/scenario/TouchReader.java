package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Fields;
import dev.handshakelab.scenario.YamlNode.Value;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.tcp.TimerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was done to a run: the touches of one course, or several courses. */
final class TouchReader {
    static final int MAX_TOUCHES = 10_000;
    static final int MAX_COURSES = 1000;

    private static final int MAX_STEP = 1_000_000;
    private static final int MAX_SEGMENT = 10_000_000;
    private static final int LONGEST_NAME = 200;
    private static final String SEGMENT = "segment";
    private static final List<String> NETWORK =
            List.of(
                    "drop",
                    "delay",
                    "duplicate",
                    "hold",
                    "deliver",
                    "fire",
                    "hurry",
                    "fault",
                    "network");
    private static final List<String> DOINGS = join(ScriptReader.ACTIONS, NETWORK);
    private static final List<String> KEYS = join(List.of("after", "at"), DOINGS);

    private final ScriptReader script;

    TouchReader(ScriptReader script) {
        this.script = script;
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** A list of touches. */
    List<RecordedTouch> touches(YamlNode node) throws ScenarioException {
        List<RecordedTouch> touches = new ArrayList<>();
        for (YamlNode item : Lists.of(node, MAX_TOUCHES)) {
            touches.add(recorded(Section.of(item, KEYS)));
        }
        return touches;
    }

    /**
     * A list of courses.
     *
     * @param shown the number of the one to show; null: the last one
     */
    Courses courses(YamlNode node, @Nullable YamlNode shown) throws ScenarioException {
        List<Course> courses = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (YamlNode item : Lists.of(node, MAX_COURSES)) {
            Section section = Section.of(item, "number", "name", "from", "touches");
            YamlNode name = section.get("name");
            YamlNode from = section.get("from");
            YamlNode touches = section.get("touches");
            YamlNode number = section.require("number");
            Course course =
                    new Course(
                            Values.integer(number, 1, MAX_STEP),
                            name == null ? "" : name(name),
                            from == null ? 0 : known(from, numbers),
                            touches == null ? List.of() : touches(touches));
            if (!numbers.add(course.number())) {
                throw number.problem(
                        Kind.DUPLICATE_KEY,
                        Integer.toString(course.number()),
                        Integer.toString(node.place().line()));
            }
            courses.add(course);
        }
        if (courses.isEmpty()) {
            return Courses.NONE;
        }
        return new Courses(
                courses, shown == null ? courses.getLast().number() : known(shown, numbers));
    }

    private static String name(YamlNode node) throws ScenarioException {
        String name = Values.text(node).strip();
        if (name.length() > LONGEST_NAME) {
            throw node.problem(
                    Kind.OUT_OF_RANGE,
                    Integer.toString(name.length()),
                    "0",
                    Integer.toString(LONGEST_NAME));
        }
        return name;
    }

    /** The number of a course that stands before. */
    private static int known(YamlNode node, Set<Integer> numbers) throws ScenarioException {
        int number = Values.integer(node, 1, MAX_STEP);
        if (!numbers.contains(number)) {
            String known =
                    String.join(", ", numbers.stream().sorted().map(String::valueOf).toList());
            throw node.problem(Kind.UNKNOWN_WORD, Integer.toString(number), known);
        }
        return number;
    }

    private RecordedTouch recorded(Section section) throws ScenarioException {
        String doing = section.oneOf(DOINGS);
        Touch touch = touch(section, doing, section.require(doing));
        YamlNode after = section.get("after");
        YamlNode at = section.get("at");
        if (after == null && at == null) {
            throw section.whole().problem(Kind.NONE_OF, "after, at");
        }
        return new RecordedTouch(
                after == null ? RecordedTouch.ANY_STEP : Values.integer(after, 0, MAX_STEP),
                at == null ? RecordedTouch.SAME_TIME : Values.duration(at),
                touch);
    }

    private Touch touch(Section section, String doing, YamlNode value) throws ScenarioException {
        return switch (doing) {
            case "drop" -> new Touch.Drop(segment(value));
            case "delay" -> {
                Section of = Section.of(value, SEGMENT, "by");
                yield new Touch.Delay(
                        segment(of.require(SEGMENT)), Values.duration(of.require("by")));
            }
            case "duplicate" -> {
                Section of = Section.of(value, SEGMENT, "later");
                yield new Touch.Duplicate(
                        segment(of.require(SEGMENT)), Values.duration(of.require("later")));
            }
            case "hold" -> new Touch.Hold(segment(value));
            case "deliver" -> deliver(value);
            case "fire" -> {
                Section of = Section.of(value, "host", "timer");
                yield new Touch.FireTimer(
                        Values.side(of.require("host")), timer(of.require("timer")));
            }
            case "hurry" -> new Touch.Hurry(Values.integer(value, 1, ScriptReader.MAX_STEPS) - 1);
            case "fault" -> new Touch.AddFault(FaultReader.readOne(value));
            case "network" -> network(value);
            default -> new Touch.Act(script.action(section, doing));
        };
    }

    private static Touch deliver(YamlNode node) throws ScenarioException {
        if (!(node instanceof Fields)) {
            return new Touch.Deliver(segment(node), 0);
        }
        Section section = Section.of(node, SEGMENT, "delay");
        YamlNode delay = section.get("delay");
        return new Touch.Deliver(
                segment(section.require(SEGMENT)), delay == null ? 0 : Values.duration(delay));
    }

    private static Touch network(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.SINGLE_VALUE);
        String word = Words.choose(value, List.of("manual", "automatic"), w -> w);
        return new Touch.NetworkMode(word.equals("manual"));
    }

    private static TimerKind timer(YamlNode node) throws ScenarioException {
        return Words.choose(
                node.asValue(Term.SINGLE_VALUE), Arrays.asList(TimerKind.values()), Enum::name);
    }

    private static long segment(YamlNode node) throws ScenarioException {
        return Values.integer(node, 1, MAX_SEGMENT);
    }
}
