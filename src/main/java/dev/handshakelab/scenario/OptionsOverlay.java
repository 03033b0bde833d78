package dev.handshakelab.scenario;

import dev.handshakelab.scenario.RuleChoice.Value;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.timeline.Side;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a user wants otherwise than the scenario has it; applied to both hosts, also to options that
 * the script sets later. What the user has not chosen stays as the scenario has it.
 *
 * @param base where values come from that neither the scenario nor the user sets
 * @param chosen what the user has chosen
 */
public record OptionsOverlay(Base base, Map<RuleChoice, Value> chosen) {
    /** Everything as the scenario has it. */
    public static final OptionsOverlay NONE = new OptionsOverlay(Base.SCENARIO, Map.of());

    /** Where values come from that neither the scenario nor the user sets. */
    public enum Base {
        /** They stay. */
        SCENARIO,
        /** {@link TcpOptions#RFC}. */
        RFC,
        /** {@link TcpOptions#LINUX_LIKE}. */
        LINUX_LIKE
    }

    public OptionsOverlay {
        chosen = Map.copyOf(chosen);
    }

    /**
     * All decisions as a preset has them; {@link Base#SCENARIO} gives {@link #NONE}. Times, sizes
     * and tools that are neither the RFC's nor Linux's are the scenario's own and stay.
     */
    public static OptionsOverlay preset(Base base) {
        Map<RuleChoice, Value> chosen = new EnumMap<>(RuleChoice.class);
        if (base != Base.SCENARIO) {
            for (RuleChoice choice : RuleChoice.values()) {
                if (choice.isDecision()) {
                    choice.of(optionsOf(base)).ifPresent(value -> chosen.put(choice, value));
                }
            }
        }
        return new OptionsOverlay(base, chosen);
    }

    /** The same with another value chosen. */
    public OptionsOverlay with(RuleChoice choice, Value value) {
        Map<RuleChoice, Value> more = copy();
        more.put(choice, value);
        return new OptionsOverlay(base, more);
    }

    /** The same without a choice of the user. */
    public OptionsOverlay without(RuleChoice choice) {
        Map<RuleChoice, Value> fewer = copy();
        fewer.remove(choice);
        return new OptionsOverlay(base, fewer);
    }

    private Map<RuleChoice, Value> copy() {
        Map<RuleChoice, Value> copy = new EnumMap<>(RuleChoice.class);
        copy.putAll(chosen);
        return copy;
    }

    /**
     * The plan with both hosts playing by the changed options; the same plan if nothing changes.
     */
    public Plan apply(Plan plan) {
        if (equals(NONE)) {
            return plan;
        }
        return new Plan(
                apply(plan.a()),
                apply(plan.b()),
                plan.link(),
                plan.faults(),
                plan.script().stream().map(this::apply).toList(),
                plan.untilNanos(),
                plan.maxSteps());
    }

    private Plan.Host apply(Plan.Host host) {
        return new Plan.Host(
                host.info(), host.endpoint().withOptions(apply(host.endpoint().options())));
    }

    private ScriptStep apply(ScriptStep step) {
        return step.action() instanceof Action.SetOptions(Side side, TcpOptions options)
                ? new ScriptStep(
                        step.trigger(),
                        step.afterNanos(),
                        new Action.SetOptions(side, apply(options)))
                : step;
    }

    /** The changed options of one host. */
    public TcpOptions apply(TcpOptions own) {
        TcpOptions options = base == Base.SCENARIO ? own : rebased(own, optionsOf(base));
        for (Map.Entry<RuleChoice, Value> choice : chosen.entrySet()) {
            options = choice.getKey().set(options, choice.getValue());
        }
        return options;
    }

