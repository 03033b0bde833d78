package dev.handshakelab.view.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Capture;
import dev.handshakelab.capture.Connection.Verdict;
import dev.handshakelab.testing.Captures;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionsViewModelTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final ConnectionsViewModel model = new ConnectionsViewModel(messages);

    private static CaptureFile file(String name) {
        return new CaptureFile(Captures.file(name), Captures.read(name));
    }

    private static OpenCapture open(String... names) {
        return OpenCapture.of(Stream.of(names).map(ConnectionsViewModelTest::file).toList());
    }

    private List<Integer> numbers() {
        return model.rows().stream().map(ConnectionRow::number).toList();
    }

    @Test
    void wordsOfASearchMustAllFitInTheLanguageOfTheMoment() {
        // Two that have nothing in common are read one by one: that makes a list of two.
        model.show(open("refused/a.pcapng", "lost-fin/a.pcapng"));
        assertThat(model.rows()).hasSize(2);
        model.searchProperty().set("10.9.0.2 REFUSED");
        assertThat(model.rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.connection().verdict()).isEqualTo(Verdict.REFUSED));
        model.searchProperty().set("refused complete");
        assertThat(model.rows()).isEmpty();
        model.searchProperty().set(":5040");
        assertThat(model.rows()).hasSize(1);
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        model.searchProperty().set("被拒绝");
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void connectionsCanBePutInOrder() {
        model.show(open("refused/a.pcapng", "zero-window/a.pcapng"));
        List<Integer> byStart = numbers();
        assertThat(byStart).isSorted();
        model.orderProperty().set(ConnectionOrder.VERDICT);
        assertThat(model.rows().getFirst().connection().verdict()).isEqualTo(Verdict.REFUSED);
        model.orderProperty().set(ConnectionOrder.OCTETS);
        assertThat(model.rows().getFirst().connection().octetsFromA()).isEqualTo(9000);
        for (ConnectionOrder order : ConnectionOrder.values()) {
            model.orderProperty().set(order);
            assertThat(numbers()).as("%s", order).containsExactlyInAnyOrderElementsOf(byStart);
        }
    }

    @Test
    void twoThatBelongTogetherAreOneAndTwoStrangersAreTwo() {
        assertThat(open("lost-fin/a.pcapng", "lost-fin/b.pcapng"))
                .satisfies(pair -> assertThat(pair.areStrangers()).isFalse())
                .satisfies(pair -> assertThat(pair.rows()).hasSize(1));
        assertThat(open("lost-fin/a.pcapng", "refused/a.pcapng"))
                .satisfies(two -> assertThat(two.areStrangers()).isTrue())
                .satisfies(two -> assertThat(two.rows()).hasSize(2))
                .satisfies(two ->
                        assertThat(two.rows())
                                .allSatisfy(row -> assertThat(row.files()).hasSize(1)));
    }

    @Test
    void incarnationsOfThePortsAreRowsOfTheirOwn() {
        OpenCapture reused = open("time-wait-new-syn/a.pcapng", "time-wait-new-syn/b.pcapng");
        assertThat(reused.rows()).extracting(ConnectionRow::incarnations).containsExactly(2, 2);
        CaptureStory second =
                CaptureStory.of(reused, reused.rows().getLast(), PlaceChoice.AUTOMATIC);
        assertThat(second.firstFrame()).isPositive();
    }

    @Test
    void marksAreCountedForEachConnection() {
        OpenCapture capture = open("lost-data-rto/a.pcapng", "lost-data-rto/b.pcapng");
        MarkCounts counts = model.show(capture);
        assertThat(counts).isNotNull();
        ConnectionRow row = capture.rows().getFirst();
        assertThat(counts.of(row)).isEqualTo(MarkCounts.UNKNOWN);
        counts.find(_ -> true);
        assertThat(counts.of(row)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aCountThatNobodyWantsEnds() {
        OpenCapture capture = open("lost-data-rto/a.pcapng");
        var counts = new MarkCounts(capture);
        counts.find(_ -> false);
        assertThat(counts.of(capture.rows().getFirst())).isEqualTo(MarkCounts.UNKNOWN);
    }

    @Test
    void theSummarySaysWhatElseIsInTheFile() {
        var text = new CaptureText(messages);
        assertThat(text.summary(new Capture.Tally(1234, 1000, 2, 0, 232)))
                .isEqualTo(
                        "1,234 packets, 1,000 TCP segments, 2 IP fragments (not put together),"
                                + " 232 others");
    }
}
