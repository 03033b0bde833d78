package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Connection.Verdict;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Captures;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.capture.ConnectionRow;
import dev.handshakelab.view.capture.PlaceChoice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;

class CaptureWindowTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private CaptureStory story() {
        return session().captureProperty().get();
    }

    private void openCaptures(String... names) {
        openFiles(Stream.of(names).map(Captures::file).toList());
    }

    private void openFiles(List<Path> files) {
        fx(() -> window.open(files));
        waitUntil(() -> !session().loadingProperty().get());
    }

    private List<ConnectionRow> rows() {
        return robot.lookup("#table").<TableView<ConnectionRow>>query().getItems();
    }

    private void showTab(String name) {
        TabPane tabs = robot.lookup(".details").query();
        fx(() ->
                tabs.getTabs().stream()
                        .filter(tab -> tab.getText().equals(name))
                        .forEach(tabs.getSelectionModel()::select));
    }

    private int notices() {
        return (int) texts("#notices").stream().filter("Dismiss"::equals).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "both-ends.pcapng",
                "gzip.pcapng.gz",
                "lo.pcapng",
                "nsec-le.pcap",
                "rawip.pcap",
                "sll.pcapng",
                "sll2.pcapng",
                "snap60.pcap",
                "usec-be.pcap",
                "usec-le.pcap",
                "vlan.pcap"
            })
    void everyKindOfFileOpensAndCanBeStepped(String name) {
        openCaptures("formats/" + name);
        assertThat(story()).as(name).isNotNull();
        assertThat(isShown("#table")).isTrue();
        assertThat(rows()).isNotEmpty();
        assertThat(notices()).isZero();
        assertThat(frameIndex()).isZero();
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(frameIndex()).isEqualTo(2);
        robot.type(KeyCode.END);
        assertThat(frameIndex()).isEqualTo(timeline().lastIndex());
        assertThat(label("#caption")).isNotBlank();
    }

    @Test
    void theContentCountsAndNotTheName() throws IOException {
        Path disguised = folder.resolve("notes.txt");
        Files.copy(Captures.file("lost-fin/a.pcapng"), disguised);
        picked = disguised;
        robot.push(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN));
        waitUntil(() -> story() != null);
        assertThat(preferences().recentFiles()).containsExactly(disguised.toAbsolutePath());
    }

    @Test
    void twoFilesAreBothEndsOfOneStory() {
        openCaptures("lost-fin/a.pcapng", "lost-fin/b.pcapng");
        assertThat(rows()).hasSize(1);
        assertThat(story().inferred().watched()).containsExactlyInAnyOrder(Side.A, Side.B);
        assertThat(texts("#placeBox")).anyMatch(text -> text.contains("both ends"));
        assertThat(notices()).isZero();
        boolean lost = timeline().flights().stream().anyMatch(flight -> flight.isLost());
        assertThat(lost).isTrue();
    }

    @Test
    void twoStrangersAreReadOneByOneAndTheUserIsTold() {
        openCaptures("lost-fin/a.pcapng", "refused/a.pcapng");
        assertThat(rows()).hasSize(2);
        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void aDamagedFileShowsWhatCouldBeReadAndWhereReadingStopped() throws IOException {
        byte[] whole = Files.readAllBytes(Captures.file("formats/usec-le.pcap"));
        Path cut = folder.resolve("cut.pcap");
        Files.write(cut, Arrays.copyOf(whole, 500));
        openFiles(List.of(cut));
        assertThat(story()).isNotNull();
        assertThat(notices()).isEqualTo(1);
        assertThat(texts("#notices"))
                .anyMatch(text -> text.contains("cut.pcap") && text.contains("byte 500"));
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(texts("#notices")).anyMatch(text -> text.contains("第 500 字节"));
    }

    @Test
    void emptyAndTcpLessCapturesSaySoAndThePresentStoryStays() throws IOException {
        Path empty = Files.write(folder.resolve("empty.pcap"), new byte[0]);
        openFiles(List.of(empty));
        assertThat(texts("#notices")).anyMatch(text -> text.contains("empty"));
        byte[] header =
                Arrays.copyOf(Files.readAllBytes(Captures.file("formats/usec-le.pcap")), 24);
        openFiles(List.of(Files.write(folder.resolve("nothing.pcap"), header)));
        assertThat(texts("#notices")).anyMatch(text -> text.contains("no TCP segment"));
        assertThat(story()).isNull();
        assertThat(session().scenarioProperty().get().id()).isEqualTo("S01");
        assertThat(notices()).isEqualTo(2);
    }

    @Test
    void theListFindsOrdersAndOpensByKeyboard() {
        openCaptures("zero-window/a.pcapng", "refused/a.pcapng");
        assertThat(story().row().number()).isEqualTo(1);
        Verdict other =
                rows().stream()
                        .filter(row -> row.number() == 2)
                        .findFirst()
                        .orElseThrow()
                        .connection()
                        .verdict();
        robot.push(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
        String wanted = other == Verdict.REFUSED ? "refused" : "complete";
        robot.write(wanted);
        assertThat(rows()).hasSize(1);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> story().row().number() == 2);
        assertThat(story().row().connection().verdict()).isEqualTo(other);
        robot.push(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
        robot.push(new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN));
        robot.type(KeyCode.DELETE);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void certaintyIsSaidInHeaderAndExplanation() {
        openCaptures("lost-fin/a.pcapng");
        assertThat(badge(Side.B)).isEqualTo("LISTEN (inferred)");
        assertThat(texts("#paragraphs"))
                .anyMatch(text -> text.equals("Why B is LISTEN: it was inferred"));
        int seen = 0;
        while (timeline().frame(seen).a().certainty() != Certainty.SEEN) {
            seen++;
        }
        int frame = seen;
        fx(() -> session().player().seekFrame(frame));
        assertThat(badge(Side.A)).isEqualTo(TcpState.SYN_SENT.rfcName());
        assertThat(texts("#paragraphs"))
                .anyMatch(text -> text.equals("Why A is SYN-SENT: it was seen"))
                .anyMatch(text -> text.contains("packet 1 (SYN)"));
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(texts("#paragraphs")).anyMatch(text -> text.contains("分组 1（SYN）"));
    }

    @Test
    void theUserSaysWhereItWasCaptured() {
        openCaptures("lost-fin/a.pcapng");
        assertThat(story().inferred().watched()).containsExactly(Side.A);
        ComboBox<PlaceChoice> place = robot.lookup("#place").query();
        fx(() -> place.setValue(place.getItems().get(2)));
        waitUntil(() -> story().inferred().watched().contains(Side.B));
        assertThat(story().inferred().watched()).containsExactly(Side.B);
        fx(() -> place.setValue(PlaceChoice.AUTOMATIC));
        waitUntil(() -> story().inferred().watched().contains(Side.A));
    }

    @Test
    void marksStandInTheListAndLeadToTheirPlace() {
        openCaptures("lost-data-rto/a.pcapng", "lost-data-rto/b.pcapng");
        ListView<?> marks = robot.lookup("#markList").query();
        assertThat(marks.getItems()).hasSize(story().marks().all().size()).isNotEmpty();
        fx(() -> marks.getSelectionModel().select(0));
        assertThat(frameIndex()).isEqualTo(story().marks().all().getFirst().frameIndex());
        assertThat(texts("#paragraphs")).contains("lost");
    }

    @Test
    void theInspectorShowsTheCapturesOwnOctets() {
        openCaptures("zero-window/a.pcapng");
        int frame = 0;
        while (story().inferred().evidence().get(frame) == null
                || story().inferred().evidence().get(frame).captured().segment().text().length()
                        < 1000) {
            frame++;
        }
        int full = frame;
        fx(() -> session().player().seekFrame(full));
        showTab("Segment");
        waitUntil(() ->
                texts(".inspector").stream().anyMatch(text -> text.contains("octets of packet")));
    }

    @Test
    void theListsHaveTheRoomThatTheyNeed() {
        openCaptures("lost-fin/a.pcapng");
        Region table = robot.lookup("#table").query();
        waitUntil(() -> table.localToScene(0, 0).getX() >= 0);
        ListView<?> marks = robot.lookup("#markList").query();
        assertThat(marks.getItems()).hasSize(1);
        waitUntil(() -> marks.getHeight() > marks.getFixedCellSize());
    }

    @Test
    void whatMakesNoSenseForACaptureSaysWhy() {
        openCaptures("lost-fin/a.pcapng");
        showTab("Rules");
        assertThat(isShown("#notForCaptures")).isTrue();
        robot.type(KeyCode.V);
        assertThat(notices()).isEqualTo(1);
        fx(() -> session().open(session().scenarioProperty().get()));
        waitUntil(() -> story() == null);
        assertThat(isShown("#notForCaptures")).isFalse();
        showTab("Why");
        waitUntil(() -> isShown("#title") && !label("#title").isBlank());
    }

    @Test
    void aCaptureGoesOnAsAScenario() {
        openCaptures("lost-data-rto/a.pcapng", "lost-data-rto/b.pcapng");
        Button replay = robot.lookup("#replayButton").query();
        fx(replay::fire);
        waitUntil(() -> story() == null);
        assertThat(session().scenarioProperty().get().id()).isEqualTo("replay-1");
        assertThat(texts("#goal")).anyMatch(text -> text.contains("as captured"));
    }

    @Test
    void aRunIsWrittenAsACaptureAndCanBeOpened() {
        picked = folder.resolve("run.pcapng");
        robot.push(
                new KeyCodeCombination(
                        KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        waitUntil(() -> notices() == 1 && Files.exists(picked));
        openFiles(List.of(picked));
        assertThat(story().row().connection().verdict()).isEqualTo(Verdict.STILL_OPEN);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".new"));
    }

    @Test
    void readingALargeFileCanBeCancelled() throws IOException {
        Path large = large();
        fx(() -> window.open(List.of(large)));
        waitUntil(() -> robot.lookup("#loadingText").<Label>query().getText().contains("packets"));
        Button cancel = robot.lookup("#cancel").query();
        fx(cancel::fire);
        assertThat(session().loadingProperty().get()).isFalse();
        assertThat(story()).isNull();
        assertThat(session().scenarioProperty().get().id()).isEqualTo("S01");
        robot.type(KeyCode.RIGHT);
        assertThat(frameIndex()).isEqualTo(1);
    }

    /** The packets of a small capture again and again: it takes seconds to read. */
    private Path large() throws IOException {
        byte[] small = Files.readAllBytes(Captures.file("formats/usec-le.pcap"));
        Path large = folder.resolve("large.pcap");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(large))) {
            out.write(small, 0, 24);
            for (int i = 0; i < 300_000; i++) {
                out.write(small, 24, small.length - 24);
            }
        }
        return large;
    }
}
