package dev.handshakelab.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.ProjectFiles;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text on each of the inspector's colours: contrast 4.5:1 or more (WCAG 2.2, 1.4.3). */
class ContrastTest {
    @ParameterizedTest
    @CsvSource({
        "name, cell",
        "name, on",
        "name, data",
        "name, option",
        "value, cell",
        "value, on",
        "value, data",
        "value, option",
        "value, hovered",
        "on-selected, selected",
    })
    void textCanBeRead(String text, String background) {
        for (String theme : new String[] {"light", "dark"}) {
            assertThat(contrast(color(theme, text), color(theme, background)))
                    .as(theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Color color(String theme, String token) {
        String sheet =
                ProjectFiles.read(
                        ProjectFiles.ROOT.resolve(
                                "src/main/resources/dev/handshakelab/view/theme/"
                                        + theme
                                        + ".css"));
        Matcher matcher =
                Pattern.compile("-hl-inspector-" + token + ": (#[0-9a-f]{6});").matcher(sheet);
        assertThat(matcher.find()).as(token).isTrue();
        return Color.web(matcher.group(1));
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
