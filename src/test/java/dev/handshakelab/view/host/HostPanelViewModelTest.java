package dev.handshakelab.view.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.SequenceSpace;
import dev.handshakelab.diagram.SequenceSpace.Kind;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostPanelViewModelTest {
    private final PanelStory story = new PanelStory(Stories.handshake());
    private final HostPanelViewModel model = story.model;

    @Test
    void beforeTheFirstStepItSaysWhyThereAreNoNumbers() {
        assertThat(model.missing()).isEqualTo(story.messages.get("hostPanel.none.CLOSED"));
        assertThat(model.changes()).isEmpty();
        assertThat(model.rows(ControlBlock.ALL)).isEmpty();
        assertThat(model.sending()).isNull();
        assertThat(model.timers()).isEmpty();
    }

    @Test
    void aListenerHasNoNumbersEither() {
        story.goTo(Side.B, "LISTEN");
        assertThat(model.missing()).isEqualTo(story.messages.get("hostPanel.none.LISTEN"));
        assertThat(model.receiving()).isNull();
    }

    @Test
    void aChangeIsToldAsTheAssignmentOfItsRule() {
        story.goTo(Side.A, "ESTABLISHED");
        Changes.Change first = model.changes().getFirst();
        assertThat(first.ruleId()).isEqualTo("R-SYNSENT-SYNACK");
        assertThat(first.ruleTitle()).isNotBlank();
        assertThat(first.texts())
                .contains("SND.UNA ← SEG.ACK = 101 (was 100)", "RCV.NXT ← SEG.SEQ+1 = 301 (was 0)");
    }

    @Test
    void whatChangesWithoutAnAssignmentIsToldToo() {
        story.goTo(Side.A, "ESTABLISHED");
        Changes.Change last = model.changes().getLast();
        assertThat(last.ruleId()).isEmpty();
        assertThat(last.texts()).contains("SendMSS = 536 (was –)");
    }

    @Test
    void everyChangedVariableIsToldExactlyOnceOrByItsAssignments() {
        for (var timeline : Stories.all().values()) {
            var each = new PanelStory(timeline);
            for (Side side : Side.values()) {
                each.model.sideProperty().set(side);
                for (Frame frame : timeline.frames()) {
                    each.goTo(frame.index());
                    assertEveryChangeIsTold(each.model);
                }
            }
        }
    }

    private static void assertEveryChangeIsTold(HostPanelViewModel model) {
        List<String> told =
                model.changes().stream().flatMap(change -> change.texts().stream()).toList();
        for (ControlBlock.Row row : model.rows(ControlBlock.ALL)) {
            if (row.changed()) {
                assertThat(told)
                        .as("%s", row)
                        .anyMatch(text -> text.startsWith(row.variable().rfcName() + " "));
            }
        }
    }

    @Test
    void aDeletedControlBlockIsOneChange() {
        var reset = new PanelStory(Stories.reset());
        Set<String> texts = new HashSet<>();
        for (Frame frame : reset.timeline.get().frames()) {
            reset.goTo(frame.index());
            reset.model.changes().forEach(change -> texts.addAll(change.texts()));
        }
        assertThat(texts).contains(reset.messages.get("hostPanel.deleted"));
        assertThat(texts).noneMatch(text -> text.endsWith("= – (was 100)"));
    }

    @Test
    void theRetransmissionQueueTellsWhatAndHowOften() {
        story.goTo(Side.A, "SYN-SENT");
        assertThat(model.queue())
                .containsExactly(new QueueRow("100", "SYN", "sent once, waiting since t = 0 s"));

        story.goTo(Side.A, host -> hasText(host));
        assertThat(model.queue())
                .containsExactly(
                        new QueueRow(
                                "101–105",
                                "\"hello\", 5 octets",
                                "sent once, waiting since t = 100 ms"));
        story.relative.set(true);
        assertThat(model.queue().getFirst().numbers()).isEqualTo("1–5");
    }

    private static boolean hasText(HostView host) {
        return host.tcb().retransmissionQueue().stream().anyMatch(e -> !e.text().isEmpty());
    }

    @Test
    void aRetransmissionIsCounted() {
        var lost = new PanelStory(Stories.lostSyn());
        lost.goTo(
                Side.A,
                host ->
                        host.tcb().retransmissionQueue().stream()
                                .anyMatch(element -> element.transmissions() == 3));
        assertThat(lost.model.queue().getFirst().sent()).startsWith("sent 3 times");
    }

    @Test
    void timersRunDownWithThePlayhead() {
        story.goTo(Side.A, "SYN-SENT");
        int[] calls = {0};
        model.onTick(() -> calls[0]++);
        assertThat(retransmission().part()).isEqualTo(1);

        story.playhead.set(250e6);

        assertThat(calls[0]).isEqualTo(1);
        assertThat(retransmission().part()).isEqualTo(0.75);
        assertThat(retransmission().left()).isEqualTo("750 ms left of 1 s, fires at t = 1 s");
        story.playhead.set(9e9);
        assertThat(retransmission().part()).isZero();
    }

    private TimerRow retransmission() {
        return model.timers().stream()
                .filter(timer -> timer.kind() == TimerKind.RETRANSMISSION)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void edgesAndLegendHaveTheNumbers() {
        story.goTo(Side.A, host -> hasText(host));
        SequenceSpace space = model.sending();
        assertThat(space.edges().stream().map(model::edgeText))
                .containsExactly("SND.UNA = 101", "SND.NXT = 106", "SND.UNA+SND.WND = 1101");
        assertThat(model.legend(space))
                .contains(new HostPanelViewModel.LegendEntry(Kind.IN_FLIGHT, "in flight: 5"));
        story.relative.set(true);
        assertThat(model.edgeText(space.edges().getFirst())).isEqualTo("SND.UNA = 1");
        assertThat(model.stripText("hostPanel.sending", space))
                .startsWith("Send sequence space: acknowledged: 1; in flight: 5; usable: 995");
    }

    @Test
    void whatTheSynsAgreedOnIsShownOnlyWhenItIsThere() {
        story.goTo(Side.A, "SYN-SENT");
        assertThat(model.rows(ControlBlock.NEGOTIATED)).isEmpty();
        story.goTo(Side.A, "ESTABLISHED");
        assertThat(model.rows(ControlBlock.NEGOTIATED)).hasSize(1);
        var options = new PanelStory(PanelStory.disorder());
        options.goTo(Side.A, "ESTABLISHED");
        assertThat(options.model.rows(ControlBlock.NEGOTIATED)).hasSize(4);
    }

    @Test
    void everyVariableAndKindHasAnExplanationInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            story.messages.setLocale(locale);
            assertThat(ControlBlock.ALL)
                    .allMatch(variable ->
                            story.messages.has("hostPanel.variable." + variable.name()));
            assertThat(Arrays.stream(Kind.values()))
                    .allMatch(kind -> story.messages.has("hostPanel.kind." + kind.name()));
        }
    }

    @Test
    void aViewIsToldOfEverythingThatMatters() {
        int[] calls = {0};
        model.onChange(() -> calls[0]++);
        int before = calls[0];
        story.frame.set(1);
        model.sideProperty().set(Side.B);
        story.relative.set(true);
        story.messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        story.timeline.set(Stories.wrap());
        assertThat(calls[0] - before).isEqualTo(5);
    }
}
