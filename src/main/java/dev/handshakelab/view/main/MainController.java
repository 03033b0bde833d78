package dev.handshakelab.view.main;

import dev.handshakelab.playback.Player;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.capture.LeftPaneController;
import dev.handshakelab.view.coach.CoachController;
import dev.handshakelab.view.details.DetailsController;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.fxml.Late;
import dev.handshakelab.view.host.HostController;
import dev.handshakelab.view.host.HostViewModel;
import dev.handshakelab.view.host.LaneHeaders;
import dev.handshakelab.view.main.CommandRunner.Models;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the window: puts the parts together, folds them away, and sends keys where they
 * belong.
 */
public final class MainController {
    private final Models models;
    private final Session session;
    private final Preferences preferences;
    private final WindowState state;
    private final TextNarration narration;
    private final Messages messages;
    private final FilePicker picker;
    private final WindowCards cards;
    private final Overlay overlay;
    private final CaptureExporter exporter;
    private final PictureExporter pictures;
    private final Hands hands;
    private @Nullable MenuController menus;

    @FXML private StackPane root;
    @FXML private Region menuPlace;
    @FXML private Late menu;
    @FXML private Region quickPlace;
    @FXML private Late quickBar;
    @FXML private SplitPane split;
    @FXML private Late left;
    @FXML private LaneHeaders headers;
    @FXML private HostController hostAController;
    @FXML private HostController hostBController;
    @FXML private SequenceDiagram diagram;
    @FXML private Label caption;
    @FXML private Region transport;
    @FXML private Late coach;
    @FXML private Late details;

    MainController(
            Models models,
            TextNarration narration,
            Messages messages,
            FilePicker picker,
            WindowCards cards,
            Overlay overlay,
            Hands hands,
            CaptureExporter exporter,
            PictureExporter pictures) {
        this.exporter = exporter;
        this.pictures = pictures;
        this.models = models;
        this.session = models.session();
        this.preferences = models.preferences();
        this.state = models.state();
        this.narration = narration;
        this.messages = messages;
        this.picker = picker;
        this.cards = cards;
        this.overlay = overlay;
        this.hands = hands;
    }

    @FXML
    void initialize() {
        var panes = new Panes(split, preferences, state);
        whenShown(() -> {
            // Once the window has its size.
            Platform.runLater(panes::place);
            Platform.runLater(diagram::requestFocus);
        });
        Stream.of(menuPlace, quickPlace, transport)
                .forEach(part -> showWhen(part, state.classModeProperty().not()));
        // What is asked needs the room, and says what has just happened.
        showWhen(caption, state.practicingProperty().or(state.explainingProperty()).not());
        connectDiagram();
        hostAController.show(host(Side.A));
        hostAController.follow(captureNote(Side.A));
        hostBController.follow(captureNote(Side.B));
        hostBController.show(host(Side.B));
        hands.attach(
                diagram,
                () -> details.controller(DetailsController.class),
                hostAController,
                hostBController);
        headers.leftXProperty().bind(diagram.laneAXProperty());
        headers.rightXProperty().bind(diagram.laneBXProperty());
        root.setOnDragOver(MainController::acceptFiles);
        root.setOnDragDropped(this::dropFiles);
        overlay.attach(root, this::uncovered);
        connectCommands();
        left.whenLoaded(LeftPaneController.class, pane -> pane.setOnPicked(diagram::requestFocus));
        // After a click the keys belong to the diagram again; who walks by Tab keeps the focus.
        Stream.of(quickPlace, transport)
                .forEach(part -> part.addEventFilter(MouseEvent.MOUSE_CLICKED, this::giveKeysBack));
    }

    /**
     * Does something the first time that all this is in a scene; libraries may take it out again.
     */
    private void whenShown(Runnable action) {
        root.sceneProperty()
                .addListener(
                        new InvalidationListener() {
                            @Override
                            public void invalidated(Observable scene) {
                                scene.removeListener(this);
                                action.run();
                            }
                        });
    }