    /** The choices whose value is not the scenario's own, at one host or at both. */
    public Set<RuleChoice> changes(Plan plan) {
        return Arrays.stream(RuleChoice.values())
                .filter(choice ->
                        List.of(plan.a(), plan.b()).stream()
                                .map(host -> host.endpoint().options())
                                .anyMatch(own -> !choice.of(apply(own)).equals(choice.of(own))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static TcpOptions optionsOf(Base base) {
        return switch (base) {
            case SCENARIO, RFC -> TcpOptions.RFC;
            case LINUX_LIKE -> TcpOptions.LINUX_LIKE;
        };
    }

    /** A value that the RFC's options or Linux's have too is not the scenario's own: it changes. */
    private static TcpOptions rebased(TcpOptions own, TcpOptions preset) {
        TcpOptionsBuilder builder = own.toBuilder();
        for (Switch one : Switch.values()) {
            if (own.has(one) == TcpOptions.RFC.has(one)
                    || own.has(one) == TcpOptions.LINUX_LIKE.has(one)) {
                if (preset.has(one)) {
                    builder.with(one);
                } else {
                    builder.without(one);
                }
            }
        }
        Rebase to = new Rebase(own, preset, builder);
        to.move(TcpOptions::timeWaitReuse, TcpOptionsBuilder::timeWaitReuse);
        to.move(TcpOptions::mslNanos, TcpOptionsBuilder::mslNanos);
        to.move(TcpOptions::initialRtoNanos, TcpOptionsBuilder::initialRtoNanos);
        to.move(TcpOptions::minRtoNanos, TcpOptionsBuilder::minRtoNanos);
        to.move(TcpOptions::maxRtoNanos, TcpOptionsBuilder::maxRtoNanos);
        to.move(TcpOptions::r1Retransmissions, TcpOptionsBuilder::r1Retransmissions);
        to.move(TcpOptions::synGiveUp, TcpOptionsBuilder::synGiveUp);
        to.move(TcpOptions::synAckGiveUp, TcpOptionsBuilder::synAckGiveUp);
        to.move(TcpOptions::dataGiveUp, TcpOptionsBuilder::dataGiveUp);
        to.move(TcpOptions::userTimeoutNanos, TcpOptionsBuilder::userTimeoutNanos);
        to.move(TcpOptions::finWait2TimeoutNanos, TcpOptionsBuilder::finWait2TimeoutNanos);
        to.move(TcpOptions::delayedAckNanos, TcpOptionsBuilder::delayedAckNanos);
        to.move(TcpOptions::keepAliveIdleNanos, TcpOptionsBuilder::keepAliveIdleNanos);
        to.move(TcpOptions::keepAliveIntervalNanos, TcpOptionsBuilder::keepAliveIntervalNanos);
        to.move(TcpOptions::keepAliveProbes, TcpOptionsBuilder::keepAliveProbes);
        to.move(TcpOptions::swsOverrideNanos, TcpOptionsBuilder::swsOverrideNanos);
        to.move(TcpOptions::maximumSegmentSize, TcpOptionsBuilder::maximumSegmentSize);
        to.move(TcpOptions::receiveBuffer, TcpOptionsBuilder::receiveBuffer);
        to.move(TcpOptions::sendBuffer, TcpOptionsBuilder::sendBuffer);
        to.move(TcpOptions::windowShift, TcpOptionsBuilder::windowShift);
        to.move(TcpOptions::limitedAcks, TcpOptionsBuilder::limitedAcks);
        to.move(TcpOptions::limiterPeriodNanos, TcpOptionsBuilder::limiterPeriodNanos);
        return builder.build();
    }

    /** Takes values over from a preset, except those that are the scenario's own. */
    private record Rebase(TcpOptions own, TcpOptions preset, TcpOptionsBuilder builder) {
        <T> void move(Function<TcpOptions, T> get, BiConsumer<TcpOptionsBuilder, T> set) {
            T value = get.apply(own);
            if (value.equals(get.apply(TcpOptions.RFC))
                    || value.equals(get.apply(TcpOptions.LINUX_LIKE))) {
                set.accept(builder, get.apply(preset));
            }
        }
    }
}
