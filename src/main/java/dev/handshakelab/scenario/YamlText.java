package dev.handshakelab.scenario;

import dev.handshakelab.tcp.Flags;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values so that {@link YamlTree} and {@link Values} read them again. */
final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.+%() -]*[\\p{L}\\p{N}_.+%()])?");
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long MILLI = 1_000_000;

    private YamlText() {}

    /** Keys and values on one line, in braces. */
    static final class Fields {
        private final List<String> fields = new ArrayList<>();

        /** Adds a value that is YAML already. */
        Fields put(String key, String yaml) {
            fields.add(key + ": " + yaml);
            return this;
        }

        Fields put(String key, Fields yaml) {
            return put(key, yaml.toString());
        }

        Fields putIf(boolean wanted, String key, String yaml) {
            return wanted ? put(key, yaml) : this;
        }

        boolean isEmpty() {
            return fields.isEmpty();
        }

        int size() {
            return fields.size();
        }

        @Override
        public String toString() {
            return "{" + String.join(", ", fields) + "}";
        }
    }

    /** One value alone, several in brackets. */
    static <T> String oneOrMore(Collection<T> values, Function<T, String> write) {
        String all = values.stream().map(write).collect(Collectors.joining(", "));
        return values.size() == 1 ? all : "[" + all + "]";
    }

    /** A text: plain, in single quotation marks, or with everything special escaped. */
    static String text(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        if (text.codePoints().allMatch(YamlText::isPlainlyText)) {
            return text.indexOf('\'') < 0 || text.indexOf('"') >= 0 || text.indexOf('\\') >= 0
                    ? "'" + text.replace("'", "''") + "'"
                    : '"' + text + '"';
        }
        return '"' + escaped(text) + '"';
    }

    private static boolean isPlainlyText(int codePoint) {
        return SourceText.isText(codePoint)
                && codePoint >= ' '
                && codePoint != 0x85
                && codePoint != 0x2028
                && codePoint != 0x2029;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(codePoint -> {
                    if (codePoint == '"' || codePoint == '\\') {
                        escaped.append('\\').appendCodePoint(codePoint);
                    } else if (codePoint == '\n') {
                        escaped.append("\\n");
                    } else if (isPlainlyText(codePoint)) {
                        escaped.appendCodePoint(codePoint);
                    } else if (codePoint < 0x100) {
                        escaped.append("\\x").append(hex(codePoint, 2));
                    } else {
                        escaped.append("\\u").append(hex(codePoint, 4));
                    }
                });
        return escaped.toString();
    }

    private static String hex(int codePoint, int digits) {
        String hex = Integer.toHexString(codePoint);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }

    /** A time without loss. */
    static String duration(long nanos) {
        if (nanos == 0) {
            return "0";
        }
        if (nanos % HOUR == 0) {
            return nanos / HOUR + " h";
        }
        if (nanos % MINUTE == 0) {
            return nanos / MINUTE + " min";
        }
        if (nanos >= SECOND) {
            return decimal(nanos, 9) + " s";
        }
        return nanos >= MILLI ? decimal(nanos, 6) + " ms" : decimal(nanos, 3) + " us";
    }

    private static String decimal(long nanos, int places) {
        return BigDecimal.valueOf(nanos, places).stripTrailingZeros().toPlainString();
    }

    static String durationOrNone(long nanos) {
        return nanos == 0 ? "none" : duration(nanos);
    }

    static String probability(double probability) {
        return BigDecimal.valueOf(probability).stripTrailingZeros().toPlainString();
    }

    static String number(int sequenceNumber) {
        return Integer.toUnsignedString(sequenceNumber);
    }

    static String flags(Flags flags) {
        return flags.toString().replace(',', '+');
    }

    static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    /** A constant as the files write it, in small letters and with blanks. */
    static String word(Enum<?> constant) {
        return Words.canonical(constant.name());
    }
}
