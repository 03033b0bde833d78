package dev.handshakelab.scenario;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What is wrong with a scenario file, and where.
 *
 * @param kind what is wrong
 * @param arguments the values that its text names: words of the file, numbers, lists of key words
 *     as {@link String}, and {@link Term}s to be translated
 * @param file the name of the file
 * @param line the line, from 1; 0 if the file as a whole is meant
 * @param column the column, from 1; 0 if the line or the file as a whole is meant
 */
public record Problem(Kind kind, List<Object> arguments, String file, int line, int column) {
    /** What may be wrong; behind each the arguments of its text. */
    public enum Kind {
        /** There is no such file. */
        MISSING_FILE,
        /** It is a folder, a device or a pipe. */
        NOT_A_FILE,
        /** The system does not let us read it. */
        UNREADABLE,
        /** Size limit in KiB. */
        TOO_LARGE,
        /** It holds nothing, or only comments. */
        EMPTY,
        /** It is no UTF-8 text. */
        NOT_TEXT,
        /** A tab where YAML wants spaces. */
        YAML_TAB,
        /** A colon inside an unquoted text, or a line that is not indented like its neighbours. */
        YAML_COLON,
        /** A key without a colon behind it. */
        YAML_NO_COLON,
        /** A quotation mark that is never closed. */
        YAML_QUOTE,
        /** A bracket or brace that is never closed, or a comma that is missing. */
        YAML_BRACKET,
        /** A line that is not indented like its neighbours. */
        YAML_INDENTATION,
        /** A character that an unquoted text cannot begin with. */
        YAML_CHARACTER,
        /** No YAML for another reason. */
        YAML_SYNTAX,
        /** The tag: tags are not allowed. */
        YAML_TAG,
        /** The alias: nothing before it has this anchor. */
        YAML_ALIAS,
        /** The limit of aliases. */
        YAML_ALIASES,
        /** The limit of nesting. */
        YAML_DEPTH,
        /** More than one document. */
        YAML_DOCUMENTS,
        /** The key; the line where it stands first. */
        DUPLICATE_KEY,
        /** The key; the keys that are allowed. */
        UNKNOWN_KEY,
        /** The key; the key that is probably meant. */
        MISSPELT_KEY,
        /** The key that must be there. */
        MISSING_KEY,
        /** What was found; what is expected. */
        WRONG_TYPE,
        /** The value; what is expected. */
        BAD_VALUE,
        /** The value; the values that are allowed. */
        UNKNOWN_WORD,
        /** The value; the value that is probably meant. */
        MISSPELT_WORD,
        /** The value; smallest; largest. */
        OUT_OF_RANGE,
        /** Two keys of which only one may be given. */
        TOGETHER,
        /** The keys of which one must be given. */
        NONE_OF,
        /** The limit of entries. */
        TOO_MANY,
        /** The address that both hosts have. */
        SAME_ADDRESS,
        /** A text that is no link of this program. */
        NO_LINK,
        /** The link's version; the version that we know. */
        LINK_VERSION,
        /** Letters of the link are missing or changed. */
        LINK_DAMAGED,
        /** The scenario that the link names. */
        LINK_UNKNOWN_SCENARIO,
        /** The scenario, which is not the same as where the link was made. */
        LINK_OTHER_SCENARIO;

        /** The key of its text in the message bundles: {@code scenarioProblem.MISSING_KEY}. */
        public String key() {
            return "scenarioProblem." + name();
        }
    }

    /** What a value may be. */
    public enum Term {
        NOTHING,
        SINGLE_VALUE,
        LIST,
        FIELDS,
        TEXT,
        IDENTIFIER,
        WHOLE_NUMBER,
        SEQUENCE_NUMBER,
        PROBABILITY,
        DURATION,
        GIVE_UP,
        YES_OR_NO,
        SOCKET,
        CONTROL_BITS,
        COUNTED_CONTROL_BITS,
        CALL,
        ISS,
        TIMESTAMPS,
        LANGUAGE;

        /** The key of its text in the message bundles: {@code scenarioProblem.term.DURATION}. */
        public String key() {
            return "scenarioProblem.term." + name();
        }
    }

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** Whether the problem has a place within the file. */
    public boolean hasPlace() {
        return line > 0;
    }

    /**
     * One sentence that says what is wrong, without the place.
     *
     * @param messages gives the text for a key, a {@link MessageFormat} pattern
     */
    public String sentence(UnaryOperator<String> messages, Locale locale) {
        Object[] values =
                arguments.stream()
                        .map(value -> value instanceof Term t ? messages.apply(t.key()) : value)
                        .toArray();
        return new MessageFormat(messages.apply(kind.key()), locale).format(values);
    }
}
