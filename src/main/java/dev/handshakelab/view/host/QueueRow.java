package dev.handshakelab.view.host;

import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Tcb.Outstanding;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * An element of the retransmission queue as people read it.
 *
 * @param numbers its first and its last sequence number
 * @param what the control bits and the text
 * @param sent how often it was sent, and since when it waits
 */
record QueueRow(String numbers, String what, String sent) {
    private static final int LONGEST_QUOTE = 16;

    static QueueRow of(Outstanding element, int base, Messages messages) {
        long first = SequenceNumbers.toUnsigned(element.seq() - base);
        long last = SequenceNumbers.toUnsigned(element.end() - 1 - base);
        List<String> parts = new ArrayList<>();
        if (element.flags().syn()) {
            parts.add("SYN");
        }
        if (!element.text().isEmpty()) {
            parts.add(text(element.text(), messages));
        }
        if (element.flags().fin()) {
            parts.add("FIN");
        }
        return new QueueRow(
                first == last ? Long.toString(first) : first + "–" + last,
                String.join(" + ", parts),
                messages.get(
                        "hostPanel.sent",
                        element.transmissions(),
                        Integer.toString(element.transmissions()),
                        Durations.compact(element.waitingSinceNanos())));
    }

    private static String text(Octets octets, Messages messages) {
        String count =
                messages.get("words.octets", octets.length(), Long.toString(octets.length()));
        String plain = octets.asText();
        boolean quotable =
                plain.length() <= LONGEST_QUOTE
                        && plain.codePoints().noneMatch(Character::isISOControl);
        return quotable
                ? messages.get("hostPanel.text", messages.get("words.quoted", plain), count)
                : count;
    }
}
