package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A piece of a YAML document that knows where it stands. */
sealed interface YamlNode {
    Place place();

    /** A place in a file; line and column from 1, or 0 for the file as a whole. */
    record Place(String file, int line, int column) {
        static Place wholeFile(String file) {
            return new Place(file, 0, 0);
        }

        ScenarioException problem(Kind kind, Object... arguments) {
            return new ScenarioException(
                    new Problem(kind, Arrays.asList(arguments), file, line, column));
        }
    }

    /**
     * A single value.
     *
     * @param quoted whether it stands in quotation marks or in a block of text
     */
    record Value(Place place, String text, boolean quoted) implements YamlNode {}

    /** A list. */
    record Items(Place place, List<YamlNode> nodes) implements YamlNode {}

    /** Keys with values; the map is by {@link Words#canonical} key, in the order of the file. */
    record Fields(Place place, Map<String, Field> byKey) implements YamlNode {}

    /** A key as it is written, and its value. */
    record Field(Value key, YamlNode value) {}

    default ScenarioException problem(Kind kind, Object... arguments) {
        return place().problem(kind, arguments);
    }

    /** What this is, for "found ..., expected ...". */
    default Term term() {
        return switch (this) {
            case Items _ -> Term.LIST;
            case Fields _ -> Term.FIELDS;
            case Value(_, String text, boolean quoted) ->
                    text.isEmpty() && !quoted ? Term.NOTHING : Term.SINGLE_VALUE;
        };
    }

    default ScenarioException wrongType(Term expected) {
        return problem(Kind.WRONG_TYPE, term(), expected);
    }

    /** This as a single value that is not empty. */
    default Value asValue(Term expected) throws ScenarioException {
        if (this instanceof Value value && value.term() != Term.NOTHING) {
            return value;
        }
        throw wrongType(expected);
    }

    /** The entries of a list, or this alone if it is no list. */
    default List<YamlNode> asOneOrMore() {
        return this instanceof Items items ? items.nodes() : List.of(this);
    }
}
