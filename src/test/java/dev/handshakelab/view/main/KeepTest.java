package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Courses;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.scenario.ScenarioReader;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.TraceFormat;
import dev.handshakelab.view.keep.AutosaveFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

class KeepTest extends WindowTest {
    private static final Scenario FIRST = ScenarioLibrary.bundled().scenarios().getFirst();
    private static final List<RecordedTouch> LEFT =
            List.of(RecordedTouch.afterStep(2, new Touch.Drop(1)));

    @Start
    void start(Stage primary) {
        // Only asked windows stay.
        Platform.setImplicitExit(false);
        open(primary);
    }

    @AfterEach
    void unask() {
        fx(() -> {
            stage.setOnCloseRequest(null);
            stage.show();
        });
    }

    @Override
    protected void prepareFolder() {
        try {
            new AutosaveFile(folder).write(FIRST.with(Courses.of(LEFT, true)));
            Files.writeString(folder.resolve("autosave-left-1.scenario"), "nonsense");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String trace() {
        return TraceFormat.PLAIN.format(timeline());
    }

    private void dropTheSyn() {
        fx(() -> {
            session().player().seekFrame(2);
            session().touch(new Touch.Drop(1));
        });
        waitUntil(() -> session().branches().present().branches().size() == 2);
    }

    private boolean isUnsaved() {
        return stage.getTitle().startsWith("●");
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
    }

    @Test
    void workLeftBehindIsOfferedAndRestoredAndDamagedWorkIsPutAside() {
        waitUntil(() -> isShown("#keep-restore"));
        assertThat(texts("#notices")).anyMatch(text -> text.contains("autosave-damaged-1"));
        assertThat(folder.resolve("autosave-damaged-1.scenario")).hasContent("nonsense");
        robot.clickOn("#keep-restore");
        waitUntil(this::isUnsaved);
        String expected =
                TraceFormat.PLAIN.format(Simulation.replay(FIRST.plan(), LEFT).timeline());
        assertThat(trace()).isEqualTo(expected);
        assertThat(session().branches().present().branches()).hasSize(2);
        waitUntil(() -> Files.exists(folder.resolve("autosave.scenario")));
        waitUntil(() -> !Files.exists(folder.resolve("autosave-left-2.scenario")));
    }

    @Test
    void workLeftBehindCanBeDiscarded() {
        waitUntil(() -> isShown("#keep-discardOffer"));
        robot.clickOn("#keep-discardOffer");
        waitUntil(() -> !Files.exists(folder.resolve("autosave-left-2.scenario")));
        assertThat(isUnsaved()).isFalse();
    }

    @Test
    void whatIsDoneIsKeptAMomentLaterAndForgottenOnceItIsSaved() throws ScenarioException {
        dropTheSyn();
        assertThat(isUnsaved()).isTrue();
        Path autosave = folder.resolve("autosave.scenario");
        waitUntil(() -> Files.exists(autosave));
        picked = folder.resolve("my run");
        press(KeyCode.CONTROL, KeyCode.S);
        waitUntil(() -> !isUnsaved());
        waitUntil(() -> !Files.exists(autosave));
        Scenario saved = ScenarioReader.read(folder.resolve("my run.scenario"));
        assertThat(saved.id()).isEqualTo("my-run");
        assertThat(saved.texts()).isNotEmpty();
        assertThat(
                        TraceFormat.PLAIN.format(
                                Simulation.replay(saved.plan(), saved.touches()).timeline()))
                .isEqualTo(trace());
        String before = trace();
        fx(() -> window.open(List.of(folder.resolve("my run.scenario"))));
        waitUntil(() -> session().scenarioProperty().get().id().equals("my-run"));
        assertThat(trace()).isEqualTo(before);
        assertThat(isUnsaved()).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndNothingIsLost() {
        dropTheSyn();
        picked = folder.resolve("settings.properties").resolve("x.scenario");
        fx(() -> {
            try {
                Files.writeString(folder.resolve("settings.properties"), "format=1");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        waitUntil(() -> texts("#notices").stream().anyMatch(text -> text.startsWith("Not saved")));
        assertThat(isUnsaved()).isTrue();
    }

    @Test
    void aLinkBringsTheRunBack() {
        dropTheSyn();
        String trace = trace();
        press(KeyCode.CONTROL, KeyCode.L);
        waitUntil(() -> clipboard().startsWith("handshake-lab:1:"));
        fx(() -> session().open(ScenarioLibrary.bundled().scenarios().getLast()));
        waitUntil(() -> !session().scenarioProperty().get().equals(FIRST));
        waitUntil(() -> isShown("#keep-bringBack"));
        press(KeyCode.CONTROL, KeyCode.V);
        waitUntil(() -> trace().equals(trace));
        assertThat(session().branches().present().branches()).hasSize(2);
    }

    private String clipboard() {
        String[] text = {""};
        fx(() -> {
            String found = Clipboard.getSystemClipboard().getString();
            text[0] = found == null ? "" : found;
        });
        return text[0];
    }

    @Test
    void aDamagedLinkIsToldAndChangesNothing() {
        String before = trace();
        fx(() -> {
            var content = new ClipboardContent();
            content.putString("handshake-lab:1:AAAAAAAAAAAA");
            Clipboard.getSystemClipboard().setContent(content);
        });
        press(KeyCode.CONTROL, KeyCode.V);
        waitUntil(() ->
                texts("#notices").stream().anyMatch(text -> text.startsWith("The link is inco")));
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void whatWasPutAsideCanBeBroughtBack() {
        dropTheSyn();
        String trace = trace();
        fx(() -> session().open(ScenarioLibrary.bundled().scenarios().getLast()));
        waitUntil(() -> isShown("#keep-bringBack"));
        robot.clickOn("#keep-bringBack");
        waitUntil(() -> trace().equals(trace));
        waitUntil(this::isUnsaved);
    }

    @Test
    void undoAndRedoByKey() {
        String before = trace();
        dropTheSyn();
        String touched = trace();
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(trace()).isEqualTo(before);
        assertThat(isUnsaved()).isFalse();
        press(KeyCode.CONTROL, KeyCode.Y);
        assertThat(trace()).isEqualTo(touched);
        press(KeyCode.CONTROL, KeyCode.B);
        assertThat(trace()).isEqualTo(before);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        assertThat(trace()).isEqualTo(touched);
    }

    private void askToClose() {
        fx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void closingWithUnsavedWorkAsksAndEscapeStays() {
        dropTheSyn();
        askToClose();
        waitUntil(() -> isShown("#leaveCard"));
        waitUntil(() -> lookup("#save").isFocused());
        press(KeyCode.ESCAPE);
        waitUntil(() -> !isShown("#leaveCard"));
        assertThat(stage.isShowing()).isTrue();
        assertThat(isUnsaved()).isTrue();
    }

    @Test
    void closingCanSaveByEnterAlone() {
        dropTheSyn();
        picked = folder.resolve("last.scenario");
        press(KeyCode.CONTROL, KeyCode.Q);
        waitUntil(() -> isShown("#leaveCard"));
        press(KeyCode.ENTER);
        waitUntil(() -> !stage.isShowing());
        assertThat(picked).exists();
        assertThat(folder.resolve("autosave.scenario")).doesNotExist();
    }

    @Test
    void closingWithoutSavingForgetsTheWork() {
        dropTheSyn();
        waitUntil(() -> Files.exists(folder.resolve("autosave.scenario")));
        askToClose();
        waitUntil(() -> isShown("#leaveCard"));
        robot.clickOn("#discard");
        waitUntil(() -> !stage.isShowing());
        assertThat(folder.resolve("autosave.scenario")).doesNotExist();
    }
}
