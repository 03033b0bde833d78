package dev.handshakelab.view.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Chapter;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.library.LibraryViewModel.Group;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibraryViewModelTest {
    private static final Scenario SAMPLE = ScenarioLibrary.bundled().scenarios().getFirst();
    private static final Scenario OPEN = scenario("a1", Chapter.OPENING, "Shake hands", "握手");
    private static final Scenario CLOSE = scenario("b1", Chapter.CLOSING, "Say goodbye", "告别");

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final LibraryViewModel library = new LibraryViewModel(List.of(CLOSE, OPEN), messages);

    private static Scenario scenario(String id, Chapter chapter, String en, String zh) {
        var title = new LocalText(Map.of("en", en, "zh", zh));
        return new Scenario(
                id, chapter, SAMPLE.plan(), Optional.empty(), Map.of(Part.TITLE, title));
    }

    private List<Scenario> shown() {
        return library.groups().stream().map(Group::scenarios).flatMap(List::stream).toList();
    }

    @Test
    void chaptersStandInTeachingOrder() {
        assertThat(library.groups())
                .containsExactly(
                        new Group(Chapter.OPENING, List.of(OPEN)),
                        new Group(Chapter.CLOSING, List.of(CLOSE)));
    }

    @Test
    void searchLooksAtTitleIdAndChapterInTheLanguageOfTheMoment() {
        library.searchProperty().set("  HANDS shake ");
        assertThat(shown()).containsExactly(OPEN);
        library.searchProperty().set("b1");
        assertThat(shown()).containsExactly(CLOSE);
        library.searchProperty().set(messages.get("chapter.opening"));
        assertThat(shown()).containsExactly(OPEN);
        library.searchProperty().set("告别");
        assertThat(shown()).isEmpty();
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(shown()).containsExactly(CLOSE);
        library.searchProperty().set("");
        assertThat(shown()).containsExactly(OPEN, CLOSE);
    }

    @Test
    void scenariosOfTheUserJoinAndReplaceTheirOlderVersion() {
        Scenario mine = scenario("mine", Chapter.OWN, "One", "一");
        Scenario newer = scenario("mine", Chapter.OWN, "Two", "二");
        library.add(mine);
        library.add(newer);
        assertThat(shown()).containsExactly(OPEN, CLOSE, newer);
    }

    @Test
    void aScenarioWithoutATextIsCalledByItsId() {
        var nameless = new Scenario("x9", Chapter.OWN, SAMPLE.plan(), Optional.empty(), Map.of());
        assertThat(library.title(nameless)).isEqualTo("x9");
        assertThat(library.tip(OPEN)).isEqualTo("Shake hands");
    }

    @Test
    void firstFindsByPrefix() {
        assertThat(library.first("b")).containsSame(CLOSE);
    }
}
