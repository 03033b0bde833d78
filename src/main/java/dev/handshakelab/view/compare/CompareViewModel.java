package dev.handshakelab.view.compare;

import dev.handshakelab.playback.Player;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.twins.Cost;
import dev.handshakelab.sim.twins.TimedTouch;
import dev.handshakelab.sim.twins.Twins;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is compared with what. One player moves both stories: their frames of the same index happen
 * at the same time.
 */
public final class CompareViewModel {
    private final List<Choice> pairs;
    private final Worker worker;
    private final Player player = new Player();
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Choice> choice =
            new SimpleObjectProperty<>(this, "choice");
    private final ObjectProperty<Variant> variant =
            new SimpleObjectProperty<>(this, "variant", Variant.TWO_WAY_HANDSHAKE);
    private final ReadOnlyObjectWrapper<@Nullable Twins> twins =
            new ReadOnlyObjectWrapper<>(this, "twins");
    private final BooleanProperty relativeNumbers =
            new SimpleBooleanProperty(this, "relativeNumbers");
    private @Nullable CourseNames names;
    private int wanted;
    private boolean choosing;

    /**
     * What two courses are called, in the language of the moment.
     *
     * @param first the name of the one on the left
     * @param second the name of the one on the right
     */
    public record CourseNames(
            Function<Messages, String> first, Function<Messages, String> second) {}

    /** Runs work that may last away from the window and hands the result over in its thread. */
    @FunctionalInterface
    public interface Worker {
        /** Runs some work; {@code done} gets its result where the window may be changed. */
        void run(Supplier<Twins> work, Consumer<? super Twins> done);
    }

    /** A comparison without a story yet: {@link #open} shows the first suggested pair. */
    public CompareViewModel(ScenarioLibrary library, Worker worker) {
        this.pairs = Pair.all(library);
        this.worker = worker;
        choices.setAll(pairs);
        choice.subscribe(this::chosen);
        variant.subscribe(this::run);
    }

    /** Shows the first suggested pair unless something is shown already. */
    public void open() {
        if (choice.get() == null) {
            choice.set(pairs.getFirst());
        }
    }

    /**
     * Offers the story that is open in the window as well.
     *
     * @param touches what was done to it, in the order of time
     */
    public void setPresent(Scenario scenario, List<TimedTouch> touches) {
        Choice present = present(scenario, touches);
        if (choices.contains(present)) {
            return;
        }
        boolean shown = choice.get() != null && choice.get().pair().isEmpty();
        // The choice first: a list that loses its selected item selects another.
        choices.add(present);
        if (shown) {
            choice.set(present);
        }
        choices.removeIf(old -> old.pair().isEmpty() && !old.equals(present));
    }

    /** Shows the story that is open in the window, if it was offered. */
    public void showPresent() {
        choices.stream().filter(one -> one.pair().isEmpty()).findFirst().ifPresent(choice::set);
    }

    private Choice present(Scenario scenario, List<TimedTouch> touches) {
        Plan plan = scenario.plan();
        Variant own = Twins.variantsOf(plan).stream().findFirst().orElse(variant.get());
        return new Choice(scenario, own, Optional.empty(), touches);
    }

    private void chosen(@Nullable Choice chosen) {
        if (chosen != null) {
            choosing = true;
            variant.set(chosen.variant());
            choosing = false;
            run();
        }
    }

    private void run() {
        Choice chosen = choice.get();
        if (chosen == null || choosing) {
            return;
        }
        Set<Variant> rules = Set.of(variant.get());
        int number = ++wanted;
        worker.run(
                () -> Twins.of(chosen.scenario().plan(), rules, chosen.touches()),
                found -> {
                    // Whoever chooses quickly sees only the last choice.
                    if (number == wanted) {
                        show(found);
                    }
                });
    }

    /** Shows two courses of one plan instead of twins. */
    public void showCourses(Run first, Run second, CourseNames shownAs) {
        wanted++;
        names = shownAs;
        int number = wanted;
        worker.run(
                () -> Twins.between(first, second),
                found -> {
                    if (number == wanted) {
                        player.pause();
                        twins.set(found);
                        player.open(found.aligned().first());
                        goToDifference();
                    }
                });
    }

    /** How the two courses are called; null while twins are shown. */
    public @Nullable CourseNames courseNames() {
        return names;
    }

    private void show(Twins found) {
        player.pause();
        twins.set(found);
        player.open(found.aligned().first());
        player.seekFrame(mostTelling(found));
    }

    /** Where the worst is seen; playing begins from the beginning if that is the end. */
    private static int mostTelling(Twins found) {
        int last = found.aligned().first().lastIndex();
        if (found.costs().isEmpty()) {
            return last;
        }
        return switch (found.costs().getFirst()) {
            // Who is stranded stands there at the end, when TCP has long recovered.
            case Cost.Stranded _ -> last;
            case Cost.GhostConnected _,
                    Cost.DeliveredTwice _,
                    Cost.DeliveredForeign _,
                    Cost.DeliveredOutOfOrder _,
                    Cost.NeverDelivered _,
                    Cost.Broken _,
                    Cost.SentInVain _,
                    Cost.AckWar _ ->
                    found.costs().getFirst().frame();
        };
    }

    /** Moves both stories to where they part. */
    public void goToDifference() {
        Twins shown = twins.get();
        if (shown != null) {
            shown.difference().ifPresent(difference -> goTo(difference.frame()));
        }
    }

    /** Moves both stories to a frame. */
    public void goTo(int frame) {
        player.pause();
        player.seekFrame(frame);
    }

    /** The suggested pairs, then the story of the window. */
    public ObservableList<Choice> choices() {
        return choices;
    }

    /** Which of {@link #choices()} is compared; null before {@link #open}. */
    public ObjectProperty<@Nullable Choice> choiceProperty() {
        return choice;
    }

    /** The rule that is replaced. */
    public ObjectProperty<Variant> variantProperty() {
        return variant;
    }

    /** Both runs; null until the first are ready. */
    public ReadOnlyObjectProperty<@Nullable Twins> twinsProperty() {
        return twins.getReadOnlyProperty();
    }

    /** Whether sequence numbers count from the initial ones. */
    public BooleanProperty relativeNumbersProperty() {
        return relativeNumbers;
    }

    /** Moves both stories; somebody has to call its {@link Player#tick} while it plays. */
    public Player player() {
        return player;
    }
}
