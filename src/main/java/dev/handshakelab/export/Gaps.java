package dev.handshakelab.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gaps of a handout, where numbers are filled in by hand. */
final class Gaps {
    /** A number as it stands in labels. */
    static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

    /** The narrowest gap that one can write into. */
    private static final double LEAST_EM = 2.6;

    private static final double DIGIT_EM = 0.56;

    private Gaps() {}

    /** How much wider a number's gap is than the number, em. */
    static double missingEm(String text) {
        double missing = 0;
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            missing += Math.max(0, LEAST_EM - matcher.group().length() * DIGIT_EM);
        }
        return missing;
    }
}
