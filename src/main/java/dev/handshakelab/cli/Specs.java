package dev.handshakelab.cli;

import dev.handshakelab.export.PictureFormat;
import dev.handshakelab.view.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands and their options. */
final class Specs {
    static final String RENDER = "render";
    static final String LIST = "list";
    static final String RUN = "run";
    static final String EXPORT = "export";
    static final String STATES = "states";

    /** Stands for all bundled scenarios. */
    static final String ALL = "all";

    /** Stands for standard output. */
    static final String STANDARD_OUTPUT = "-";

    static final String FORMAT = "--format";
    static final String OUTPUT = "--output";
    static final String LANGUAGE = "--language";
    static final String THEME = "--theme";
    static final String WIDTH = "--width";
    static final String SCALE = "--scale";
    static final String RELATIVE = "--relative";
    static final String TRUE_SCALE = "--true-scale";
    static final String OPTIONS = "--options";
    static final String HANDOUT = "--handout";
    static final String ANSWERS = "--answers";
    static final String CHECKS = "--checks";
    static final String FROM = "--from";
    static final String REASONS = "--reasons";
    static final String BY_SEGMENTS = "--by-segments";

    private Specs() {}

    static CommandSpec render(Messages messages) {
        CommandSpec spec = command(RENDER, messages).addPositional(scenario(messages));
        String formats = String.join(", ", PictureFormat.words());
        spec.addOption(value(messages.get("cli.format", formats), "FORMAT", FORMAT, "-f"));
        spec.addOption(value(messages.get("cli.output"), "FILE", OUTPUT, "-o"));
        spec.addOption(language(messages));
        spec.addOption(value(messages.get("cli.theme"), "light|dark", THEME));
        spec.addOption(value(messages.get("cli.width"), "PIXELS", WIDTH));
        spec.addOption(value(messages.get("cli.scale"), "FACTOR", SCALE));
        spec.addOption(flag(messages.get("cli.relative"), RELATIVE));
        spec.addOption(flag(messages.get("cli.trueScale"), TRUE_SCALE));
        spec.addOption(flag(messages.get("cli.options"), OPTIONS));
        spec.addOption(flag(messages.get("cli.handout"), HANDOUT));
        return spec.addOption(flag(messages.get("cli.answers"), ANSWERS));
    }

    static CommandSpec list(Messages messages) {
        return command(LIST, messages).addOption(language(messages));
    }

    static CommandSpec run(Messages messages) {
        CommandSpec spec = command(RUN, messages).addPositional(scenario(messages));
        spec.addOption(flag(messages.get("cli.checks"), CHECKS));
        spec.addOption(flag(messages.get("cli.relative"), RELATIVE));
        return spec.addOption(language(messages));
    }

    static CommandSpec export(Messages messages) {
        CommandSpec spec = command(EXPORT, messages).addPositional(scenario(messages));
        spec.addOption(value(messages.get("cli.from"), "A|B|both", FROM));
        spec.addOption(value(messages.get("cli.output"), "FILE", OUTPUT, "-o"));
        return spec.addOption(language(messages));
    }

    static CommandSpec states(Messages messages) {
        CommandSpec spec = command(STATES, messages);
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("CAPTURE")
                        .arity("1..2")
                        .index("0..1")
                        .type(String[].class)
                        .description(messages.get("cli.captures"))
                        .build());
        spec.addOption(flag(messages.get("cli.reasons"), REASONS));
        spec.addOption(flag(messages.get("cli.bySegments"), BY_SEGMENTS));
        return spec.addOption(language(messages));
    }

    private static CommandSpec command(String name, Messages messages) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .synopsisHeading(messages.get("launch.usage") + " ")
                .description(messages.get("cli." + name));
        return spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description(messages.get("launch.help"))
                        .build());
    }

    private static PositionalParamSpec scenario(Messages messages) {
        return PositionalParamSpec.builder()
                .paramLabel("SCENARIO")
                .arity("1")
                .index("0")
                .type(String.class)
                .description(messages.get("cli.scenario"))
                .build();
    }

    private static OptionSpec language(Messages messages) {
        return value(messages.get("cli.language"), "en|zh", LANGUAGE);
    }

    private static OptionSpec value(String description, String label, String name, String... more) {
        return OptionSpec.builder(name, more)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static OptionSpec flag(String description, String name) {
        return OptionSpec.builder(name).description(description).build();
    }
}
