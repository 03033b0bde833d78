package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Items;
import java.util.List;

/** Reads lists. */
final class Lists {
    private Lists() {}

    /** The entries of a list; nothing at all is an empty list. */
    static List<YamlNode> of(YamlNode node, int max) throws ScenarioException {
        if (node.term() == Term.NOTHING) {
            return List.of();
        }
        if (!(node instanceof Items items)) {
            throw node.wrongType(Term.LIST);
        }
        if (items.nodes().size() > max) {
            throw items.nodes().get(max).problem(Kind.TOO_MANY, Integer.toString(max));
        }
        return items.nodes();
    }
}
