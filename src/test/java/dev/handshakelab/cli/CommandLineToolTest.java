package dev.handshakelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.text.Messages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandLineToolTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    private int run(String... args) {
        var messages = new Messages(Locale.ENGLISH);
        CommandSpec spec = CommandSpec.create().name("handshake-lab");
        CommandLineTool.specs(messages).forEach(one -> spec.addSubcommand(one.name(), one));
        var tool = new CommandLineTool(Locale.ENGLISH, print(out), print(err));
        return tool.run(new CommandLine(spec).parseArgs(args).subcommand());
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listsEveryBundledScenarioInTheLanguageAskedFor() {
        assertThat(run("list", "--language", "zh")).isZero();
        assertThat(output().lines()).hasSameSizeAs(ScenarioLibrary.bundled().scenarios());
        assertThat(output()).contains("三次握手");
    }

    @Test
    void runsAScenarioAndWritesItsTrace() {
        assertThat(run("run", "s01")).isZero();
        assertThat(output()).contains("ESTABLISHED", "R-SYNSENT");
        assertThat(errors()).isEmpty();
    }

    @Test
    void theNameOfTheFileDecidesTheFormat() throws IOException {
        Path file = folder.resolve("a.svg");
        assertThat(run("render", "S01", "-o", file.toString())).isZero();
        assertThat(Files.readString(file)).startsWith("<?xml").contains("<svg");
    }

    @Test
    void severalFormatsGoToAFolder() throws IOException {
        assertThat(run("render", "S01", "-f", "svg,pdf,mermaid", "-o", folder.toString())).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("S01.svg", "S01.pdf", "S01.mmd");
        }
    }

    /** The height of the picture of some is just above what fits: no page for the ground below. */
    @ParameterizedTest
    @ValueSource(strings = {"S03c", "S18b", "S19a", "X04", "X05"})
    void noPageIsEmpty(String id) throws IOException {
        Path file = folder.resolve("a.pdf");
        assertThat(run("render", id, "-o", file.toString())).isZero();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImage(page);
                boolean drawn = false;
                for (int y = image.getHeight() / 7; y < image.getHeight() * 9 / 10; y++) {
                    for (int x = 0; x < image.getWidth() && !drawn; x++) {
                        drawn = (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF;
                    }
                }
                assertThat(drawn).as("page %d", page + 1).isTrue();
            }
        }
    }

    @Test
    void withoutAFileTheResultGoesToStandardOutput() {
        assertThat(run("render", "S01", "--format", "figure")).isZero();
        assertThat(output()).contains("<SEQ=100><CTL=SYN>");
    }

    @Test
    void aScenarioFileOfTheUserIsDrawn() throws IOException {
        Path file = folder.resolve("mine.scenario");
        Files.writeString(file, "scenario: mine\ntitle: My own\nscript:\n  - B: listen\n");
        assertThat(run("render", file.toString(), "-f", "mermaid")).isZero();
        assertThat(output()).contains("My own", "Note over B: LISTEN");
    }

    @Test
    void aDamagedScenarioFileIsToldWithItsPlace() throws IOException {
        Path file = folder.resolve("bad.scenario");
        Files.writeString(file, "scenario: bad\nscript:\n  - B: dance\n");
        assertThat(run("run", file.toString())).isEqualTo(CommandLineTool.EXIT_FAILED);
        assertThat(errors().lines()).singleElement().asString().contains("bad.scenario", "line 3");
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        assertThat(refused("render", "S01")).contains("--format");
        assertThat(refused("render", "S01", "-f", "bmp")).contains("bmp", "svg");
        assertThat(refused("render", "S01", "-f", "svg", "--theme", "pink")).contains("pink");
        assertThat(refused("render", "S01", "-f", "svg", "--width", "wide")).contains("wide");
        assertThat(refused("render", "S01", "-f", "png", "--scale", "99")).contains("99");
        assertThat(refused("render", "S01", "-f", "trace", "--handout")).contains("trace");
        assertThat(refused("render", "all", "-f", "svg")).contains("--output");
        assertThat(refused("list", "--language", "fr")).contains("fr");
    }

    private String refused(String... args) {
        err.reset();
        assertThat(run(args)).as(Arrays.toString(args)).isEqualTo(CommandLineTool.EXIT_REFUSED);
        assertThat(errors().lines()).hasSize(1);
        return errors();
    }

    @Test
    void whatCannotBeReadOrWrittenFailsWithOneLineAndLeavesNothing() throws IOException {
        assertThat(run("run", "S99")).isEqualTo(CommandLineTool.EXIT_FAILED);
        assertThat(errors().lines()).singleElement().asString().contains("S99");
        err.reset();
        String nowhere = folder.resolve("no/such/a.svg").toString();
        assertThat(run("render", "S01", "-o", nowhere)).isEqualTo(CommandLineTool.EXIT_FAILED);
        assertThat(errors().lines()).singleElement().asString().contains("a.svg", "folder");
        err.reset();
        Path taken = Files.createDirectory(folder.resolve("taken.svg"));
        assertThat(run("render", "S01", "-o", taken.toString()))
                .isEqualTo(CommandLineTool.EXIT_FAILED);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }

    @Test
    void aRefusedPictureLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("old.png");
        Files.writeString(file, "old");
        int code = run("render", "S18b", "--scale", "8", "-o", file.toString());
        assertThat(code).isEqualTo(CommandLineTool.EXIT_FAILED);
        assertThat(errors()).contains("pixels");
        assertThat(Files.readString(file)).isEqualTo("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsExportedTellsItsStatesWhenItIsReadAgain() {
        Path file = folder.resolve("s.pcapng");
        assertThat(run("export", "S01", "--from", "A", "-o", file.toString())).isZero();
        assertThat(run("states", file.toString(), "--by-segments")).isZero();
        assertThat(output())
                .containsPattern("1 +0\\.0+  A  SYN-SENT +seen +U-OPEN-ACTIVE")
                .containsPattern("B  SYN-RECEIVED +inferred +R-LISTEN-SYN")
                .containsPattern("2 +0\\.0[0-9]+  A  ESTABLISHED +seen +R-SYNSENT-SYNACK");
        assertThat(errors()).isEmpty();
    }

    @Test
    void theReasonForAStateNamesItsPacket() {
        Path file = folder.resolve("s.pcapng");
        assertThat(run("export", "S01", "-o", file.toString())).isZero();
        assertThat(run("states", file.toString(), "--by-segments", "--reasons")).isZero();
        assertThat(output()).contains("A sent packet 1 (SYN)");
    }

    @Test
    void captureCommandsSayInOneLineWhatIsWrong() throws IOException {
        assertThat(refused("export", "S01", "--from", "C")).contains("C");
        assertThat(refused("export", "all")).contains("--output");
        err.reset();
        Path damaged = folder.resolve("cut.pcapng");
        assertThat(run("export", "S01", "-o", damaged.toString())).isZero();
        byte[] whole = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(whole, whole.length - 9));
        assertThat(run("states", damaged.toString())).isEqualTo(CommandLineTool.EXIT_FAILED);
        assertThat(errors().lines()).singleElement().asString().contains("cut.pcapng", "byte");
        assertThat(output()).contains("SYN-SENT");
        err.reset();
        assertThat(run("states", folder.resolve("no.pcap").toString()))
                .isEqualTo(CommandLineTool.EXIT_FAILED);
        assertThat(errors().lines()).singleElement().asString().contains("no file", "no.pcap");
    }
}
