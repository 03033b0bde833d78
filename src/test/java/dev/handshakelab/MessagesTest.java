package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.FontGlyphs;
import dev.handshakelab.testing.ProjectFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The texts for people: complete in both languages, used, well formed, and in the program's fonts.
 */
class MessagesTest {
    private static final String ENGLISH = "messages.properties";
    private static final String CHINESE = "messages_zh_CN.properties";
    private static final String RESOURCES = "src/main/resources/dev/handshakelab";

    private static final Pattern JAVA_LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]\\w*(\\.[\\w-]+)+");
    private static final Pattern FILE_NAME =
            Pattern.compile(".*\\.(fxml|css|ttf|properties|scenario|yaml|trace|png|svg|txt|pcap)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");

    private static final Set<String> LITERALS = javaLiterals();
    private static final Set<String> FXML_KEYS = fxmlKeys();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(load(CHINESE).keySet())
                .as("write the missing text in %s, or delete the one too many", CHINESE)
                .containsExactlyInAnyOrderElementsOf(load(ENGLISH).keySet());
        assertThat(load(ENGLISH)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void noTextIsEmpty(String bundle) {
        assertThat(keysWhere(load(bundle), String::isBlank)).as("write these texts").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void noKeyStandsTwice(String bundle) {
        List<String> keys =
                ProjectFiles.read(path(bundle))
                        .lines()
                        .filter(line -> line.matches("[a-z][\\w.-]*\\s*=.*"))
                        .map(line -> line.split("[=\\s]", 2)[0])
                        .toList();
        assertThat(keys).as("delete all but one of the double keys").doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        Map<String, String> chinese = load(CHINESE);
        load(ENGLISH)
                .forEach((key, text) ->
                        assertThat(placeholders(chinese.getOrDefault(key, text)))
                                .as("%s: use the same {n} in both languages", key)
                                .isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void textsWithPlaceholdersAreWellFormed(String bundle) {
        load(bundle)
                .forEach((key, text) -> {
                    if (placeholders(text).isEmpty()) {
                        assertThat(text)
                                .as("%s has no {n}: write one apostrophe, not two", key)
                                .doesNotContain("''");
                        return;
                    }
                    assertThat(new MessageFormat(text).toPattern()).isNotEmpty();
                    assertThat(text.replace("''", ""))
                            .as("%s has a {n}: double the apostrophe", key)
                            .doesNotContain("'");
                });
    }

    @Test
    void everyKeyInTheProgramHasAText() {
        Map<String, String> texts = load(ENGLISH);
        Set<String> features = features(texts.keySet());
        Set<String> wanted =
                LITERALS.stream()
                        .filter(text -> KEY.matcher(text).matches())
                        .filter(text -> !FILE_NAME.matcher(text).matches())
                        .filter(text -> features.contains(feature(text)))
                        .collect(Collectors.toCollection(TreeSet::new));
        wanted.addAll(FXML_KEYS);
        wanted.removeAll(texts.keySet());
        assertThat(wanted).as("write a text for each of these keys").isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        Set<String> prefixes =
                LITERALS.stream()
                        .map(text -> text.replaceFirst("%s.*", ""))
                        .filter(text -> text.matches("[a-z]\\w*(\\.[\\w-]+)*\\."))
                        .collect(Collectors.toSet());
        String scenarios =
                ProjectFiles.below(RESOURCES, ".scenario", ".yaml").stream()
                        .map(ProjectFiles::read)
                        .collect(Collectors.joining("\n"));
        assertThat(load(ENGLISH).keySet())
                .as(
                        "delete the unused text, or use its key: \"key\" or \"prefix.\" in Java, %key"
                                + " in FXML, or the key in a scenario")
                .allMatch(key ->
                        LITERALS.contains(key)
                                || FXML_KEYS.contains(key)
                                || prefixes.stream().anyMatch(key::startsWith)
                                || scenarios.contains(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotoSansSC-Regular-subset.ttf", "NotoSansSC-Bold-subset.ttf"})
    void theFontHasEveryCharacter(String font) throws IOException {
        BitSet glyphs = FontGlyphs.read(ProjectFiles.ROOT.resolve(RESOURCES + "/fonts/" + font));
        assertThat(glyphs.get('A') && glyphs.get('握') && !glyphs.get(0x1F600)).isTrue();
        Stream<String> literals =
                Stream.concat(LITERALS.stream(), fxmlFiles().map(ProjectFiles::read));
        Stream<String> texts =
                Stream.concat(load(ENGLISH).values().stream(), load(CHINESE).values().stream());
        Set<String> missing =
                Stream.concat(texts, literals)
                        .flatMapToInt(String::codePoints)
                        .filter(point -> point >= ' ' && !glyphs.get(point))
                        .mapToObj(point -> "U+%04X %s".formatted(point, Character.toString(point)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("replace the characters that %s cannot show", font).isEmpty();
    }

    private static Path path(String bundle) {
        return ProjectFiles.ROOT.resolve(RESOURCES + "/i18n/" + bundle);
    }

    private static Map<String, String> load(String bundle) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(ProjectFiles.read(path(bundle))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static List<String> keysWhere(Map<String, String> texts, Predicate<String> test) {
        return texts.keySet().stream().filter(key -> test.test(texts.get(key))).toList();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> features(Set<String> keys) {
        return keys.stream().map(MessagesTest::feature).collect(Collectors.toSet());
    }

    private static String feature(String key) {
        return key.split("\\.", 2)[0];
    }

    private static Set<String> javaLiterals() {
        var literals = new HashSet<String>();
        for (Path file : ProjectFiles.below("src/main/java", ".java")) {
            String code = ProjectFiles.read(file).replaceAll("(?m)^\\s*(//|/?\\*).*$", "");
            JAVA_LITERAL.matcher(code).results().map(MessagesTest::inner).forEach(literals::add);
        }
        return literals;
    }

    private static Set<String> fxmlKeys() {
        return fxmlFiles()
                .map(ProjectFiles::read)
                .flatMap(text -> FXML_KEY.matcher(text).results())
                .map(MessagesTest::inner)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> fxmlFiles() {
        return ProjectFiles.below(RESOURCES, ".fxml").stream();
    }

    private static String inner(MatchResult found) {
        return found.group(1);
    }
}
