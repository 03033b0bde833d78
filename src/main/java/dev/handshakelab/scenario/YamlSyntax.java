package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in our own terms what the YAML library complains about. */
final class YamlSyntax {
    private YamlSyntax() {}

    static ScenarioException problem(String file, YamlEngineException error) {
        if (!(error instanceof MarkedYamlEngineException marked)) {
            return YamlNode.Place.wholeFile(file).problem(Kind.YAML_SYNTAX);
        }
        Kind kind = kind(textOf(marked.getContext()), textOf(marked.getProblem()));
        // What is never finished is best shown where it begins.
        boolean unclosed =
                kind == Kind.YAML_QUOTE || kind == Kind.YAML_BRACKET || kind == Kind.YAML_NO_COLON;
        Optional<Mark> mark =
                unclosed
                        ? marked.getContextMark().or(marked::getProblemMark)
                        : marked.getProblemMark().or(marked::getContextMark);
        return YamlTree.place(file, mark).problem(kind);
    }

    private static Kind kind(String context, String problem) {
        if (problem.contains("TAB")) {
            return Kind.YAML_TAB;
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return Kind.YAML_COLON;
        }
        if (problem.startsWith("could not find expected ':'")) {
            return Kind.YAML_NO_COLON;
        }
        if (context.contains("quoted scalar") && problem.contains("unexpected")) {
            return Kind.YAML_QUOTE;
        }
        if (context.contains("flow") || problem.contains("']'") || problem.contains("'}'")) {
            return Kind.YAML_BRACKET;
        }
        if (problem.contains("cannot start any token")) {
            return Kind.YAML_CHARACTER;
        }
        if (problem.startsWith("expected '<document start>'")
                || context.contains("block mapping")
                || context.contains("block collection")) {
            return Kind.YAML_INDENTATION;
        }
        return Kind.YAML_SYNTAX;
    }

    private static String textOf(String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
