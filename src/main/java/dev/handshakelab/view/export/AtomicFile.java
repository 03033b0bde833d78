package dev.handshakelab.view.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that is replaced only once its new content is complete. */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path draft;

    private AtomicFile(Path target, Path draft) {
        this.target = target;
        this.draft = draft;
    }

    /**
     * Begins a file; it is written beside the one that it will replace.
     *
     * @throws IOException if its folder is missing or cannot be written to
     */
    public static AtomicFile create(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new IsFolderException(absolute);
        }
        Path folder = Objects.requireNonNull(absolute.getParent(), "a file has a folder");
        String name = "." + absolute.getFileName() + "." + Long.toHexString(System.nanoTime());
        Path draft = folder.resolve(name + ".part");
        Files.createFile(draft);
        return new AtomicFile(absolute, draft);
    }

    /** Where to write; close it before {@link #commit}. */
    public OutputStream open() throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(draft));
    }

    /** Puts the new content in the place of the old. */
    public void commit() throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException | AtomicMoveNotSupportedException _) {
            // Not every file system can, and some refuse to replace a file that way.
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without {@link #commit}, nothing has happened. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(draft);
    }

    /** The key of a text that says why a file could not be written. */
    public static String reasonKey(Exception problem) {
        return switch (problem) {
            case AccessDeniedException _ -> "file.reason.DENIED";
            case NoSuchFileException _ -> "file.reason.NO_FOLDER";
            case IsFolderException _ -> "file.reason.FOLDER";
            default -> "file.reason.OTHER";
        };
    }

    /** The name of a file is that of a folder. */
    private static final class IsFolderException extends FileSystemException {
        private static final long serialVersionUID = 1;

        IsFolderException(Path folder) {
            super(folder.toString());
        }
    }
}
