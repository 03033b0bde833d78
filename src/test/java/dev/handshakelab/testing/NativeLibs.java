package dev.handshakelab.testing;

import javafx.scene.text.Font;

/** Turns the obscure errors of JavaFX without its native font libraries into one clear line. */
public final class NativeLibs {
    private NativeLibs() {}

    /** To be called in {@code @BeforeAll} of each test that shows something. */
    public static void check() {
        try {
            Font.getDefault();
        } catch (LinkageError | RuntimeException e) {
            throw new AssertionError(
                    "JavaFX cannot load the system's font libraries. On Debian or Ubuntu run:"
                            + " sudo apt-get install libpangoft2-1.0-0 fonts-dejavu-core (cause: "
                            + e
                            + ")",
                    e);
        }
    }
}
