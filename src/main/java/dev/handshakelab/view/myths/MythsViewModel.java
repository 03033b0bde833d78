package dev.handshakelab.view.myths;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconception.Part;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The misconceptions that fit the search, in the order of their numbers. */
public final class MythsViewModel {
    private final List<Misconception> all;
    private final ScenarioLibrary library;
    private final Messages messages;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableList<Misconception> found = FXCollections.observableArrayList();
    private final ObservableList<Misconception> shown =
            FXCollections.unmodifiableObservableList(found);

    /**
     * A page without a search.
     *
     * @param all the misconceptions; the scenarios that they name are in {@code library}
     */
    public MythsViewModel(List<Misconception> all, ScenarioLibrary library, Messages messages) {
        this.all = List.copyOf(all);
        this.library = library;
        this.messages = messages;
        search.subscribe(this::fill);
        messages.localeProperty().subscribe(_ -> fill());
        fill();
    }

    /**
     * What the user searches for: words that must all occur in the number, the texts or the
     * scenarios of a misconception. Case, hyphens and underscores do not count, so that {@code
     * time_wait} finds TIME-WAIT.
     */
    public StringProperty searchProperty() {
        return search;
    }

    /** All misconceptions, whatever the search says. */
    public List<Misconception> all() {
        return all;
    }

    /** Those that fit the search. */
    public ObservableList<Misconception> shown() {
        return shown;
    }

    /** The scenario that shows a misconception, and then the others worth a look. */
    public List<Scenario> scenarios(Misconception myth) {
        return Stream.concat(Stream.of(myth.scenario()), myth.also().stream())
                .map(this::scenario)
                .toList();
    }

    /** A scenario's title in the language of the moment. */
    public String title(Scenario scenario) {
        return ScenarioTexts.title(scenario, messages);
    }

    private Scenario scenario(String id) {
        return library.find(id)
                .orElseThrow(() -> new IllegalArgumentException("no scenario " + id));
    }

    private void fill() {
        List<String> words = Stream.of(search.get().strip().split("\\s+")).map(this::fold).toList();
        found.setAll(all.stream().filter(myth -> fits(myth, words)).toList());
    }

    private boolean fits(Misconception myth, List<String> words) {
        Stream<String> own = Arrays.stream(Part.values()).map(part -> messages.get(myth.key(part)));
        Stream<String> scenarios = scenarios(myth).stream().map(one -> one.id() + " " + title(one));
        String text =
                Stream.of(Stream.of(myth.id()), own, scenarios)
                        .flatMap(part -> part)
                        .map(this::fold)
                        .collect(Collectors.joining("\n"));
        return words.stream().allMatch(text::contains);
    }

    private String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
