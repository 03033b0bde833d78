package dev.handshakelab.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class GoldenTest {
    @Test
    void aDifferenceKeepsWhatIsCommonAndMarksTheRest() {
        assertThat(Golden.diff(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "d", "e")))
                .isEqualTo("  a\n- b\n+ x\n  c\n  d\n+ e");
    }

    @Test
    @DisabledIfSystemProperty(named = "golden.update", matches = "true")
    void aMissingOrDifferentTraceFails() {
        assertThatThrownBy(() -> Golden.check("no-such-trace", "text"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is missing");
        assertThatThrownBy(() -> Golden.check("figure-06", "text\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("+ text");
    }
}
