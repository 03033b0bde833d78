package dev.handshakelab;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks whether this machine can show a window, before JavaFX tries and fails with a stack trace.
 * Only Linux needs it: elsewhere the window system is always there.
 *
 * @param environment the environment variables
 * @param properties the system properties
 * @param loadable whether a shared library can be loaded, by its file name
 * @param texts gives the texts for people
 */
record StartCheck(
        Map<String, String> environment,
        Properties properties,
        Predicate<String> loadable,
        Supplier<ResourceBundle> texts) {
    /** A shared library that a window or its fonts need, and the Debian package that has it. */
    private record Library(String file, String debianPackage) {}

    private static final List<Library> LIBRARIES =
            List.of(
                    new Library("libgtk-3.so.0", "libgtk-3-0"),
                    new Library("libXtst.so.6", "libxtst6"),
                    new Library("libfreetype.so.6", "libfreetype6"),
                    new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    /** What Java calls a processor, and what the folders of libraries do. */
    private static final Map<String, String> MACHINES = Map.of("amd64", "x86_64");

    static StartCheck ofThisMachine(Supplier<ResourceBundle> texts) {
        return new StartCheck(
                System.getenv(),
                System.getProperties(),
                file -> isInstalled(file) || canLoad(file),
                texts);
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
            return Optional.of(texts.get().getString("launch.noDisplay"));
        }
        List<Library> missing =
                LIBRARIES.stream().filter(library -> !loadable.test(library.file())).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String files = String.join(", ", missing.stream().map(Library::file).toList());
        String packages = String.join(" ", missing.stream().map(Library::debianPackage).toList());
        return Optional.of(
                new MessageFormat(
                                texts.get().getString("launch.noLibrary"), texts.get().getLocale())
                        .format(new Object[] {files, packages}));
    }

    /** Where nearly every system has it; to see the file is quicker than to load the library. */
    private static boolean isInstalled(String file) {
        String machine = System.getProperty("os.arch", "");
        return Stream.of(
                        "/usr/lib/" + MACHINES.getOrDefault(machine, machine) + "-linux-gnu",
                        "/usr/lib64",
                        "/usr/lib")
                .anyMatch(folder -> new File(folder, file).exists());
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
