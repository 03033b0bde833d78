package dev.handshakelab.view.text;

/**
 * Durations as people write them: {@code 10 ms}, {@code 2.5 s}, {@code 4 min}, {@code 1 h 2 min}.
 * The compact form has the same units in every language, as on the axis of a diagram; the long form
 * is for sentences.
 */
public final class Durations {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final Units COMPACT = new Units(" µs", " ms", " s", " min", " h", " d");

    /** How the units are written after a number, with the space before them. */
    private record Units(
            String micro, String milli, String second, String minute, String hour, String day) {}

    private Durations() {}

    /**
     * A duration with the units ms, s, min, h.
     *
     * @param nanos nanoseconds; may be negative
     */
    public static String compact(long nanos) {
        return format(nanos, COMPACT);
    }

    /** A duration for a sentence in the language of the moment: {@code 2.5 s} or {@code 2.5 秒}. */
    public static String inWords(Messages messages, long nanos) {
        Units units =
                new Units(
                        messages.get("unit.micro"),
                        messages.get("unit.milli"),
                        messages.get("unit.second"),
                        messages.get("unit.minute"),
                        messages.get("unit.hour"),
                        messages.get("unit.day"));
        return format(nanos, units);
    }

    private static String format(long nanos, Units units) {
        if (nanos < 0) {
            return nanos == Long.MIN_VALUE
                    ? "-" + format(Long.MAX_VALUE, units)
                    : "-" + format(-nanos, units);
        }
        if (nanos == 0) {
            return "0" + units.second();
        }
        // Rounded before the unit is chosen: 59.9996 s is 1 min, not 60 s.
        if (nanos < MILLI) {
            return decimal(nanos, MICRO) + units.micro();
        }
        if (rounded(nanos, MICRO) < SECOND) {
            return decimal(nanos, MILLI) + units.milli();
        }
        if (rounded(nanos, MILLI) < MINUTE) {
            return decimal(nanos, SECOND) + units.second();
        }
        if (rounded(nanos, SECOND) < HOUR) {
            return pair(rounded(nanos, SECOND), MINUTE, units.minute(), SECOND, units.second());
        }
        if (rounded(nanos, MINUTE) < DAY) {
            return pair(rounded(nanos, MINUTE), HOUR, units.hour(), MINUTE, units.minute());
        }
        return pair(rounded(nanos, HOUR), DAY, units.day(), HOUR, units.hour());
    }

    private static String pair(long nanos, long big, String bigUnit, long small, String smallUnit) {
        long rest = nanos % big / small;
        return nanos / big + bigUnit + (rest == 0 ? "" : " " + rest + smallUnit);
    }

    private static long rounded(long nanos, long unit) {
        long down = nanos / unit * unit;
        return nanos - down < unit - (nanos - down) || down > Long.MAX_VALUE - unit
                ? down
                : down + unit;
    }

    /**
     * With up to three digits after the point; without big numbers, which take long to get ready.
     */
    private static String decimal(long nanos, long unit) {
        long step = unit / 1000;
        long thousandths = rounded(nanos, step) / step;
        String digits = String.valueOf(1000 + thousandths % 1000).substring(1);
        int length = digits.length();
        while (length > 0 && digits.charAt(length - 1) == '0') {
            length--;
        }
        return thousandths / 1000 + (length == 0 ? "" : "." + digits.substring(0, length));
    }
}
