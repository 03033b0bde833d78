package dev.handshakelab.view.main;

import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.playback.Player;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.view.capture.ConnectionsViewModel;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.host.HostButtonsController;
import dev.handshakelab.view.host.HostController;
import dev.handshakelab.view.keep.AutosaveFile;
import dev.handshakelab.view.library.LibraryController;
import dev.handshakelab.view.library.LibraryViewModel;
import dev.handshakelab.view.main.CommandRunner.Models;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.notice.NoticesController;
import dev.handshakelab.view.predict.PredictViewModel;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Settings.Window;
import dev.handshakelab.view.settings.SettingsFile;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.transport.TransportController;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts the program together: makes the models, loads the views, and shows the window. */
public final class MainWindow {
    private final WindowStart start;
    private final Messages messages;
    private final Preferences preferences;
    private final Notices notices = new Notices();
    private final WindowState state = new WindowState();
    private final LibraryViewModel library;
    private final Session session;
    private final TouchedWork work;
    private final ConnectionsViewModel connections;
    private final PredictViewModel predict;
    private final Opener opener;
    private final TextNarration narration;
    private final Background background;
    private final Views views;
    private final FilePicker picker;
    private final SettingsFile settingsFile;
    private final Autosaver autosaver;
    private final SettingsKeeper settingsKeeper;
    private final Models models;
    private final Hands hands;
    private final Practices practices;
    private final Leaving leaving;
    private @Nullable Parent root;
    private @Nullable Stage stage;

    /** What to do when all parts of the window are there. */
    private Runnable onComplete = () -> {};

    /**
     * The models of a window, and what makes its views.
     *
     * @param systemLocale the language if the user never chose one
     * @param picker asks for files; null: the system's dialog
     */
    public MainWindow(WindowStart start, Locale systemLocale, @Nullable FilePicker picker) {
        this.start = start;
        this.settingsFile = start.file();
        this.preferences = new Preferences(start.settings().settings(), systemLocale);
        this.messages = new Messages(preferences.languageProperty().get());
        this.background = new TaskBackground();
        this.library = new LibraryViewModel(start.known(), messages);
        this.session = new Session(start.story(), new Player(), background);
        this.work = new TouchedWork(session);
        this.connections = new ConnectionsViewModel(messages);
        this.opener =
                new Opener(session, work, library, connections, preferences, notices, background);
        this.narration = new TextNarration(messages, preferences, session.captureProperty());
        this.predict = new PredictViewModel(session.player(), this::bookmark);
        this.picker =
                picker == null ? new ChooserPicker(this::stage, preferences, messages) : picker;
        this.views = new Views(messages);
        preferences.languageProperty().subscribe(messages::setLocale);
        session.player().speedProperty().bindBidirectional(preferences.speedProperty());
        var tools =
                new WorkKeeper.Tools(
                        start.scenarios(), library, preferences, notices, background, this.picker);
        var keeper = new WorkKeeper(work, session, tools);
        this.settingsKeeper = new SettingsKeeper(preferences, settingsFile, background, notices);
        this.autosaver =
                new Autosaver(new AutosaveFile(start.file().folder()), work, session, tools);
        this.models =
                new Models(session, opener, library, preferences, state, notices, predict, keeper);
        var touching = new Hands.Tools(session, preferences, state, notices);
        this.hands = new Hands(touching, narration, messages);
        this.practices = new Practices(models, settingsFile, background, messages);
        var overlay = new Overlay();
        this.leaving = new Leaving(work, keeper, autosaver, overlay, views);
        registerControllers(overlay);
        session.onRefused(
                why -> notices.add(Notice.of(Notice.Kind.INFO, "touch.nothing." + why.name())));
        Optional.ofNullable(start.settings().problem())
                .ifPresent(damage -> SettingsKeeper.tell(notices, damage));
    }

    /**
     * Loads the views of the first picture. This may be done on any thread, as long as no other
     * works with the window, and before JavaFX has started: nothing of it is a window, as a tooltip
     * would be.
     *
     * @return what the window will show
     */
    public Parent load() {
        Parent loaded = views.load(resource("main/Main.fxml"));
        if (start.isRead()) {
            views.all();
        }
        root = loaded;
        return loaded;
    }

