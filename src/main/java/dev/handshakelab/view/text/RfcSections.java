package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Rule.Citation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The titles of the RFCs that the program cites, and of their sections, as the RFCs have them. */
public final class RfcSections {
    private static final String RESOURCE = "rfc-sections.txt";
    private static final Pattern DOCUMENT = Pattern.compile("RFC (\\d+) (.+)");
    private static final Pattern SECTION = Pattern.compile("((?:\\d+|[A-Z])(?:\\.\\d+)*) (.+)");
    private static final Pattern CITATION = Pattern.compile("RFC (\\d+), (\\S+)");

    private final Map<Integer, String> documents;
    private final Map<Citation, String> sections;

    private static final class Holder {
        static final RfcSections BUNDLED = read(resource());
    }

    private RfcSections(Map<Integer, String> documents, Map<Citation, String> sections) {
        this.documents = documents;
        this.sections = sections;
    }

    /** The table that comes with the program. */
    public static RfcSections bundled() {
        return Holder.BUNDLED;
    }

    /**
     * Reads a table: {@code RFC n title}, below it the sections of that document, {@code number
     * title}; empty lines and those that begin with {@code #} count for nothing.
     *
     * @throws IllegalArgumentException naming the first line that is neither
     */
    static RfcSections read(String table) {
        Map<Integer, String> documents = new LinkedHashMap<>();
        Map<Citation, String> sections = new LinkedHashMap<>();
        int rfc = 0;
        for (String line : table.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher document = DOCUMENT.matcher(line);
            Matcher section = SECTION.matcher(line);
            if (document.matches()) {
                rfc = Integer.parseInt(document.group(1));
                put(documents, rfc, document.group(2), line);
            } else if (section.matches() && rfc != 0) {
                put(sections, new Citation(rfc, section.group(1)), section.group(2), line);
            } else {
                throw new IllegalArgumentException(line);
            }
        }
        return new RfcSections(documents, sections);
    }

    private static <K> void put(Map<K, String> map, K key, String title, String line) {
        if (map.putIfAbsent(key, title) != null) {
            throw new IllegalArgumentException("twice: " + line);
        }
    }

    /** The numbers of all RFCs in the table. */
    public Set<Integer> documents() {
        return Set.copyOf(documents.keySet());
    }

    /** The title of a document. */
    public Optional<String> documentTitle(int rfc) {
        return Optional.ofNullable(documents.get(rfc));
    }

    /** The title of a section; empty if that RFC has no such section, or is not in the table. */
    public Optional<String> title(Citation citation) {
        return Optional.ofNullable(sections.get(citation));
    }

    /** Number and title, for example {@code RFC 9293, 3.10.7.4 (Other States)}. */
    public String titled(Citation citation) {
        return title(citation)
                .map(title -> citation + " (" + title + ")")
                .orElse(citation.toString());
    }

    /**
     * The same for a citation that is already text, such as {@code RFC 9293, 3.10.7.4}; any other
     * text is returned as it is.
     */
    public String titled(String citation) {
        Matcher found = CITATION.matcher(citation);
        return found.matches()
                ? titled(new Citation(Integer.parseInt(found.group(1)), found.group(2)))
                : citation;
    }

    private static String resource() {
        try (InputStream in = RfcSections.class.getResourceAsStream(RESOURCE)) {
            return new String(
                    Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
