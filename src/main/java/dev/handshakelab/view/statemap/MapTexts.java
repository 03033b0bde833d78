package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.StateMapLink;
import dev.handshakelab.diagram.StateMapWords;
import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.statemap.MapProgress.Taken;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the state map says. */
final class MapTexts implements StateMapWords {
    /** A text with a heading. */
    record Caption(String heading, List<String> lines) {
        Caption {
            lines = List.copyOf(lines);
        }

        /** All in one, for screen readers. */
        String spoken() {
            return heading + "\n" + String.join("\n", lines);
        }
    }

    private final Messages messages;

    MapTexts(Messages messages) {
        this.messages = messages;
    }

    private static String key(TcpState from, TcpState to, String part) {
        return "statemap.edge." + from.rfcName() + "." + to.rfcName() + "." + part;
    }

    private String orEmpty(String key) {
        return messages.has(key) ? messages.get(key) : "";
    }

    @Override
    public String event(TcpState from, TcpState to) {
        return orEmpty(key(from, to, "event"));
    }

    @Override
    public String action(TcpState from, TcpState to) {
        return orEmpty(key(from, to, "action"));
    }

    @Override
    public String name(TcpState state) {
        // In English the textbook says what the RFC says.
        return messages.isChinese() ? textbookName(state) : socketName(state);
    }

    private String textbookName(TcpState state) {
        return messages.get("state." + state.rfcName() + ".name");
    }

    private String socketName(TcpState state) {
        return messages.get("state." + state.rfcName() + ".socket");
    }

    /** Event and action in one line; empty for a way that the figure omits. */
    String label(TcpState from, TcpState to) {
        String action = action(from, to);
        return action.isEmpty()
                ? event(from, to)
                : messages.get("statemap.label", event(from, to), action);
    }

    // Explanations

    /** About a state. */
    Caption about(TcpState state, MapProgress progress) {
        String key = "state." + state.rfcName();
        List<String> lines = new ArrayList<>();
        lines.add(
                messages.get(
                        "statemap.node.text",
                        messages.get(key + ".summary"),
                        messages.get(key + ".waitsFor")));
        boolean a = progress.isIn(Side.A, state);
        boolean b = progress.isIn(Side.B, state);
        if (a && b) {
            lines.add(messages.get("statemap.node.hereBoth"));
        } else if (a || b) {
            lines.add(messages.get("statemap.node.here", a ? "A" : "B"));
        }
        lines.add(messages.get("statemap.node.socket", socketName(state)));
        Taken entered = progress.lastEntered(state);
        if (entered != null) {
            lines.add(
                    messages.get("statemap.node.wasHere", entered.side().name(), entered.frame()));
        }
        String heading = messages.get("statemap.node", state.rfcName(), textbookName(state));
        return new Caption(heading, lines);
    }

    /** About a way. */
    Caption about(StateMapLink link, MapProgress progress) {
        List<String> lines = new ArrayList<>();
        String label = label(link.from(), link.to());
        if (!label.isEmpty()) {
            lines.add(label);
        }
        Taken taken = progress.lastTaken(MapItem.of(link));
        lines.add(
                taken == null
                        ? messages.get("statemap.notTaken")
                        : messages.get("statemap.taken", taken.side().name(), taken.frame()));
        Set<OmissionReason> reasons = EnumSet.noneOf(OmissionReason.class);
        link.edges().stream()
                .filter(edge -> !edge.inFigure())
                .forEach(edge -> reasons.add(OmissionReason.of(edge)));
        if (!link.inFigure()) {
            addReasons(reasons, lines);
        }
        Rule told = taken == null ? null : taken.rule();
        for (Edge edge : link.edges()) {
            lines.add(rule(edge.rule()));
            if (edge.rule() == told || link.edges().size() == 1) {
                lines.add(messages.get("rule." + edge.rule().id() + ".text"));
            }
        }
        if (link.inFigure()) {
            lines.add(messages.get("statemap.figure"));
            addReasons(reasons, lines);
        }
        return new Caption(
                messages.get("statemap.link", link.from().rfcName(), link.to().rfcName()), lines);
    }

    private void addReasons(Set<OmissionReason> reasons, List<String> lines) {
        reasons.forEach(reason -> lines.add(messages.get("statemap.why." + reason.name())));
    }

    private String rule(Rule rule) {
        String title = messages.get("rule." + rule.id() + ".title");
        if (rule.citations().isEmpty()) {
            return messages.get("statemap.rule.uncited", title, rule.id());
        }
        String where =
                rule.citations().stream().map(Object::toString).collect(Collectors.joining("; "));
        return messages.get("statemap.rule", title, rule.id(), where);
    }

    /** About the ways just taken, the latest host first. */
    Caption latest(MapProgress progress) {
        List<Taken> steps = new ArrayList<>(progress.latest(Side.A));
        List<Taken> others = progress.latest(Side.B);
        boolean othersFirst =
                !others.isEmpty()
                        && !steps.isEmpty()
                        && others.getFirst().frame() > steps.getFirst().frame();
        steps.addAll(othersFirst ? 0 : steps.size(), others);
        List<String> lines = new ArrayList<>();
        for (Taken step : steps) {
            lines.add(last(step));
        }
        if (lines.isEmpty()) {
            lines.add(messages.get("statemap.begin"));
        }
        lines.add(messages.get("statemap.hint"));
        return new Caption(messages.get("statemap.title"), lines);
    }

    private String last(Taken step) {
        TcpState from = step.way().from();
        TcpState to = step.way().to();
        return messages.get(
                "statemap.last", step.side().name(), from.rfcName(), to.rfcName(), how(step));
    }

    /** The label if the figure has the edge, otherwise the title of the rule. */
    private String how(Taken step) {
        @Nullable Rule rule = step.rule();
        boolean inFigure =
                TransitionTable.between(step.way().from(), step.way().to()).stream()
                        .anyMatch(edge -> edge.inFigure() && (rule == null || edge.rule() == rule));
        return inFigure || rule == null
                ? label(step.way().from(), step.way().to())
                : messages.get("rule." + rule.id() + ".title");
    }
}
