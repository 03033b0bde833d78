package dev.handshakelab.view.main;

import dev.handshakelab.playback.Player;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.TraceFormat;
import dev.handshakelab.view.capture.LeftPaneController;
import dev.handshakelab.view.coach.CoachController;
import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.help.HelpViews;
import dev.handshakelab.view.library.LibraryViewModel;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.predict.PredictViewModel;
import dev.handshakelab.view.settings.Preferences;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Does what keys and menus ask for. */
final class CommandRunner {
    private static final int USUAL_TEXT_PERCENT = 100;

    private final Session session;
    private final Opener opener;
    private final Preferences preferences;
    private final WindowState state;
    private final Notices notices;
    private final PredictViewModel predict;
    private final WorkKeeper keeper;
    private final FilePicker picker;
    private final LibraryViewModel library;
    private final HelpViews help;
    private final Parts parts;

    /** The parts of the window that commands reach into. */
    record Parts(
            SequenceDiagram diagram,
            Supplier<LeftPaneController> left,
            Overlay overlay,
            Supplier<CoachController> coach,
            Hands hands,
            CaptureExporter exporter,
            PictureExporter pictures) {}

    /** What commands work on. */
    record Models(
            Session session,
            Opener opener,
            LibraryViewModel library,
            Preferences preferences,
            WindowState state,
            Notices notices,
            PredictViewModel predict,
            WorkKeeper keeper) {}

    CommandRunner(Models models, FilePicker picker, HelpViews help, Parts parts) {
        this.session = models.session();
        this.opener = models.opener();
        this.preferences = models.preferences();
        this.state = models.state();
        this.notices = models.notices();
        this.predict = models.predict();
        this.library = models.library();
        this.keeper = models.keeper();
        this.picker = picker;
        this.help = help;
        this.parts = parts;
    }

    /** Whether an overlay covers the window. */
    boolean isCovered() {
        return parts.overlay().isShown();
    }

    /**
     * Runs the command of a key.
     *
     * @return false if it means nothing at the moment
     */
    boolean run(Command command, KeyEvent key) {
        if (command == Command.SCENARIO) {
            return useDigit(key);
        }
        if (command == Command.LEAVE) {
            return leave();
        }
        run(command);
        return true;
    }

    /** Runs a command that needs no key. */
    void run(Command command) {
        Player player = session.player();
        switch (command) {
            case TOGGLE_PLAY -> player.toggle();
            case STEP_FORWARD -> step(player, 1);
            case STEP_BACK -> step(player, -1);
            case FIRST -> player.first();
            case LAST -> player.last();
            case ZOOM_IN -> parts.diagram().zoomBy(1);
            case ZOOM_OUT -> parts.diagram().zoomBy(-1);
            case ZOOM_FIT -> parts.diagram().fit();
            case FULL_SCREEN -> stage().setFullScreen(!stage().isFullScreen());
            case CLASS_MODE -> state.classModeProperty().set(!state.isClassMode());
            case LARGER_TEXT -> preferences.growText(1);
            case SMALLER_TEXT -> preferences.growText(-1);
            case USUAL_TEXT -> preferences.textPercentProperty().set(USUAL_TEXT_PERCENT);
            case FIND -> find();
            case OPEN_FILE -> openFiles();
            case COPY_TRACE -> copyTrace();
            case EXPORT_PICTURE -> parts.pictures().show(parts.diagram());
            case EXPORT_CAPTURE -> exportCapture(EnumSet.allOf(Side.class));
            case PREDICT -> predict.toggle();
            case SAVE -> keeper.save(() -> {});
            case SAVE_AS -> keeper.saveAs(() -> {});
            case COPY_LINK -> keeper.copyLink();
            case PASTE_LINK -> keeper.pasteLink();
            case UNDO -> session.branches().undo();
            case REDO -> session.branches().redo();
            case NEXT_BRANCH -> session.branches().showNext(1);
            case PREVIOUS_BRANCH -> session.branches().showNext(-1);
            case QUIT -> quit();
            case COMPARE -> compare();
            case MISCONCEPTIONS -> parts.overlay().show(help.myths());
            case BE_THE_TCP -> parts.coach().get().open();
            case CHALLENGES -> parts.overlay().show(help.challenges());
            case GLOSSARY -> parts.overlay().show(help.glossary());
            case SHOW_KEYS -> parts.overlay().show(help.keys());
            case TOUCH_MENU,
                    TOUCH_DROP,
                    TOUCH_LATER,
                    TOUCH_DUPLICATE,
                    TOUCH_HOLD,
                    TOUCH_NEXT,
                    TOUCH_INJECT,
                    SANDBOX ->
                    parts.hands().run(command);
            case SCENARIO, LEAVE -> {
                // these two depend on the key or on how the window is used
            }
        }
    }

    private void openFiles() {
        List<Path> files = picker.pickFiles();
        if (!files.isEmpty()) {
            opener.open(files);
        }
    }

    /** Only what can be played can be played by other rules. */
    private void compare() {
        if (session.captureProperty().get() == null) {
            parts.overlay().show(help.compare());
        } else {
            notices.add(Notice.of(Notice.Kind.INFO, "capture.cannot.compare"));
        }
    }

    /** Writes the run as a capture made at some hosts. */
    void exportCapture(Set<Side> places) {
        parts.exporter().export(places);
    }

    /** Shows what the program is. */
    void showAbout() {
        parts.overlay().show(help.about());
    }

    private static void step(Player player, int by) {
        player.pause();
        player.step(by);
    }

    /** Answers a question, or opens a scenario. */
    private boolean useDigit(KeyEvent key) {
        // DIGIT1 and NUMPAD1 both end in their number.
        String name = key.getCode().name();
        int index = name.charAt(name.length() - 1) - '1';
        List<Scenario> numbered = QuickButtons.numbered(library);
        if (predict.takesDigits()) {
            predict.answer(index);
        } else if (index < numbered.size()) {
            opener.open(numbered.get(index));
        }
        return true;
    }

    private boolean leave() {
        if (predict.leave()) {
            return true;
        }
        boolean special = state.isClassMode() || stage().isFullScreen();
        state.classModeProperty().set(false);
        stage().setFullScreen(false);
        return special;
    }

    private void find() {
        state.classModeProperty().set(false);
        preferences.showLibraryProperty().set(true);
        parts.left().get().focusSearch();
    }

    private void copyTrace() {
        var content = new ClipboardContent();
        content.putString(
                TraceFormat.PLAIN.format(Objects.requireNonNull(session.player().getTimeline())));
        Clipboard.getSystemClipboard().setContent(content);
        notices.add(Notice.of(Notice.Kind.INFO, "notice.traceCopied"));
    }

    /** As a click on the window's cross does. */
    private void quit() {
        var request = new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
        stage().fireEvent(request);
        if (!request.isConsumed()) {
            stage().close();
        }
    }

    private Stage stage() {
        Scene scene = parts.diagram().getScene();
        return (Stage) scene.getWindow();
    }
}
