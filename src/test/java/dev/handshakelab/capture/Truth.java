package dev.handshakelab.capture;

import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the operating systems themselves said about their connection while it was captured.
 *
 * @param sockets of both hosts
 * @param changes of state, in the order of time
 * @param frames how each host stood after each frame of its own capture
 */
record Truth(
        Map<Side, TcpSocket> sockets,
        Map<Side, List<Change>> changes,
        Map<Side, List<FrameState>> frames) {
    private static final double EPOCH = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    /**
     * A change of state.
     *
     * @param atNanos since 1970
     * @param frame of the host's own capture that goes with it; 0 if none does
     * @param visible whether it can be read off the packets
     */
    record Change(
            long atNanos, String from, String to, int frame, boolean visible, boolean listens) {}

    /** How a host stood after a frame. */
    record FrameState(int frame, TcpState state) {}

    /** Whether the capture of a host has anything of the connection. */
    boolean hasFrames(Side side) {
        List<FrameState> ofHost = frames.get(side);
        return ofHost != null && !ofHost.isEmpty();
    }

    /** Reads {@code truth.json}, which YAML includes. */
    static List<Truth> read(Path folder) {
        Map<?, ?> root = (Map<?, ?>) json(folder.resolve("truth.json"));
        List<Truth> truths = new ArrayList<>();
        for (Object connection : (List<?>) root.get("connections")) {
            truths.add(truth((Map<?, ?>) connection, root));
        }
        return truths;
    }

    static Object json(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            return new Load(LoadSettings.builder().setCodePointLimit(1 << 26).build())
                    .loadFromInputStream(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Truth truth(Map<?, ?> connection, Map<?, ?> root) {
        var sockets = new EnumMap<Side, TcpSocket>(Side.class);
        var changes = new EnumMap<Side, List<Change>>(Side.class);
        var frames = new EnumMap<Side, List<FrameState>>(Side.class);
        String name = (String) connection.get("name");
        for (Side side : Side.values()) {
            String key = side == Side.A ? "a" : "b";
            String end = name.split(" - ", 2)[side.ordinal()];
            int colon = end.lastIndexOf(':');
            sockets.put(
                    side,
                    new TcpSocket(
                            end.substring(0, colon), Integer.parseInt(end.substring(colon + 1))));
            List<Change> ofHost = new ArrayList<>();
            for (Object state : (List<?>) ((Map<?, ?>) connection.get("states")).get(key)) {
                Map<?, ?> row = (Map<?, ?>) state;
                Map<?, ?> cause = (Map<?, ?>) row.get("cause");
                Object frame = row.get("sends_frame");
                frame = frame == null ? cause.get("frame") : frame;
                ofHost.add(
                        new Change(
                                nanos(row.get("t")),
                                row.get("from") instanceof String from ? from : "",
                                (String) row.get("state"),
                                frame instanceof Integer number ? number : 0,
                                Boolean.TRUE.equals(row.get("visible")),
                                Boolean.TRUE.equals(row.get("listener_still_open"))));
            }
            changes.put(side, ofHost);
            List<FrameState> states = new ArrayList<>();
            for (Object packet : (List<?>) ((Map<?, ?>) root.get("packets")).get(key)) {
                Map<?, ?> row = (Map<?, ?>) packet;
                if (name.equals(row.get("conn"))
                        && row.get("state_after") instanceof String state) {
                    states.add(
                            new FrameState(
                                    (Integer) row.get("frame"), TcpState.fromRfcName(state)));
                }
            }
            frames.put(side, states);
        }
        return new Truth(sockets, changes, frames);
    }

    private static long nanos(Object seconds) {
        return (long) EPOCH * 1_000_000_000L
                + Math.round(((Number) seconds).doubleValue() * 1_000_000_000.0);
    }
}
