package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Mark;
import dev.handshakelab.capture.Mark.Quantity;
import dev.handshakelab.capture.Mark.Severity;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** The words for what is worth noticing. */
public final class MarkText {
    private final Messages messages;

    public MarkText(Messages messages) {
        this.messages = messages;
    }

    /** A word or two. */
    public String label(Mark mark) {
        return messages.get("mark." + mark.kind().name() + ".label");
    }

    /** What it means, with the figures that justify it. */
    String text(Mark mark) {
        String text =
                messages.get(
                        "mark." + mark.kind().name() + ".text",
                        mark.side().name(),
                        mark.side().other().name());
        List<String> figures = new ArrayList<>();
        mark.figures().forEach((quantity, value) -> addFigure(figures, quantity, value));
        return figures.isEmpty()
                ? text
                : messages.get(
                        "words.nextSentence", text, messages.get("mark.figures", list(figures)));
    }

    private String list(List<String> parts) {
        return parts.stream()
                .reduce((first, second) -> messages.get("words.list", first, second))
                .orElse("");
    }

    private void addFigure(List<String> figures, Quantity quantity, long value) {
        String key = "mark.figure." + quantity.name();
        switch (quantity) {
            case NANOS -> figures.add(messages.get(key, Durations.inWords(messages, value)));
            case SEQ, ACK, LENGTH, WINDOW, PREVIOUS_WINDOW, EXPECTED, COUNT ->
                    figures.add(messages.get(key, Long.toString(value)));
            case OTHER_FLIGHT -> {
                // A number that only the program knows.
            }
        }
    }

    /** A paragraph about it. */
    Explanation paragraph(Mark mark) {
        return new Explanation(
                Explanation.Kind.MARK,
                mark.side(),
                null,
                true,
                label(mark),
                text(mark),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                List.of());
    }

    static String icon(Severity severity) {
        return switch (severity) {
            case NOTE -> "fth-info";
            case WARNING -> "fth-alert-triangle";
            case PROBLEM -> "fth-alert-octagon";
        };
    }

    /** The style class of a severity. */
    static String style(Severity severity) {
        return switch (severity) {
            case NOTE -> "note";
            case WARNING -> "warning";
            case PROBLEM -> "problem";
        };
    }

    /** Whether the diagram says it already by the look of the arrow. */
    static boolean isDrawn(Mark mark) {
        return switch (mark.kind()) {
            case NETWORK_COPY, OLD_DUPLICATE, FORGED -> true;
            case RETRANSMISSION_TIMEOUT,
                    RETRANSMISSION_FAST,
                    RETRANSMISSION_SPURIOUS,
                    SYN_RETRANSMITTED,
                    SYN_UNANSWERED,
                    OUT_OF_ORDER,
                    LOST,
                    LOSS_SUSPECTED,
                    KEEP_ALIVE,
                    KEEP_ALIVE_ANSWER,
                    ZERO_WINDOW,
                    WINDOW_PROBE,
                    WINDOW_PROBE_ANSWER,
                    WINDOW_UPDATE,
                    DUPLICATE_ACK,
                    CHALLENGE_ACK,
                    RESET_REFUSED,
                    RESET_NO_ROOM,
                    RESET_ACK_OF_UNSENT,
                    RESET_NO_CONNECTION,
                    RESET_DATA_AFTER_CLOSE,
                    RESET_ABORT,
                    RESET_ABORT_UNREAD,
                    RESET_GAVE_UP,
                    RESET_IGNORED,
                    TIME_WAIT_ASSASSINATED,
                    PORT_REUSED,
                    TIME_WAIT_REUSED,
                    CLOSE_WAIT_LASTS,
                    SIMULTANEOUS_OPEN,
                    SIMULTANEOUS_CLOSE,
                    HALF_CLOSE,
                    BEGINS_MIDSTREAM,
                    SNAPPED,
                    OFFLOADED ->
                    false;
        };
    }
}
