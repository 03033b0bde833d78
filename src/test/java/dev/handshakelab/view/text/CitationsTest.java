package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Rule.Citation;
import dev.handshakelab.view.rules.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each section that the program names exists in that RFC, in rules as in texts. */
class CitationsTest {
    private static final int TCP = 9293;
    private static final RfcSections SECTIONS = RfcSections.bundled();
    private static final Pattern DOCUMENT = Pattern.compile("RFC (\\d+)");

    private static final String NUMBER = "((?:\\d+|[AB])(?:\\.\\d+)*+)";

    /** A section of a named RFC: {@code RFC 9293, 3.5}; {@code RFC 9293 第 3.5 节}. */
    private static final Pattern OF_DOCUMENT =
            Pattern.compile(
                    "RFC (\\d+)(?:, | ?，)?(?: ?(?:sections?|第) ?)?"
                            + "(?<= |，)"
                            + NUMBER
                            + "(?!\\w)");

    /** A section of the RFC of TCP: {@code section 3.5}; {@code 3.5 节}; {@code 3.5.2}. */
    private static final Pattern ALONE =
            Pattern.compile(
                    "[Ss]ections? "
                            + NUMBER
                            + "|"
                            + NUMBER
                            + " ?节|(?<![\\w.])([1-9A](?:\\.\\d+){2,})(?![\\w:]|\\.\\d)");

    static Stream<Messages> languages() {
        return Messages.LOCALES.stream().map(Messages::new);
    }

    @Test
    void everyRuleCitesSectionsThatExist() {
        List<String> wrong =
                Arrays.stream(Rule.values())
                        .flatMap(rule ->
                                rule.citations().stream()
                                        .filter(citation -> SECTIONS.title(citation).isEmpty())
                                        .map(citation -> rule.id() + ": " + citation))
                        .toList();
        assertThat(wrong).as("correct the section, or add it to rfc-sections.txt").isEmpty();
        assertThat(Arrays.stream(Rule.values()).flatMap(rule -> rule.citations().stream()))
                .hasSizeGreaterThan(100);
    }

    @Test
    void everyDecisionCitesSectionsThatExist() {
        for (Decision decision : Decision.values()) {
            assertThat(decision.citations())
                    .as("%s", decision)
                    .allMatch(citation -> SECTIONS.title(citation).isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextNamesSectionsThatExist(Messages messages) {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (String key : messages.bundle().keySet()) {
            for (Citation citation : citations(messages.bundle().getString(key))) {
                found++;
                if (SECTIONS.title(citation).isEmpty()) {
                    wrong.add(key + ": " + citation);
                }
            }
        }
        assertThat(wrong).as("correct the section, or add it to rfc-sections.txt").isEmpty();
        assertThat(found).isGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextNamesDocumentsThatAreInTheTable(Messages messages) {
        for (String key : messages.bundle().keySet()) {
            assertThat(DOCUMENT.matcher(messages.bundle().getString(key)).results())
                    .as(key)
                    .allMatch(rfc -> SECTIONS.documents().contains(Integer.parseInt(rfc.group(1))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see RFC 9293, 3.10.7.4. Then  | RFC 9293, 3.10.7.4",
                "RFC 9293, section 3.5.1: A    | RFC 9293, 3.5.1",
                "照 RFC 9293 第 3.5.1 节，取 Z  | RFC 9293, 3.5.1",
                "（RFC 9293, 3.3.2）；         | RFC 9293, 3.3.2",
                "By RFC 5961, 7 a limit         | RFC 5961, 7",
                "Section 3.5.2 and step 5       | RFC 9293, 3.5.2",
                "3.6.1 节允许                   | RFC 9293, 3.6.1",
                "it is in 3.10.9 somewhere      | RFC 9293, 3.10.9",
            })
    void sectionsAreFoundInTexts(String text, String citation) {
        assertThat(citations(text)).extracting(Citation::toString).containsExactly(citation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "less than 0.5 s",
                "10.0.0.1:80 or another",
                "rules of RFC 9293, RFC 6298 and",
                "RTO 2400, 2350 and 2256.25 ms",
                "Apache License 2.0. Fonts",
                "RFC 1337 advises",
            })
    void otherNumbersAreNoSections(String text) {
        assertThat(citations(text)).isEmpty();
    }

    private static List<Citation> citations(String text) {
        List<Citation> found = new ArrayList<>();
        Matcher ofDocument = OF_DOCUMENT.matcher(text);
        while (ofDocument.find()) {
            found.add(new Citation(Integer.parseInt(ofDocument.group(1)), ofDocument.group(2)));
        }
        Matcher alone = ALONE.matcher(OF_DOCUMENT.matcher(text).replaceAll(""));
        while (alone.find()) {
            Stream.of(alone.group(1), alone.group(2), alone.group(3))
                    .filter(group -> group != null)
                    .forEach(group -> found.add(new Citation(TCP, group)));
        }
        return found;
    }

    @Test
    void aCitationIsShownWithItsTitle() {
        assertThat(SECTIONS.titled(new Citation(9293, "3.10.7.4")))
                .isEqualTo("RFC 9293, 3.10.7.4 (Other States)");
        assertThat(SECTIONS.titled("RFC 5961, 7")).isEqualTo("RFC 5961, 7 (ACK Throttling)");
        assertThat(SECTIONS.titled("RFC 9293, 3.11")).isEqualTo("RFC 9293, 3.11");
        assertThat(SECTIONS.titled("Linux")).isEqualTo("Linux");
        assertThat(SECTIONS.documentTitle(9293)).contains("Transmission Control Protocol (TCP)");
    }

    @Test
    void eachSectionFollowsTheOneItIsPartOf() {
        String table = String.join("\n", "RFC 1 One", "1 First", "1.1 Part");
        assertThat(RfcSections.read(table).title(new Citation(1, "1.1"))).contains("Part");
        assertThatThrownBy(() -> RfcSections.read(table + "\n1 Again"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RfcSections.read("1 Homeless"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SECTIONS.documents())
                .containsExactlyInAnyOrder(
                        793, 1122, 1337, 2018, 5681, 5961, 6191, 6298, 6528, 7323, 9293);
    }
}
