package dev.handshakelab.view.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps the settings. It is replaced as a whole, so that a crash leaves the old or
 * the new one; a damaged one is kept aside and defaults hold.
 */
public final class SettingsFile {
    private static final String NAME = "settings.properties";
    private static final long MAX_OCTETS = 1_000_000;

    private final Path file;

    /** The settings file in a folder, which need not exist yet. */
    public SettingsFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The folder that it is in. */
    public Path folder() {
        return file.resolveSibling("");
    }

    /** The file itself. */
    public Path path() {
        return file;
    }

    /**
     * What was read.
     *
     * @param settings the settings to use
     * @param problem what was wrong; null if nothing was
     */
    public record Loaded(Settings settings, @Nullable Problem problem) {}

    /**
     * A settings file that could not be used.
     *
     * @param file which
     * @param keptAs where it was put aside; null if that failed, too
     */
    public record Problem(Path file, @Nullable Path keptAs) {}

    /** Reads the settings; no file at all means defaults and is no problem. */
    public Loaded load() {
        try {
            if (Files.size(file) > MAX_OCTETS) {
                return damaged();
            }
            return new Loaded(SettingsText.parse(Files.readString(file)), null);
        } catch (NoSuchFileException _) {
            return new Loaded(Settings.DEFAULT, null);
        } catch (CharacterCodingException | IllegalArgumentException _) {
            return damaged();
        } catch (IOException _) {
            return new Loaded(Settings.DEFAULT, new Problem(file, null));
        }
    }

    /**
     * Writes the settings.
     *
     * @throws IOException if the folder cannot be made or the file not be written; the old file is
     *     still there then
     */
    public void save(Settings settings) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file.toString());
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, NAME, ".new");
        try {
            Files.writeString(fresh, SettingsText.format(settings));
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

    private Loaded damaged() {
        Path aside = file.resolveSibling(NAME + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Loaded(Settings.DEFAULT, new Problem(file, aside));
        } catch (IOException _) {
            return new Loaded(Settings.DEFAULT, new Problem(file, null));
        }
    }
}
