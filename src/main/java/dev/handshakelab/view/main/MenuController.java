package dev.handshakelab.view.main;

import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Theme;
import dev.handshakelab.view.text.Messages;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;

/** The menus: each item is a command or a preference. */
public final class MenuController {
    private final Preferences preferences;
    private final Messages messages;
    private final WindowState state;

    @FXML private MenuBar root;
    @FXML private MenuItem open;
    @FXML private Menu recent;
    @FXML private MenuItem save;
    @FXML private MenuItem saveAs;
    @FXML private MenuItem copyLink;
    @FXML private MenuItem pasteLink;
    @FXML private MenuItem undo;
    @FXML private MenuItem redo;
    @FXML private MenuItem nextBranch;
    @FXML private MenuItem previousBranch;
    @FXML private MenuItem copyTrace;
    @FXML private MenuItem exportPicture;
    @FXML private MenuItem exportFromA;
    @FXML private MenuItem exportFromB;
    @FXML private MenuItem exportBoth;
    @FXML private MenuItem quit;
    @FXML private RadioMenuItem light;
    @FXML private RadioMenuItem dark;
    @FXML private RadioMenuItem english;
    @FXML private RadioMenuItem chinese;
    @FXML private MenuItem largerText;
    @FXML private MenuItem smallerText;
    @FXML private MenuItem usualText;
    @FXML private CheckMenuItem relativeNumbers;
    @FXML private CheckMenuItem trueScale;
    @FXML private CheckMenuItem showOptions;
    @FXML private CheckMenuItem showGhost;
    @FXML private MenuItem zoomIn;
    @FXML private MenuItem zoomOut;
    @FXML private MenuItem zoomFit;
    @FXML private CheckMenuItem showLibrary;
    @FXML private CheckMenuItem showExplanation;
    @FXML private CheckMenuItem showVariables;
    @FXML private CheckMenuItem classMode;
    @FXML private MenuItem fullScreen;
    @FXML private MenuItem togglePlay;
    @FXML private MenuItem stepForward;
    @FXML private MenuItem stepBack;
    @FXML private MenuItem first;
    @FXML private MenuItem last;
    @FXML private MenuItem practiceSandbox;
    @FXML private MenuItem practiceCoach;
    @FXML private MenuItem practicePredict;
    @FXML private MenuItem practiceChallenges;
    @FXML private MenuItem compare;
    @FXML private MenuItem myths;
    @FXML private MenuItem glossary;
    @FXML private MenuItem keys;
    @FXML private MenuItem about;

    public MenuController(Preferences preferences, WindowState state, Messages messages) {
        this.preferences = preferences;
        this.state = state;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        check(relativeNumbers, preferences.relativeNumbersProperty());
        check(trueScale, preferences.trueScaleProperty());
        check(showOptions, preferences.showOptionsProperty());
        check(showGhost, state.showGhostProperty());
        check(showLibrary, preferences.showLibraryProperty());
        check(showExplanation, preferences.showExplanationProperty());
        check(showVariables, preferences.showVariablesProperty());
        check(classMode, state.classModeProperty());
        preferences.themeProperty().subscribe(this::showTheme);
        light.setOnAction(_ -> preferences.themeProperty().set(Theme.LIGHT));
        dark.setOnAction(_ -> preferences.themeProperty().set(Theme.DARK));
        preferences.languageProperty().subscribe(_ -> showLanguage());
        english.setOnAction(_ -> preferences.languageProperty().set(Locale.ENGLISH));
        chinese.setOnAction(_ -> preferences.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
    }

    /** Whether a menu is open, so that keys belong to it. */
    boolean isOpen() {
        return root.getMenus().stream().anyMatch(Menu::isShowing);
    }

    /** Says what the items do. */
    void connect(Consumer<Command> run, Consumer<Path> openFile, Runnable showAbout) {
        command(open, Command.OPEN_FILE, run);
        command(save, Command.SAVE, run);
        command(saveAs, Command.SAVE_AS, run);
        command(copyLink, Command.COPY_LINK, run);
        command(pasteLink, Command.PASTE_LINK, run);
        command(undo, Command.UNDO, run);
        command(redo, Command.REDO, run);
        command(nextBranch, Command.NEXT_BRANCH, run);
        command(previousBranch, Command.PREVIOUS_BRANCH, run);
        command(copyTrace, Command.COPY_TRACE, run);
        command(exportPicture, Command.EXPORT_PICTURE, run);
        command(exportBoth, Command.EXPORT_CAPTURE, run);
        command(quit, Command.QUIT, run);
        command(largerText, Command.LARGER_TEXT, run);
        command(smallerText, Command.SMALLER_TEXT, run);
        command(usualText, Command.USUAL_TEXT, run);
        command(zoomIn, Command.ZOOM_IN, run);
        command(zoomOut, Command.ZOOM_OUT, run);
        command(zoomFit, Command.ZOOM_FIT, run);
        command(fullScreen, Command.FULL_SCREEN, run);
        command(togglePlay, Command.TOGGLE_PLAY, run);
        command(stepForward, Command.STEP_FORWARD, run);
        command(stepBack, Command.STEP_BACK, run);
        command(first, Command.FIRST, run);
        command(last, Command.LAST, run);
        command(practiceSandbox, Command.SANDBOX, run);
        command(practiceCoach, Command.BE_THE_TCP, run);
        command(practicePredict, Command.PREDICT, run);
        command(practiceChallenges, Command.CHALLENGES, run);
        command(compare, Command.COMPARE, run);
        command(myths, Command.MISCONCEPTIONS, run);
        command(glossary, Command.GLOSSARY, run);
        command(keys, Command.SHOW_KEYS, run);
        about.setOnAction(_ -> showAbout.run());
        preferences.recentFiles().addListener((ListChangeListener<Path>) _ -> showRecent(openFile));
        showRecent(openFile);
    }

    /** Says what writes the run as a capture made at one host; at both is a command. */
    void connectExport(Consumer<Set<Side>> export) {
        exportFromA.setOnAction(_ -> export.accept(EnumSet.of(Side.A)));
        exportFromB.setOnAction(_ -> export.accept(EnumSet.of(Side.B)));
    }

    private void showRecent(Consumer<Path> openFile) {
        recent.getItems()
                .setAll(preferences.recentFiles().stream().map(MenuController::item).toList());
        recent.getItems()
                .forEach(item -> item.setOnAction(_ -> openFile.accept(Path.of(item.getText()))));
        recent.setDisable(recent.getItems().isEmpty());
    }

    private static MenuItem item(Path file) {
        var item = new MenuItem(file.toString());
        // A file name may have underscores, which are no mnemonics.
        item.setMnemonicParsing(false);
        return item;
    }

    private void showTheme(Theme theme) {
        switch (theme) {
            case LIGHT -> light.setSelected(true);
            case DARK -> dark.setSelected(true);
        }
    }

    private void showLanguage() {
        (messages.isChinese() ? chinese : english).setSelected(true);
    }

    private static void check(CheckMenuItem item, BooleanProperty preference) {
        item.selectedProperty().bindBidirectional(preference);
    }

    private static void command(MenuItem item, Command command, Consumer<Command> run) {
        item.setOnAction(_ -> run.accept(command));
        // A key that a text field may want is no accelerator: it would work while text is typed.
        if (!command.isPlainKey()) {
            item.setAccelerator(command.keys().getFirst());
        }
    }
}
