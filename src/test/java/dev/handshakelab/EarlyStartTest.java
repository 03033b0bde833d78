package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.ChildJava;
import dev.handshakelab.testing.ChildJava.Ended;
import dev.handshakelab.view.settings.ConfigFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyStartTest {
    private static final Map<String, String> SAFE =
            Map.of("GDK_BACKEND", "x11", "IBUS_ENABLE_SYNC_MODE", "1");

    @TempDir private Path folder;

    @Test
    void nothingRunsBesideTheStartThatSetsTheEnvironment() {
        assertThat(EarlyStart.isSafe("Linux", Map.of())).isFalse();
        assertThat(EarlyStart.isSafe("Linux", Map.of("GDK_BACKEND", "x11"))).isFalse();
        assertThat(EarlyStart.isSafe("Linux", SAFE)).isTrue();
        assertThat(EarlyStart.isSafe("Windows 11", Map.of())).isTrue();
    }

    /** Only a program of its own starts JavaFX: in this one it runs already. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWindowShowsItsPictureAndClosesWithAndWithoutHelp(boolean early)
            throws IOException, InterruptedException {
        Ended ended =
                ChildJava.run(
                        List.of(
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-D" + ConfigFolder.PROPERTY + "=" + folder,
                                "-D" + StartWatch.PROPERTY + "=exit"),
                        early ? SAFE : Map.of(),
                        Launcher.class.getName());

        assertThat(ended.said()).contains("first picture at ").doesNotContain("Exception");
        assertThat(ended.exitCode()).isZero();
    }
}
