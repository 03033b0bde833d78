package dev.handshakelab.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.twins.Cost;
import dev.handshakelab.sim.twins.Difference;
import dev.handshakelab.sim.twins.Twins;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareTextTest {
    static final List<Cost> COSTS =
            List.of(
                    new Cost.Stranded(
                            3, Side.B, TcpState.ESTABLISHED, TcpState.CLOSED, TcpState.LISTEN),
                    new Cost.GhostConnected(3, Side.B, TcpState.CLOSED),
                    new Cost.DeliveredTwice(3, Side.B, Octets.utf8("hello")),
                    new Cost.DeliveredForeign(3, Side.B, Octets.utf8("OLD"), false),
                    new Cost.DeliveredForeign(3, Side.B, Octets.utf8("evil"), true),
                    new Cost.DeliveredOutOfOrder(3, Side.B, Octets.utf8("first")),
                    new Cost.NeverDelivered(3, Side.B, 5),
                    new Cost.Broken(
                            3,
                            Side.B,
                            TcpState.LAST_ACK,
                            Signal.Reply.CONNECTION_RESET,
                            Flight.Origin.FORGED,
                            Cost.InTcp.CLOSES_NORMALLY),
                    new Cost.SentInVain(3, Side.B, 2, 1),
                    new Cost.AckWar(3, Side.B, 24, 1));

    private final Messages messages = new Messages(Locale.ENGLISH);

    private CompareText text(String scenario, Variant variant) {
        return new CompareText(messages, twins(scenario, variant));
    }

    private static Twins twins(String scenario, Variant variant) {
        return Twins.of(ScenarioLibrary.bundled().find(scenario).orElseThrow().plan(), variant);
    }

    @ParameterizedTest
    @FieldSource("COSTS")
    void everyCostIsASentenceInBothLanguages(Cost cost) {
        CompareText text = text("S08b", Variant.TWO_WAY_HANDSHAKE);
        String english = text.cost(cost);
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        String chinese = text.cost(cost);

        assertThat(english).endsWith(".").doesNotContain("{").isNotEqualTo(chinese);
        assertThat(chinese).endsWith("。").doesNotContain("{").matches(".*\\p{IsHan}.*");
    }

    @Test
    void costsNameHostsStatesAndNumbers() {
        CompareText text = text("S08b", Variant.TWO_WAY_HANDSHAKE);

        assertThat(text.cost(COSTS.getFirst()))
                .isEqualTo(
                        "Server B is stranded in ESTABLISHED although client A is CLOSED. No timer"
                                + " runs: nothing will ever end it. In TCP it ends in LISTEN.");
        assertThat(text.cost(COSTS.get(2)))
                .isEqualTo("Server B delivers 5 octets twice: \"hello\".");
        assertThat(text.cost(COSTS.get(7)))
                .contains("LAST-ACK", "ECONNRESET", "forged", "closes normally");
        assertThat(text.cost(COSTS.get(8))).contains("2", "1");
        assertThat(text.cost(COSTS.get(9))).contains("24", "1");
    }

    @Test
    void theFirstDifferenceSaysWhatBothDo() {
        Twins twins = twins("S08b", Variant.TWO_WAY_HANDSHAKE);
        CompareText text = new CompareText(messages, twins);
        Difference difference = twins.difference().orElseThrow();

        assertThat(text.differenceTitle()).contains("10 ms", "server B");
        assertThat(text.tcpOutcome(difference)).contains("SYN-RECEIVED", "nothing");
        assertThat(text.variantOutcome(difference)).contains("ESTABLISHED", "accept()");
    }

    @Test
    void anotherNumberIsShownInTheSegment() {
        Twins twins = twins("S28a", Variant.ISN_ZERO);
        CompareText text = new CompareText(messages, twins);
        Difference difference = twins.difference().orElseThrow();

        assertThat(text.tcpOutcome(difference)).isEqualTo("A sends SYN SEQ=100.");
        assertThat(text.variantOutcome(difference)).isEqualTo("A sends SYN SEQ=0.");
    }

    @Test
    void aRuleWithoutEffectIsNamed() {
        Twins twins = twins("S12", Variant.NO_SEQUENCE_CHECK);
        CompareText text = new CompareText(messages, twins);

        assertThat(text.variantOutcome(twins.difference().orElseThrow()))
                .contains("V-NO-SEQ-CHECK");
        assertThat(text.none()).isEqualTo(messages.get("compare.cost.none"));
    }

    @Test
    void theSameStoryTwiceIsSaidToBeSo() {
        CompareText text = text("S01", Variant.NO_TIME_WAIT);

        assertThat(text.differenceTitle()).isEqualTo(messages.get("compare.difference.none"));
        assertThat(text.none()).isEqualTo(messages.get("compare.cost.same"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyPairHasATitleOfItsOwn(String language) {
        messages.setLocale(Locale.of(language));

        assertThat(Pair.all(ScenarioLibrary.bundled()))
                .extracting(choice -> CompareText.title(messages, choice))
                .doesNotHaveDuplicates()
                .allMatch(title -> !title.isBlank());
    }
}
