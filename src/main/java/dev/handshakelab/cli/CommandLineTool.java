package dev.handshakelab.cli;

import dev.handshakelab.cli.RenderOptions.BadOptionException;
import dev.handshakelab.scenario.Problem;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.scenario.ScenarioReader;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.timeline.TraceFormat;
import dev.handshakelab.view.export.AtomicFile;
import dev.handshakelab.view.export.ExportChoice;
import dev.handshakelab.view.export.PacketExport;
import dev.handshakelab.view.export.StoryExport;
import dev.handshakelab.view.export.StoryExport.RefusedException;
import dev.handshakelab.view.export.StoryExport.Watch;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program without a window: runs, draws and exports scenarios, and reads captures. */
public final class CommandLineTool {
    /** Everything was done. */
    public static final int EXIT_DONE = 0;

    /** Something could not be read or written. */
    public static final int EXIT_FAILED = 1;

    /** The arguments make no sense. */
    public static final int EXIT_REFUSED = 2;

    private final Messages messages;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A tool.
     *
     * @param out where results go
     * @param err where messages go
     */
    public CommandLineTool(Locale locale, PrintStream out, PrintStream err) {
        this.messages = new Messages(locale);
        this.out = out;
        this.err = err;
    }

    /** What this tool understands, for the program's command line. */
    public static List<CommandSpec> specs(Messages messages) {
        return List.of(
                Specs.render(messages),
                Specs.list(messages),
                Specs.run(messages),
                Specs.export(messages),
                Specs.states(messages));
    }

    /**
     * Does what a command says.
     *
     * @param parsed the command with its arguments
     * @return the exit code
     */
    public int run(ParseResult parsed) {
        if (parsed.isUsageHelpRequested()) {
            new CommandLine(parsed.commandSpec()).usage(out);
            return EXIT_DONE;
        }
        String language = parsed.matchedOptionValue(Specs.LANGUAGE, "");
        if (!language.isEmpty()) {
            Locale wanted = Locale.forLanguageTag(language.replace('_', '-'));
            if (!List.of("en", "zh").contains(wanted.getLanguage())) {
                return refuse("cli.badLanguage", language);
            }
            messages.setLocale(Messages.nearest(wanted));
        }
        return switch (parsed.commandSpec().name()) {
            case Specs.RENDER -> render(parsed);
            case Specs.RUN -> trace(parsed);
            case Specs.EXPORT -> export(parsed);
            case Specs.STATES -> new StatesCommand(messages, out, err).run(parsed);
            default -> list();
        };
    }

