package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Capture;
import dev.handshakelab.capture.CaptureProblem;
import dev.handshakelab.capture.Connection;
import dev.handshakelab.capture.Connection.Ending;
import dev.handshakelab.capture.Connection.Opening;
import dev.handshakelab.capture.Connection.Verdict;
import dev.handshakelab.view.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The words for captures and connections in the language of the moment. */
public final class CaptureText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Messages messages;

    public CaptureText(Messages messages) {
        this.messages = messages;
    }

    /** What there is to say about a connection in a few words. */
    public String verdict(Connection connection) {
        return messages.get(verdictKey(connection) + ".short");
    }

    /** The same as a sentence. */
    public String verdictSentence(Connection connection) {
        return messages.get(verdictKey(connection));
    }

    /**
     * Who opened is the client; where that was not seen, only the letters of the hosts are left.
     */
    private static String verdictKey(Connection connection) {
        Verdict verdict = connection.verdict();
        boolean rolesKnown =
                connection.opening() != Opening.SIMULTANEOUS
                        && connection.opening() != Opening.NOT_CAPTURED;
        return switch (verdict) {
            case ABORTED_BY_A ->
                    rolesKnown
                            ? "capture.verdict.ABORTED_BY_CLIENT"
                            : "capture.verdict.ABORTED_BY_A";
            case ABORTED_BY_B ->
                    rolesKnown
                            ? "capture.verdict.ABORTED_BY_SERVER"
                            : "capture.verdict.ABORTED_BY_B";
            case COMPLETE,
                    REFUSED,
                    UNANSWERED,
                    HANDSHAKE_UNFINISHED,
                    HALF_CLOSED,
                    CLOSE_UNCONFIRMED,
                    STILL_OPEN,
                    BEGINS_MIDSTREAM ->
                    "capture.verdict." + verdict.name();
        };
    }

    /** The icon of a verdict, one of Ikonli's Feather pack. */
    public static String icon(Verdict verdict) {
        return switch (verdict) {
            case COMPLETE -> "fth-check-circle";
            case REFUSED -> "fth-slash";
            case UNANSWERED -> "fth-help-circle";
            case HANDSHAKE_UNFINISHED -> "fth-alert-circle";
            case ABORTED_BY_A, ABORTED_BY_B -> "fth-zap";
            case HALF_CLOSED -> "fth-pause-circle";
            case CLOSE_UNCONFIRMED -> "fth-flag";
            case STILL_OPEN -> "fth-arrow-right-circle";
            case BEGINS_MIDSTREAM -> "fth-skip-forward";
        };
    }

    /** Whether a verdict tells of trouble, of an end that was not seen, or of neither. */
    public static String tone(Verdict verdict) {
        return switch (verdict) {
            case COMPLETE -> "good";
            case REFUSED, UNANSWERED, HANDSHAKE_UNFINISHED, ABORTED_BY_A, ABORTED_BY_B -> "bad";
            case HALF_CLOSED, CLOSE_UNCONFIRMED, STILL_OPEN, BEGINS_MIDSTREAM -> "open";
        };
    }

    public String opening(Opening opening) {
        return messages.get("capture.opening." + opening.name());
    }

    public String ending(Ending ending) {
        return messages.get("capture.ending." + ending.name());
    }

    /** One sentence with what a capture holds. */
    public String summary(Capture.Tally tally) {
        List<String> parts = new ArrayList<>();
        parts.add(count("capture.summary.packets", tally.packets()));
        parts.add(count("capture.summary.segments", tally.segments()));
        long[] rest = {tally.fragments(), tally.malformed(), tally.others()};
        String[] keys = {
            "capture.summary.fragments", "capture.summary.malformed", "capture.summary.others"
        };
        for (int i = 0; i < rest.length; i++) {
            if (rest[i] > 0) {
                parts.add(count(keys[i], rest[i]));
            }
        }
        return list(parts);
    }

    private String list(List<String> parts) {
        return parts.stream()
                .reduce((first, second) -> messages.get("words.list", first, second))
                .orElse("");
    }

    private String count(String key, long number) {
        return messages.get(key, grouped(number));
    }

    /** A large number in groups of three digits. */
    public String grouped(long number) {
        return String.format(messages.getLocale(), "%,d", number);
    }

    /** A moment as date and time of day, UTC. */
    public static String clock(long nanosSince1970) {
        return CLOCK.format(
                Instant.ofEpochSecond(
                        nanosSince1970 / NANOS_PER_SECOND, nanosSince1970 % NANOS_PER_SECOND));
    }

    /** Why reading stopped, where, and what was read nevertheless. */
    public String problem(CaptureFile file) {
        CaptureProblem problem = file.capture().problem();
        if (problem == null) {
            return "";
        }
        Object[] numbers = problem.arguments().stream().map(this::number).toArray();
        String why = messages.get("capture.problem." + problem.kind().name(), numbers);
        return switch (problem.kind()) {
            case EMPTY, UNKNOWN_FORMAT -> messages.get("capture.unreadable", file.path(), why);
            case TRUNCATED,
                    COMPRESSION_BROKEN,
                    READ_FAILED,
                    PACKET_LENGTH,
                    BLOCK_LENGTH,
                    BLOCK_LENGTHS_DIFFER,
                    BYTE_ORDER,
                    INTERFACE_UNKNOWN,
                    TOO_MANY_INTERFACES,
                    TOO_MANY_SEGMENTS,
                    CANCELLED ->
                    messages.get(
                            "capture.stopped",
                            file.path(),
                            Long.toString(problem.byteOffset()),
                            why,
                            grouped(file.capture().tally().packets()));
        };
    }

    private Object number(long value) {
        return Long.toString(value);
    }
}
