package dev.handshakelab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontFileTest {
    @TempDir private Path folder;

    @AfterEach
    void forgetFolder() {
        System.clearProperty(FontFile.FOLDER);
    }

    @ParameterizedTest
    @EnumSource
    void isAResourceIfThereIsNoFolder(FontFile font) throws IOException {
        assertThat(font.path()).isEmpty();
        try (InputStream in = font.open()) {
            assertThat(in.readAllBytes()).hasSizeGreaterThan(1_000_000);
        }
    }

    @Test
    void isAFileOfTheFolder() throws IOException {
        Path file = folder.resolve("NotoSansSC-Bold-subset.ttf");
        Files.write(file, new byte[] {1, 2, 3});
        System.setProperty(FontFile.FOLDER, folder.toString());

        assertThat(FontFile.BOLD.path()).contains(file);
        try (InputStream in = FontFile.BOLD.open()) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
        assertThat(FontFile.REGULAR.path()).as("not there: the resource").isEmpty();
    }
}