    /** Shows the window on a stage that is not shown yet, or in the place of a {@link Curtain}. */
    public void show(Stage place) {
        stage = place;
        Look.use(preferences.themeProperty().get());
        Parent shown = root == null ? load() : root;
        leaving.attach(stage, messages);
        Scene scene = place.getScene();
        if (place.isShowing()) {
            scene.setRoot(shown);
        } else {
            // Laid out in its true size at once, not first in the size that it would like to have.
            Window size = preferences.windowProperty().get();
            scene = new Scene(shown, size.width(), size.height());
            place.setScene(scene);
            StageKeeper.restore(place, size);
        }
        Look.follow(preferences, state, scene);
        new StageKeeper(stage, preferences, state);
        stage.setOnHidden(_ -> settingsKeeper.saveNow());
        Ticker.drive(session.player());
        FirstPicture.then(scene, () -> Platform.runLater(this::begin));
        if (place.isShowing()) {
            // As when a window opens: then what this layout makes has styles in the same picture.
            shown.resize(scene.getWidth(), scene.getHeight());
            shown.applyCss();
            shown.layout();
        } else {
            stage.show();
        }
    }

    /** Not before the first picture, because it reads files. */
    private void begin() {
        autosaver.start();
        practices.start();
        completeStart();
    }

    /** Loads what is missing, part by part, so that keys and the mouse never wait for long. */
    private void completeStart() {
        if (views.next()) {
            Platform.runLater(this::completeStart);
            return;
        }
        Look.addIcons(stage());
        if (!start.isRead()) {
            background.run(start.scenarios()::scenarios, library::setBundled, MainWindow::rethrow);
        }
        onComplete.run();
    }

    private static void rethrow(Throwable problem) {
        throw new IllegalStateException(problem);
    }

    /** Opens a scenario or a capture. */
    public void open(Path file) {
        open(List.of(file));
    }

    /** Opens a scenario, a capture or the two captures of both ends, as the File menu does. */
    public void open(List<Path> files) {
        opener.open(files);
    }

    /** Plays a short show and ends the program, for the build: {@link Rehearsal}. */
    public void rehearse() {
        Supplier<Scenario> next =
                () -> library.first(QuickStory.STALE_SYN.idPrefix()).orElseThrow();
        onComplete =
                () -> new Rehearsal(session, preferences, opener, next, stage().getScene()).start();
    }

    private Stage stage() {
        return Objects.requireNonNull(stage, "not shown yet");
    }

    Hands hands() {
        return hands;
    }

    /** Ends all keeping of work and settings: from now on no file changes any more. */
    void settle() {
        autosaver.finish();
        settingsKeeper.saveNow();
    }

    Session session() {
        return session;
    }

    PredictViewModel predict() {
        return predict;
    }

    Preferences preferences() {
        return preferences;
    }

    Notices notices() {
        return notices;
    }

    WindowState state() {
        return state;
    }

    private void registerControllers(Overlay overlay) {
        Player player = session.player();
        var cards =
                new WindowCards(
                        models,
                        start.scenarios(),
                        practices.challenges(),
                        background,
                        messages,
                        views,
                        overlay);
        practices.register(views, narration, cards, overlay);
        var exporter = new CaptureExporter(session, picker, notices, background);
        var pictures = new PictureExporter(models, messages, picker, background, overlay, views);
        hands.register(views);
        views.register(
                MainController.class,
                () ->
                        new MainController(
                                models, narration, messages, picker, cards, overlay, hands,
                                exporter, pictures));
        views.register(LoadingController.class, () -> new LoadingController(session, messages));
        views.register(QuickBarController.class, () -> new QuickBarController(models, messages));
        views.register(
                MenuController.class, () -> new MenuController(preferences, state, messages));
        views.register(
                LibraryController.class,
                () ->
                        new LibraryController(
                                library, session.playedScenario(), opener::open, messages));
        new LeftPaneParts(session, opener, connections, messages).register(views);
        views.register(HostController.class, () -> new HostController(preferences, messages));
        views.register(
                HostButtonsController.class,
                () -> new HostButtonsController(preferences, messages));
        views.register(TransportController.class, () -> new TransportController(player, messages));
        views.register(NoticesController.class, () -> new NoticesController(notices, messages));
        new DetailsPages(session, background, state, preferences, messages, narration, views)
                .register();
    }

    /** Remembers what is open, to come back to it. */
    private Consumer<Runnable> bookmark() {
        Story open = session.storyProperty().get();
        BranchTree tree = session.branches().present();
        return then -> {
            if (open.equals(session.storyProperty().get())) {
                // What was touched since then stays.
                if (session.branches().present().branches().contains(tree.shown())) {
                    session.branches().show(tree.shown());
                }
                then.run();
            } else {
                var shown = new Story(open.scenario(), open.overlay(), tree);
                session.open(() -> shown, _ -> then.run(), _ -> {});
            }
        };
    }

    private static URL resource(String name) {
        String path = "/dev/handshakelab/view/" + name;
        return Objects.requireNonNull(MainWindow.class.getResource(path), path);
    }
}