    private int list() {
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            out.printf("%-8s %s%n", scenario.id(), ScenarioTexts.title(scenario, messages));
        }
        return EXIT_DONE;
    }

    private int trace(ParseResult parsed) {
        Optional<Scenario> found = find(parsed.matchedPositionalValue(0, ""));
        if (found.isEmpty()) {
            return EXIT_FAILED;
        }
        TraceFormat format =
                TraceFormat.PLAIN
                        .withChecks(parsed.hasMatchedOption(Specs.CHECKS))
                        .withRelativeNumbers(parsed.hasMatchedOption(Specs.RELATIVE));
        out.print(format.format(timeline(found.get())));
        out.flush();
        return EXIT_DONE;
    }

    private static Timeline timeline(Scenario scenario) {
        return Simulation.run(scenario.plan()).timeline();
    }

    private int render(ParseResult parsed) {
        List<ExportChoice> choices;
        try {
            choices = RenderOptions.read(parsed);
        } catch (BadOptionException e) {
            return refuse(e.key(), e.arguments());
        }
        String name = parsed.matchedPositionalValue(0, "");
        String target = parsed.matchedOptionValue(Specs.OUTPUT, Specs.STANDARD_OUTPUT);
        boolean toFolder = name.equals(Specs.ALL) || choices.size() > 1;
        if (toFolder && target.equals(Specs.STANDARD_OUTPUT)) {
            return refuse("cli.needsFolder");
        }
        List<Scenario> scenarios = scenarios(name);
        if (scenarios.isEmpty()) {
            return EXIT_FAILED;
        }
        int code = EXIT_DONE;
        for (Scenario scenario : scenarios) {
            Timeline timeline = timeline(scenario);
            for (ExportChoice choice : choices) {
                String file =
                        toFolder
                                ? target + "/" + scenario.id() + "." + choice.format().extension()
                                : target;
                code = Math.max(code, write(scenario, timeline, choice, file));
            }
        }
        return code;
    }

    private List<Scenario> scenarios(String name) {
        return name.equals(Specs.ALL)
                ? ScenarioLibrary.bundled().scenarios()
                : find(name).stream().toList();
    }

    private int export(ParseResult parsed) {
        String from = parsed.matchedOptionValue(Specs.FROM, "both");
        Set<Side> places;
        switch (from.toLowerCase(Locale.ROOT)) {
            case "a" -> places = EnumSet.of(Side.A);
            case "b" -> places = EnumSet.of(Side.B);
            case "both" -> places = EnumSet.allOf(Side.class);
            default -> {
                return refuse("cli.badFrom", from);
            }
        }
        String name = parsed.matchedPositionalValue(0, "");
        String target = parsed.matchedOptionValue(Specs.OUTPUT, Specs.STANDARD_OUTPUT);
        boolean toFolder = name.equals(Specs.ALL);
        if (toFolder && target.equals(Specs.STANDARD_OUTPUT)) {
            return refuse("cli.needsFolder");
        }
        List<Scenario> scenarios = scenarios(name);
        int code = scenarios.isEmpty() ? EXIT_FAILED : EXIT_DONE;
        for (Scenario scenario : scenarios) {
            String file = toFolder ? target + "/" + scenario.id() + PacketExport.ENDING : target;
            code = Math.max(code, export(timeline(scenario), places, file));
        }
        return code;
    }

    private int export(Timeline timeline, Set<Side> places, String target) {
        try {
            if (target.equals(Specs.STANDARD_OUTPUT)) {
                PacketExport.write(timeline, places, out);
                out.flush();
            } else {
                PacketExport.write(timeline, places, Path.of(target));
            }
            return EXIT_DONE;
        } catch (IOException | InvalidPathException e) {
            return notWritten(target, e);
        } catch (IllegalArgumentException e) {
            return fail("capture.noPacket", target);
        }
    }

    private int notWritten(String target, Exception problem) {
        return fail(
                "cli.notWritten",
                target,
                messages.get(AtomicFile.reasonKey(problem), String.valueOf(problem.getMessage())));
    }

    private int write(Scenario scenario, Timeline timeline, ExportChoice choice, String target) {
        var story = new StoryExport(timeline, ScenarioTexts.title(scenario, messages), messages);
        try {
            if (target.equals(Specs.STANDARD_OUTPUT)) {
                story.write(choice, out, Watch.NONE);
                out.flush();
            } else {
                try (AtomicFile written = AtomicFile.create(Path.of(target))) {
                    try (OutputStream to = written.open()) {
                        story.write(choice, to, Watch.NONE);
                    }
                    written.commit();
                }
            }
            return EXIT_DONE;
        } catch (RefusedException e) {
            return fail("cli.notWritten", target, messages.get(e.key()));
        } catch (IOException | InvalidPathException e) {
            return notWritten(target, e);
        }
    }

    /** A bundled scenario by its id, or a file. */
    private Optional<Scenario> find(String name) {
        Optional<Scenario> bundled =
                ScenarioLibrary.bundled().scenarios().stream()
                        .filter(scenario -> scenario.id().equalsIgnoreCase(name))
                        .findFirst();
        if (bundled.isPresent()) {
            return bundled;
        }
        try {
            return Optional.of(ScenarioReader.read(Path.of(name)));
        } catch (ScenarioException e) {
            tell(e.problem(), name);
        } catch (InvalidPathException e) {
            err.println(messages.get("cli.noScenario", name));
        }
        return Optional.empty();
    }

    private void tell(Problem problem, String name) {
        String sentence = problem.sentence(key -> messages.get(key), messages.getLocale());
        if (problem.kind() == Problem.Kind.MISSING_FILE) {
            err.println(messages.get("cli.noScenario", name));
        } else if (problem.hasPlace()) {
            err.println(
                    messages.get("cli.badPlace", name, problem.line(), problem.column(), sentence));
        } else {
            err.println(messages.get("cli.badFile", name, sentence));
        }
    }

    private int refuse(String key, Object... arguments) {
        err.println(messages.get(key, arguments));
        return EXIT_REFUSED;
    }

    private int fail(String key, Object... arguments) {
        err.println(messages.get(key, arguments));
        return EXIT_FAILED;
    }
}
