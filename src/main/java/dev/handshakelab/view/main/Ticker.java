package dev.handshakelab.view.main;

import dev.handshakelab.playback.Player;
import javafx.animation.AnimationTimer;

/** The one clock of the program: tells the player how much real time went by while it plays. */
final class Ticker extends AnimationTimer {
    /** Longer gaps come from a window that was not drawn; the story does not leap over them. */
    private static final long LONGEST_GAP_NANOS = 100_000_000;

    private final Player player;
    private long lastNanos;

    private Ticker(Player player) {
        this.player = player;
    }

    /** Ticks whenever the player plays. */
    static void drive(Player player) {
        var ticker = new Ticker(player);
        player.playingProperty()
                .subscribe(playing -> {
                    if (playing) {
                        ticker.lastNanos = 0;
                        ticker.start();
                    } else {
                        ticker.stop();
                    }
                });
    }

    @Override
    public void handle(long nowNanos) {
        if (lastNanos > 0) {
            player.tick(Math.min(nowNanos - lastNanos, LONGEST_GAP_NANOS));
        }
        lastNanos = nowNanos;
    }
}
