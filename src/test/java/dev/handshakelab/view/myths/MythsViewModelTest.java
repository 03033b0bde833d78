package dev.handshakelab.view.myths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconceptions;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MythsViewModelTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final MythsViewModel model =
            new MythsViewModel(Misconceptions.all(), ScenarioLibrary.bundled(), messages);

    private List<String> search(String text) {
        model.searchProperty().set(text);
        return model.shown().stream().map(Misconception::id).toList();
    }

    @Test
    void withoutASearchAllAreShown() {
        assertThat(search("")).hasSize(30).startsWith("M1", "M2").endsWith("M30");
        assertThat(search("  ")).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({
        "en, cable, M22",
        "en, TWO-Generals, M29",
        "en, m30, M30",
        "en, half closed anomaly, M21",
        "en, s21a, M24",
        "en, 'no such words', ''",
        "zh, 网线, M22",
        "zh, 两军问题, M29",
        "zh, m30, M30",
        "zh, 半关闭 异常, M21",
        "zh, 没有这样的话, ''"
    })
    void theSearchLooksIntoNumberTextsAndScenarios(String language, String text, String found) {
        messages.setLocale(Locale.of(language));

        assertThat(String.join(" ", search(text))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"en", "zh"})
    void allSpellingsOfAStateFindTheSame(String language) {
        messages.setLocale(Locale.of(language));

        assertThat(search("TIME-WAIT"))
                .contains("M7", "M8", "M9", "M18", "M19", "M29")
                .doesNotContain("M1", "M22")
                .isEqualTo(search("time_wait"));
    }

    @Test
    void theTitleOfAScenarioIsSearchedInTheLanguageOfTheMoment() {
        assertThat(search("zero window and probes")).containsExactly("M6", "M26", "M27");

        messages.setLocale(Locale.SIMPLIFIED_CHINESE);

        assertThat(model.shown()).isEmpty();
        assertThat(search("零窗口")).containsExactly("M6", "M26", "M27");
    }

    @Test
    void theScenarioThatShowsItComesFirst() {
        Misconception myth = Misconceptions.find("M5").orElseThrow();

        assertThat(model.scenarios(myth))
                .extracting(Scenario::id)
                .containsExactly("S12", "S15a", "S16a", "S16b");
    }

    @Test
    void anotherScenarioEndsTheShowing() {
        var shown = new ShownMyth();
        Misconception myth = Misconceptions.find("M5").orElseThrow();
        ScenarioLibrary library = ScenarioLibrary.bundled();

        shown.show(myth);
        shown.opened(library.find("S12").orElseThrow());
        assertThat(shown.misconceptionProperty().get()).isEqualTo(myth);

        shown.opened(library.find("S13").orElseThrow());
        assertThat(shown.misconceptionProperty().get()).isNull();
    }
}
