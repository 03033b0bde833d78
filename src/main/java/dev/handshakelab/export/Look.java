package dev.handshakelab.export;

import dev.handshakelab.tcp.TcpState;
import java.util.function.Function;

/**
 * How a picture looks.
 *
 * @param palette its colours
 * @param icons the icon of a state: a character of {@link Typeface#ICONS}
 * @param timerIcon the icon of a timer
 * @param markIcon the sign before what is remarkable
 * @param blank whether states and numbers are left out, for learners to fill in
 */
public record Look(
        Palette palette,
        Function<TcpState, String> icons,
        String timerIcon,
        String markIcon,
        boolean blank) {
    /** The same with states and numbers left out. */
    public Look asBlank() {
        return new Look(palette, icons, timerIcon, markIcon, true);
    }
}
