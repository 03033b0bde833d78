package dev.handshakelab.view.predict;

import dev.handshakelab.playback.Player;
import dev.handshakelab.quiz.Choice;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.timeline.Timeline;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A round of questions. The player gets no further than the next question; whatever lies behind the
 * playhead is not asked any more. A round lasts until it is ended, through other stories too.
 */
public final class PredictViewModel {
    /** What is shown. */
    public enum Phase {
        /** No round. */
        OFF,
        /** The story goes on to the next question. */
        WATCHING,
        /** A question is open. */
        ASKING,
        /** A question was answered; the story has not gone on yet, or only by that step. */
        ANSWERED,
        /** The round is over. */
        REVIEW
    }

    private final Player player;
    private final Supplier<Consumer<Runnable>> bookmark;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(this, "phase", Phase.OFF);
    private final ReadOnlyObjectWrapper<@Nullable Question> question =
            new ReadOnlyObjectWrapper<>(this, "question");
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
    private final Round round = new Round();
    private boolean wasPlaying;
    private boolean rides = true;

    /**
     * @param bookmark remembers which story is open: what it gives opens that story again, and then
     *     does what it is given
     */
    public PredictViewModel(Player player, Supplier<Consumer<Runnable>> bookmark) {
        this.player = player;
        this.bookmark = bookmark;
        player.timelineProperty().subscribe((_, _) -> prepare(0));
        player.frameIndexProperty().subscribe((_, _) -> follow());
        player.playingProperty()
                .subscribe(plays -> wasPlaying |= plays && phase.get() == Phase.ASKING);
    }

    /** Begins a round, or ends the one that is on. */
    public void toggle() {
        if (phase.get() == Phase.OFF || phase.get() == Phase.REVIEW) {
            begin();
        } else {
            end();
        }
    }

    /** Begins a round at the playhead; at the end of the story, at its beginning. */
    public void begin() {
        player.pause();
        round.begin();
        phase.set(Phase.WATCHING);
        if (player.atEndProperty().get()) {
            player.first();
        }
        prepare(player.getFrameIndex());
    }

    /** Ends the round: with a review, if anything was asked. */
    public void end() {
        player.setLimit(Player.NO_LIMIT);
        question.set(null);
        phase.set(round.hasAsked() ? Phase.REVIEW : Phase.OFF);
    }

    /** Takes the review away. */
    public void close() {
        if (phase.get() == Phase.OFF) {
            return;
        }
        player.setLimit(Player.NO_LIMIT);
        question.set(null);
        phase.set(Phase.OFF);
    }

    private boolean isOn() {
        return phase.get() != Phase.OFF && phase.get() != Phase.REVIEW;
    }

    private void prepare(int fromFrame) {
        Timeline timeline = player.getTimeline();
        if (!isOn() || timeline == null) {
            return;
        }
        round.prepare(timeline, fromFrame);
        wasPlaying = false;
        phase.set(Phase.WATCHING);
        question.set(null);
        // The player knows the pace of a new story only later.
        rides = fromFrame > 0;
        follow();
        rides = true;
    }

    /** Looks whether the playhead has come to a question. */
    private void follow() {
        if (!isOn()) {
            return;
        }
        int frame = player.getFrameIndex();
        // A touch shows its branch from the touch on: what lies before was not asked.
        round.settle(frame);
        Optional<Question> next = round.next();
        player.setLimit(round.limit());
        Question shown = question.get();
        if (next.isPresent() && next.get().frameIndex() == frame + 1) {
            ask(next.get());
        } else if (phase.get() == Phase.ASKING
                || shown == null
                || frame < shown.frameIndex() - 1
                || frame > shown.frameIndex()) {
            question.set(null);
            phase.set(Phase.WATCHING);
        }
        if (isOver()) {
            end();
        }
    }

    private boolean isOver() {
        Timeline timeline = player.getTimeline();
        return round.hasAsked()
                && question.get() == null
                && round.next().isEmpty()
                && timeline != null
                && player.getFrameIndex() == timeline.lastIndex();
    }

