package dev.handshakelab.scenario;

import dev.handshakelab.scenario.YamlText.Fields;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptions.GiveUp;
import dev.handshakelab.tcp.Variant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the options of a host: what differs from others that a reader knows. */
final class OptionsWriter {
    private static final Map<String, Function<TcpOptions, String>> SETTINGS = settings();

    private OptionsWriter() {}

    private static Map<String, Function<TcpOptions, String>> settings() {
        Map<String, Function<TcpOptions, String>> map = new LinkedHashMap<>();
        map.put("time-wait reuse", o -> YamlText.word(o.timeWaitReuse()));
        map.put("msl", o -> YamlText.duration(o.mslNanos()));
        map.put("initial rto", o -> YamlText.duration(o.initialRtoNanos()));
        map.put("min rto", o -> YamlText.duration(o.minRtoNanos()));
        map.put("max rto", o -> YamlText.durationOrNone(o.maxRtoNanos()));
        map.put("r1", o -> Integer.toString(o.r1Retransmissions()));
        map.put("syn give-up", o -> giveUp(o.synGiveUp()));
        map.put("syn-ack give-up", o -> giveUp(o.synAckGiveUp()));
        map.put("data give-up", o -> giveUp(o.dataGiveUp()));
        map.put("user timeout", o -> YamlText.durationOrNone(o.userTimeoutNanos()));
        map.put("fin-wait-2 timeout", o -> YamlText.durationOrNone(o.finWait2TimeoutNanos()));
        map.put("delayed ack", o -> YamlText.durationOrNone(o.delayedAckNanos()));
        map.put("keep-alive idle", o -> YamlText.duration(o.keepAliveIdleNanos()));
        map.put("keep-alive interval", o -> YamlText.duration(o.keepAliveIntervalNanos()));
        map.put("keep-alive probes", o -> Integer.toString(o.keepAliveProbes()));
        map.put("sws override", o -> YamlText.duration(o.swsOverrideNanos()));
        map.put("maximum segment size", o -> Integer.toString(o.maximumSegmentSize()));
        map.put("receive buffer", o -> Integer.toString(o.receiveBuffer()));
        map.put("send buffer", o -> Integer.toString(o.sendBuffer()));
        map.put("window shift", o -> Integer.toString(o.windowShift()));
        map.put("limited acks", o -> Integer.toString(o.limitedAcks()));
        map.put("limiter period", o -> YamlText.duration(o.limiterPeriodNanos()));
        return map;
    }

    /**
     * Options in the shortest way.
     *
     * @param base what a reader starts from if no preset is named; its variants cannot be taken
     *     away
     */
    static Fields write(TcpOptions options, TcpOptions base) {
        Fields shortest = null;
        if (options.variants().containsAll(base.variants())) {
            shortest = differences(options, base, null);
        }
        Fields fromRfc = differences(options, TcpOptions.RFC, "RFC");
        Fields fromLinux = differences(options, TcpOptions.LINUX_LIKE, "LINUX_LIKE");
        for (Fields other : List.of(fromRfc, fromLinux)) {
            shortest = shortest == null || other.size() < shortest.size() ? other : shortest;
        }
        return shortest == null ? fromRfc : shortest;
    }

    private static Fields differences(
            TcpOptions options, TcpOptions base, @Nullable String preset) {
        Fields fields = new Fields();
        if (preset != null) {
            fields.put("preset", preset);
        }
        List<Switch> on =
                Arrays.stream(Switch.values()).filter(s -> options.has(s) && !base.has(s)).toList();
        List<Switch> off =
                Arrays.stream(Switch.values()).filter(s -> !options.has(s) && base.has(s)).toList();
        List<Variant> variants =
                Arrays.stream(Variant.values())
                        .filter(v -> options.has(v) && !base.has(v))
                        .toList();
        fields.putIf(!on.isEmpty(), "on", YamlText.oneOrMore(on, Switch::name));
        fields.putIf(!off.isEmpty(), "off", YamlText.oneOrMore(off, Switch::name));
        fields.putIf(!variants.isEmpty(), "variants", YamlText.oneOrMore(variants, Variant::name));
        SETTINGS.forEach((key, write) -> {
            String value = write.apply(options);
            fields.putIf(!value.equals(write.apply(base)), key, value);
        });
        return fields;
    }

    private static String giveUp(GiveUp giveUp) {
        return switch (giveUp) {
            case GiveUp.AfterTime(long nanos) -> YamlText.duration(nanos);
            case GiveUp.AfterRetransmissions(int count) -> count + " retransmissions";
        };
    }
}
