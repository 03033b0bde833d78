package dev.handshakelab.scenario;

import dev.handshakelab.scenario.YamlText.Fields;
import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.tcp.Flags;
import java.util.TreeSet;

/** Writes what the network does to segments. */
final class FaultWriter {
    private FaultWriter() {}

    static Fields write(FaultRule rule) {
        Fields match = match(rule.match());
        String key =
                switch (rule.verdict()) {
                    case Verdict.Pass() -> "pass";
                    case Verdict.Drop() -> "drop";
                    case Verdict.Delay(long extraNanos) -> {
                        match.put("by", YamlText.duration(extraNanos));
                        yield "delay";
                    }
                    case Verdict.Duplicate(long laterNanos) -> {
                        match.put("later", YamlText.duration(laterNanos));
                        yield "duplicate";
                    }
                    case Verdict.Hold() -> "hold";
                    case Verdict.DropRandomly(double probability) -> {
                        match.put("probability", YamlText.probability(probability));
                        yield "drop";
                    }
                    case Verdict.DelayRandomly(double probability, long most) -> {
                        match.put("up to", YamlText.duration(most));
                        match.put("probability", YamlText.probability(probability));
                        yield "delay";
                    }
                    case Verdict.DuplicateRandomly(double probability, long most) -> {
                        match.put("up to", YamlText.duration(most));
                        match.put("probability", YamlText.probability(probability));
                        yield "duplicate";
                    }
                };
        return new Fields().put(key, match.toString());
    }

    private static Fields match(Match match) {
        Fields fields = new Fields();
        if (match.from() != null) {
            fields.put("from", match.from().name());
        }
        fields.putIf(!match.on().equals(Flags.NONE), "flags", YamlText.flags(match.on()));
        fields.putIf(!match.off().equals(Flags.NONE), "without", YamlText.flags(match.off()));
        if (match.withText() != null) {
            fields.put("text", YamlText.yesOrNo(match.withText()));
        }
        if (match.retransmission() != null) {
            fields.put("retransmission", YamlText.yesOrNo(match.retransmission()));
        }
        fields.putIf(
                !match.nth().isEmpty(),
                "nth",
                YamlText.oneOrMore(new TreeSet<>(match.nth()), String::valueOf));
        fields.putIf(match.fromNanos() != 0, "since", YamlText.duration(match.fromNanos()));
        return fields.putIf(
                match.toNanos() != Long.MAX_VALUE, "before", YamlText.duration(match.toNanos()));
    }
}
