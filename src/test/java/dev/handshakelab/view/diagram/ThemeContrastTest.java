package dev.handshakelab.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.ProjectFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text can be read in both themes: WCAG contrast 4.5:1 at least. */
class ThemeContrastTest {
    private static final double LEAST = 4.5;
    private static final Pattern TOKEN = Pattern.compile("-hl-([a-z0-9-]+):\\s*#([0-9a-f]{6});");

    private static Map<String, Integer> tokens(String theme) {
        String css =
                ProjectFiles.read(
                        ProjectFiles.ROOT.resolve(
                                "src/main/resources/dev/handshakelab/view/theme/"
                                        + theme
                                        + ".css"));
        Map<String, Integer> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return tokens;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void labelsAreReadable(String theme) {
        Map<String, Integer> tokens = tokens(theme);
        List<String> names = new ArrayList<>();
        for (TcpState state : TcpState.values()) {
            names.add("state-" + name(state));
        }
        for (SegmentKind kind : SegmentKind.values()) {
            names.add("seg-" + name(kind));
        }
        for (String name : names) {
            assertThat(tokens).containsKeys(name, name + "-soft");
            assertContrast(tokens, name, name + "-soft");
            assertContrast(tokens, name, "canvas");
            assertContrast(tokens, "fg", name + "-soft");
        }
        for (String name : List.of("fg", "fg-muted", "error", "timer")) {
            assertContrast(tokens, name, "canvas");
            assertContrast(tokens, name, "highlight");
        }
    }

    @Test
    void bothThemesHaveTheSameTokens() {
        assertThat(tokens("dark").keySet()).isEqualTo(tokens("light").keySet());
    }

    @Test
    void statesDifferInIconAndPseudoClass() {
        Set<String> icons = new HashSet<>();
        Set<String> pseudoClasses = new HashSet<>();
        for (TcpState state : TcpState.values()) {
            icons.add(StateLook.of(state).iconLiteral());
            pseudoClasses.add(StateLook.of(state).pseudoClass().getPseudoClassName());
        }
        assertThat(icons).hasSize(TcpState.values().length);
        assertThat(pseudoClasses).hasSize(TcpState.values().length);
    }

    private static void assertContrast(Map<String, Integer> tokens, String text, String ground) {
        double a = luminance(tokens.get(text));
        double b = luminance(tokens.get(ground));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertThat(contrast).as("%s on %s", text, ground).isGreaterThanOrEqualTo(LEAST);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
