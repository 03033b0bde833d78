package dev.handshakelab.view.predict;

/**
 * How well a round goes.
 *
 * @param asked how many questions were answered
 * @param right how many of them right
 * @param streak how many right ones in a row until now
 * @param bestStreak the longest such row
 */
public record Score(int asked, int right, int streak, int bestStreak) {
    /** Before the first answer. */
    public static final Score NONE = new Score(0, 0, 0, 0);

    Score with(boolean isRight) {
        int row = isRight ? streak + 1 : 0;
        return new Score(asked + 1, right + (isRight ? 1 : 0), row, Math.max(bestStreak, row));
    }
}
