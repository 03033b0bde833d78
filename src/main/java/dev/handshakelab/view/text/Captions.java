package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Check;
import dev.handshakelab.tcp.Firing;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One step of the story in large type: what set it off, what the most important rule says about it,
 * and what came of it. A caption is never empty and at most {@link #MAX_COLUMNS} columns wide; what
 * does not fit is left out, the least important part first.
 */
public final class Captions {
    /** Widest caption: a letter takes one column, a Chinese character two. */
    public static final int MAX_COLUMNS = 160;

    private final Messages messages;
    private final Words words;

    public Captions(Messages messages) {
        this.messages = messages;
        this.words = new Words(messages);
    }

    /** Which of the optional parts a caption has. */
    private record Parts(boolean second, boolean figures, boolean sent) {}

    /** From rich to poor. */
    private static final List<Parts> ATTEMPTS =
            List.of(
                    new Parts(true, true, true),
                    new Parts(true, false, true),
                    new Parts(false, true, true),
                    new Parts(false, false, true),
                    new Parts(false, true, false),
                    new Parts(false, false, false));

    /** The caption of a frame, with sequence numbers as they are. */
    public String of(Frame frame) {
        return of(frame, Numbers.ABSOLUTE);
    }

    /** The caption of a frame. */
    public String of(Frame frame, Numbers numbers) {
        if (frame.facts().isEmpty()) {
            return messages.get(
                    frame.index() == 0 ? "caption.begin" : "caption.still",
                    frame.a().state().rfcName(),
                    frame.b().state().rfcName());
        }
        for (boolean brief : new boolean[] {false, true}) {
            FactLead lead = new FactLead(messages, words, frame, numbers, brief);
            for (Parts parts : ATTEMPTS) {
                String caption = compose(frame, lead, parts);
                if (columns(caption) <= MAX_COLUMNS) {
                    return caption;
                }
            }
        }
        return messages.get(
                "caption.alone",
                new FactLead(messages, words, frame, numbers, true).of(trigger(frame)));
    }

    /** The width of a text in columns. */
    static int columns(String text) {
        return text.codePoints().map(point -> point >= 0x2e80 ? 2 : 1).sum();
    }

    private static Fact trigger(Frame frame) {
        return frame.facts().getFirst();
    }

    private String compose(Frame frame, FactLead lead, Parts parts) {
        List<Fact.RuleFired> fired =
                frame.facts().stream()
                        .filter(Fact.RuleFired.class::isInstance)
                        .map(Fact.RuleFired.class::cast)
                        .toList();
        List<Firing> firings = fired.stream().map(Fact.RuleFired::firing).toList();
        String start = lead.of(trigger(frame));
        String caption = messages.get("caption.alone", start);
        Optional<Firing> first = Importance.first(firings);
        if (first.isPresent()) {
            Side host = fired.getFirst().side();
            String clause = clause(first.get(), host);
            if (parts.figures()) {
                CheckText checks = new CheckText(messages, lead.numbers(), frame.index(), host);
                clause = withFigures(clause, first.get(), checks);
            }
            caption = messages.get("caption.joined", start, clause);
            if (parts.second()) {
                String more =
                        Importance.second(firings, first.get())
                                .map(f -> clause(f, host))
                                .orElse("");
                caption = words.sentences(caption, more);
            }
        }
        if (parts.sent()) {
            caption = words.sentences(caption, sent(frame, lead));
        }
        return words.sentences(caption, newStates(frame));
    }

    private String clause(Firing firing, Side host) {
        return messages.get(
                "rule." + firing.rule().id() + ".caption",
                words.host(host),
                words.host(host.other()));
    }

    /**
     * The clause with the numbers of the rule’s first comparison of sequence numbers before its
     * full stop.
     */
    private String withFigures(String clause, Firing firing, CheckText checks) {
        Optional<String> figures =
                firing.checks().stream()
                        .filter(Check.Comparison.class::isInstance)
                        .map(Check.Comparison.class::cast)
                        .filter(Captions::isAboutTheSegment)
                        .findFirst()
                        .map(checks::figures);
        if (figures.isEmpty()) {
            return clause;
        }
        int end = clause.length() - 1;
        return clause.substring(0, end)
                + messages.get("caption.check", figures.get())
                + clause.substring(end);
    }

    private static boolean isAboutTheSegment(Check.Comparison comparison) {
        return comparison.modular()
                && comparison.terms().stream()
                        .anyMatch(term -> term.expression().startsWith("SEG."));
    }

    /** What was sent in answer; empty if nothing, or if that set the step off. */
    private String sent(Frame frame, FactLead lead) {
        Map<Side, String> segments = new EnumMap<>(Side.class);
        for (Fact fact : frame.facts().subList(1, frame.facts().size())) {
            if (fact instanceof Fact.Sent sent) {
                segments.merge(sent.side(), lead.segment(sent.flight()), words::list);
            }
        }
        return segments.entrySet().stream()
                .map(entry ->
                        messages.get("caption.sends", words.host(entry.getKey()), entry.getValue()))
                .reduce("", words::sentences);
    }

    private String newStates(Frame frame) {
        Map<Side, String> states = new EnumMap<>(Side.class);
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.StateChanged changed) {
                states.put(
                        changed.side(),
                        messages.get(
                                "caption.state",
                                words.host(changed.side()),
                                changed.to().rfcName()));
            }
        }
        return states.values().stream().collect(Collectors.reducing("", words::sentences));
    }
}
