package dev.handshakelab.view.main;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a scenario file. */
public interface FilePicker {
    /** The chosen file, or nothing if the user changed their mind. */
    Optional<Path> pickScenario();

    /**
     * Where to save a scenario, or nothing if the user changed their mind.
     *
     * @param name what the file might be called
     */
    default Optional<Path> pickSave(String name) {
        return pickScenario();
    }
}
