package dev.handshakelab.export;

import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.tcp.TcpState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a theme, as its stylesheet has them. */
public final class Palette {
    private static final Pattern TOKEN =
            Pattern.compile("(?m)^\\s*-hl-([a-z0-9-]+):\\s*#([0-9a-fA-F]{6});");

    private final Map<String, Ink> tokens = new HashMap<>();

    private Palette(String css) {
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.put(matcher.group(1), Ink.of(Integer.parseInt(matcher.group(2), 16)));
        }
    }

    /** The light theme, for paper. */
    public static Palette light() {
        return of("light");
    }

    /** The dark theme. */
    public static Palette dark() {
        return of("dark");
    }

    private static Palette of(String theme) {
        String name = "/dev/handshakelab/view/theme/" + theme + ".css";
        try (InputStream in = Palette.class.getResourceAsStream(name)) {
            byte[] css = Objects.requireNonNull(in, name).readAllBytes();
            return new Palette(new String(css, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The colour of a token without its prefix, for example {@code canvas}. */
    Ink get(String token) {
        return Objects.requireNonNull(tokens.get(token), token);
    }

    Ink canvas() {
        return get("canvas");
    }

    Ink text() {
        return get("fg");
    }

    Ink muted() {
        return get("fg-muted");
    }

    Ink line() {
        return get("line");
    }

    Ink error() {
        return get("error");
    }

    Ink strong(TcpState state) {
        return get("state-" + name(state));
    }

    Ink soft(TcpState state) {
        return get("state-" + name(state) + "-soft");
    }

    Ink strong(SegmentKind kind) {
        return get("seg-" + name(kind));
    }

    Ink soft(SegmentKind kind) {
        return get("seg-" + name(kind) + "-soft");
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
