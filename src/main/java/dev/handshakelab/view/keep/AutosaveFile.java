package dev.handshakelab.view.keep;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioReader;
import dev.handshakelab.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps unsaved work across a crash: a scenario file behind a line with its checksum.
 * It is replaced as a whole; a damaged one is kept aside. Not thread-safe.
 */
public final class AutosaveFile {
    private static final String NAME = "autosave.scenario";
    private static final Pattern HEAD = Pattern.compile("# ([0-9a-f]{8})\\R");
    private static final int MOST_ASIDE = 20;
    private static final int MOST_LEFT = 5;
    private static final long MAX_OCTETS = 4L << 20;

    private final Path file;

    /** The file in a folder, which need not exist yet. */
    public AutosaveFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The file itself. */
    public Path path() {
        return file;
    }

    /** What an earlier run of the program left behind. */
    public sealed interface Found {
        /** Somebody's work; it stays in its file until that is deleted. */
        record Work(Scenario scenario, Path file) implements Found {}

        /**
         * A file that is not as we wrote it.
         *
         * @param keptAs where it is now; null if it could be neither read nor moved
         */
        record Damaged(@Nullable Path keptAs) implements Found {}
    }

    /**
     * Keeps some work in the place of older work.
     *
     * @throws IOException if that is not possible; the older work is still there then
     */
    public void write(Scenario work) throws IOException {
        String text = ScenarioWriter.write(work);
        AtomicFile.write(file, "# " + checksum(text) + "\n" + text);
    }

    /**
     * Looks for work that was left behind, and puts it where newer work will not replace it; called
     * once, before anything is written.
     */
    public List<Found> claim() {
        List<Found> found = new ArrayList<>();
        boolean claimed = !Files.exists(file);
        for (int i = 1; i <= MOST_LEFT; i++) {
            Path left = file.resolveSibling("autosave-left-" + i + ".scenario");
            if (!claimed && (i == MOST_LEFT || !Files.exists(left))) {
                claimed = true;
                try {
                    Files.move(file, left, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException _) {
                    found.add(read(file));
                    continue;
                }
            }
            if (Files.exists(left)) {
                found.add(read(left));
            }
        }
        return found;
    }

    private Found read(Path left) {
        try {
            String all = Files.size(left) > MAX_OCTETS ? "" : Files.readString(left);
            Matcher head = HEAD.matcher(all);
            if (head.lookingAt() && checksum(all.substring(head.end())).equals(head.group(1))) {
                return new Found.Work(ScenarioReader.read(NAME, all), left);
            }
        } catch (IOException | ScenarioException _) {
            // Not as we wrote it, either way.
        }
        return aside(left);
    }

    /**
     * Forgets what was kept.
     *
     * @throws IOException if it is still there
     */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Moves a file out of the way, beside those of earlier times. */
    private Found aside(Path left) {
        int number = 1;
        while (number < MOST_ASIDE && Files.exists(aside(number))) {
            number++;
        }
        try {
            Files.move(left, aside(number), StandardCopyOption.REPLACE_EXISTING);
            return new Found.Damaged(aside(number));
        } catch (IOException _) {
            return new Found.Damaged(null);
        }
    }

    private Path aside(int number) {
        return file.resolveSibling("autosave-damaged-" + number + ".scenario");
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
