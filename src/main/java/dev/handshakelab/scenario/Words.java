package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.YamlNode.Value;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Key words: forgiving about case and about what joins their parts, helpful about misspellings. */
final class Words {
    /** The longest piece of a file that is repeated in a message. */
    private static final int LONGEST_QUOTE = 60;

    private Words() {}

    /** {@code receive-buffer}, {@code Receive_Buffer} and {@code receive buffer} are the same. */
    static String canonical(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ");
    }

    /** The element with this name; {@code nameOf} gives the names in their documented spelling. */
    static <T> T choose(Value value, Collection<T> all, Function<T, String> nameOf)
            throws ScenarioException {
        String wanted = canonical(value.text());
        for (T one : all) {
            if (canonical(nameOf.apply(one)).equals(wanted)) {
                return one;
            }
        }
        Collection<String> names = all.stream().map(nameOf).toList();
        String nearest = nearest(value.text(), names);
        throw nearest == null
                ? value.problem(Kind.UNKNOWN_WORD, quote(value.text()), String.join(", ", names))
                : value.problem(Kind.MISSPELT_WORD, quote(value.text()), nearest);
    }

    /** The name that is probably meant; null if none is near. */
    static @Nullable String nearest(String written, Collection<String> names) {
        String wanted = canonical(written);
        if (wanted.length() > LONGEST_QUOTE) {
            return null;
        }
        String best = null;
        int bestDistance = Math.max(1, wanted.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(wanted, canonical(name));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = name;
            }
        }
        return best;
    }

    /** A piece of the file, short enough for a message and on one line. */
    static String quote(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    /** How many letters must be put in, left out, changed or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(
                        cost[i - 1][j - 1] + change,
                        Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
