package dev.handshakelab.view.keep;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioReader;
import dev.handshakelab.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private final Path file;

    /** The file in a folder, which need not exist yet. */
    public AutosaveFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The file itself. */
    public Path path() {
        return file;
    }

    /** What was found at the start. */
    public sealed interface Found {
        /** Nothing was left behind. */
        record Nothing() implements Found {}

        /** Somebody's work. */
        record Work(Scenario scenario) implements Found {}

        /**
         * A file that is no work that we wrote.
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

    /** Looks for work that was left behind; it stays where it is. */
    public Found read() {
        String all;
        try {
            if (!Files.exists(file)) {
                return new Found.Nothing();
            }
            all = Files.readString(file);
        } catch (NoSuchFileException _) {
            return new Found.Nothing();
        } catch (IOException _) {
            return aside();
        }
        Matcher head = HEAD.matcher(all);
        if (!head.lookingAt() || !checksum(all.substring(head.end())).equals(head.group(1))) {
            return aside();
        }
        try {
            return new Found.Work(ScenarioReader.read(NAME, all));
        } catch (ScenarioException _) {
            return aside();
        }
    }

    /**
     * Forgets what was kept.
     *
     * @throws IOException if it is still there
     */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Moves the file out of the way, beside those of earlier times. */
    private Found aside() {
        for (int i = 1; i <= MOST_ASIDE; i++) {
            Path aside = file.resolveSibling("autosave-damaged-" + i + ".scenario");
            if (i < MOST_ASIDE && Files.exists(aside)) {
                continue;
            }
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                return new Found.Damaged(aside);
            } catch (IOException _) {
                break;
            }
        }
        return new Found.Damaged(null);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
