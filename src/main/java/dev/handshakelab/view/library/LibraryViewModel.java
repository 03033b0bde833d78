package dev.handshakelab.view.library;

import dev.handshakelab.scenario.Chapter;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The scenarios that can be opened, by chapter, those that fit the search. */
public final class LibraryViewModel {
    private List<Scenario> bundled;
    private final Messages messages;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableList<Scenario> own = FXCollections.observableArrayList();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();

    /** The scenarios of a chapter, in teaching order. */
    public record Group(Chapter chapter, List<Scenario> scenarios) {
        public Group {
            scenarios = List.copyOf(scenarios);
        }
    }

    /** A library of the scenarios that come with the program, in teaching order. */
    public LibraryViewModel(List<Scenario> bundled, Messages messages) {
        this.bundled = List.copyOf(bundled);
        this.messages = messages;
        search.subscribe(this::fill);
        messages.localeProperty().subscribe(_ -> fill());
        fill();
    }

    /**
     * Puts other scenarios, in teaching order, in the place of those that came with the program.
     */
    public void setBundled(List<Scenario> scenarios) {
        bundled = List.copyOf(scenarios);
        fill();
    }

    /** What the user searches for: words that must all occur in title, id or chapter. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The chapters with what is to be shown of them; none is empty. */
    public ObservableList<Group> groups() {
        return groups;
    }

    /** Adds a scenario of the user, or puts it in the place of an older one of the same name. */
    public void add(Scenario scenario) {
        own.removeIf(older -> older.id().equals(scenario.id()));
        own.add(scenario);
        fill();
    }

    /** The first bundled scenario whose id starts with a prefix, such as {@code S02}. */
    public Optional<Scenario> first(String idPrefix) {
        return bundled.stream().filter(scenario -> scenario.id().startsWith(idPrefix)).findFirst();
    }

    /** The scenarios that come with the program. */
    public List<Scenario> bundled() {
        return bundled;
    }

    /** A scenario's title in the language of the moment. */
    public String title(Scenario scenario) {
        return ScenarioTexts.title(scenario, messages);
    }

    /** A scenario's title and what is to be seen in it. */
    public String tip(Scenario scenario) {
        String goal = ScenarioTexts.text(scenario, Part.GOAL, messages);
        return goal.isBlank() ? title(scenario) : title(scenario) + "\n" + goal;
    }

    /** A chapter's title in the language of the moment. */
    public String title(Chapter chapter) {
        return messages.get(chapter.key());
    }

    private void fill() {
        List<String> words = Stream.of(fold(search.get()).split("\\s+")).toList();
        Map<Chapter, List<Scenario>> byChapter = new EnumMap<>(Chapter.class);
        Stream.concat(bundled.stream(), own.stream())
                .filter(scenario -> fits(scenario, words))
                .forEach(scenario ->
                        byChapter
                                .computeIfAbsent(scenario.chapter(), _ -> new ArrayList<>())
                                .add(scenario));
        groups.setAll(
                byChapter.entrySet().stream()
                        .map(entry -> new Group(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Group::chapter))
                        .toList());
    }

    private boolean fits(Scenario scenario, List<String> words) {
        String text = fold(title(scenario) + " " + scenario.id() + " " + title(scenario.chapter()));
        return words.stream().allMatch(text::contains);
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
