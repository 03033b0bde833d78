package dev.handshakelab.view.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.scenario.RuleChoice;
import dev.handshakelab.scenario.RuleChoice.Value;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.rules.Decision.Part;
import dev.handshakelab.view.rules.RulesViewModel.Filter;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesViewModelTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<OptionsOverlay> flips = new ArrayList<>();
    private final RulesViewModel model = new RulesViewModel(messages, flips::add);

    static Stream<Messages> languages() {
        return Messages.LOCALES.stream().map(Messages::new);
    }

    private static Scenario scenario(String id) {
        return ScenarioLibrary.bundled().find(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyDecisionHasItsTexts(Messages in) {
        for (Decision decision : Decision.values()) {
            for (Part part : Part.values()) {
                assertThat(in.get(decision.key(part))).as("%s %s", decision, part).isNotBlank();
            }
            assertThat(in.get(decision.key(Part.CHOICE))).matches("(?s).*[.。]");
        }
        for (RuleChoice choice : RuleChoice.values()) {
            assertThat(in.get("rules.switch." + choice)).isNotBlank();
        }
        for (Value value : Value.values()) {
            assertThat(in.get("rules.value." + value)).isNotBlank();
        }
    }

    @Test
    void everyChoiceIsOnThePageOnce() {
        assertThat(Arrays.stream(Decision.values()).flatMap(one -> one.choice().stream()))
                .containsExactlyInAnyOrder(RuleChoice.values());
    }

    @Test
    void theStudentsFourObjectionsAreMarked() {
        model.filterProperty().set(Filter.OBJECTIONS);
        assertThat(model.shown())
                .containsExactly(Decision.D1, Decision.D2, Decision.D3, Decision.D10);
    }

    @Test
    void onlyWhatCanBeChangedCanBeAskedFor() {
        model.filterProperty().set(Filter.CHANGEABLE);
        assertThat(model.shown())
                .hasSize(RuleChoice.values().length)
                .allMatch(decision -> decision.choice().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | d23              | D23",
                "en | Figure 7 letter  | D1",
                "en | throttling       | D19",
                "en | nothing of this  | ",
                "zh | 保活             | O9",
                "zh | 图 7             | D1",
            })
    void theSearchFindsWordsInTextsSectionsAndSwitches(String language, String words, String id) {
        messages.setLocale(Locale.of(language));
        model.searchProperty().set(words);
        assertThat(model.shown().stream().map(Enum::name))
                .isEqualTo(id == null ? List.of() : List.of(id));
    }

    @Test
    void aFlipIsToldAndShown() {
        model.scenarioProperty().set(scenario("S05a"));
        assertThat(model.value(RuleChoice.LITERAL_STEP_1)).contains(Value.OFF);
        model.choose(RuleChoice.LITERAL_STEP_1, Value.ON);

        assertThat(flips)
                .containsExactly(OptionsOverlay.NONE.with(RuleChoice.LITERAL_STEP_1, Value.ON));
        assertThat(model.overlayProperty().get()).isEqualTo(flips.getLast());
        assertThat(model.value(RuleChoice.LITERAL_STEP_1)).contains(Value.ON);
        assertThat(model.changed()).containsExactly(RuleChoice.LITERAL_STEP_1);
        assertThat(model.note(RuleChoice.LITERAL_STEP_1))
                .isEqualTo("Changed. In the scenario: off.");
        assertThat(model.summary()).isEqualTo("One rule is not as the scenario has it.");
        assertThat(model.preset()).isEmpty();
    }

    @Test
    void flippingBackLeavesNoChange() {
        model.scenarioProperty().set(scenario("S05b"));
        model.choose(RuleChoice.LITERAL_STEP_1, Value.OFF);
        model.choose(RuleChoice.LITERAL_STEP_1, Value.ON);

        assertThat(model.overlayProperty().get()).isEqualTo(OptionsOverlay.NONE);
        assertThat(model.preset()).contains(Base.SCENARIO);
        assertThat(flips).hasSize(2);
    }

    @Test
    void choosingWhatIsSoAnywayIsNoFlip() {
        model.scenarioProperty().set(scenario("S05b"));
        model.choose(RuleChoice.LITERAL_STEP_1, Value.ON);
        assertThat(flips).isEmpty();
    }

    @Test
    void hostsThatDifferAreShownAsTheyAre() {
        model.scenarioProperty().set(scenario("S02c"));
        assertThat(model.value(RuleChoice.FIN_WAIT_2_TIMEOUT)).isEmpty();
        assertThat(model.note(RuleChoice.FIN_WAIT_2_TIMEOUT))
                .isEqualTo("Here A has: ends after 60 s; B has: never ends.");
        model.choose(RuleChoice.FIN_WAIT_2_TIMEOUT, Value.NEVER);
        assertThat(model.note(RuleChoice.FIN_WAIT_2_TIMEOUT))
                .isEqualTo("Changed. In the scenario: A ends after 60 s, B never ends.");

        assertThat(model.canTakeBack(RuleChoice.FIN_WAIT_2_TIMEOUT)).isTrue();
        model.takeBack(RuleChoice.FIN_WAIT_2_TIMEOUT);
        assertThat(model.value(RuleChoice.FIN_WAIT_2_TIMEOUT)).isEmpty();
        assertThat(model.changed()).isEmpty();
    }

    @Test
    void presetsDecideAndAreTakenBack() {
        model.scenarioProperty().set(scenario("S01"));
        model.usePreset(Base.RFC);
        assertThat(model.changed()).as("S01 plays by the RFC").isEmpty();
        model.usePreset(Base.LINUX_LIKE);
        assertThat(model.preset()).contains(Base.LINUX_LIKE);
        assertThat(model.changed())
                .containsExactlyInAnyOrder(
                        RuleChoice.RESEND_SYN_ACK,
                        RuleChoice.TIME_WAIT_REUSE,
                        RuleChoice.DROP_TEXT_ON_SYN,
                        RuleChoice.FIN_WAIT_2_TIMEOUT,
                        RuleChoice.RESET_WHEN_DATA_IS_LOST,
                        RuleChoice.LINUX_HABITS);
        assertThat(model.summary()).isEqualTo("6 rules are not as the scenario has them.");

        model.choose(RuleChoice.RESEND_SYN_ACK, Value.OFF);
        assertThat(model.preset()).isEmpty();
        assertThat(model.changed()).hasSize(5);
        model.usePreset(Base.SCENARIO);
        assertThat(model.overlayProperty().get()).isEqualTo(OptionsOverlay.NONE);
        assertThat(flips).hasSize(4);
    }

    @Test
    void anotherScenarioBeginsWithoutChangesAndWithoutAFlip() {
        model.scenarioProperty().set(scenario("S01"));
        model.choose(RuleChoice.RFC_1337, Value.ON);
        model.scenarioProperty().set(scenario("S17"));

        assertThat(model.overlayProperty().get()).isEqualTo(OptionsOverlay.NONE);
        assertThat(flips).hasSize(1);
    }

    @Test
    void withoutAScenarioTheRulesAreThoseOfTheRfc() {
        assertThat(model.value(RuleChoice.RFC_5961)).contains(Value.ON);
        assertThat(model.scenarioLine()).isEmpty();
        model.choose(RuleChoice.RFC_5961, Value.OFF);
        assertThat(model.changed()).containsExactly(RuleChoice.RFC_5961);
    }

    @Test
    void sourcesAreShownWithTheirTitles() {
        assertThat(model.sources(Decision.D19))
                .containsExactly(
                        "RFC 5961, 7 (ACK Throttling)",
                        "RFC 1337, 2.3 (HAZARD H2: De-synchronized Connection)");
    }
}
