package dev.handshakelab.view.challenge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file that keeps which challenges were solved, and in how many touches. It is replaced as a
 * whole, so that a crash leaves the old or the new one; lines that say nothing are passed over.
 */
public final class RecordsFile {
    private static final String NAME = "challenges.properties";
    private static final long MAX_OCTETS = 100_000;
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]{1,40})=([1-9][0-9]{0,3})");

    private final Path file;

    /** The file in a folder, which need not exist yet. */
    public RecordsFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    public Path path() {
        return file;
    }

    /**
     * The fewest touches by id of the challenge; no file at all means none.
     *
     * @throws IOException if the file cannot be read
     */
    public Map<String, Integer> load() throws IOException {
        Map<String, Integer> best = new TreeMap<>();
        try {
            if (Files.size(file) > MAX_OCTETS) {
                return best;
            }
            // Damaged characters become others, and their lines say nothing.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> best.put(line.group(1), Integer.parseInt(line.group(2))));
        } catch (NoSuchFileException _) {
            // nothing was solved yet
        }
        return best;
    }

    /**
     * Keeps them.
     *
     * @throws IOException if the file cannot be written; the old one is still there then
     */
    public void save(Map<String, Integer> best) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file.toString());
        }
        Files.createDirectories(folder);
        String text =
                new TreeMap<>(best)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                                .collect(Collectors.joining());
        Path fresh = Files.createTempFile(folder, NAME, ".new");
        try {
            Files.writeString(fresh, text);
            replace(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // Not every file system can, and some refuse to replace a file that way.
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
