package dev.handshakelab.view.coach;

import dev.handshakelab.coach.Attempt;
import dev.handshakelab.coach.Duty;
import dev.handshakelab.coach.Hint;
import dev.handshakelab.coach.Judge;
import dev.handshakelab.coach.Verdict;
import dev.handshakelab.playback.Player;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Lets the learner decide for one host or for both: stops the story before each decision, judges
 * it, and lets the story go on with what the machine did.
 */
public final class CoachViewModel {
    /** What the card is at. */
    public enum Phase {
        /** Nobody plays. */
        OFF,
        /** Which host will it be? */
        CHOOSING,
        /** The story goes on until the next decision. */
        WATCHING,
        /** It is the learner's turn. */
        ASKING,
        /** The decision is right, or has been shown. */
        ANSWERED,
        /** Nothing is left to decide. */
        DONE
    }

    /** How a decision went. */
    public enum Outcome {
        FIRST_TRY,
        WITH_HINT,
        CORRECTED,
        SHOWN
    }

    private final Player player;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFF);
    private final ReadOnlyObjectWrapper<@Nullable Duty> duty = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Hint> hint = new ReadOnlyObjectWrapper<>();
    private final Map<Integer, Outcome> outcomes = new LinkedHashMap<>();
    private Set<Side> sides = EnumSet.noneOf(Side.class);
    private @Nullable Frame lastDone;
    private int tries;
    private int hints;

    /** Follows a player, which it holds back while the learner decides. */
    public CoachViewModel(Player player) {
        this.player = player;
        player.timelineProperty().subscribe(this::followStory);
        player.frameIndexProperty().subscribe(this::arrive);
        player.playingProperty().subscribe(this::arrive);
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public Phase getPhase() {
        return phase.get();
    }

    /** Whether a game is on. */
    public boolean isOn() {
        return phase.get() != Phase.OFF;
    }

    /** Whether what comes next must stay hidden. */
    public boolean hidesFuture() {
        return switch (phase.get()) {
            case WATCHING, ASKING, ANSWERED -> true;
            case OFF, CHOOSING, DONE -> false;
        };
    }

    /** What is to be decided next; null if nothing is. */
    public ReadOnlyObjectProperty<@Nullable Duty> dutyProperty() {
        return duty.getReadOnlyProperty();
    }

    /** What was wrong with the last attempt at this decision; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** The hint given last for this decision; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Hint> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** The hosts that the learner plays. */
    public Set<Side> sides() {
        return Set.copyOf(sides);
    }

    /** How the decisions went so far, by frame. */
    public Map<Integer, Outcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** How many decisions went like this so far. */
    public long count(Outcome outcome) {
        return outcomes.values().stream().filter(one -> one == outcome).count();
    }

    /** The frames of decisions that were not right at the first try. */
    public List<Integer> missed() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() != Outcome.FIRST_TRY)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Asks which host it shall be. */
    public void open() {
        player.pause();
        forget();
        phase.set(Phase.CHOOSING);
    }

    /** Ends the game; the whole story may be seen again. */
    public void close() {
        if (!isOn()) {
            return;
        }
        phase.set(Phase.OFF);
        forget();
        player.setLimit(Player.NO_LIMIT);
    }

    /** Begins the story anew for these hosts. */
    public void choose(Set<Side> chosen) {
        forget();
        sides = EnumSet.copyOf(chosen);
        player.pause();
        player.seekFrame(0);
        Timeline timeline = player.getTimeline();
        lastDone = timeline == null ? null : timeline.frame(0);
        goTo(Duty.next(story(), 0, sides));
    }

    private void forget() {
        outcomes.clear();
        lastDone = null;
        clearDuty(null);
    }

    private void clearDuty(@Nullable Duty next) {
        verdict.set(null);
        hint.set(null);
        tries = 0;
        hints = 0;
        duty.set(next);
    }

    /** Moves on to what is to be decided next, or to the end. */
    private void goTo(Optional<Duty> next) {
        clearDuty(next.orElse(null));
        if (next.isEmpty()) {
            player.setLimit(Player.NO_LIMIT);
            phase.set(Phase.DONE);
            player.play();
            return;
        }
        int before = next.get().frameIndex() - 1;
        player.setLimit(before);
        phase.set(Phase.WATCHING);
        if (player.getFrameIndex() < before) {
            player.play();
        } else {
            arrive();
        }
    }

    /** The story has come so far that somebody must act. */
    private void arrive() {
        Duty next = duty.get();
        boolean there =
                next != null
                        && phase.get() == Phase.WATCHING
                        && !player.isPlaying()
                        && player.getFrameIndex() == next.frameIndex() - 1;
        if (there) {
            phase.set(Phase.ASKING);
            // What arrives is seen at the moment when it does.
            player.seekTime(Long.MAX_VALUE);
        }
    }

    /** Goes to the next decision without watching. */
    public void hurry() {
        player.pause();
        player.last();
    }

    /** Judges an attempt at the present decision. */
    public void check(Attempt attempt) {
        Duty present = duty.get();
        if (present == null || phase.get() != Phase.ASKING) {
            return;
        }
        Verdict found = Judge.judge(present, attempt);
        verdict.set(found);
        hint.set(null);
        tries++;
        if (found.isRight()) {
            if (tries > 1) {
                answer(present, Outcome.CORRECTED);
            } else {
                answer(present, hints > 0 ? Outcome.WITH_HINT : Outcome.FIRST_TRY);
            }
        }
    }

    /** Helps with the first thing that is wrong or open, each time a little more. */
    public void help(Attempt attempt) {
        Duty present = duty.get();
        if (present == null || phase.get() != Phase.ASKING) {
            return;
        }
        Hint.Degree[] degrees = Hint.Degree.values();
        Hint.Degree degree = degrees[Math.min(hints, degrees.length - 1)];
        hint.set(Judge.judge(present, attempt).hint(degree).orElse(null));
        hints++;
    }

    /** Gives the decision up: the machine's own is shown. */
    public void reveal() {
        Duty present = duty.get();
        if (present != null && phase.get() == Phase.ASKING) {
            verdict.set(null);
            hint.set(null);
            answer(present, Outcome.SHOWN);
        }
    }

    private void answer(Duty present, Outcome outcome) {
        outcomes.put(present.frameIndex(), outcome);
        phase.set(Phase.ANSWERED);
    }

    /** Lets the story go on with what the machine did. */
    public void goOn() {
        Duty done = duty.get();
        if (done != null && phase.get() == Phase.ANSWERED) {
            lastDone = story().frame(done.frameIndex());
            goTo(Duty.next(story(), done.frameIndex(), sides));
        }
    }

    /** Looks at one step again, after the end. */
    public void lookAt(int frameIndex) {
        player.pause();
        player.seekFrame(frameIndex);
    }

    /** A touched story goes on from where it was; another one is begun anew. */
    private void followStory() {
        if (!isOn() || phase.get() == Phase.CHOOSING) {
            return;
        }
        Frame done = lastDone;
        Timeline timeline = player.getTimeline();
        boolean same =
                done != null
                        && timeline != null
                        && timeline.lastIndex() >= done.index()
                        && timeline.frame(done.index()).equals(done);
        if (done != null && same) {
            goTo(Duty.next(story(), done.index(), sides));
        } else {
            open();
        }
    }

    private Timeline story() {
        Timeline timeline = player.getTimeline();
        if (timeline == null) {
            throw new IllegalStateException("no story is open");
        }
        return timeline;
    }
}
