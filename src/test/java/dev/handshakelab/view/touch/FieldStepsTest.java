package dev.handshakelab.view.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.view.touch.InjectDraft.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldStepsTest {
    @ParameterizedTest
    @CsvSource({
        "SEQ, 100, 101",
        "SEQ, 4294967295, 0",
        "ACK, ' 7 ', 8",
        "SEQ, many, 0",
        "WINDOW, 65535, 65535",
        "WINDOW, 1000, 1001",
        "DELAY, '', 1",
        "DELAY, 0.5, 1.5",
        "DELAY, 3600000, 3600000",
        "TEXT, '', a",
        "TEXT, forged, forgedg",
    })
    void more(Field field, String text, String expected) {
        assertThat(FieldSteps.step(field, text, 1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SEQ, 0, 4294967295",
        "ACK, 301, 300",
        "WINDOW, 0, 0",
        "WINDOW, 70000, 65535",
        "DELAY, 2, 1",
        "DELAY, 1, ''",
        "DELAY, '', ''",
        "TEXT, old, ol",
        "TEXT, '', ''",
    })
    void less(Field field, String text, String expected) {
        assertThat(FieldSteps.step(field, text, -1)).isEqualTo(expected);
    }

    @Test
    void aLetterThatNeedsTwoCharsGoesAsAWhole() {
        assertThat(FieldSteps.step(Field.TEXT, "a\uD83D\uDE00", -1)).isEqualTo("a");
    }
}
