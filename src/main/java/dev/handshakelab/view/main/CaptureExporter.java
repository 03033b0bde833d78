package dev.handshakelab.view.main;

import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.export.PacketExport;
import dev.handshakelab.view.notice.Notice;
import dev.handshakelab.view.notice.Notices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Writes the run that is shown as a pcapng file, which other tools can read. */
final class CaptureExporter {
    private final Session session;
    private final FilePicker picker;
    private final Notices notices;
    private final Background background;

    CaptureExporter(Session session, FilePicker picker, Notices notices, Background background) {
        this.session = session;
        this.picker = picker;
        this.notices = notices;
        this.background = background;
    }

    /**
     * Asks for a file and writes it; what came of it is told.
     *
     * @param places the hosts at which it shall look captured
     */
    void export(Set<Side> places) {
        if (session.captureProperty().get() != null) {
            notices.add(Notice.of(Notice.Kind.INFO, "capture.cannot.export"));
            return;
        }
        Timeline timeline = Objects.requireNonNull(session.player().getTimeline());
        picker.pickExport(suggestedName(places))
                .map(CaptureExporter::withEnding)
                .ifPresent(file -> write(timeline, Set.copyOf(places), file));
    }

    private String suggestedName(Set<Side> places) {
        String id = session.scenarioProperty().get().id();
        String end =
                places.size() > 1
                        ? ""
                        : "-" + places.iterator().next().name().toLowerCase(Locale.ROOT);
        return id + end + PacketExport.ENDING;
    }

    /** Without an ending, other programs would not know the file. */
    private static Path withEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.indexOf('.') < 0 ? file.resolveSibling(name + PacketExport.ENDING) : file;
    }

    private void write(Timeline timeline, Set<Side> places, Path file) {
        background.run(
                () -> {
                    PacketExport.write(timeline, places, file);
                    return file;
                },
                written -> notices.add(Notice.of(Notice.Kind.INFO, "capture.exported", written)),
                problem ->
                        notices.add(
                                Notice.of(
                                        Notice.Kind.PROBLEM,
                                        problem instanceof IOException
                                                ? "capture.notExported"
                                                : "capture.noPacket",
                                        file)));
    }
}
