package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.handshakelab.export.FontFile;
import dev.handshakelab.testing.NativeLibs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The installed program has its fonts as files, wherever the user's system puts programs. */
@ExtendWith(ApplicationExtension.class)
class LookFontsTest {
    private static final String FOLDER = "dev.handshakelab.fontFolder";

    @TempDir private Path folder;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @AfterEach
    void forgetFolder() {
        System.clearProperty(FOLDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Program Files", "100%25 Ünï", "a#b?c"})
    void fontsAreLoadedFromAnyFolder(String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        for (FontFile font : FontFile.values()) {
            String file = font == FontFile.BOLD ? "Bold" : "Regular";
            try (InputStream in = font.open()) {
                Files.copy(in, place.resolve("NotoSansSC-" + file + "-subset.ttf"));
            }
        }
        System.setProperty(FOLDER, place.toString());
        assertThat(FontFile.BOLD.path()).isPresent();

        assertThatCode(Look::loadFonts).doesNotThrowAnyException();
    }
}
