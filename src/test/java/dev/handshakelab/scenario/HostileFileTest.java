package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handshakelab.scenario.Problem.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it ends soon, with a scenario or a problem and nothing else. */
@Timeout(30)
class HostileFileTest {
    private static final String GOOD = "scenario: X\nscript:\n  - B: listen\n  - A: connect\n";

    @TempDir Path folder;

    @Test
    void aFileOf100Megabytes() throws IOException {
        Path path = folder.resolve("large.scenario");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertThat(problemOf(path))
                .isEqualTo(new Problem(Kind.TOO_LARGE, List.of("1024"), "large.scenario", 0, 0));
    }

    @Test
    void aTextOfMoreThanTheLimit() {
        assertThat(problemOf("#".repeat(SourceText.MAX_OCTETS + 1)).kind())
                .isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void nothing() throws IOException {
        assertThat(problemOf(file(new byte[0])).kind()).isEqualTo(Kind.EMPTY);
        assertThat(problemOf("").kind()).isEqualTo(Kind.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "# only\n# comments\n", "---\n", "---\n...\n", "\uFEFF", "   "})
    void nothingButDecoration(String text) {
        assertThat(problemOf(text).kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void noFileAFolderAndADevice() throws IOException {
        assertThat(problemOf(folder.resolve("none")).kind()).isEqualTo(Kind.MISSING_FILE);
        assertThat(problemOf(folder).kind()).isEqualTo(Kind.NOT_A_FILE);
        Path device = Path.of("/dev/zero");
        if (Files.exists(device)) {
            assertThat(problemOf(device).kind()).isEqualTo(Kind.NOT_A_FILE);
        }
        Path endless = Path.of("/proc/self/pagemap");
        if (Files.isReadable(endless)) {
            assertThat(problemOf(endless).kind())
                    .isIn(Kind.TOO_LARGE, Kind.UNREADABLE, Kind.NOT_TEXT);
        }
    }

    @Test
    void binaryContent() throws IOException {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        Problem problem = problemOf(file(image));
        assertThat(problem.kind()).isEqualTo(Kind.NOT_TEXT);
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.column()).isEqualTo(1);
    }

    @Test
    void controlCharactersAndBrokenUtf8AreFound() throws IOException {
        Problem control = problemOf("scenario: X\ntitle: a\u0000b\n");
        assertThat(control.kind()).isEqualTo(Kind.NOT_TEXT);
        assertThat(control.line()).isEqualTo(2);
        assertThat(control.column()).isEqualTo(9);

        byte[] latin1 = "scenario: X\ntitle: Grüße\n".getBytes(StandardCharsets.ISO_8859_1);
        Problem broken = problemOf(file(latin1));
        assertThat(broken.kind()).isEqualTo(Kind.NOT_TEXT);
        assertThat(broken.line()).isEqualTo(2);
        assertThat(broken.column()).isEqualTo(10);

        byte[] utf16 = GOOD.getBytes(StandardCharsets.UTF_16);
        assertThat(problemOf(file(utf16)).kind()).isEqualTo(Kind.NOT_TEXT);
        byte[] cut = "scenario: 三".getBytes(StandardCharsets.UTF_8);
        assertThat(problemOf(file(Arrays.copyOf(cut, cut.length - 1))).kind())
                .isEqualTo(Kind.NOT_TEXT);
    }

    @Test
    void billionLaughs() {
        StringBuilder bomb = new StringBuilder("a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n");
        for (char name = 'b'; name <= 'z'; name++) {
            String before = "*" + (char) (name - 1);
            bomb.append(name).append(": &").append(name).append(" [");
            bomb.append((before + ",").repeat(8)).append(before).append("]\n");
        }
        assertThat(problemOf(bomb.toString()).kind()).isEqualTo(Kind.YAML_ALIASES);
        String small = "scenario: X\nscript: &a []\nfaults: [*a, *a]\n";
        assertThat(problemOf(small).kind()).isEqualTo(Kind.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "- ", "? ", "{a: ", "[[", "'", "\"", "&a ", "!", "| "})
    void deepNestingAndEndlessOpenings(String opening) {
        String text = opening.repeat(900_000 / opening.length());
        assertThat(problemOf(text)).isNotNull();
        assertThat(problemOf("scenario: X\nscript: " + text)).isNotNull();
    }

    @Test
    void deepNestingIsToldAtItsPlace() {
        Problem problem = problemOf("scenario: " + "[".repeat(50) + "]".repeat(50));
        assertThat(problem.kind()).isEqualTo(Kind.YAML_DEPTH);
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.column()).isEqualTo(10 + YamlTree.MAX_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: ",
                "A: send \"",
                "A: send \\",
                "at: ",
                "cable: ",
                "crash: ",
                "release: ",
                "inject: "
            })
    void endlessWords(String head) {
        for (String filling : new String[] {"x", " ", "9", ",", ", x", "\\", "a ", "\"", "9 "}) {
            String text = filling.repeat(200_000 / filling.length());
            assertThat(problemOf("scenario: X\nscript:\n  - " + head + text + "q\n")).isNotNull();
        }
    }

    @Test
    void tooManySteps() {
        String text =
                "scenario: X\nscript:\n" + "  - A: status\n".repeat(ScriptReader.MAX_STEPS + 1);
        Problem problem = problemOf(text);
        assertThat(problem.kind()).isEqualTo(Kind.TOO_MANY);
        assertThat(problem.line()).isEqualTo(ScriptReader.MAX_STEPS + 3);
    }

    @Test
    void damagedScenariosNeverThrowAnythingElse() {
        Random random = new Random(9293);
        String whole = ScenarioReaderTest.EVERYTHING;
        int problems = 0;
        for (int run = 0; run < 1_000; run++) {
            StringBuilder text = new StringBuilder(whole);
            for (int i = 0; i <= run % 3; i++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, " \t\n:-[]{}#&*!|>'\"%@`xX09,\u0000".charAt(random.nextInt(26)));
            }
            try {
                ScenarioReader.read("damaged", text.toString());
            } catch (ScenarioException e) {
                problems++;
                assertThat(e.problem().file()).isEqualTo("damaged");
            }
        }
        assertThat(problems).isGreaterThan(300);
    }

    private Path file(byte[] octets) throws IOException {
        return Files.write(folder.resolve("hostile.scenario"), octets);
    }

    private static Problem problemOf(Path path) {
        ScenarioException exception =
                catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(path));
        assertThat(exception).isNotNull();
        return exception.problem();
    }

    private static Problem problemOf(String text) {
        ScenarioException exception =
                catchThrowableOfType(
                        ScenarioException.class, () -> ScenarioReader.read("hostile", text));
        assertThat(exception).isNotNull();
        return exception.problem();
    }
}
