package dev.handshakelab.view.main;

import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.main.CommandRunner.Models;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/**
 * The bar above the diagram: folds the panes, opens the stories most often asked for, practices.
 */
public final class QuickBarController {
    private final Session session;
    private final Preferences preferences;
    private final QuickButtons quickButtons;

    @FXML private Region quickBar;
    @FXML private ToggleButton libraryFold;
    @FXML private ToggleButton explanationFold;
    @FXML private SegmentedButton quick;
    @FXML private MenuButton practice;
    @FXML private MenuItem practiceSandbox;
    @FXML private MenuItem practiceCoach;
    @FXML private MenuItem practicePredict;
    @FXML private MenuItem practiceChallenges;
    @FXML private Button compare;
    @FXML private Button myths;

    QuickBarController(Models models, Messages messages) {
        this.session = models.session();
        this.preferences = models.preferences();
        this.quickButtons = new QuickButtons(models.library(), messages, models.opener()::open);
    }

    @FXML
    void initialize() {
        quickButtons.fill(quick);
        session.playedScenario().subscribe(quickButtons::mark);
        libraryFold.selectedProperty().bindBidirectional(preferences.showLibraryProperty());
        explanationFold.selectedProperty().bindBidirectional(preferences.showExplanationProperty());
        new QuickBarFit(quickBar, quick, practice, compare, myths);
    }

    /** Says what runs a command. */
    void connect(Consumer<Command> run) {
        practiceSandbox.setOnAction(_ -> run.accept(Command.SANDBOX));
        practiceCoach.setOnAction(_ -> run.accept(Command.BE_THE_TCP));
        practicePredict.setOnAction(_ -> run.accept(Command.PREDICT));
        practiceChallenges.setOnAction(_ -> run.accept(Command.CHALLENGES));
        compare.setOnAction(_ -> run.accept(Command.COMPARE));
        myths.setOnAction(_ -> run.accept(Command.MISCONCEPTIONS));
    }
}
