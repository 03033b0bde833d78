package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.YamlNode.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a file that may be anything, and makes sure that it is text of a reasonable size. */
final class SourceText {
    /** The largest scenario file, in octets. */
    static final int MAX_OCTETS = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private SourceText() {}

    static String read(Path path) throws ScenarioException {
        Place place = Place.wholeFile(nameOf(path));
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw place.problem(Kind.NOT_A_FILE);
            }
            if (attributes.size() > MAX_OCTETS) {
                throw tooLarge(place);
            }
            // It may grow meanwhile, and some file systems state no size: the limit is kept here
            // too.
            try (InputStream in = Files.newInputStream(path)) {
                return decode(place.file(), in.readNBytes(MAX_OCTETS + 1));
            }
        } catch (NoSuchFileException _) {
            throw place.problem(Kind.MISSING_FILE);
        } catch (IOException | SecurityException _) {
            throw place.problem(Kind.UNREADABLE);
        }
    }

    /** The octets as text; {@code name} is the name of the file for messages. */
    static String decode(String name, byte[] octets) throws ScenarioException {
        if (octets.length > MAX_OCTETS) {
            throw tooLarge(Place.wholeFile(name));
        }
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(octets.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(octets), text, true);
        String good = text.flip().toString();
        if (result.isError()) {
            throw placeBehind(name, good).problem(Kind.NOT_TEXT);
        }
        return check(name, good);
    }

    /** The text without a byte order mark, if it has only characters that text may have. */
    static String check(String name, String raw) throws ScenarioException {
        if (raw.length() > MAX_OCTETS) {
            throw tooLarge(Place.wholeFile(name));
        }
        String text = !raw.isEmpty() && raw.charAt(0) == BYTE_ORDER_MARK ? raw.substring(1) : raw;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isText(text.codePointAt(i))) {
                throw placeBehind(name, text.substring(0, i)).problem(Kind.NOT_TEXT);
            }
        }
        return text;
    }

    private static ScenarioException tooLarge(Place place) {
        return place.problem(Kind.TOO_LARGE, Integer.toString(MAX_OCTETS / 1024));
    }

    /** The characters that YAML 1.2 allows, without DEL and the C1 control characters. */
    static boolean isText(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= ' ' && codePoint < 0x7F)
                || codePoint == 0x85
                || (codePoint >= 0xA0 && codePoint < Character.MIN_SURROGATE)
                || (codePoint > Character.MAX_SURROGATE && codePoint < BYTE_ORDER_MARK)
                || (codePoint > BYTE_ORDER_MARK && codePoint < 0xFFFE)
                || codePoint > 0xFFFF;
    }

    private static Place placeBehind(String name, String text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean pair = letter == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (letter == '\n' || (letter == '\r' && !pair)) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(name, line, text.codePointCount(lineStart, text.length()) + 1);
    }

    private static String nameOf(Path path) {
        Path last = path.getFileName();
        return (last == null ? path : last).toString();
    }
}
