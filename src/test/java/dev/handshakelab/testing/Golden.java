package dev.handshakelab.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares text with a stored one under {@code src/test/resources/golden}. {@code
 * -Dgolden.update=true} stores the new text instead; read it before you commit it.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Fails unless {@code golden/<name>.trace} has exactly this text. */
    public static void check(String name, String actual) {
        Path file = FOLDER.resolve(name + ".trace");
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
                return;
            }
            if (!Files.exists(file)) {
                fail("%s is missing; -Dgolden.update=true writes it:%n%s", file, actual);
            }
            // A checkout may have changed the ends of lines.
            String expected = Files.readString(file).replace("\r\n", "\n");
            if (!expected.equals(actual)) {
                fail(
                        "%s (-) differs from what was made now (+); -Dgolden.update=true stores the new one:%n%s",
                        file, diff(expected.lines().toList(), actual.lines().toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of both, each marked: blank for common ones, minus for old, plus for new. */
    static String diff(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] =
                        old.get(i).equals(now.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add("  " + old.get(i++));
                j++;
            } else if (j == now.size()
                    || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + old.get(i++));
            } else {
                lines.add("+ " + now.get(j++));
            }
        }
        return String.join("\n", lines);
    }
}
