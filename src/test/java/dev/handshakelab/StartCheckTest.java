package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class StartCheckTest {
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("dev.handshakelab.i18n.messages", Locale.ROOT);
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");
    private static final Predicate<String> ALL = file -> true;

    private final Properties properties = new Properties();

    StartCheckTest() {
        properties.setProperty("os.name", "Linux");
    }

    @Test
    void linuxWithoutDisplayIsAProblem() {
        assertThat(problem(Map.of(), ALL)).hasValueSatisfying(StartCheckTest::isOneLineOnDisplay);
        assertThat(problem(Map.of("DISPLAY", " "), ALL)).isPresent();
    }

    @Test
    void eitherKindOfDisplayWillDo() {
        assertThat(problem(DISPLAY, ALL)).isEmpty();
        assertThat(problem(Map.of("WAYLAND_DISPLAY", "wayland-0"), ALL)).isEmpty();
    }

    @Test
    void missingLibrariesAreNamedWithTheirPackages() {
        assertThat(problem(DISPLAY, file -> !file.startsWith("libgtk")))
                .hasValueSatisfying(line ->
                        assertThat(line)
                                .contains("libgtk-3.so.0", "apt-get install libgtk-3-0")
                                .doesNotContain("freetype", "{", "\n"));
    }

    @Test
    void aChosenPlatformNeedsNeither() {
        properties.setProperty("glass.platform", "Headless");
        assertThat(problem(Map.of(), file -> false)).isEmpty();
    }

    @Test
    void otherSystemsAlwaysHaveAWindowSystem() {
        properties.setProperty("os.name", "Mac OS X");
        assertThat(problem(Map.of(), file -> false)).isEmpty();
    }

    @Test
    void thisMachineIsLookedAtForReal() {
        assertThat(StartCheck.ofThisMachine(() -> TEXTS).loadable().test("libno-such-library.so.1"))
                .isFalse();
    }

    private static void isOneLineOnDisplay(String line) {
        assertThat(line).contains("DISPLAY", "xvfb-run").doesNotContain("\n");
    }

    private Optional<String> problem(Map<String, String> environment, Predicate<String> loadable) {
        return new StartCheck(environment, properties, loadable, () -> TEXTS).problem();
    }
}
