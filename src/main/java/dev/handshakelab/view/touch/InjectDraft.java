package dev.handshakelab.view.touch;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A segment from outside as it is typed.
 *
 * @param from in whose name it travels
 * @param old whether it is a leftover of an earlier connection, else somebody made it
 * @param seq SEG.SEQ, 0 to 4294967295
 * @param ack SEG.ACK, likewise; only looked at with the ACK bit
 * @param window the window field, 0 to 65535
 * @param text the data
 * @param delayMillis how long it needs, 0.001 to 3600000; empty: the link's delay
 */
public record InjectDraft(
        Side from,
        boolean old,
        Flags flags,
        String seq,
        String ack,
        String window,
        String text,
        String delayMillis) {
    /** Longest data, octets. */
    public static final int MAX_TEXT = 1_400;

    /** Longest delay: an hour. */
    public static final int MAX_DELAY_MILLIS = 3_600_000;

    private static final BigInteger MAX_NUMBER = BigInteger.valueOf(0xffff_ffffL);
    private static final BigInteger MAX_WINDOW = BigInteger.valueOf(Segment.MAX_WINDOW_FIELD);

    /** A field that can be wrong. */
    public enum Field {
        SEQ,
        ACK,
        WINDOW,
        TEXT,
        DELAY
    }

    /** The fields whose contents make no sense. */
    public Set<Field> problems() {
        Set<Field> problems = EnumSet.noneOf(Field.class);
        if (number(seq, MAX_NUMBER).isEmpty()) {
            problems.add(Field.SEQ);
        }
        if (flags.ack() && number(ack, MAX_NUMBER).isEmpty()) {
            problems.add(Field.ACK);
        }
        if (number(window, MAX_WINDOW).isEmpty()) {
            problems.add(Field.WINDOW);
        }
        if (Octets.utf8(text).length() > MAX_TEXT) {
            problems.add(Field.TEXT);
        }
        if (!delayMillis.isBlank() && nanos(delayMillis).isEmpty()) {
            problems.add(Field.DELAY);
        }
        return problems;
    }

    /** What would be done; empty as long as there are problems. */
    public Optional<Action.Inject> action() {
        if (!problems().isEmpty()) {
            return Optional.empty();
        }
        int ackNumber = flags.ack() ? number(ack, MAX_NUMBER).orElse(0L).intValue() : 0;
        Segment segment =
                Segment.of(
                                number(seq, MAX_NUMBER).orElse(0L).intValue(),
                                ackNumber,
                                flags,
                                number(window, MAX_WINDOW).orElse(0L).intValue())
                        .withText(Octets.utf8(text));
        Flight.Origin origin = old ? Flight.Origin.OLD_DUPLICATE : Flight.Origin.FORGED;
        return Optional.of(new Action.Inject(from, segment, origin, nanos(delayMillis).orElse(0L)));
    }

    private static Optional<Long> number(String text, BigInteger most) {
        try {
            BigInteger number = new BigInteger(text.strip());
            boolean fits = number.signum() >= 0 && number.compareTo(most) <= 0;
            return fits ? Optional.of(number.longValueExact()) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A time in milliseconds as nanoseconds; empty if it is none between 1 µs and an hour. */
    static Optional<Long> nanos(String millis) {
        try {
            BigDecimal number = new BigDecimal(millis.strip());
            boolean fits =
                    number.compareTo(BigDecimal.valueOf(0.001)) >= 0
                            && number.compareTo(BigDecimal.valueOf(MAX_DELAY_MILLIS)) <= 0;
            return fits ? Optional.of(number.movePointRight(6).longValue()) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
