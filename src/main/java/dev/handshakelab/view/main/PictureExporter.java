package dev.handshakelab.view.main;

import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.export.AtomicFile;
import dev.handshakelab.view.export.ExportChoice;
import dev.handshakelab.view.export.ExportController;
import dev.handshakelab.view.export.StoryExport;
import dev.handshakelab.view.export.StoryExport.RefusedException;
import dev.handshakelab.view.export.StoryExport.Watch;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.main.Background.Job;
import dev.handshakelab.view.main.Background.Progress;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Theme;
import dev.handshakelab.view.text.Messages;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Writes what is shown as a picture, as text or as a handout: asks what and where, and does it. */
final class PictureExporter implements ExportController.Actions, ExportController.Source {
    private final Session session;
    private final Preferences preferences;
    private final Notices notices;
    private final Messages messages;
    private final FilePicker picker;
    private final Background background;
    private final Overlay overlay;
    private final Views views;
    private @Nullable SequenceDiagram diagram;
    private @Nullable Job job;

    PictureExporter(
            CommandRunner.Models models,
            Messages messages,
            FilePicker picker,
            Background background,
            Overlay overlay,
            Views views) {
        this.session = models.session();
        this.preferences = models.preferences();
        this.notices = models.notices();
        this.messages = messages;
        this.picker = picker;
        this.background = background;
        this.overlay = overlay;
        this.views = views;
        views.register(ExportController.class, () -> new ExportController(this, this, messages));
    }

    /** Shows the card. */
    void show(SequenceDiagram shown) {
        diagram = shown;
        session.player().pause();
        String fxml = "Export.fxml";
        Parent card =
                views.load(Objects.requireNonNull(ExportController.class.getResource(fxml), fxml));
        overlay.show(card);
    }

    @Override
    public DiagramSettings settings() {
        return new DiagramSettings(
                ExportChoice.USUAL_WIDTH_PX,
                ExportChoice.USUAL_FONT_PX,
                preferences.relativeNumbersProperty().get(),
                preferences.trueScaleProperty().get(),
                preferences.showOptionsProperty().get());
    }

    @Override
    public ExportChoice.Part inView() {
        SequenceDiagram shown = diagram;
        return shown == null
                ? ExportChoice.Part.WHOLE
                : new ExportChoice.Part(shown.nanosAt(0), shown.nanosAt(shown.getHeight()));
    }

    @Override
    public Theme theme() {
        return preferences.themeProperty().get();
    }

    @Override
    public void write(ExportChoice choice, ExportController controller) {
        String ending = "." + choice.format().extension();
        picker.pickPicture(name() + ending, messages.get("export.files"), "*" + ending)
                .map(file -> withEnding(file, ending))
                .ifPresent(file -> write(choice, controller, file));
    }

    /** Without an ending, other programs would not know the file. */
    private static Path withEnding(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.indexOf('.') < 0 ? file.resolveSibling(name + ending) : file;
    }

    private void write(ExportChoice choice, ExportController controller, Path file) {
        Timeline timeline = Objects.requireNonNull(session.player().getTimeline());
        // The language may change while it is being written.
        var story = new StoryExport(timeline, title(), new Messages(messages.getLocale()));
        controller.showProgress(0);
        job =
                background.run(
                        report -> writeWhole(story, choice, file, report),
                        progress -> controller.showProgress(Math.max(0, progress.fraction())),
                        _ -> {
                            finish();
                            notices.add(Notice.of(Notice.Kind.INFO, "export.done", file));
                        },
                        problem -> {
                            finish();
                            notices.add(failed(problem, file));
                        });
    }

    private static Boolean writeWhole(
            StoryExport story, ExportChoice choice, Path file, Predicate<Progress> report)
            throws Exception {
        boolean[] wanted = {true};
        var watch =
                new Watch(
                        fraction -> wanted[0] = report.test(new Progress(fraction, 0)),
                        () -> !wanted[0]);
        try (AtomicFile fresh = AtomicFile.create(file)) {
            boolean whole;
            try (OutputStream out = fresh.open()) {
                whole = story.write(choice, out, watch);
            }
            if (whole && report.test(new Progress(1, 0))) {
                fresh.commit();
            }
            return whole;
        }
    }

    private static Notice failed(Throwable problem, Path file) {
        if (problem instanceof RefusedException refused) {
            return Notice.of(Notice.Kind.PROBLEM, refused.key());
        }
        Exception reason = problem instanceof Exception known ? known : new Exception(problem);
        String key = AtomicFile.reasonKey(reason);
        return new Notice(
                Notice.Kind.PROBLEM,
                texts ->
                        texts.get(
                                "cli.notWritten",
                                file,
                                texts.get(key, String.valueOf(reason.getMessage()))));
    }

    @Override
    public void cancel() {
        Job running = job;
        if (running != null) {
            running.cancel();
        }
        finish();
    }

    private void finish() {
        job = null;
        overlay.hide();
    }

    private String name() {
        CaptureStory captured = session.captureProperty().get();
        return captured == null ? session.scenarioProperty().get().id() : "connection";
    }

    private String title() {
        CaptureStory captured = session.captureProperty().get();
        if (captured == null) {
            return ScenarioTexts.title(session.scenarioProperty().get(), messages);
        }
        Timeline timeline = captured.timeline();
        return messages.get(
                "export.captureTitle", timeline.hostA().socket(), timeline.hostB().socket());
    }
}
