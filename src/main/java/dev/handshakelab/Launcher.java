package dev.handshakelab;

import dev.handshakelab.cli.CommandLineTool;
import dev.handshakelab.view.text.Messages;
import java.io.File;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Start class: reads the command line, looks whether a window can be opened at all, and starts
 * {@link App}.
 *
 * <p>It must not extend {@link Application}: the java command would then start JavaFX before {@code
 * main} runs, and a missing display would be a stack trace.
 */
public final class Launcher {
    /** Exit code of a refused start: bad command line, no display, missing library. */
    public static final int EXIT_REFUSED = 2;

    /** Base name of the message bundles. */
    private static final String BUNDLE = "dev.handshakelab.i18n.messages";

    private final Supplier<ResourceBundle> texts;
    private final Supplier<Optional<String>> problem;
    private final Consumer<String[]> window;

    /**
     * A launcher whose surroundings are given, so that tests can replace them.
     *
     * @param texts gives the texts for people; to read them takes a moment, so they are not asked
     *     for before there is something to say
     * @param problem what keeps the window from opening, as one line, or empty
     * @param window opens the window with the program's arguments and returns when it is closed
     */
    Launcher(
            Supplier<ResourceBundle> texts,
            Supplier<Optional<String>> problem,
            Consumer<String[]> window) {
        this.texts = texts;
        this.problem = problem;
        this.window = window;
    }

    /**
     * Starts the program.
     *
     * @param args {@code --help}, {@code --version}, a command, one scenario or capture, or the two
     *     captures of both ends
     */
    public static void main(String[] args) {
        if (isPlainStart(args)) {
            // While this thread looks whether a window can be opened.
            App.beginEarly();
        }
        Supplier<ResourceBundle> texts = () -> ResourceBundle.getBundle(BUNDLE);
        var launcher =
                new Launcher(
                        texts, () -> StartCheck.ofThisMachine(texts).problem(), App::launchWith);
        int code = launcher.run(args, System.out, System.err);
        if (code == EXIT_REFUSED) {
            // The Maven plugin behind javafx:run answers every other code with two stack traces.
            code = Integer.getInteger("dev.handshakelab.refusalExitCode", EXIT_REFUSED);
        }
        System.exit(code);
    }

    /**
     * Does what the arguments ask for.
     *
     * @return the exit code: 0, or {@link #EXIT_REFUSED} after one line on {@code err}
     */
    int run(String[] args, PrintStream out, PrintStream err) {
        if (isPlainStart(args)) {
            return open(args, err);
        }
        var command = new CommandLine(spec());
        try {
            ParseResult parsed = command.parseArgs(args);
            if (parsed.hasSubcommand()) {
                // Pictures are drawn without a display, and JavaFX must not meet another toolkit.
                System.setProperty("java.awt.headless", "true");
                var tool = new CommandLineTool(texts.get().getLocale(), out, err);
                return tool.run(parsed.subcommand());
            }
            if (parsed.isUsageHelpRequested()) {
                command.usage(out);
                return 0;
            }
            if (parsed.isVersionHelpRequested()) {
                command.printVersionHelp(out);
                return 0;
            }
        } catch (ParameterException e) {
            err.println(format("launch.badArguments", String.join(" ", args)));
            return EXIT_REFUSED;
        }
        return open(args, err);
    }

    /**
     * Whether nothing or only a file is named, so that the window can come without the time that a
     * true look at the command line takes. A command has neither dot nor slash in its name.
     */
    private static boolean isPlainStart(String[] args) {
        return switch (args.length) {
            case 0 -> true;
            case 1 ->
                    !args[0].startsWith("-")
                            && (args[0].contains(".") || args[0].contains(File.separator));
            default -> false;
        };
    }

    private int open(String[] args, PrintStream err) {
        Optional<String> found = problem.get();
        if (found.isPresent()) {
            err.println(found.get());
            return EXIT_REFUSED;
        }
        try {
            window.accept(args);
            return 0;
        } catch (UnsupportedOperationException | LinkageError e) {
            // What JavaFX throws when it cannot reach the display or load its native libraries;
            // errors of the program itself come as other types.
            err.println(format("launch.noWindow", String.valueOf(e.getMessage())));
            return EXIT_REFUSED;
        }
    }

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("handshake-lab").version(version());
        spec.usageMessage()
                .synopsisHeading(texts.get().getString("launch.usage") + " ")
                .description(texts.get().getString("app.about"));
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("0..2")
                        .index("0..1")
                        .type(String[].class)
                        .description(texts.get().getString("launch.file"))
                        .build());
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description(texts.get().getString("launch.help"))
                        .build());
        spec.addOption(
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description(texts.get().getString("launch.version"))
                        .build());
        for (CommandSpec tool : CommandLineTool.specs(new Messages(texts.get().getLocale()))) {
            spec.addSubcommand(tool.name(), tool);
        }
        return spec;
    }

    /** The name with the version that the build gave to the module. */
    private String version() {
        return Optional.ofNullable(Launcher.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .map(number -> texts.get().getString("app.name") + " " + number)
                .orElse(texts.get().getString("app.name"));
    }

    private String format(String key, String value) {
        return new MessageFormat(texts.get().getString(key), texts.get().getLocale())
                .format(new Object[] {value});
    }
}
