package dev.handshakelab.scenario;

import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Field;
import dev.handshakelab.scenario.YamlNode.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A story with everything that was done to it as one short text that survives mail and chat: {@code
 * handshake-lab:1:} and, in base64url, a checksum and a packed text. A bundled scenario is only
 * named there, any other stands in it whole.
 *
 * @param scenario the story and what was done to it
 * @param overlay by which other rules the hosts play
 */
public record ShareLink(Scenario scenario, OptionsOverlay overlay) {
    private static final String PREFIX = "handshake-lab:";
    private static final int VERSION = 1;
    private static final Pattern LINK =
            Pattern.compile("handshake-lab:([0-9]{1,9}):([A-Za-z0-9_-]*)=*");
    private static final int MAX_LETTERS = 2 * SourceText.MAX_OCTETS;
    private static final int CHECKSUM_OCTETS = 4;

    /** Whether a text looks like a link, if perhaps a damaged one. */
    public static boolean isLink(String text) {
        return text.strip().startsWith(PREFIX);
    }

    /** The link. */
    public String encode(ScenarioLibrary library) {
        Optional<Scenario> bundled = library.find(scenario.id()).filter(this::isSameStory);
        String text = bundled.isPresent() ? named(bundled.get()) : whole();
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        byte[] packed = Packing.pack(octets);
        byte[] all =
                ByteBuffer.allocate(CHECKSUM_OCTETS + packed.length)
                        .putInt(checksum(octets))
                        .put(packed)
                        .array();
        return PREFIX + VERSION + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private boolean isSameStory(Scenario other) {
        return other.with(Courses.NONE).equals(scenario.with(Courses.NONE));
    }

    private String whole() {
        return ScenarioWriter.write(
                new Scenario(
                        scenario.id(),
                        scenario.chapter(),
                        overlay.apply(scenario.plan()),
                        scenario.goal(),
                        scenario.texts(),
                        scenario.courses()));
    }

    private String named(Scenario bundled) {
        StringBuilder text = new StringBuilder();
        text.append("bundled: ").append(bundled.id()).append('\n');
        text.append("check: ").append(fingerprint(bundled)).append('\n');
        if (!overlay.equals(OptionsOverlay.NONE)) {
            var rules = new YamlText.Fields().put("base", YamlText.word(overlay.base()));
            new TreeMap<>(overlay.chosen())
                    .forEach((choice, value) ->
                            rules.put(YamlText.word(choice), YamlText.word(value)));
            text.append("rules: ").append(rules).append('\n');
        }
        return text.append(ScenarioWriter.writeCourses(scenario)).toString();
    }

    /** Tells a story apart from what it was in another version of the program. */
    private static String fingerprint(Scenario scenario) {
        String text = ScenarioWriter.write(scenario.with(Courses.NONE));
        return Integer.toUnsignedString(checksum(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int checksum(byte[] octets) {
        CRC32 crc = new CRC32();
        crc.update(octets);
        return (int) crc.getValue();
    }

    /**
     * Reads a link; blanks and line ends in it do not matter.
     *
     * @param name what to call it in messages
     * @throws ScenarioException if it is none, is damaged, or names a scenario that is not in the
     *     library
     */
    public static ShareLink decode(String name, String text, ScenarioLibrary library)
            throws ScenarioException {
        Place place = Place.wholeFile(name);
        if (text.length() > MAX_LETTERS) {
            throw place.problem(Kind.TOO_LARGE, Integer.toString(MAX_LETTERS / 1024));
        }
        String link = text.replaceAll("\\s+", "");
        Matcher matcher = LINK.matcher(link);
        if (!matcher.matches()) {
            throw place.problem(link.startsWith(PREFIX) ? Kind.LINK_DAMAGED : Kind.NO_LINK);
        }
        if (Integer.parseInt(matcher.group(1)) != VERSION) {
            throw place.problem(Kind.LINK_VERSION, matcher.group(1), Integer.toString(VERSION));
        }
        String plain = SourceText.decode(name, unpack(place, matcher.group(2)));
        YamlNode root = YamlTree.read(name, plain);
        return root instanceof YamlNode.Fields fields && fields.byKey().containsKey("bundled")
                ? named(root, library)
                : new ShareLink(ScenarioReader.read(name, plain), OptionsOverlay.NONE);
    }

    private static byte[] unpack(Place place, String base64) throws ScenarioException {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw place.problem(Kind.LINK_DAMAGED);
        }
        if (all.length < CHECKSUM_OCTETS) {
            throw place.problem(Kind.LINK_DAMAGED);
        }
        byte[] octets =
                Packing.unpack(
                        Arrays.copyOfRange(all, CHECKSUM_OCTETS, all.length),
                        SourceText.MAX_OCTETS);
        if (octets == null || checksum(octets) != ByteBuffer.wrap(all).getInt()) {
            throw place.problem(Kind.LINK_DAMAGED);
        }
        return octets;
    }

    private static ShareLink named(YamlNode root, ScenarioLibrary library)
            throws ScenarioException {
        Section section =
                Section.of(root, "bundled", "check", "rules", "touches", "branches", "shown");
        YamlNode.Value id = section.require("bundled").asValue(Term.IDENTIFIER);
        Scenario bundled = library.find(id.text()).orElse(null);
        if (bundled == null) {
            throw id.problem(Kind.LINK_UNKNOWN_SCENARIO, Words.quote(id.text()));
        }
        YamlNode.Value check = section.require("check").asValue(Term.WHOLE_NUMBER);
        if (!check.text().equals(fingerprint(bundled))) {
            throw check.problem(Kind.LINK_OTHER_SCENARIO, bundled.id());
        }
        Courses courses = ScenarioReader.courses(section, bundled.plan());
        return new ShareLink(bundled.with(courses), overlay(section.get("rules")));
    }

    private static OptionsOverlay overlay(@Nullable YamlNode node) throws ScenarioException {
        if (node == null) {
            return OptionsOverlay.NONE;
        }
        List<RuleChoice> choices = List.of(RuleChoice.values());
        List<String> keys = new ArrayList<>(choices.stream().map(Enum::name).toList());
        keys.addFirst("base");
        Section section = Section.of(node, keys);
        OptionsOverlay overlay = OptionsOverlay.NONE;
        for (Field field : section.all()) {
            YamlNode.Value value = field.value().asValue(Term.SINGLE_VALUE);
            if (Words.canonical(field.key().text()).equals("base")) {
                Base base = Words.choose(value, List.of(Base.values()), Base::name);
                overlay = new OptionsOverlay(base, overlay.chosen());
            } else {
                RuleChoice choice = Words.choose(field.key(), choices, RuleChoice::name);
                overlay =
                        overlay.with(
                                choice,
                                Words.choose(value, choice.offered(), RuleChoice.Value::name));
            }
        }
        return overlay;
    }
}
