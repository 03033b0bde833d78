package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Capture;
import java.nio.file.Path;

/**
 * A capture and the file that it was read from.
 *
 * @param path the file, which has all octets of long data
 * @param capture what was read of it
 */
public record CaptureFile(Path path, Capture capture) {
    /** The file's name without its folders. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
