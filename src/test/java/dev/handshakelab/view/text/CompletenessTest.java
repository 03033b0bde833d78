package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Check;
import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Flight;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the machine can say has its words, in both languages. */
class CompletenessTest {
    private static final Pattern OURS =
            Pattern.compile(
                    "(rule|condition|flag|compare|state|timer|call|reply|signal|purpose|origin|words|caption|explain"
                            + "|diagram|unit)\\..*");
    private static final Pattern CODES =
            Pattern.compile("reply\\..*\\.(rfc|label)|state\\..*\\.socket");
    private static final Pattern SENTENCE =
            Pattern.compile(
                    ".*\\.(text|summary|waitsFor|title|caption|lead|long)|(condition|compare)\\..*");

    /**
     * Words that Chinese texts keep: the RFC's, those of sockets and of systems, units, and names
     * of people.
     */
    private static final Set<String> KEPT =
            Set.of(
                    ("TCP RFC Linux Karn Nagle MSS ISS MSL RTO SWS PAWS LEN UP FILE API SYN ACK RST"
                                    + " FIN PSH URG OPEN SEND RECEIVE CLOSE ABORT STATUS SEQ SEG SND RCV NXT"
                                    + " UNA WND TIME WAIT LISTEN SENT RECEIVED ESTABLISHED CLOSED CLOSING LAST"
                                    + " R1 R2 A B read write listen connect accept close shutdown WR abort"
                                    + " status")
                            .split(" "));

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    static Stream<Messages> languages() {
        return Messages.LOCALES.stream().map(Messages::new);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRule(Messages messages) {
        for (Rule rule : Rule.values()) {
            String key = "rule." + rule.id();
            has(messages, key + ".title", key + ".text");
            String caption = messages.get(key + ".caption", "A", "B");
            assertThat(caption).as(key).isNotBlank().matches(".*[.。]").doesNotContain("{");
            assertThat(messages.get(key + ".title"))
                    .as(key)
                    .doesNotEndWith(".")
                    .doesNotEndWith("。");
            assertThat(messages.get(key + ".text")).as(key).matches(".*[.?）。）]");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void titlesAndCaptionsAreShort(Messages messages) {
        for (Rule rule : Rule.values()) {
            String key = "rule." + rule.id();
            assertThat(Captions.columns(messages.get(key + ".title")))
                    .as(key)
                    .isLessThanOrEqualTo(42);
            assertThat(Captions.columns(messages.get(key + ".caption", "A", "B")))
                    .as(key)
                    .isLessThanOrEqualTo(76);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyConditionStateTimerAnswerAndOrigin(Messages messages) {
        for (Check.Condition condition : Check.Condition.values()) {
            has(messages, "condition." + condition);
        }
        for (TcpState state : TcpState.values()) {
            String key = "state." + state.rfcName();
            has(messages, key + ".name", key + ".socket", key + ".summary", key + ".waitsFor");
        }
        for (TimerKind kind : TimerKind.values()) {
            has(
                    messages,
                    "timer." + kind + ".short",
                    "timer." + kind + ".long",
                    "timer." + kind + ".text");
        }
        for (Signal.Reply reply : Signal.Reply.values()) {
            has(
                    messages,
                    "reply." + reply + ".label",
                    "reply." + reply + ".rfc",
                    "reply." + reply + ".text");
        }
        for (Emission.Purpose purpose : Emission.Purpose.values()) {
            has(messages, "purpose." + purpose + ".label", "purpose." + purpose + ".text");
        }
        for (Flight.Origin origin : Flight.Origin.values()) {
            has(messages, "origin." + origin + ".label", "origin." + origin + ".text");
            has(messages, "caption.entered." + origin);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySignal(Messages messages) {
        for (Class<?> signal : Signal.class.getPermittedSubclasses()) {
            String key = "signal." + signal.getSimpleName();
            if (signal == Signal.Connected.class) {
                has(messages, key + ".active.label", key + ".active.text");
                has(messages, key + ".passive.label", key + ".passive.text");
            } else {
                has(messages, key + ".text");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextHasAStraightApostrophe(Messages messages) {
        for (String key : messages.bundle().keySet()) {
            assertThat(messages.bundle().getString(key))
                    .as("write ’ in %s", key)
                    .doesNotContain("'");
        }
    }

    @Test
    void chineseTextsAreChinese() {
        chinese()
                .forEach((key, text) -> {
                    String prose = text.replaceAll("\\{\\d+}", " ").replaceAll("\\{[^{}]*}", " ");
                    assertThat(WORD.matcher(prose).results().map(MatchResult::group))
                            .as("translate these words of %s: %s", key, text)
                            .allMatch(KEPT::contains);
                    if (SENTENCE.matcher(key).matches() && prose.matches(".*\\p{L}.*")) {
                        assertThat(text).as(key).containsPattern("\\p{IsHan}");
                    }
                    assertThat(text)
                            .as("write ，；：？ in %s", key)
                            .doesNotMatch(".*\\p{IsHan}[,;:?].*");
                });
    }

    /**
     * The Chinese texts about the machine, without the codes of sockets and the words of the RFC.
     */
    private static Map<String, String> chinese() {
        Messages messages = new Messages(Locale.SIMPLIFIED_CHINESE);
        Map<String, String> texts = new TreeMap<>();
        for (String key : messages.bundle().keySet()) {
            if (OURS.matcher(key).matches() && !CODES.matcher(key).matches()) {
                texts.put(key, messages.bundle().getString(key));
            }
        }
        assertThat(texts).hasSizeGreaterThan(700);
        return texts;
    }

    @ParameterizedTest
    @CsvSource({
        "序列号, 序号",
        "应答号, 确认号",
        "数据包, 报文段",
        "分节, 报文段",
        "四次握手, 四次挥手",
        "三路握手, 三次握手",
        "半关连接, 半关闭",
    })
    void chineseTextsUseTheSetTerms(String wrong, String right) {
        Messages messages = new Messages(Locale.SIMPLIFIED_CHINESE);
        assertThat(messages.bundle().keySet())
                .as("write %s instead of %s", right, wrong)
                .noneMatch(key -> messages.bundle().getString(key).contains(wrong));
    }

    private static void has(Messages messages, String... keys) {
        assertThat(Arrays.stream(keys)).allMatch(messages::has);
        assertThat(Arrays.stream(keys).map(messages::get)).noneMatch(String::isBlank);
    }
}
