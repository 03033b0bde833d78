package dev.handshakelab.view.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.scenario.Courses;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.view.keep.AutosaveFile.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveFileTest {
    @TempDir Path folder;

    private static Scenario work(int segment) {
        List<RecordedTouch> touches = List.of(RecordedTouch.afterStep(2, new Touch.Drop(segment)));
        Scenario scenario = ScenarioLibrary.bundled().scenarios().getFirst();
        return scenario.with(Courses.of(touches, true));
    }

    private AutosaveFile file() {
        return new AutosaveFile(folder.resolve("new"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void withoutAFileThereIsNothing() {
        assertThat(file().claim()).isEmpty();
    }

    @Test
    void workIsThereAgainAndStaysUntilItIsDeleted() throws IOException {
        file().write(work(1));
        file().write(work(2));
        assertThat(files()).hasSize(1);
        for (int i = 0; i < 2; i++) {
            assertThat(file().claim())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Found.Work.class,
                            found -> assertThat(found.scenario()).isEqualTo(work(2)));
        }
    }

    @Test
    void newerWorkDoesNotReplaceWhatIsStillOffered() throws IOException {
        file().write(work(1));
        file().claim();
        file().write(work(2));
        assertThat(file().claim())
                .extracting(found -> ((Found.Work) found).scenario())
                .containsExactly(work(1), work(2));
    }

    @Test
    void whatWasDeletedIsNotOffered() throws IOException {
        file().write(work(1));
        file().delete();
        file().delete();
        assertThat(file().claim()).isEmpty();
    }

    @Test
    void everyDamageIsFoundAndTheFileKeptAside() throws IOException {
        file().write(work(1));
        byte[] good = Files.readAllBytes(file().path());
        for (int i = 0; i < good.length; i += 3) {
            byte[] bad = good.clone();
            bad[i] ^= 4;
            Files.write(file().path(), bad);
            assertThat(file().claim())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Found.Damaged.class,
                            found -> {
                                assertThat(found.keptAs()).hasBinaryContent(bad);
                            });
        }
        Files.write(file().path(), new byte[0]);
        assertThat(file().claim()).singleElement().isInstanceOf(Found.Damaged.class);
        assertThat(file().claim()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "x");
        assertThatThrownBy(() -> new AutosaveFile(blocked).write(work(1)))
                .isInstanceOf(IOException.class);
        assertThat(blocked).hasContent("x");
    }

    @Test
    void nothingHalfWrittenIsLeftBehind() throws IOException {
        AtomicFile.write(folder.resolve("a.scenario"), "one");
        AtomicFile.write(folder.resolve("a.scenario"), "two");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(folder.resolve("a.scenario")).hasContent("two");
    }
}
