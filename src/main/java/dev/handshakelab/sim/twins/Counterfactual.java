package dev.handshakelab.sim.twins;

import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.Variant;
import java.util.List;
import java.util.Set;

/** Puts other rules into a plan and leaves everything else as it is. */
final class Counterfactual {
    private Counterfactual() {}

    /** The same plan, in which both hosts play by these variants, and by no others. */
    static Plan plan(Plan plan, Set<Variant> variants) {
        List<ScriptStep> script =
                plan.script().stream()
                        .map(step ->
                                new ScriptStep(
                                        step.trigger(),
                                        step.afterNanos(),
                                        action(step.action(), variants)))
                        .toList();
        return new Plan(
                host(plan.a(), variants),
                host(plan.b(), variants),
                plan.link(),
                plan.faults(),
                script,
                plan.untilNanos(),
                plan.maxSteps());
    }

    /** The same touches; options that they set have these variants, and no others. */
    static List<TimedTouch> touches(List<TimedTouch> touches, Set<Variant> variants) {
        return touches.stream()
                .map(timed ->
                        timed.touch() instanceof Touch.Act(var action)
                                ? new TimedTouch(
                                        timed.atNanos(), new Touch.Act(action(action, variants)))
                                : timed)
                .toList();
    }

    /** The variants that a plan begins with, at either host. */
    static Set<Variant> variantsOf(Plan plan) {
        Set<Variant> a = plan.a().endpoint().options().variants();
        return a.isEmpty() ? plan.b().endpoint().options().variants() : a;
    }

    private static Plan.Host host(Plan.Host host, Set<Variant> variants) {
        TcpOptions options = options(host.endpoint().options(), variants);
        return new Plan.Host(host.info(), host.endpoint().withOptions(options));
    }

    private static Action action(Action action, Set<Variant> variants) {
        return switch (action) {
            case Action.SetOptions(var side, var options) ->
                    new Action.SetOptions(side, options(options, variants));
            case Action.Call _,
                    Action.Inject _,
                    Action.Release _,
                    Action.Crash _,
                    Action.Reboot _,
                    Action.Cable _ ->
                    action;
        };
    }

    private static TcpOptions options(TcpOptions options, Set<Variant> variants) {
        var builder = options.toBuilder();
        options.variants().forEach(builder::without);
        variants.forEach(builder::with);
        return builder.build();
    }
}
