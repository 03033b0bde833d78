package dev.handshakelab;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.function.Predicate;

/**
 * Looks whether this machine can show a window, before JavaFX tries and fails with a stack trace.
 * Only Linux needs it: elsewhere the window system is always there.
 *
 * @param environment the environment variables
 * @param properties the system properties
 * @param loadable whether a shared library can be loaded, by its file name
 * @param texts the texts for people
 */
record StartCheck(
        Map<String, String> environment,
        Properties properties,
        Predicate<String> loadable,
        ResourceBundle texts) {
    /** A shared library that a window or its fonts need, and the Debian package that has it. */
    private record Library(String file, String debianPackage) {}

    private static final List<Library> LIBRARIES =
            List.of(
                    new Library("libgtk-3.so.0", "libgtk-3-0"),
                    new Library("libXtst.so.6", "libxtst6"),
                    new Library("libfreetype.so.6", "libfreetype6"),
                    new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    static StartCheck ofThisMachine(ResourceBundle texts) {
        return new StartCheck(System.getenv(), System.getProperties(), StartCheck::canLoad, texts);
    }

    /**
     * What keeps a window from opening, as one line that says what to do; empty when nothing does.
     */
    Optional<String> problem() {
        // A chosen glass.platform (the headless one, say) needs neither display nor GTK.
        if (!properties.getProperty("os.name", "").startsWith("Linux")
                || properties.getProperty("glass.platform") != null) {
            return Optional.empty();
        }
        if (isBlank("DISPLAY") && isBlank("WAYLAND_DISPLAY")) {
            return Optional.of(texts.getString("launch.noDisplay"));
        }
        List<Library> missing =
                LIBRARIES.stream().filter(library -> !loadable.test(library.file())).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String files = String.join(", ", missing.stream().map(Library::file).toList());
        String packages = String.join(" ", missing.stream().map(Library::debianPackage).toList());
        return Optional.of(
                new MessageFormat(texts.getString("launch.noLibrary"), texts.getLocale())
                        .format(new Object[] {files, packages}));
    }

    private boolean isBlank(String variable) {
        return environment.getOrDefault(variable, "").isBlank();
    }

    @SuppressWarnings("restricted") // The module may: --enable-native-access names it.
    private static boolean canLoad(String file) {
        try {
            // Global: JavaFX loads the same library next, so it stays.
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
