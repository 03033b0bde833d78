package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LauncherTest {
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("dev.handshakelab.i18n.messages", Locale.ROOT);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> opened = new ArrayList<>();

    @Test
    void opensTheWindowWithTheNamedFile() {
        assertThat(run("my file.scenario")).isZero();
        assertThat(opened).containsExactly("my file.scenario");
        assertThat(errors()).isEmpty();
    }

    @Test
    void opensTheWindowWithoutArguments() {
        assertThat(run()).isZero();
        assertThat(opened).containsExactly("");
    }

    @Test
    void helpNamesEveryArgumentAndOpensNothing() {
        assertThat(run("--help")).isZero();
        assertThat(output()).contains("[FILE]", "--help", "--version");
        assertThat(opened).isEmpty();
    }

    @Test
    void versionIsTheOneOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(output().strip()).matches("Handshake Lab \\d+\\.\\d+\\.\\d+.*");
        assertThat(opened).isEmpty();
    }

    @Test
    void refusesThreeFilesInOneLine() {
        assertThat(run("a", "b", "c")).isEqualTo(Launcher.EXIT_REFUSED);
        assertThat(errors().lines()).singleElement().asString().contains("a b c", "--help");
        assertThat(opened).isEmpty();
    }

    @Test
    void refusesAnUnknownOptionInOneLine() {
        assertThat(run("--bogus")).isEqualTo(Launcher.EXIT_REFUSED);
        assertThat(errors().lines()).singleElement().asString().contains("--bogus");
    }

    @Test
    void saysInOneLineWhatKeepsTheWindowFromOpening() {
        assertThat(run(Optional.of("no display here"), this::open))
                .isEqualTo(Launcher.EXIT_REFUSED);
        assertThat(errors().lines()).containsExactly("no display here");
        assertThat(opened).isEmpty();
    }

    @Test
    void saysInOneLineThatJavaFxCannotStart() {
        Consumer<String[]> window =
                arguments -> {
                    throw new UnsupportedOperationException("Unable to open DISPLAY");
                };
        assertThat(run(Optional.empty(), window)).isEqualTo(Launcher.EXIT_REFUSED);
        assertThat(errors().lines()).singleElement().asString().contains("Unable to open DISPLAY");
    }

    @Test
    void doesNotHideErrorsOfTheProgramItself() {
        Consumer<String[]> window =
                arguments -> {
                    throw new IllegalStateException("a bug");
                };
        assertThatThrownBy(() -> run(Optional.empty(), window)).hasMessage("a bug");
    }

    private int run(String... args) {
        return run(Optional.empty(), this::open, args);
    }

    private int run(Optional<String> problem, Consumer<String[]> window, String... args) {
        return new Launcher(() -> TEXTS, () -> problem, window).run(args, print(out), print(err));
    }

    private void open(String[] args) {
        opened.add(String.join("|", args));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
