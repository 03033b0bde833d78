package dev.handshakelab.view.predict;

import dev.handshakelab.quiz.Choice;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.timeline.Timeline;
import java.util.function.Consumer;

/**
 * A question that was answered wrong.
 *
 * @param question the question
 * @param chosen what was answered
 * @param timeline the story that it was about
 * @param comeBack opens that story again, and then does what it is given
 */
public record Missed(
        Question question, Choice chosen, Timeline timeline, Consumer<Runnable> comeBack) {}
