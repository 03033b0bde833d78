package dev.handshakelab.view.main;

import dev.handshakelab.capture.CapturedSegment;
import dev.handshakelab.capture.PacketOctets;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.view.capture.CaptureFile;
import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.inspector.Inspected;
import dev.handshakelab.view.inspector.InspectorViewModel;
import dev.handshakelab.view.inspector.OwnOctets;
import dev.handshakelab.view.main.Background.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * Reads the octets of the segment in the inspector from its capture: of long data, memory has only
 * the length.
 */
final class OwnOctetsLoader {
    private static final int LEAST_HEADER = 20;

    private final Session session;
    private final InspectorViewModel inspector;
    private final Background background;
    private @Nullable Job job;

    OwnOctetsLoader(Session session, InspectorViewModel inspector, Background background) {
        this.session = session;
        this.inspector = inspector;
        this.background = background;
        inspector.inspectedProperty().subscribe(this::load);
    }

    private void load(@Nullable Inspected inspected) {
        if (job != null) {
            job.cancel();
            job = null;
        }
        CaptureStory story = session.captureProperty().get();
        if (story == null || inspected == null) {
            return;
        }
        Flight flight = inspected.flight();
        CapturedSegment captured = story.packet(flight);
        if (captured == null) {
            return;
        }
        job =
                background.run(
                        () -> read(story, flight, captured),
                        octets -> show(flight, octets),
                        // The file is gone or was changed: the fields that were read stay.
                        _ -> {});
    }

    private void show(Flight flight, OwnOctets octets) {
        if (octets.octets().length() >= LEAST_HEADER) {
            inspector.showOwn(flight, octets);
        }
    }

    private static OwnOctets read(CaptureStory story, Flight flight, CapturedSegment captured)
            throws IOException {
        CaptureFile file = story.fileOf(captured);
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] tcp = PacketOctets.tcp(in, file.capture(), captured);
            return new OwnOctets(
                    Octets.of(tcp),
                    captured.isWhole(),
                    story.isWatched(flight.from()),
                    captured.number(),
                    file.name());
        }
    }
}