    private void ask(Question next) {
        if (!next.equals(question.get()) || phase.get() != Phase.ASKING) {
            wasPlaying = player.isPlaying();
            chosen.set(-1);
            question.set(next);
            phase.set(Phase.ASKING);
            if (rides && !player.isPlaying()) {
                // What is on its way comes close: the limit ends the ride right before the step.
                player.seekStory(player.totalMillisProperty().get());
            }
        }
    }

    /**
     * Answers the open question; nothing happens if none is open or it has no such choice.
     *
     * @param index the place of the choice, from 0
     */
    public void answer(int index) {
        Question open = question.get();
        if (phase.get() != Phase.ASKING || open == null || index >= open.choices().size()) {
            return;
        }
        Choice choice = open.choices().get(index);
        chosen.set(index);
        Timeline timeline = Objects.requireNonNull(player.getTimeline());
        round.count(open, choice, () -> new Missed(open, choice, timeline, bookmark.get()));
        player.setLimit(round.limit());
        phase.set(Phase.ANSWERED);
    }

    /** Goes on after an answer: by one step, or plays on if the story was playing. */
    public void proceed() {
        Question answered = question.get();
        if (phase.get() != Phase.ANSWERED || answered == null) {
            return;
        }
        if (player.atEndProperty().get()) {
            end();
        } else if (wasPlaying) {
            player.play();
        } else {
            player.step(1);
        }
    }

    /** Passes over the open question and shows its step. */
    public void skip() {
        Question open = question.get();
        if (phase.get() != Phase.ASKING || open == null) {
            return;
        }
        round.settle(open.frameIndex());
        player.setLimit(round.limit());
        question.set(null);
        phase.set(Phase.WATCHING);
        player.step(1);
    }

    /**
     * What the key for leaving does: skips a question, goes on after an answer, ends the round,
     * takes the review away.
     *
     * @return false if there is nothing to leave
     */
    public boolean leave() {
        switch (phase.get()) {
            case OFF -> {
                return false;
            }
            case WATCHING -> end();
            case ASKING -> skip();
            case ANSWERED -> proceed();
            case REVIEW -> close();
        }
        return true;
    }

    /** Shows the step of a question that was answered wrong. */
    public void goTo(Missed mistake) {
        Runnable show =
                () -> {
                    player.pause();
                    player.seekFrame(mistake.question().frameIndex());
                };
        if (mistake.timeline().equals(player.getTimeline())) {
            show.run();
        } else {
            mistake.comeBack().accept(show);
        }
    }

    /** Whether digits answer instead of opening scenarios. */
    public boolean takesDigits() {
        return phase.get() == Phase.ASKING || phase.get() == Phase.ANSWERED;
    }

    /** Whether the story to come must not be seen. */
    public boolean hidesFuture() {
        return isOn();
    }

    /** Whether the card says so much that the caption may give it its room. */
    public boolean explains() {
        return phase.get() == Phase.ANSWERED || phase.get() == Phase.REVIEW;
    }

    /** Whether there is a question left in the present story. */
    public boolean hasNext() {
        return round.next().isPresent();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The question that is open or was just answered; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** The place of the choice that was taken; -1 while the question is open. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Score> scoreProperty() {
        return round.score.getReadOnlyProperty();
    }

    /** The questions of this round that were answered wrong. */
    public ObservableList<Missed> missed() {
        return round.missed;
    }

    /** Whether the step of the question has been shown. */
    public boolean isShown() {
        Question shown = question.get();
        return shown != null && player.getFrameIndex() >= shown.frameIndex();
    }

    /** The story that is played. */
    public ReadOnlyObjectProperty<@Nullable Timeline> timelineProperty() {
        return player.timelineProperty();
    }

    public ReadOnlyIntegerProperty frameIndexProperty() {
        return player.frameIndexProperty();
    }
}
