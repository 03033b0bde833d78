package dev.handshakelab.view.settings;

import dev.handshakelab.view.settings.Settings.Look;
import dev.handshakelab.view.settings.Settings.Window;
import dev.handshakelab.view.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the user chose, as properties that the whole window follows. */
public final class Preferences {
    private static final int TEXT_STEP_PERCENT = 10;

    private final ObjectProperty<Locale> language;
    private final ObjectProperty<Theme> theme;
    private final IntegerProperty textPercent;
    private final DoubleProperty speed;
    private final BooleanProperty relativeNumbers;
    private final BooleanProperty trueScale;
    private final BooleanProperty showOptions;
    private final BooleanProperty showLibrary;
    private final BooleanProperty showExplanation;
    private final BooleanProperty showVariables;
    private final BooleanProperty showTouchHint;
    private final ObjectProperty<Window> window;
    private final ObservableList<Path> recentFiles;

    /**
     * Whether the language was ever chosen; until then the system's language decides anew in each
     * run.
     */
    private boolean languageChosen;

    /**
     * Preferences that start from settings.
     *
     * @param systemLocale the language if the settings name none
     */
    public Preferences(Settings settings, Locale systemLocale) {
        String tag = settings.language();
        Look look = settings.look();
        language =
                new SimpleObjectProperty<>(
                        Messages.nearest(tag == null ? systemLocale : Locale.forLanguageTag(tag)));
        theme = new SimpleObjectProperty<>(settings.theme());
        textPercent = new SimpleIntegerProperty(settings.textPercent());
        speed = new SimpleDoubleProperty(settings.speed());
        relativeNumbers = new SimpleBooleanProperty(look.relativeNumbers());
        trueScale = new SimpleBooleanProperty(look.trueScale());
        showOptions = new SimpleBooleanProperty(look.showOptions());
        showLibrary = new SimpleBooleanProperty(look.showLibrary());
        showExplanation = new SimpleBooleanProperty(look.showExplanation());
        showVariables = new SimpleBooleanProperty(look.showVariables());
        showTouchHint = new SimpleBooleanProperty(look.showTouchHint());
        window = new SimpleObjectProperty<>(settings.window());
        recentFiles = FXCollections.observableArrayList(settings.recentFiles());
        languageChosen = tag != null;
        language.addListener(_ -> languageChosen = true);
    }

    /** The settings of the moment, to be kept. */
    public Settings settings() {
        return new Settings(
                languageChosen ? language.get().getLanguage() : null,
                theme.get(),
                textPercent.get(),
                speed.get(),
                new Look(
                        relativeNumbers.get(),
                        trueScale.get(),
                        showOptions.get(),
                        showLibrary.get(),
                        showExplanation.get(),
                        showVariables.get(),
                        showTouchHint.get()),
                window.get(),
                recentFiles);
    }

    /** Everything that is worth saving when it changes. */
    public List<Observable> all() {
        return List.of(
                language,
                theme,
                textPercent,
                speed,
                relativeNumbers,
                trueScale,
                showOptions,
                showLibrary,
                showExplanation,
                showVariables,
                showTouchHint,
                window,
                recentFiles);
    }

    /** English or Simplified Chinese. */
    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Size of text in percent; see {@link Settings#textPercent()}. */
    public IntegerProperty textPercentProperty() {
        return textPercent;
    }

    public DoubleProperty speedProperty() {
        return speed;
    }

    public BooleanProperty relativeNumbersProperty() {
        return relativeNumbers;
    }

    public BooleanProperty trueScaleProperty() {
        return trueScale;
    }

    public BooleanProperty showOptionsProperty() {
        return showOptions;
    }

    public BooleanProperty showLibraryProperty() {
        return showLibrary;
    }

    public BooleanProperty showExplanationProperty() {
        return showExplanation;
    }

    public BooleanProperty showVariablesProperty() {
        return showVariables;
    }

    /** Whether the diagram says that it can be touched. */
    public BooleanProperty showTouchHintProperty() {
        return showTouchHint;
    }

    public ObjectProperty<Window> windowProperty() {
        return window;
    }

    /** Scenario files opened last, newest first. */
    public ObservableList<Path> recentFiles() {
        return recentFiles;
    }

    /** Makes text larger (positive) or smaller (negative) by so many steps, within its limits. */
    public void growText(int steps) {
        int wanted = textPercent.get() + steps * TEXT_STEP_PERCENT;
        textPercent.set(Math.clamp(wanted, Settings.MIN_TEXT_PERCENT, Settings.MAX_TEXT_PERCENT));
    }

    /** Puts a file at the top of the recent ones. */
    public void remember(Path file) {
        recentFiles.remove(file);
        recentFiles.addFirst(file);
        if (recentFiles.size() > Settings.MAX_RECENT) {
            recentFiles.removeLast();
        }
    }

    /** Takes a file that is gone off the recent ones. */
    public void forget(Path file) {
        recentFiles.remove(file);
    }
}
