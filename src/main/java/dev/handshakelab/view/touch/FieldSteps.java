package dev.handshakelab.view.touch;

import dev.handshakelab.tcp.Segment;
import dev.handshakelab.view.touch.InjectDraft.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/** What one step more or less makes of a field of the form, so that it can be used by mouse too. */
final class FieldSteps {
    private static final BigInteger SEQUENCE_SPACE = BigInteger.ONE.shiftLeft(32);
    private static final int LETTERS = 26;

    private FieldSteps() {}

    /**
     * The next text of a field: sequence numbers go round, a window stays in its range, a delay
     * that ends is left to the link, data gets or loses its last letter. What is no number becomes
     * 0.
     *
     * @param by 1 or -1
     */
    static String step(Field field, String text, int by) {
        return switch (field) {
            case SEQ, ACK ->
                    parsed(text, BigInteger::new)
                            .map(one -> one.add(BigInteger.valueOf(by)).mod(SEQUENCE_SPACE))
                            .orElse(BigInteger.ZERO)
                            .toString();
            case WINDOW ->
                    parsed(text, BigInteger::new)
                            .map(one -> one.add(BigInteger.valueOf(by)))
                            .map(one -> one.max(BigInteger.ZERO))
                            .map(one -> one.min(BigInteger.valueOf(Segment.MAX_WINDOW_FIELD)))
                            .orElse(BigInteger.ZERO)
                            .toString();
            case DELAY -> delay(text, by);
            case TEXT -> letters(text, by);
        };
    }

    private static <N> Optional<N> parsed(String text, Function<String, N> parse) {
        try {
            return Optional.of(parse.apply(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String delay(String text, int by) {
        BigDecimal next =
                parsed(text, BigDecimal::new)
                        .orElse(BigDecimal.ZERO)
                        .add(BigDecimal.valueOf(by))
                        .min(BigDecimal.valueOf(InjectDraft.MAX_DELAY_MILLIS));
        return next.signum() > 0 ? next.stripTrailingZeros().toPlainString() : "";
    }

    private static String letters(String text, int by) {
        if (by > 0) {
            return text + (char) ('a' + text.length() % LETTERS);
        }
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
}
