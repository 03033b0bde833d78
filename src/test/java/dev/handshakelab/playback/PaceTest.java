package dev.handshakelab.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaceTest {
    static List<String> ids() {
        return ScenarioLibrary.bundled().scenarios().stream().map(Scenario::id).toList();
    }

    private static Timeline story(String id) {
        return Simulation.run(ScenarioLibrary.bundled().find(id).orElseThrow().plan()).timeline();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void thereAndBackIsTheSamePlace(String id) {
        Timeline story = story(id);
        Pace pace = Pace.squeezed(story);
        for (int i = 0; i <= story.lastIndex(); i++) {
            double seconds = pace.storyOfFrame(i);
            assertThat(pace.frameAt(seconds)).isEqualTo(i);
            assertThat(pace.virtualAt(seconds)).isEqualTo(story.frame(i).atNanos());
            if (i > 0) {
                assertThat(seconds - pace.storyOfFrame(i - 1)).isBetween(0.59, 3.01);
            }
        }
        for (double share = 0; share <= 1; share += 0.01) {
            double nanos = share * story.endNanos();
            assertThat(pace.virtualAt(pace.storyAt(nanos))).isCloseTo(nanos, within(1e-3 * nanos + 1));
        }
    }

    @Test
    void outsideOfTheStoryItStandsStill() {
        Timeline story = story("S12");
        Pace pace = Pace.squeezed(story);
        assertThat(pace.virtualAt(-5)).isZero();
        assertThat(pace.frameAt(-5)).isZero();
        assertThat(pace.virtualAt(1e9)).isEqualTo(story.endNanos());
        assertThat(pace.frameAt(1e9)).isEqualTo(story.lastIndex());
        assertThat(pace.storyAt(-1)).isZero();
        assertThat(pace.storyAt(1e30)).isEqualTo(pace.endSeconds());
    }

    @Test
    void positionsMustGrow() {
        Timeline story = story("S12");
        assertThatThrownBy(() -> Pace.along(story, _ -> 7, 40))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.along(story, i -> i, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
