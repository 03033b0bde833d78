package dev.handshakelab.view.main;

import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.keep.LeaveController;
import dev.handshakelab.view.text.Messages;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Closes the window, but asks before unsaved work is lost. */
final class Leaving {
    private final TouchedWork work;
    private final WorkKeeper keeper;
    private final Autosaver autosaver;
    private final Overlay overlay;
    private final Views views;
    private @Nullable Stage stage;

    Leaving(
            TouchedWork work,
            WorkKeeper keeper,
            Autosaver autosaver,
            Overlay overlay,
            Views views) {
        this.work = work;
        this.keeper = keeper;
        this.autosaver = autosaver;
        this.overlay = overlay;
        this.views = views;
        views.register(LeaveController.class, () -> new LeaveController(new Answers()));
    }

    /** Watches over a window, and says in its title whether something is not saved. */
    void attach(Stage window, Messages messages) {
        stage = window;
        window.setOnCloseRequest(this::asked);
        window.titleProperty()
                .bind(
                        Bindings.when(work.unsavedProperty())
                                .then(messages.binding("keep.windowTitle"))
                                .otherwise(messages.binding("app.name")));
    }

    private void asked(WindowEvent request) {
        if (work.unsavedProperty().get()) {
            request.consume();
            var card = Objects.requireNonNull(LeaveController.class.getResource("Leave.fxml"));
            overlay.show(views.load(card));
        } else {
            autosaver.finish();
        }
    }

    private void close() {
        overlay.hide();
        autosaver.finish();
        Objects.requireNonNull(stage, "who is asked has a window").close();
    }

    private final class Answers implements LeaveController.Answers {
        @Override
        public void save() {
            overlay.hide();
            keeper.save(Leaving.this::close);
        }

        @Override
        public void discard() {
            close();
        }

        @Override
        public void stay() {
            overlay.hide();
        }
    }
}
