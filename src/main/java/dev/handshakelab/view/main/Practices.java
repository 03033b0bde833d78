package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.view.coach.CoachController;
import dev.handshakelab.view.coach.CoachViewModel;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.predict.PredictController;
import dev.handshakelab.view.predict.PredictViewModel;
import dev.handshakelab.view.text.Messages;
import java.util.function.Consumer;

/** Puts together what the learner practises with; one practice at a time. */
final class Practices {
    private final CommandRunner.Models models;
    private final TextNarration narration;
    private final Messages messages;
    private final Views views;

    Practices(
            CommandRunner.Models models, TextNarration narration, Messages messages, Views views) {
        this.models = models;
        this.narration = narration;
        this.messages = messages;
        this.views = views;
    }

    /**
     * Registers the controllers.
     *
     * @param showMyth shows a popular mistake
     */
    void register(Consumer<Misconception> showMyth) {
        var coach = new CoachViewModel(models.session().player());
        coach.phaseProperty()
                .subscribe(_ -> models.state().practicingProperty().set(coach.hidesFuture()));
        views.register(
                CoachController.class,
                () ->
                        new CoachController(
                                coach, models.session().player(), narration::numbers, messages));
        connect(coach);
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
                    if (phase != PredictViewModel.Phase.OFF && coach.isOn()) {
                        coach.close();
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
