package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptions.GiveUp;
import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.tcp.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the options of a host. */
final class OptionsReader {
    private static final String PRESET = "preset";
    private static final int MAX_BUFFER = 1 << 30;

    private static final Map<String, Setting> SETTINGS = settings();

    private interface Setting {
        void apply(TcpOptionsBuilder builder, YamlNode node) throws ScenarioException;
    }

    private enum Preset {
        RFC(TcpOptions.RFC),
        LINUX_LIKE(TcpOptions.LINUX_LIKE);

        final TcpOptions options;

        Preset(TcpOptions options) {
            this.options = options;
        }
    }

    private OptionsReader() {}

    private static Map<String, Setting> settings() {
        Map<String, Setting> map = new LinkedHashMap<>();
        map.put("on", (to, node) -> switches(node).forEach(to::with));
        map.put("off", (to, node) -> switches(node).forEach(to::without));
        map.put("variants", (to, node) -> variants(node).forEach(to::with));
        map.put("time-wait reuse", (to, node) -> to.timeWaitReuse(reuse(node)));
        map.put("msl", (to, node) -> to.mslNanos(Values.duration(node)));
        map.put("initial rto", (to, node) -> to.initialRtoNanos(Values.positiveDuration(node)));
        map.put("min rto", (to, node) -> to.minRtoNanos(Values.duration(node)));
        map.put("max rto", (to, node) -> to.maxRtoNanos(Values.durationOrNone(node)));
        map.put("r1", (to, node) -> to.r1Retransmissions(Values.integer(node, 0, 255)));
        map.put("syn give-up", (to, node) -> to.synGiveUp(giveUp(node)));
        map.put("syn-ack give-up", (to, node) -> to.synAckGiveUp(giveUp(node)));
        map.put("data give-up", (to, node) -> to.dataGiveUp(giveUp(node)));
        map.put("user timeout", (to, node) -> to.userTimeoutNanos(Values.durationOrNone(node)));
        map.put(
                "fin-wait-2 timeout",
                (to, node) -> to.finWait2TimeoutNanos(Values.durationOrNone(node)));
        map.put("delayed ack", (to, node) -> to.delayedAckNanos(Values.durationOrNone(node)));
        map.put(
                "keep-alive idle",
                (to, node) -> to.keepAliveIdleNanos(Values.positiveDuration(node)));
        map.put(
                "keep-alive interval",
                (to, node) -> to.keepAliveIntervalNanos(Values.positiveDuration(node)));
        map.put(
                "keep-alive probes",
                (to, node) -> to.keepAliveProbes(Values.integer(node, 1, 255)));
        map.put("sws override", (to, node) -> to.swsOverrideNanos(Values.positiveDuration(node)));
        map.put(
                "maximum segment size",
                (to, node) -> to.maximumSegmentSize(Values.integer(node, 1, 65_495)));
        map.put(
                "receive buffer",
                (to, node) -> to.receiveBuffer(Values.integer(node, 0, MAX_BUFFER)));
        map.put("send buffer", (to, node) -> to.sendBuffer(Values.integer(node, 1, MAX_BUFFER)));
        map.put("window shift", (to, node) -> to.windowShift(Values.integer(node, 0, 14)));
        map.put("limited acks", (to, node) -> to.limitedAcks(Values.integer(node, 0, 1_000_000)));
        map.put(
                "limiter period",
                (to, node) -> to.limiterPeriodNanos(Values.positiveDuration(node)));
        return map;
    }

    /**
     * The options that a section states.
     *
     * @param base what holds where it states nothing and names no preset
     */
    static TcpOptions read(YamlNode node, TcpOptions base) throws ScenarioException {
        Section section = Section.of(node, keys());
        YamlNode preset = section.get(PRESET);
        TcpOptions start =
                preset == null
                        ? base
                        : Words.choose(
                                        preset.asValue(Term.SINGLE_VALUE),
                                        List.of(Preset.values()),
                                        Preset::name)
                                .options;
        TcpOptionsBuilder builder = start.toBuilder();
        for (Map.Entry<String, Setting> setting : SETTINGS.entrySet()) {
            YamlNode value = section.get(setting.getKey());
            if (value != null) {
                setting.getValue().apply(builder, value);
            }
        }
        return builder.build();
    }

    /** All keys that options may have. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>(SETTINGS.keySet());
        keys.addFirst(PRESET);
        return keys;
    }

    private static List<Switch> switches(YamlNode node) throws ScenarioException {
        List<Switch> found = new ArrayList<>();
        for (YamlNode one : node.asOneOrMore()) {
            found.add(
                    Words.choose(
                            one.asValue(Term.SINGLE_VALUE),
                            Arrays.asList(Switch.values()),
                            Switch::name));
        }
        return found;
    }

    private static List<Variant> variants(YamlNode node) throws ScenarioException {
        List<Variant> found = new ArrayList<>();
        for (YamlNode one : node.asOneOrMore()) {
            found.add(
                    Words.choose(
                            one.asValue(Term.SINGLE_VALUE),
                            Arrays.asList(Variant.values()),
                            Variant::name));
        }
        return found;
    }

    private static TimeWaitReuse reuse(YamlNode node) throws ScenarioException {
        return Words.choose(
                node.asValue(Term.SINGLE_VALUE),
                Arrays.asList(TimeWaitReuse.values()),
                TimeWaitReuse::name);
    }

    private static GiveUp giveUp(YamlNode node) throws ScenarioException {
        long count = Values.retransmissions(node);
        if (count >= 0) {
            return new GiveUp.AfterRetransmissions((int) count);
        }
        try {
            return new GiveUp.AfterTime(Values.duration(node));
        } catch (ScenarioException e) {
            if (e.problem().kind() == Kind.BAD_VALUE) {
                throw Values.bad(node.asValue(Term.GIVE_UP), Term.GIVE_UP);
            }
            throw e;
        }
    }
}
