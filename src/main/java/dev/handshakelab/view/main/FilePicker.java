package dev.handshakelab.view.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files. */
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

    /**
     * Where to write a capture, or nothing if the user changed their mind.
     *
     * @param name what the file might be called
     */
    default Optional<Path> pickExport(String name) {
        return pickScenario();
    }

    /**
     * Where to write a picture or a text, or nothing if the user changed their mind.
     *
     * @param name what the file might be called
     * @param kind what such files are
     * @param pattern how their names end, for example {@code *.svg}
     */
    default Optional<Path> pickPicture(String name, String kind, String pattern) {
        return pickScenario();
    }

    /** The chosen files to open, scenarios or captures; none if the user changed their mind. */
    default List<Path> pickFiles() {
        return pickScenario().stream().toList();
    }
}
