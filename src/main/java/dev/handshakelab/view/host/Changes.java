package dev.handshakelab.view.host;

import dev.handshakelab.diagram.SequenceSpace;
import dev.handshakelab.tcp.Assignment;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Variable;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.CheckText;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step changed in a control block, and the rule that did it. */
final class Changes {
    private final Messages messages;

    /** The numbers of {@link #numbersOf}, which cost a walk through the whole story. */
    private Numbers relative = Numbers.ABSOLUTE;

    private @Nullable Timeline numbersOf;

    Changes(Messages messages) {
        this.messages = messages;
    }

    /**
     * What a rule changed.
     *
     * @param ruleId the id of the rule; empty if the changes belong to none
     * @param ruleTitle the rule in a few words; empty if there is none
     * @param texts the assignments: {@code SND.UNA ← SEG.ACK = 101 (was 100)}
     */
    record Change(String ruleId, String ruleTitle, List<String> texts) {
        Change {
            texts = List.copyOf(texts);
        }
    }

    /** What changed at a host, the assignments first and in their order. */
    List<Change> of(Timeline timeline, int index, Side side, boolean relativeNumbers) {
        if (index == 0) {
            return List.of();
        }
        Frame frame = timeline.frame(index);
        HostView now = frame.host(side);
        HostView before = timeline.frame(index - 1).host(side);
        Numbers numbers = relativeNumbers ? relative(timeline) : Numbers.ABSOLUTE;
        var writer = new CheckText(messages, numbers, index, side);
        Set<Variable> told = EnumSet.noneOf(Variable.class);
        List<Change> all = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.RuleFired(_, Side at, var firing) && at == side) {
                List<String> texts = new ArrayList<>();
                for (Assignment assignment : firing.assignments()) {
                    told.add(assignment.variable());
                    texts.add(writer.assignment(assignment));
                }
                add(all, firing.rule(), texts);
            }
        }
        if (isDeleted(now, before)) {
            add(all, endedBy(frame, side), List.of(messages.get("hostPanel.deleted")));
        } else {
            add(all, null, untold(told, now, before, relativeNumbers));
        }
        return List.copyOf(all);
    }

    private void add(List<Change> all, @Nullable Rule rule, List<String> texts) {
        if (!texts.isEmpty()) {
            String id = rule == null ? "" : rule.id();
            String title = rule == null ? "" : messages.get("rule." + id + ".title");
            all.add(new Change(id, title, texts));
        }
    }

    /** What became another without an assignment, such as what the SYNs agreed on. */
    private List<String> untold(
            Set<Variable> told, HostView now, HostView before, boolean relativeNumbers) {
        List<ControlBlock.Row> old =
                ControlBlock.rows(ControlBlock.ALL, before, null, relativeNumbers);
        List<ControlBlock.Row> rows =
                ControlBlock.rows(ControlBlock.ALL, now, before, relativeNumbers);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ControlBlock.Row row = rows.get(i);
            if (row.changed() && !told.contains(row.variable())) {
                String name = row.variable().rfcName();
                texts.add(messages.get("hostPanel.became", name, row.value(), old.get(i).value()));
            }
        }
        return texts;
    }

    private static boolean isDeleted(HostView now, HostView before) {
        return SequenceSpace.sending(before) != null && SequenceSpace.sending(now) == null;
    }

    private static @Nullable Rule endedBy(Frame frame, Side side) {
        Rule rule = null;
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.StateChanged changed && changed.side() == side) {
                rule = changed.rule();
            }
        }
        return rule;
    }

    // The same story is the same object; comparing two long ones step by step would last.
    @SuppressWarnings("ReferenceEquality")
    private Numbers relative(Timeline timeline) {
        if (timeline != numbersOf) {
            relative = Numbers.relative(timeline);
            numbersOf = timeline;
        }
        return relative;
    }
}
