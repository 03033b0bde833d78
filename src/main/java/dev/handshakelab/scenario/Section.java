package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Field;
import dev.handshakelab.scenario.YamlNode.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys and values of which only certain keys are allowed. */
final class Section {
    private final Fields fields;

    private Section(Fields fields) {
        this.fields = fields;
    }

    static Section of(YamlNode node, String... keys) throws ScenarioException {
        return of(node, List.of(keys));
    }

    /** The keys and values of {@code node}, after a look at whether all keys are allowed. */
    static Section of(YamlNode node, Collection<String> keys) throws ScenarioException {
        if (!(node instanceof Fields fields)) {
            throw node.wrongType(Term.FIELDS);
        }
        List<String> canonicalKeys = keys.stream().map(Words::canonical).toList();
        for (String key : fields.byKey().keySet()) {
            if (!canonicalKeys.contains(key)) {
                throw unknown(fields.byKey().get(key), keys);
            }
        }
        return new Section(fields);
    }

    private static ScenarioException unknown(@Nullable Field field, Collection<String> keys) {
        YamlNode.Value key = Objects.requireNonNull(field).key();
        String nearest = Words.nearest(key.text(), keys);
        return nearest == null
                ? key.problem(Kind.UNKNOWN_KEY, Words.quote(key.text()), String.join(", ", keys))
                : key.problem(Kind.MISSPELT_KEY, Words.quote(key.text()), nearest);
    }

    /** The value of a key; null if the key is not there. */
    @Nullable YamlNode get(String key) {
        Field field = fields.byKey().get(Words.canonical(key));
        return field == null ? null : field.value();
    }

    YamlNode require(String key) throws ScenarioException {
        YamlNode node = get(key);
        if (node == null) {
            throw fields.problem(Kind.MISSING_KEY, key);
        }
        return node;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    YamlNode whole() {
        return fields;
    }

    Collection<Field> all() {
        return fields.byKey().values();
    }

    /** Refuses two keys that exclude each other, at the second one. */
    void notTogether(String first, String second) throws ScenarioException {
        if (has(first)) {
            Field other = fields.byKey().get(Words.canonical(second));
            if (other != null) {
                throw other.key().problem(Kind.TOGETHER, first, second);
            }
        }
    }

    /** The one key of these that is there. */
    String oneOf(List<String> keys) throws ScenarioException {
        List<String> there = new ArrayList<>(keys);
        there.removeIf(key -> !has(key));
        if (there.isEmpty()) {
            throw fields.problem(Kind.NONE_OF, String.join(", ", keys));
        }
        if (there.size() > 1) {
            notTogether(there.get(0), there.get(1));
        }
        return there.get(0);
    }
}
