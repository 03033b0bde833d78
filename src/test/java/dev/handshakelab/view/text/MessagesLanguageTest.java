package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.MissingResourceException;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Choosing the language, and changing it while the program runs. */
class MessagesLanguageTest {
    private static final Locale DEFAULT = Locale.getDefault();

    private final Messages messages = new Messages(Locale.ENGLISH);

    @AfterEach
    void restoreDefaultLocale() {
        Locale.setDefault(DEFAULT);
    }

    @Test
    void anyChineseIsChineseAndTheRestIsEnglish() {
        assertThat(Messages.nearest(Locale.TRADITIONAL_CHINESE))
                .isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Messages.nearest(Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
        assertThat(new Messages(Locale.CHINA).get("unit.second").strip()).isEqualTo("秒");
    }

    @Test
    void englishStaysEnglishOnAChineseMachine() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertThat(messages.get("rule.U-OPEN-ACTIVE.title")).isEqualTo("Active OPEN");
    }

    @Test
    void aMissingKeyIsAnError() {
        assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> messages.get("no.such.key"))
                .withMessageContaining("no.such.key");
    }

    @Test
    void numbersComeInPlainDigits() {
        assertThat(messages.get("call.send.label", "", 4294967290L)).isEqualTo("write 4294967290");
    }

    @Test
    void octetsHaveASingular() {
        Words words = new Words(messages);
        assertThat(words.octets(0)).isEqualTo("0 octets");
        assertThat(words.octets(1)).isEqualTo("1 octet");
        assertThat(words.octets(1460)).isEqualTo("1460 octets");
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.octets(1)).isEqualTo("1 个字节");
    }

    @Test
    void bindingsFollowTheLanguage() {
        StringBinding binding = messages.binding("call.send.lead", "A", 5, "…");
        assertThat(binding.get()).isEqualTo("A writes ...");
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(binding.get()).isEqualTo("A 写入 …");
    }
}
