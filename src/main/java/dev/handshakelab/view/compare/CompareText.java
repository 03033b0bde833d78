package dev.handshakelab.view.compare;

import static dev.handshakelab.tcp.SequenceNumbers.toUnsigned;

import dev.handshakelab.sim.twins.Cost;
import dev.handshakelab.sim.twins.Difference;
import dev.handshakelab.sim.twins.Difference.Aspect;
import dev.handshakelab.sim.twins.Difference.Outcome;
import dev.handshakelab.sim.twins.Twins;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** Says in words where twins part and what the variant costs. */
final class CompareText {
    private static final int LONGEST_QUOTE = 40;

    private final Messages messages;
    private final Twins twins;

    CompareText(Messages messages, Twins twins) {
        this.messages = messages;
        this.twins = twins;
    }

    /** The title of a story as it is offered. */
    static String title(Messages messages, Choice choice) {
        return choice.pair()
                .map(pair -> messages.get("compare.pair." + pair.name()))
                .orElseGet(() ->
                        messages.get(
                                "compare.present",
                                ScenarioTexts.title(choice.scenario(), messages)));
    }

    /** The name of a rule that is not TCP. */
    static String title(Messages messages, Variant variant) {
        return messages.get("compare.variant." + variant.name() + ".title");
    }

    /** What hosts do by the variant, in a sentence. */
    static String text(Messages messages, Variant variant) {
        return messages.get("compare.variant." + variant.name() + ".text");
    }

    /** What hosts do by TCP instead, in a sentence. */
    static String tcpText(Messages messages, Variant variant) {
        return messages.get("compare.variant." + variant.name() + ".tcp");
    }

    /** The host with what it plays: {@code server B}. */
    String host(Side side) {
        HostInfo.Role role = twins.tcp().timeline().host(side).role();
        return messages.get("compare.host." + role.name(), side.name());
    }

    /** The same at the beginning of a line: {@code Server B}. */
    String hostTitle(Side side) {
        String letter = side.name();
        return switch (twins.tcp().timeline().host(side).role()) {
            case CLIENT -> messages.get("host.client", letter);
            case SERVER -> messages.get("host.server", letter);
            case PEER -> messages.get("host.peer", letter);
        };
    }

    // Where they part

    /** When and where the twins part; says so if they do not. */
    String differenceTitle() {
        return twins.difference()
                .map(difference ->
                        messages.get(
                                "compare.difference.at",
                                Durations.inWords(messages, difference.atNanos()),
                                host(difference.side())))
                .orElseGet(() -> messages.get("compare.difference.none"));
    }

    /** What TCP does there. */
    String tcpOutcome(Difference difference) {
        return outcome(difference, difference.tcp(), view(difference, true));
    }

    /** What the variant does there. */
    String variantOutcome(Difference difference) {
        return outcome(difference, difference.variant(), view(difference, false));
    }

    private HostView view(Difference difference, boolean tcp) {
        var timeline = tcp ? twins.aligned().first() : twins.aligned().second();
        return timeline.frame(difference.frame()).host(difference.side());
    }

    private String outcome(Difference difference, Outcome outcome, HostView after) {
        String host = difference.side().name();
        List<String> parts = new ArrayList<>();
        if (difference.aspects().contains(Aspect.STATE)) {
            parts.add(messages.get("compare.outcome.state", host, outcome.state().rfcName()));
        }
        if (difference.aspects().contains(Aspect.SEGMENTS)) {
            String sent = outcome.sent().stream().map(CompareText::segment).reduce("", this::list);
            parts.add(
                    sent.isEmpty()
                            ? messages.get("compare.outcome.sendsNothing", host)
                            : messages.get("compare.outcome.sends", host, sent));
        }
        if (difference.aspects().contains(Aspect.TOLD)) {
            String told = told(outcome, after);
            parts.add(
                    told.isEmpty()
                            ? messages.get("compare.outcome.tellsNothing", host)
                            : messages.get("compare.outcome.tells", host, told));
        }
        if (parts.isEmpty()) {
            parts.add(messages.get("compare.outcome.rules", rules(outcome)));
        }
        return parts.stream().reduce("", this::join);
    }

