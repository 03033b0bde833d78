package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.NetworkChange;
import dev.handshakelab.timeline.NetworkChange.Expected;
import dev.handshakelab.timeline.Side;

/** What is said when the network is told to behave differently. */
final class NetworkText {
    private NetworkText() {}

    /** A few words for the diagram. */
    static String label(Messages messages, NetworkChange change) {
        return switch (change) {
            case NetworkChange.Manual() -> messages.get("diagram.network.manual");
            case NetworkChange.Automatic() -> messages.get("diagram.network.automatic");
            case Expected expected ->
                    messages.get(
                            "diagram.network." + expected.effect().name(),
                            segment(messages, expected));
        };
    }

    /** A sentence without its full stop. */
    static String sentence(Messages messages, NetworkChange change) {
        return switch (change) {
            case NetworkChange.Manual() -> messages.get("caption.network.manual");
            case NetworkChange.Automatic() -> messages.get("caption.network.automatic");
            case Expected expected -> expected(messages, expected);
        };
    }

    static Explanation explanation(Messages messages, NetworkChange change) {
        String key =
                switch (change) {
                    case NetworkChange.Manual() -> "explain.network.manual";
                    case NetworkChange.Automatic() -> "explain.network.automatic";
                    case Expected _ -> "explain.network.expected";
                };
        return Explanation.plain(
                Explanation.Kind.NETWORK,
                null,
                messages.get("explain.network.title"),
                messages.get(key, sentence(messages, change)));
    }

    private static String expected(Messages messages, Expected expected) {
        Side from = expected.from();
        String segment = segment(messages, expected);
        String which =
                from == null ? segment : messages.get("network.segmentOf", segment, from.name());
        return messages.get(
                "caption.network." + expected.effect().name(),
                messages.get(expected.once() ? "network.next" : "network.every", which));
    }

    private static String segment(Messages messages, Expected expected) {
        return expected.flags().equals(Flags.NONE)
                ? messages.get("network.segment")
                : expected.flags().toString();
    }
}
