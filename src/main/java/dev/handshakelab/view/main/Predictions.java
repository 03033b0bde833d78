package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.view.coach.CoachViewModel;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.predict.PredictController;
import dev.handshakelab.view.predict.PredictViewModel;
import dev.handshakelab.view.text.Messages;
import java.util.function.Consumer;

/** Puts together the asking of what comes next; one practice at a time. */
final class Predictions {
    private final CommandRunner.Models models;
    private final Practices practices;
    private final TextNarration narration;
    private final Messages messages;

    Predictions(
            CommandRunner.Models models,
            Practices practices,
            TextNarration narration,
            Messages messages) {
        this.models = models;
        this.practices = practices;
        this.narration = narration;
        this.messages = messages;
        connect(practices.coach());
    }

    /**
     * Registers the controller.
     *
     * @param showMyth shows a popular mistake
     */
    void register(Views views, Consumer<Misconception> showMyth) {
        var outside =
                new PredictController.Outside(
                        narration::numbers,
                        models.preferences().relativeNumbersProperty(),
                        showMyth);
        views.register(
                PredictController.class,
                () -> new PredictController(models.predict(), outside, messages));
    }

    /** Both keep back what comes. */
    private void connect(CoachViewModel coach) {
        PredictViewModel predict = models.predict();
        WindowState state = models.state();
        predict.phaseProperty()
                .subscribe(phase -> {
                    state.predictingProperty().set(predict.hidesFuture());
                    state.explainingProperty().set(predict.explains());
                    if (phase != PredictViewModel.Phase.OFF) {
                        practices.challenges().leave();
                        if (coach.isOn()) {
                            coach.close();
                        }
                    }
                });
        coach.phaseProperty()
                .subscribe(_ -> {
                    if (coach.isOn()) {
                        predict.close();
                    }
                });
    }
}
