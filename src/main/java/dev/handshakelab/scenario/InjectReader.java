package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Items;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.timeline.Flight.Origin;
import java.util.List;
import java.util.Map;

/** Reads a segment that enters the network from outside. */
final class InjectReader {
    private static final int DEFAULT_WINDOW = 1000;
    private static final int MAX_TEXT = 65_495;
    private static final Map<String, Origin> ORIGINS =
            Map.of("old duplicate", Origin.OLD_DUPLICATE, "forged", Origin.FORGED);

    private InjectReader() {}

    static Action read(YamlNode node) throws ScenarioException {
        Section section =
                Section.of(
                        node,
                        "from",
                        "flags",
                        "seq",
                        "ack",
                        "window",
                        "urgent pointer",
                        "text",
                        "options",
                        "as",
                        "delay");
        YamlNode delay = section.get("delay");
        return new Action.Inject(
                Values.side(section.require("from")),
                segment(section),
                origin(section),
                delay == null ? 0 : Values.duration(delay));
    }

    private static Origin origin(Section section) throws ScenarioException {
        String word =
                Words.choose(
                        section.require("as").asValue(Term.SINGLE_VALUE),
                        List.of("old duplicate", "forged"),
                        w -> w);
        return ORIGINS.getOrDefault(word, Origin.FORGED);
    }

    private static Segment segment(Section section) throws ScenarioException {
        YamlNode ack = section.get("ack");
        YamlNode window = section.get("window");
        YamlNode urgent = section.get("urgent pointer");
        YamlNode text = section.get("text");
        YamlNode options = section.get("options");
        return new Segment(
                Values.sequenceNumber(section.require("seq")),
                ack == null ? 0 : Values.sequenceNumber(ack),
                Values.flags(section.require("flags")),
                window == null
                        ? DEFAULT_WINDOW
                        : Values.integer(window, 0, Segment.MAX_WINDOW_FIELD),
                urgent == null ? 0 : Values.integer(urgent, 0, Segment.MAX_WINDOW_FIELD),
                options == null ? SegmentOptions.NONE : options(options),
                text == null ? Octets.EMPTY : text(text));
    }

    private static Octets text(YamlNode node) throws ScenarioException {
        Octets octets = Octets.utf8(Values.text(node));
        if (octets.length() > MAX_TEXT) {
            throw node.problem(
                    Problem.Kind.OUT_OF_RANGE,
                    Integer.toString(octets.length()),
                    "0",
                    Integer.toString(MAX_TEXT));
        }
        return octets;
    }

    private static SegmentOptions options(YamlNode node) throws ScenarioException {
        Section section =
                Section.of(
                        node,
                        "maximum segment size",
                        "window scale",
                        "sack permitted",
                        "timestamps");
        SegmentOptions options = SegmentOptions.NONE;
        YamlNode mss = section.get("maximum segment size");
        if (mss != null) {
            options = options.withMaximumSegmentSize(Values.integer(mss, 0, 65_535));
        }
        YamlNode shift = section.get("window scale");
        if (shift != null) {
            options = options.withWindowScale(Values.integer(shift, 0, 255));
        }
        YamlNode sack = section.get("sack permitted");
        if (sack != null && Values.yesOrNo(sack)) {
            options = options.withSackPermitted();
        }
        YamlNode timestamps = section.get("timestamps");
        if (timestamps == null) {
            return options;
        }
        if (!(timestamps instanceof Items(_, List<YamlNode> nodes)) || nodes.size() != 2) {
            throw timestamps.wrongType(Term.TIMESTAMPS);
        }
        return options.withTimestamps(
                Values.sequenceNumber(nodes.get(0)), Values.sequenceNumber(nodes.get(1)));
    }
}
