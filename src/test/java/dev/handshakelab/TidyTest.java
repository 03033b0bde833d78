package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small habits that keep the project easy to read. Each message says what to do. */
class TidyTest {
    private static final int MAX_FILE_LINES = 300;
    private static final int MAX_METHOD_LINES = 60;

    /** Main Java files that may be longer, each with its reason. */
    private static final Map<String, String> LONG_FILES = Map.of();

    /** Methods that may be longer, as "file: first line of the method", each with its reason. */
    private static final Map<String, String> LONG_METHODS = Map.of();

    /** Texts of others, kept as they are, and inputs that tests need to be damaged. */
    private static final Pattern FOREIGN = Pattern.compile("LICENSE|.*/OFL\\.txt|.*/damaged/.*");

    private static final Pattern TEXT_NAME =
            Pattern.compile(
                    ".*\\.(java|fxml|css|properties|scenario|yaml|yml|json|trace|xml|md|sh|config"
                            + "|editorconfig|gitignore|gitattributes)|mvnw|\\.ci/run|LICENSE");

    private static final List<Path> TEXTS =
            Stream.of(
                            ProjectFiles.atTop(),
                            ProjectFiles.below("src", ""),
                            ProjectFiles.below(".mvn", ""),
                            ProjectFiles.below(".ci", ""))
                    .flatMap(List::stream)
                    .filter(file -> TEXT_NAME.matcher(ProjectFiles.name(file)).matches())
                    .filter(file -> !FOREIGN.matcher(ProjectFiles.name(file)).matches())
                    .toList();

    private static final List<Path> MAIN_JAVA = ProjectFiles.below("src/main/java", ".java");

    @Test
    void thereAreFilesToLookAt() {
        assertThat(TEXTS).extracting(ProjectFiles::name).contains("pom.xml", "mvnw", "README.md");
        assertThat(MAIN_JAVA).isNotEmpty();
    }

    @Test
    void noTabs() {
        assertNoLine("indent with spaces instead of tabs", line -> line.contains("\t"));
    }

    @Test
    void noTrailingBlanks() {
        assertNoLine("delete the blanks at the end of", line -> line.endsWith(" "));
    }

    @Test
    void linesEndInLf() {
        assertNoLine("save with LF line ends", line -> line.endsWith("\r"));
    }

    @Test
    void filesEndInOneLineEnd() {
        assertThat(TEXTS.stream().filter(TidyTest::endsBadly).map(ProjectFiles::name))
                .as("end each of these files with exactly one line end")
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        // Written in two parts, or this file would find itself.
        Pattern leftover = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        assertNoLine("finish it now, or delete the note", line -> leftover.matcher(line).find());
    }

    @Test
    void noTestWaitsForAFixedTime() {
        String sleep = "Thread." + "sleep";
        assertNoLine("wait for a condition, not for time", line -> line.contains(sleep));
    }

    @Test
    void noPathOfOneMachine() {
        Pattern path =
                Pattern.compile("(^|[\\s\"'=(:`])/(tmp|work|root|home)" + "/|\\.\\./sha" + "red");
        assertNoLine(
                "name files relative to the project, or use @TempDir",
                line -> path.matcher(line).find());
    }

    @Test
    void noDefaultInASwitchOfTheMachine() {
        assertThat(
                        ProjectFiles.below("src/main/java/dev/handshakelab/tcp", ".java").stream()
                                .filter(TidyTest::hasCatchAll)
                                .map(ProjectFiles::name))
                .as(
                        "name every case instead of default, so that the compiler finds what a new"
                                + " state or event needs")
                .isEmpty();
    }

    @Test
    void javaFilesAreShort() {
        List<String> tooLong =
                MAIN_JAVA.stream()
                        .filter(file -> ProjectFiles.read(file).lines().count() > MAX_FILE_LINES)
                        .map(ProjectFiles::name)
                        .toList();
        assertThat(tooLong)
                .as(
                        "two things live in one room: split these files (at most %d lines); an"
                                + " entry of LONG_FILES that is short again has to go",
                        MAX_FILE_LINES)
                .containsExactlyInAnyOrderElementsOf(LONG_FILES.keySet());
    }

    @Test
    void methodsAreShort() {
        List<String> tooLong = MAIN_JAVA.stream().flatMap(TidyTest::longMethods).toList();
        assertThat(tooLong)
                .as(
                        "split these methods (at most %d lines); an entry of LONG_METHODS that is"
                                + " short again has to go",
                        MAX_METHOD_LINES)
                .containsExactlyInAnyOrderElementsOf(LONG_METHODS.keySet());
    }

    /**
     * Whether a case is followed by a default; a switch over strings or numbers cannot do without.
     */
    private static boolean hasCatchAll(Path file) {
        Pattern catchAll = Pattern.compile("\\bdefault\\s*(->|:)");
        return Pattern.compile("\\bcase (?![\"'\\d-])")
                .splitAsStream(ProjectFiles.read(file))
                .skip(1)
                .map(text -> text.split("\\bcase ", 2)[0])
                .anyMatch(text -> catchAll.matcher(text).find());
    }

    /** A method's first line: two words before the parenthesis, and no statement's keyword. */
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?!(return|if|for|while|switch|try|else|do|throw|new|case|yield)\\b)"
                            + "(?!.*\\b(class|interface|enum|record) )"
                            + "[\\w<>\\[\\],.?@ ]*[\\w>\\]] +\\w+\\(.*");

    /** Finds long methods by the indentation, which the formatter guarantees. */
    private static Stream<String> longMethods(Path file) {
        List<String> lines = ProjectFiles.read(file).lines().toList();
        var found = new ArrayList<String>();
        for (int end = 0; end < lines.size(); end++) {
            if (!lines.get(end).strip().equals("}")) {
                continue;
            }
            int indent = indent(lines.get(end));
            int start = end - 1;
            while (start > 0 && (lines.get(start).isBlank() || indent(lines.get(start)) > indent)) {
                start--;
            }
            String header = lines.get(start).strip();
            if (end - start + 1 > MAX_METHOD_LINES && METHOD.matcher(header).matches()) {
                found.add(ProjectFiles.name(file) + ": " + header);
            }
        }
        return found.stream();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean endsBadly(Path file) {
        String text = ProjectFiles.read(file);
        return !text.endsWith("\n") || text.endsWith("\n\n");
    }

    private static void assertNoLine(String advice, Predicate<String> isBad) {
        var found = new ArrayList<String>();
        for (Path file : TEXTS) {
            String[] lines = ProjectFiles.read(file).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (isBad.test(lines[i])) {
                    found.add(ProjectFiles.name(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(found).as(advice).isEmpty();
    }
}
