package dev.handshakelab.view.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * The classes of JavaFX for the window system and the graphics card of this machine: a show without
 * a display does not use them, but a start does.
 */
final class PlatformClasses {
    private static final Pattern FILES =
            Pattern.compile(
                    "com/sun/(glass/ui/(gtk|win|mac)|prism/(es2|d3d|mtl|ps|impl/ps))/[^/]+\\.class");

    private PlatformClasses() {}

    /** Loads them all, without beginning to use them. */
    static void load() {
        Module graphics = Platform.class.getModule();
        ResolvedModule resolved =
                graphics.getLayer().configuration().findModule(graphics.getName()).orElseThrow();
        try (ModuleReader reader = resolved.reference().open();
                Stream<String> files = reader.list()) {
            files.filter(file -> FILES.matcher(file).matches())
                    .map(file -> file.substring(0, file.lastIndexOf('.')).replace('/', '.'))
                    .forEach(PlatformClasses::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Platform.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError _) {
            // One that this machine does not need.
        }
    }
}
