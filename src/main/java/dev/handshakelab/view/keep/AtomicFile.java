package dev.handshakelab.view.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that a crash at any moment leaves either the old one or the new one. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes a text in UTF-8; the folder is made if it is not there.
     *
     * @throws IOException if that is not possible; the old file is still there then
     */
    public static void write(Path file, String text) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException(file.toString());
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, absolute.getFileName().toString(), ".new");
        try {
            writeThrough(fresh, text);
            replace(fresh, absolute);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** What is written must be on the disk before the name leads to it. */
    private static void writeThrough(Path fresh, String text) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
    }

    private static void replace(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // Not every file system can, and some refuse to replace a file that way.
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
