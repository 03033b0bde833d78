package dev.handshakelab.tcp;

import dev.handshakelab.testing.ProjectFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A row of the capture: one crafted segment met one endpoint of Linux 6.18, and what came of it.
 *
 * @param situation the state before, and how it was reached
 * @param kind what the segment is
 * @param seq SEG.SEQ as an expression of the endpoint's variables
 * @param ack SEG.ACK as such an expression; null without ACK
 * @param length octets of text
 * @param replies what came back within a fraction of a second
 * @param after the state afterwards
 * @param error the error that waited for the user, as a socket names it
 * @param read what a read said afterwards
 * @param accepted whether the listener had a connection to hand out
 */
record Arrival(
        Situation situation,
        String kind,
        Flags flags,
        String seq,
        @Nullable String ack,
        int length,
        List<Answer> replies,
        TcpState after,
        @Nullable String error,
        @Nullable String read,
        boolean accepted) {
    static final String FILE = "src/test/resources/dev/handshakelab/tcp/segment-arrivals.json";

    /** A reply; PSH is not noted. */
    record Answer(Flags flags, String seq, @Nullable String ack, int length) {}

    static List<Arrival> all() {
        Object root =
                new Load(LoadSettings.builder().build())
                        .loadFromString(ProjectFiles.read(ProjectFiles.ROOT.resolve(FILE)));
        List<Arrival> rows = new ArrayList<>();
        for (Object row : (List<?>) root) {
            rows.add(read((Map<?, ?>) row));
        }
        return rows;
    }

    private static Arrival read(Map<?, ?> row) {
        List<Answer> replies = new ArrayList<>();
        for (Object each : (List<?>) row.get("replies")) {
            Map<?, ?> reply = (Map<?, ?>) each;
            replies.add(
                    new Answer(
                            flags(reply).without(Flags.PSH),
                            text(reply, "seq"),
                            (String) reply.get("ack"),
                            number(reply, "len")));
        }
        return new Arrival(
                Situation.named(text(row, "state")),
                text(row, "segment"),
                flags(row),
                text(row, "seq"),
                (String) row.get("ack"),
                number(row, "len"),
                replies,
                TcpState.fromRfcName(text(row, "state_after")),
                (String) row.get("so_error"),
                (String) row.get("recv"),
                row.get("accept_queue") != null);
    }

    private static String text(Map<?, ?> row, String key) {
        return (String) row.get(key);
    }

    private static int number(Map<?, ?> row, String key) {
        return (Integer) row.get(key);
    }

    private static Flags flags(Map<?, ?> row) {
        Flags flags = Flags.NONE;
        for (char letter : text(row, "flags").toUpperCase(Locale.ROOT).toCharArray()) {
            flags =
                    flags.with(
                            switch (letter) {
                                case 'F' -> Flags.FIN;
                                case 'S' -> Flags.SYN;
                                case 'R' -> Flags.RST;
                                case 'P' -> Flags.PSH;
                                case 'A' -> Flags.ACK;
                                case 'U' -> Flags.URG;
                                default -> throw new IllegalArgumentException("flag " + letter);
                            });
        }
        return flags;
    }

    @Override
    public String toString() {
        return situation.label + ": " + kind;
    }
}
