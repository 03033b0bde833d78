package dev.handshakelab.view.challenge;

import dev.handshakelab.playback.Branch;
import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.playback.Branches;
import dev.handshakelab.scenario.Allowance;
import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Touch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * The challenge that is on: follows what the learner does to the story and says whether it is
 * solved. It holds nothing of its own about the touches, so undoing one is enough to undo it here.
 */
public final class ChallengeViewModel {
    /** No frame: the challenge is not solved. */
    public static final int NOT_SOLVED = -1;

    private final Supplier<List<Challenge>> challenges;
    private final Branches branches;
    private final Starter starter;
    private final Consumer<Map<String, Integer>> keeper;
    private final ReadOnlyObjectWrapper<@Nullable Challenge> present =
            new ReadOnlyObjectWrapper<>(this, "present");
    private final ReadOnlyIntegerWrapper touches = new ReadOnlyIntegerWrapper(this, "touches");
    private final ReadOnlyIntegerWrapper solvedAt =
            new ReadOnlyIntegerWrapper(this, "solvedAt", NOT_SOLVED);
    private final ReadOnlyIntegerWrapper hints = new ReadOnlyIntegerWrapper(this, "hints");
    private final ObservableMap<String, Integer> best = FXCollections.observableHashMap();
    private boolean showing;

    /** Opens the story of a challenge in the window. */
    @FunctionalInterface
    public interface Starter {
        /**
         * @param touches what is done to the story from the beginning
         * @param shown to be run when it is shown
         */
        void start(Challenge challenge, List<RecordedTouch> touches, Runnable shown);
    }

    /**
     * @param challenges gives all challenges; it may last the first time, so it is not asked before
     *     somebody wants to see them
     * @param branches what the learner does
     * @param keeper keeps the fewest touches by challenge
     */
    public ChallengeViewModel(
            Supplier<List<Challenge>> challenges,
            Branches branches,
            Starter starter,
            Consumer<Map<String, Integer>> keeper) {
        this.challenges = challenges;
        this.branches = branches;
        this.starter = starter;
        this.keeper = keeper;
        branches.treeProperty().subscribe(this::follow);
    }

    /** All challenges, easiest first. */
    public List<Challenge> challenges() {
        return challenges.get();
    }

    /** The challenge that is on; null: none. */
    public ReadOnlyObjectProperty<@Nullable Challenge> presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** How many touches were made. */
    public ReadOnlyIntegerProperty touchesProperty() {
        return touches.getReadOnlyProperty();
    }

    /** The frame in which the goal is reached, or {@link #NOT_SOLVED}. */
    public ReadOnlyIntegerProperty solvedAtProperty() {
        return solvedAt.getReadOnlyProperty();
    }

    /** How many hints were given. */
    public ReadOnlyIntegerProperty hintsProperty() {
        return hints.getReadOnlyProperty();
    }

    /** The fewest touches by which the learner solved a challenge, by its id. */
    public ObservableMap<String, Integer> best() {
        return best;
    }

    /** Takes over what was kept from earlier runs. */
    public void remember(Map<String, Integer> kept) {
        kept.forEach((id, count) -> best.merge(id, count, Math::min));
    }

    public boolean isSolved() {
        return solvedAt.get() != NOT_SOLVED;
    }

    /** Whether what is shown is the stored solution, not the learner's work. */
    public boolean isShowing() {
        return showing;
    }

    /** Begins a challenge, or begins it anew. */
    public void start(Challenge challenge) {
        starter.start(challenge, List.of(), () -> begun(challenge, false));
    }

    /** Shows the stored solution of the present challenge. */
    public void showSolution() {
        Challenge challenge = present.get();
        if (challenge != null) {
            starter.start(challenge, challenge.solution(), () -> begun(challenge, true));
        }
    }

    private void begun(Challenge challenge, boolean shown) {
        boolean other = !challenge.equals(present.get());
        showing = shown;
        present.set(null);
        if (other) {
            hints.set(0);
        }
        present.set(challenge);
        follow();
    }

    /** Begins the present challenge anew. */
    public void reset() {
        Challenge challenge = present.get();
        if (challenge != null) {
            start(challenge);
        }
    }

    /** The challenge after the present one; empty after the last. */
    public Optional<Challenge> next() {
        List<Challenge> all = challenges();
        int index = all.indexOf(present.get()) + 1;
        return index > 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    /** Gives one hint more. */
    public void hint() {
        hints.set(hints.get() + 1);
    }

    public void undo() {
        branches.undo();
    }

    /** Ends the challenge; the story stays. */
    public void leave() {
        present.set(null);
        touches.set(0);
        solvedAt.set(NOT_SOLVED);
        hints.set(0);
        showing = false;
    }

    /** Why a touch is not allowed now; empty if it is, or if no challenge is on. */
    public Optional<Allowance.Refusal> refusal(Touch touch) {
        Challenge challenge = present.get();
        if (challenge == null) {
            return Optional.empty();
        }
        var timeline = branches.present().shown().run().timeline();
        return challenge.allowed().refusal(timeline, touch, touches.get());
    }

    private void follow() {
        Challenge challenge = present.get();
        BranchTree tree = branches.treeProperty().get();
        if (challenge == null || tree == null) {
            return;
        }
        Branch shown = tree.shown();
        if (!shown.run().plan().equals(challenge.start())) {
            // Another story was opened.
            leave();
            return;
        }
        touches.set(shown.touches().size());
        OptionalInt frame = challenge.solvedAt(shown.run());
        if (frame.isPresent() && !showing) {
            note(challenge, touches.get());
        }
        solvedAt.set(frame.orElse(NOT_SOLVED));
    }

    private void note(Challenge challenge, int count) {
        int before = best.getOrDefault(challenge.id(), Integer.MAX_VALUE);
        if (count < before) {
            best.put(challenge.id(), count);
            keeper.accept(Map.copyOf(best));
        }
    }
}