    private void giveKeysBack(MouseEvent click) {
        // A list that has just dropped down keeps the keys.
        boolean list =
                Stream.iterate((Node) click.getTarget(), Objects::nonNull, Node::getParent)
                        .anyMatch(MainController::dropsDown);
        if (!list) {
            diagram.requestFocus();
        }
    }

    private static boolean dropsDown(Node node) {
        return node instanceof ComboBoxBase || node instanceof MenuButton;
    }

    private void connectCommands() {
        var parts =
                new CommandRunner.Parts(
                        diagram,
                        () -> left.controller(LeftPaneController.class),
                        overlay,
                        () -> coach.controller(CoachController.class),
                        hands,
                        exporter,
                        pictures);
        var runner = new CommandRunner(models, picker, cards, parts);
        menu.whenLoaded(
                MenuController.class,
                made -> {
                    made.connect(runner::run, models.opener()::open, runner::showAbout);
                    made.connectExport(runner::exportCapture);
                    menus = made;
                });
        quickBar.whenLoaded(QuickBarController.class, made -> made.connect(runner::run));
        var keys = new KeyHandler(runner::run, this::isBusy);
        whenShown(() -> keys.install(root.getScene()));
    }

    /** Whether a menu or an overlay has the keys. */
    private boolean isBusy() {
        return (menus != null && menus.isOpen()) || overlay.isShown() || hands.hasKeys();
    }

    private void uncovered() {
        cards.uncovered();
        diagram.requestFocus();
    }

    private void connectDiagram() {
        Player player = session.player();
        diagram.setLabels(narration.diagramLabels());
        messages.localeProperty().subscribe(_ -> diagram.setLabels(narration.diagramLabels()));
        session.captureProperty().subscribe(_ -> diagram.setLabels(narration.diagramLabels()));
        diagram.timelineProperty().bind(player.timelineProperty());
        diagram.frameIndexProperty().bind(player.frameIndexProperty());
        diagram.playheadNanosProperty().bind(player.playheadNanosProperty());
        diagram.selectionProperty().bindBidirectional(session.selectionProperty());
        diagram.relativeNumbersProperty().bind(preferences.relativeNumbersProperty());
        diagram.trueScaleProperty().bind(preferences.trueScaleProperty());
        diagram.showOptionsProperty().bind(preferences.showOptionsProperty());
        diagram.hideFutureProperty()
                .bind(
                        state.classModeProperty()
                                .or(state.practicingProperty())
                                .or(state.predictingProperty()));
        GhostBinding.install(session.branches(), state, diagram);
        player.timelineProperty().subscribe(this::showCaption);
        player.frameIndexProperty().subscribe(this::showCaption);
        preferences.relativeNumbersProperty().subscribe(this::showCaption);
        messages.localeProperty().subscribe(_ -> showCaption());
    }

    private void showCaption() {
        Player player = session.player();
        Timeline timeline = Objects.requireNonNull(player.getTimeline(), "a session has a story");
        caption.setText(narration.caption(timeline, player.getFrameIndex()));
    }

    private HostViewModel host(Side side) {
        Player player = session.player();
        return new HostViewModel(
                side,
                player.timelineProperty(),
                player.frameIndexProperty(),
                preferences.relativeNumbersProperty(),
                messages);
    }

    /** Whether a capture was made at a host; empty if a scenario is shown. */
    private StringBinding captureNote(Side side) {
        return Bindings.createStringBinding(
                () -> {
                    var story = session.captureProperty().get();
                    if (story == null) {
                        return "";
                    }
                    return messages.get(
                            story.isWatched(side)
                                    ? "capture.host.watched"
                                    : "capture.host.unwatched");
                },
                session.captureProperty(),
                messages.localeProperty());
    }

    private static void showWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private static void acceptFiles(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropFiles(DragEvent event) {
        List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        if (!files.isEmpty()) {
            models.opener().openDropped(files);
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
