package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README says about scenarios is so. */
class ReadmeTest {
    private static final Pattern SECTION =
            Pattern.compile("(?s)\n## Writing a scenario\n(.*?)\n## ");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    private String section;

    @BeforeEach
    void readSection() throws Exception {
        Matcher found =
                SECTION.matcher(Files.readString(Path.of("README.md")).replace("\r\n", "\n"));
        assertThat(found.find()).isTrue();
        section = found.group(1);
    }

    @Test
    void theExampleReachesItsGoal() throws Exception {
        Matcher example = EXAMPLE.matcher(section);
        assertThat(example.find()).isTrue();

        Scenario scenario = ScenarioReader.read("README.md", example.group(1));
        Run run = Simulation.run(scenario.plan());

        assertThat(scenario.goal().orElseThrow().isReached(run)).isTrue();
    }

    @Test
    void everyKeyOfTheFormatIsNamed() {
        String plain = Words.canonical(section);
        for (Chapter chapter : Chapter.values()) {
            assertThat(plain).contains("`" + Words.canonical(chapter.fileName()) + "`");
        }
        for (String option : OptionsReader.keys()) {
            assertThat(plain).contains("`" + Words.canonical(option) + "`");
        }
        for (String line : ScenarioReaderTest.EVERYTHING.lines().toList()) {
            String key = line.replaceAll("^[\\s-]*\\{?", "").replaceAll("[:,].*", "");
            // The README shows the conditions of A and says that B has the same ones.
            key = key.replaceFirst("^B ", "A ");
            if (line.contains(":") && !Arrays.asList("en", "de", "A", "B").contains(key)) {
                assertThat(plain).contains(Words.canonical(key));
            }
        }
    }
}
