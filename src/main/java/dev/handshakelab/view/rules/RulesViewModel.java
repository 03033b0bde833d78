package dev.handshakelab.view.rules;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.scenario.RuleChoice;
import dev.handshakelab.scenario.RuleChoice.Value;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.rules.Decision.Part;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.RfcSections;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that fit the search, and what the user has changed. Another scenario begins without
 * changes.
 */
public final class RulesViewModel {
    private final Messages messages;
    private final Consumer<OptionsOverlay> flipped;
    private final RfcSections sections = RfcSections.bundled();
    private final ObjectProperty<@Nullable Scenario> scenario =
            new SimpleObjectProperty<>(this, "scenario");
    private final ReadOnlyObjectWrapper<OptionsOverlay> overlay =
            new ReadOnlyObjectWrapper<>(this, "overlay", OptionsOverlay.NONE);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<Filter> filter =
            new SimpleObjectProperty<>(this, "filter", Filter.ALL);
    private final ObservableList<Decision> shown = FXCollections.observableArrayList();

    /** Which decisions are to be seen. */
    enum Filter {
        ALL,
        /** Where a careful reader will object. */
        OBJECTIONS,
        CHANGEABLE
    }

    /**
     * @param flipped is told each change that the user makes, so that the scenario runs again; not
     *     that another scenario begins without changes
     */
    public RulesViewModel(Messages messages, Consumer<OptionsOverlay> flipped) {
        this.messages = messages;
        this.flipped = flipped;
        scenario.subscribe(_ -> overlay.set(OptionsOverlay.NONE));
        search.subscribe(this::fill);
        filter.subscribe(this::fill);
        messages.localeProperty().subscribe(_ -> fill());
        fill();
    }

    /** The present scenario as its file has it, without the changes made here; null: none. */
    public ObjectProperty<@Nullable Scenario> scenarioProperty() {
        return scenario;
    }

    /** What the user wants otherwise than the scenario has it. */
    public ReadOnlyObjectProperty<OptionsOverlay> overlayProperty() {
        return overlay.getReadOnlyProperty();
    }

    /** What the user searches for: words that must all occur in a decision. */
    public StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /** The decisions to be shown. */
    public ObservableList<Decision> shown() {
        return shown;
    }

    /** Lets a rule be so at both hosts; if the scenario has it so anyway, nothing is changed. */
    public void choose(RuleChoice choice, Value value) {
        OptionsOverlay next = overlay.get().with(choice, value);
        boolean own = next.base() == Base.SCENARIO && !changes(next).contains(choice);
        flip(own ? next.without(choice) : next);
    }

    /** Decides every point as a preset has it; {@link Base#SCENARIO} takes all changes back. */
    public void usePreset(Base base) {
        flip(OptionsOverlay.preset(base));
    }

    /** Forgets what the user has chosen here. */
    public void takeBack(RuleChoice choice) {
        flip(overlay.get().without(choice));
    }

    /** Whether {@link #takeBack} makes a rule as the scenario has it: no preset lies below. */
    boolean canTakeBack(RuleChoice choice) {
        return overlay.get().base() == Base.SCENARIO && overlay.get().chosen().containsKey(choice);
    }

    private void flip(OptionsOverlay next) {
        if (!next.equals(overlay.get())) {
            overlay.set(next);
            flipped.accept(next);
        }
    }

    /** The preset that the present changes amount to; empty if they are a mixture. */
    public Optional<Base> preset() {
        return Arrays.stream(Base.values())
                .filter(base -> OptionsOverlay.preset(base).equals(overlay.get()))
                .findFirst();
    }

    /** The value in force; empty if the hosts differ, or have one that is not offered. */
    public Optional<Value> value(RuleChoice choice) {
        Optional<Value> a = value(choice, Side.A);
        return a.equals(value(choice, Side.B)) ? a : Optional.empty();
    }

    private Optional<Value> value(RuleChoice choice, Side side) {
        return choice.of(overlay.get().apply(options(side)));
    }

    /** The choices that are not as the scenario has them. */
    public Set<RuleChoice> changed() {
        return changes(overlay.get());
    }

    private Set<RuleChoice> changes(OptionsOverlay by) {
        Plan plan = plan();
        if (plan != null) {
            return by.changes(plan);
        }
        return Arrays.stream(RuleChoice.values())
                .filter(choice ->
                        !choice.of(by.apply(TcpOptions.RFC)).equals(choice.of(TcpOptions.RFC)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable Plan plan() {
        Scenario now = scenario.get();
        return now == null ? null : now.plan();
    }

    private TcpOptions options(Side side) {
        Plan plan = plan();
        return plan == null ? TcpOptions.RFC : plan.host(side).endpoint().options();
    }

    // Texts

    String text(Decision decision, Part part) {
        return messages.get(decision.key(part));
    }

    List<String> sources(Decision decision) {
        return decision.citations().stream().map(sections::titled).toList();
    }

    String name(RuleChoice choice) {
        return messages.get("rules.switch." + choice.name());
    }

    String name(Value value) {
        return messages.get("rules.value." + value.name());
    }

    private String name(Optional<Value> value) {
        return value.map(this::name).orElseGet(() -> messages.get("rules.other"));
    }

    /**
     * What the scenario has instead, or that its hosts differ; empty if there is no need to say.
     */
    String note(RuleChoice choice) {
        Optional<Value> ownA = choice.of(options(Side.A));
        Optional<Value> ownB = choice.of(options(Side.B));
        if (changed().contains(choice)) {
            return ownA.equals(ownB)
                    ? messages.get("rules.changed", name(ownA))
                    : messages.get("rules.changed.hosts", name(ownA), name(ownB));
        }
        return value(choice).isPresent() ? "" : messages.get("rules.mixed", name(ownA), name(ownB));
    }

    /** How many rules are changed, in words. */
    String summary() {
        int count = changed().size();
        return count == 0
                ? messages.get("rules.changes.none")
                : messages.get("rules.changes.some", count);
    }

    /** Which scenario the changes are for; empty if there is none. */
    String scenarioLine() {
        Scenario now = scenario.get();
        return now == null
                ? ""
                : messages.get("rules.scenario", ScenarioTexts.title(now, messages));
    }

    // Search

    private void fill() {
        List<String> words =
                Stream.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+")).toList();
        shown.setAll(
                Arrays.stream(Decision.values())
                        .filter(this::fitsFilter)
                        .filter(decision -> words.stream().allMatch(searched(decision)::contains))
                        .toList());
    }

    private boolean fitsFilter(Decision decision) {
        return switch (filter.get()) {
            case ALL -> true;
            case OBJECTIONS -> decision.raisesObjection();
            case CHANGEABLE -> decision.choice().isPresent();
        };
    }

    private String searched(Decision decision) {
        Stream<String> texts = Arrays.stream(Part.values()).map(part -> text(decision, part));
        String all =
                Stream.of(
                                Stream.of(decision.name()),
                                texts,
                                sources(decision).stream(),
                                decision.choice().map(this::name).stream())
                        .flatMap(parts -> parts)
                        .collect(Collectors.joining(" "));
        return all.toLowerCase(Locale.ROOT);
    }
}
