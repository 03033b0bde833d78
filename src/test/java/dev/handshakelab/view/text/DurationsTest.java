package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 0.001 µs",
        "1500, 1.5 µs",
        "10000000, 10 ms",
        "12345678, 12.346 ms",
        "999999999, 1 s",
        "1000000000, 1 s",
        "2500000000, 2.5 s",
        "58000000000, 58 s",
        "59999600000, 1 min",
        "62000000000, 1 min 2 s",
        "240000000000, 4 min",
        "3599999000000, 1 h",
        "3720000000000, 1 h 2 min",
        "7200000000000, 2 h",
        "86400000000000, 1 d",
        "-1000000, -1 ms",
        "9223372036854775807, 106751 d 23 h",
        "-9223372036854775808, -106751 d 23 h",
    })
    void isWrittenInTheLargestFittingUnits(long nanos, String text) {
        assertThat(Durations.compact(nanos)).isEqualTo(text);
    }

    @Test
    void sentencesUseTheWordsOfTheLanguage() {
        Messages messages = new Messages(Locale.ENGLISH);
        assertThat(Durations.inWords(messages, 62_000_000_000L)).isEqualTo("1 min 2 s");
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(Durations.inWords(messages, 62_000_000_000L)).isEqualTo("1 分钟 2 秒");
        assertThat(Durations.inWords(messages, 2_500_000_000L)).isEqualTo("2.5 秒");
    }
}