    private String told(Outcome outcome, HostView after) {
        var labels = new DiagramLabels(messages);
        return outcome.told().stream()
                .map(signal -> labels.signal(signal, after))
                .filter(label -> !label.isEmpty())
                .reduce("", this::list);
    }

    private String rules(Outcome outcome) {
        return outcome.rules().stream().map(Rule::id).reduce("", this::list);
    }

    private static String segment(Segment segment) {
        StringBuilder text = new StringBuilder(segment.flags().toString());
        text.append(" SEQ=").append(toUnsigned(segment.seq()));
        if (segment.flags().ack()) {
            text.append(" ACK=").append(toUnsigned(segment.ack()));
        }
        if (!segment.text().isEmpty()) {
            text.append(" LEN=").append(segment.text().length());
        }
        return text.toString();
    }

    private String list(String first, String second) {
        return first.isEmpty() ? second : messages.get("words.list", first, second);
    }

    private String join(String first, String second) {
        return first.isEmpty() ? second : messages.get("words.nextSentence", first, second);
    }

    // What it costs

    /** Says that the variant does no harm here. */
    String none() {
        return messages.get(
                twins.difference().isEmpty() ? "compare.cost.same" : "compare.cost.none");
    }

    /** One thing that the variant does wrong. */
    String cost(Cost cost) {
        String host = hostTitle(cost.side());
        String peer = host(cost.side().other());
        return switch (cost) {
            case Cost.Stranded c ->
                    messages.get(
                            "compare.cost.stranded",
                            host,
                            c.state().rfcName(),
                            peer,
                            c.peer().rfcName(),
                            c.inTcp().rfcName());
            case Cost.GhostConnected c ->
                    messages.get("compare.cost.ghost", host, peer, c.peer().rfcName());
            case Cost.DeliveredTwice c ->
                    messages.get("compare.cost.twice", host, octets(c.text()), quote(c.text()));
            case Cost.DeliveredForeign c ->
                    messages.get(
                            c.forged() ? "compare.cost.forged" : "compare.cost.old",
                            host,
                            octets(c.text()),
                            quote(c.text()),
                            peer);
            case Cost.DeliveredOutOfOrder c ->
                    messages.get("compare.cost.order", host, octets(c.text()), quote(c.text()));
            case Cost.NeverDelivered c ->
                    messages.get("compare.cost.never", host, octets(c.octets()));
            case Cost.Broken c -> broken(c, host);
            case Cost.SentInVain c ->
                    messages.get("compare.cost.vain", host, c.segments(), peer, c.inTcp());
            case Cost.AckWar c -> messages.get("compare.cost.ackWar", c.acks(), c.suppressed());
        };
    }

    private String broken(Cost.Broken cost, String host) {
        String lead =
                messages.get(
                        "compare.cost.broken",
                        host,
                        cost.from().rfcName(),
                        messages.get("reply." + cost.reply().name() + ".label"));
        String cause =
                switch (cost.origin()) {
                    case FORGED -> messages.get("compare.cost.byForgery");
                    case OLD_DUPLICATE, NETWORK_COPY -> messages.get("compare.cost.byOld");
                    case HOST -> "";
                };
        String tcp = messages.get("compare.cost.inTcp." + cost.inTcp().name());
        String both = cause.isEmpty() ? lead : join(lead, cause);
        return join(both, tcp);
    }

    private String octets(Octets text) {
        return octets(text.length());
    }

    private String octets(int count) {
        return messages.get("words.octets", count, Integer.toString(count));
    }

    private String quote(Octets text) {
        String plain = text.asText();
        boolean shows =
                plain.length() <= LONGEST_QUOTE
                        && plain.codePoints().noneMatch(Character::isISOControl);
        return messages.get(shows ? "words.quoted" : "words.unquoted", plain);
    }
}
