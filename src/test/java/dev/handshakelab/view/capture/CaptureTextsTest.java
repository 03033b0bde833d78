package dev.handshakelab.view.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Capture;
import dev.handshakelab.capture.CaptureProblem;
import dev.handshakelab.capture.Mark;
import dev.handshakelab.testing.Captures;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every word that a capture can make the program say exists in both languages. */
class CaptureTextsTest {
    private static List<CaptureStory> stories() {
        return Captures.pairs().stream()
                .flatMap(folder ->
                        List.of(
                                List.of(folder + "/a.pcapng"),
                                List.of(folder + "/b.pcapng"),
                                List.of(folder + "/a.pcapng", folder + "/b.pcapng"))
                                .stream())
                .map(names ->
                        OpenCapture.of(
                                names.stream()
                                        .map(name ->
                                                new CaptureFile(
                                                        Captures.file(name), Captures.read(name)))
                                        .toList()))
                .flatMap(open ->
                        open.rows().stream()
                                .map(row -> CaptureStory.of(open, row, PlaceChoice.AUTOMATIC)))
                .toList();
    }

    @Test
    void everyStepOfEveryCaptureIsExplainedInBothLanguages() {
        List<CaptureStory> stories = stories();
        assertThat(stories).isNotEmpty();
        for (Locale locale : Messages.LOCALES) {
            var messages = new Messages(locale);
            var captions = new CaptureCaptions(messages);
            var reasons = new CaptureReasons(messages);
            for (CaptureStory story : stories) {
                for (int i = 0; i <= story.timeline().lastIndex(); i++) {
                    assertThat(captions.of(story, i, Numbers.ABSOLUTE)).isNotBlank();
                    for (Side side : Side.values()) {
                        Explanation why = reasons.state(story, side, i);
                        assertThat(why.title() + why.text()).doesNotContain("{", "null");
                        assertThat(why.text()).isNotBlank();
                    }
                    reasons.beside(List.of(reasons.state(story, Side.A, i)), story, i, null);
                }
            }
        }
    }

    @Test
    void everyMarkHasAWordAndAnExplanation() {
        for (Locale locale : Messages.LOCALES) {
            var words = new MarkText(new Messages(locale));
            for (Mark.Kind kind : Mark.Kind.values()) {
                var mark =
                        new Mark(
                                kind,
                                1,
                                1,
                                Side.A,
                                0,
                                Map.of(Mark.Quantity.COUNT, 3L, Mark.Quantity.NANOS, 5_000_000L));
                assertThat(words.label(mark)).isNotBlank();
                assertThat(words.text(mark)).contains("3").doesNotContain("{");
            }
        }
    }

    @Test
    void everyProblemSaysWhereReadingStopped() {
        for (Locale locale : Messages.LOCALES) {
            var text = new CaptureText(new Messages(locale));
            for (CaptureProblem.Kind kind : CaptureProblem.Kind.values()) {
                var capture =
                        new Capture(
                                List.of(),
                                List.of(),
                                new Capture.Tally(7, 0, 0, 0, 7),
                                new CaptureProblem(kind, 4711, List.of(1L, 2L)));
                String said = text.problem(new CaptureFile(Path.of("some.pcap"), capture));
                assertThat(said).contains("some.pcap").doesNotContain("{");
                boolean nothing =
                        kind == CaptureProblem.Kind.EMPTY
                                || kind == CaptureProblem.Kind.UNKNOWN_FORMAT;
                assertThat(said.contains("4711")).isEqualTo(!nothing);
            }
        }
    }
}
