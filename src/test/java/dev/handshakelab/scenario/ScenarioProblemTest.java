package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is told with its kind, line, column and words. */
class ScenarioProblemTest {
    private static final String BUNDLE = "dev.handshakelab.i18n.messages";

    /** The mistake stands where the file has the sign ▶. */
    private static Arguments at(String marked, Kind kind, Object... arguments) {
        return Arguments.of(marked, kind, List.of(arguments));
    }

    private static Arguments step(String step, Kind kind, Object... arguments) {
        return at("scenario: X\nscript:\n  - " + step + "\n", kind, arguments);
    }

    private static Arguments option(String option, Kind kind, Object... arguments) {
        String head = "scenario: X\nscript: []\nhosts:\n  B:\n    options: {";
        return at(head + option + "}\n", kind, arguments);
    }

    private static Arguments fault(String fault, Kind kind, Object... arguments) {
        return at("scenario: X\nscript: []\nfaults:\n  - " + fault + "\n", kind, arguments);
    }

    private static Arguments goal(String goal, Kind kind, Object... arguments) {
        return at("scenario: X\nscript: []\ngoal: " + goal + "\n", kind, arguments);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                        syntax(), top(), hosts(), options(), faults(), script(), goals(), touches())
                .flatMap(s -> s);
    }

    static Stream<Arguments> syntax() {
        return Stream.of(
                at("scenario: X\n▶\tscript: []\n", Kind.YAML_TAB),
                at("scenario: X\ntitle: one▶: two\n", Kind.YAML_COLON),
                at("scenario: X\ntitle: ▶\"open\nscript: []\n", Kind.YAML_QUOTE),
                at("scenario: X\nlink: ▶{delay: 1 s\nscript: []\n", Kind.YAML_BRACKET),
                at("scenario: X\nfaults: ▶[1, 2\n", Kind.YAML_BRACKET),
                at("scenario: X\n▶script\nuntil: 1 s\n", Kind.YAML_NO_COLON),
                at("scenario: X\n script▶: []\n", Kind.YAML_COLON),
                at("scenario: ▶@X\n", Kind.YAML_CHARACTER),
                at("scenario: X\nlink:\n    delay: 1 s\n  ▶seed: 1\n", Kind.YAML_INDENTATION),
                at("  scenario: X\n▶script: []\n", Kind.YAML_INDENTATION),
                at("scenario: X\ntitle: ▶!!str hello\n", Kind.YAML_TAG, "tag:yaml.org,2002:str"),
                at("scenario: X\ntitle: ▶!java.net.URL [a]\n", Kind.YAML_TAG, "!java.net.URL"),
                at("scenario: X\ntitle: ▶*nobody\n", Kind.YAML_ALIAS, "nobody"),
                at("scenario: X\nlink: &me {delay: ▶*me}\n", Kind.YAML_ALIAS, "me"),
                at("scenario: X\nscript: []\n▶---\nscenario: Y\n", Kind.YAML_DOCUMENTS),
                at("scenario: X\n▶Scenario: Y\n", Kind.DUPLICATE_KEY, "Scenario", "1"),
                at("scenario: X\n▶[a, b]: Y\n", Kind.YAML_NO_COLON),
                at("▶- scenario: X\n", Kind.WRONG_TYPE, Term.LIST, Term.FIELDS),
                at("▶hello\n", Kind.WRONG_TYPE, Term.SINGLE_VALUE, Term.FIELDS));
    }

    private static Arguments touch(String touch, Kind kind, Object... arguments) {
        return at("scenario: X\nscript: []\ntouches:\n  - " + touch + "\n", kind, arguments);
    }

    static Stream<Arguments> touches() {
        String one = "scenario: X\nscript: []\nbranches:\n";
        return Stream.of(
                touch("▶{drop: 1}", Kind.NONE_OF, "after, at"),
                touch("{after: ▶-1, drop: 1}", Kind.OUT_OF_RANGE, "-1", "0", "1000000"),
                touch("{after: ▶x, drop: 1}", Kind.BAD_VALUE, "x", Term.WHOLE_NUMBER),
                touch("{at: ▶5, drop: 1}", Kind.BAD_VALUE, "5", Term.DURATION),
                touch("{after: 1, drop: ▶0}", Kind.OUT_OF_RANGE, "0", "1", "10000000"),
                touch("{after: 1, ▶drp: 1}", Kind.MISSPELT_KEY, "drp", "drop"),
                touch("{after: 1, drop: 1, ▶hold: 1}", Kind.TOGETHER, "drop", "hold"),
                touch("{after: 1, delay: ▶{segment: 1}}", Kind.MISSING_KEY, "by"),
                touch("{after: 1, delay: ▶1}", Kind.WRONG_TYPE, Term.SINGLE_VALUE, Term.FIELDS),
                touch("{after: 1, network: ▶manuel}", Kind.MISSPELT_WORD, "manuel", "manual"),
                touch(
                        "{after: 1, fire: {host: A, timer: ▶retransmision}}",
                        Kind.MISSPELT_WORD,
                        "retransmision",
                        "RETRANSMISSION"),
                touch("{after: 1, fault: {drop: {from: ▶C}}}", Kind.MISSPELT_WORD, "C", "A"),
                touch("{after: 1, A: ▶clsoe}", Kind.MISSPELT_WORD, "clsoe", "close"),
                at(
                        "scenario: X\nscript: []\ntouches: []\n▶branches: []\n",
                        Kind.TOGETHER,
                        "touches",
                        "branches"),
                at(one + "  - ▶{name: x}\n", Kind.MISSING_KEY, "number"),
                at(one + "  - {number: 1, from: ▶2}\n", Kind.UNKNOWN_WORD, "2", ""),
                at(one + "  - {number: 1}\nshown: ▶3\n", Kind.UNKNOWN_WORD, "3", "1"));
    }

    static Stream<Arguments> top() {
        return Stream.of(
                at("scenario: X\n▶scrpit: []\n", Kind.MISSPELT_KEY, "scrpit", "script"),
                at("▶scenario: X\n", Kind.MISSING_KEY, "script"),
                at("▶script: []\n", Kind.MISSING_KEY, "scenario"),
                at("scenario: ▶a b\n", Kind.BAD_VALUE, "a b", Term.IDENTIFIER),
                at("scenario:▶\nscript: []\n", Kind.WRONG_TYPE, Term.NOTHING, Term.IDENTIFIER),
                at("scenario: ▶[X]\nscript: []\n", Kind.WRONG_TYPE, Term.LIST, Term.IDENTIFIER),
                at(
                        "scenario: X\nchapter: ▶closeing\nscript: []\n",
                        Kind.MISSPELT_WORD,
                        "closeing",
                        "closing"),
                at(
                        "scenario: X\nscript: []\ntitle: {▶english!: a}\n",
                        Kind.BAD_VALUE,
                        "english!",
                        Term.LANGUAGE),
                at(
                        "scenario: X\nscript: []\nwhy: {en: ▶[a]}\n",
                        Kind.WRONG_TYPE,
                        Term.LIST,
                        Term.TEXT),
                at("scenario: X\nscript: []\nuntil: ▶10\n", Kind.BAD_VALUE, "10", Term.DURATION),
                at(
                        "scenario: X\nscript: []\nuntil: ▶99999 h\n",
                        Kind.OUT_OF_RANGE,
                        "99999 h",
                        "0",
                        "10000 h"),
                at("scenario: X\nscript: []\nsteps: ▶0\n", Kind.OUT_OF_RANGE, "0", "1", "2000000"),
                at(
                        "scenario: X\nscript: []\nsteps: ▶1.5\n",
                        Kind.BAD_VALUE,
                        "1.5",
                        Term.WHOLE_NUMBER),
                at(
                        "scenario: X\nscript: []\nlink: {▶dealy: 1 s}\n",
                        Kind.MISSPELT_KEY,
                        "dealy",
                        "delay"),
                at(
                        "scenario: X\nscript: []\nlink: {delay: ▶5 parsec}\n",
                        Kind.BAD_VALUE,
                        "5 parsec",
                        Term.DURATION),
                at(
                        "scenario: X\nscript: []\nlink: {delay: ▶-5 ms}\n",
                        Kind.BAD_VALUE,
                        "-5 ms",
                        Term.DURATION),
                at(
                        "scenario: X\nscript: []\nlink: {seed: ▶x}\n",
                        Kind.BAD_VALUE,
                        "x",
                        Term.WHOLE_NUMBER));
    }

    static Stream<Arguments> hosts() {
        String head = "scenario: X\nscript: []\nhosts:\n  ";
        return Stream.of(
                at(head + "▶C: {}\n", Kind.MISSPELT_KEY, "C", "A"),
                at(head + "▶middlebox: {}\n", Kind.UNKNOWN_KEY, "middlebox", "A, B"),
                at(head + "A: ▶client\n", Kind.WRONG_TYPE, Term.SINGLE_VALUE, Term.FIELDS),
                at(head + "A: {role: ▶cleint}\n", Kind.MISSPELT_WORD, "cleint", "client"),
                at(
                        head + "A: {role: ▶router}\n",
                        Kind.UNKNOWN_WORD,
                        "router",
                        "client, server, peer"),
                at(head + "A: {address: ▶10.0.0.1}\n", Kind.BAD_VALUE, "10.0.0.1", Term.SOCKET),
                at(
                        head + "A: {address: \u25b6\"10.0.0.1:70000\"}\n",
                        Kind.BAD_VALUE,
                        "10.0.0.1:70000",
                        Term.SOCKET),
                at(
                        head + "A: {address: ▶10.0.0.256:80}\n",
                        Kind.BAD_VALUE,
                        "10.0.0.256:80",
                        Term.SOCKET),
                at(
                        head + "A: {address: ▶\"[zz::1]:80\"}\n",
                        Kind.BAD_VALUE,
                        "[zz::1]:80",
                        Term.SOCKET),
                at(
                        head + "A: {address: ▶example.org:80}\n",
                        Kind.BAD_VALUE,
                        "example.org:80",
                        Term.SOCKET),
                at(head + "A: {iss: ▶-1}\n", Kind.OUT_OF_RANGE, "-1", "0", "4294967295"),
                at(
                        head + "A: {iss: ▶4294967296}\n",
                        Kind.OUT_OF_RANGE,
                        "4294967296",
                        "0",
                        "4294967295"),
                at(
                        head + "A: {iss: ▶99999999999999999999999}\n",
                        Kind.OUT_OF_RANGE,
                        "99999999999999999999999",
                        "0",
                        "4294967295"),
                at(head + "A: {iss: [100, ▶x]}\n", Kind.BAD_VALUE, "x", Term.ISS),
                at(head + "A: {iss: ▶[]}\n", Kind.WRONG_TYPE, Term.LIST, Term.ISS),
                at(head + "A: {iss: ▶random x}\n", Kind.BAD_VALUE, "x", Term.ISS),
                at(
                        "▶scenario: X\nscript: []\nhosts: {A: {address: 10.0.0.2:80}}\n",
                        Kind.SAME_ADDRESS,
                        "10.0.0.2:80"));
    }

    static Stream<Arguments> options() {
        return Stream.of(
                option("preset: ▶RCF", Kind.MISSPELT_WORD, "RCF", "RFC"),
                option("preset: ▶Windows", Kind.UNKNOWN_WORD, "Windows", "RFC, LINUX_LIKE"),
                option("on: [NAGLE, ▶nagel]", Kind.MISSPELT_WORD, "nagel", "NAGLE"),
                option("on: ▶{}", Kind.WRONG_TYPE, Term.FIELDS, Term.SINGLE_VALUE),
                option(
                        "variants: [▶TWO_WAY_HANDSHAK]",
                        Kind.MISSPELT_WORD,
                        "TWO_WAY_HANDSHAK",
                        "TWO_WAY_HANDSHAKE"),
                option("▶recieve buffer: 1", Kind.MISSPELT_KEY, "recieve buffer", "receive buffer"),
                option(
                        "receive buffer: ▶2000000000",
                        Kind.OUT_OF_RANGE,
                        "2000000000",
                        "0",
                        "1073741824"),
                option("send buffer: ▶0", Kind.OUT_OF_RANGE, "0", "1", "1073741824"),
                option("window shift: ▶15", Kind.OUT_OF_RANGE, "15", "0", "14"),
                option("maximum segment size: ▶0", Kind.OUT_OF_RANGE, "0", "1", "65495"),
                option("initial rto: ▶0 s", Kind.OUT_OF_RANGE, "0 s", "1 ns", "10000 h"),
                option("msl: ▶long", Kind.BAD_VALUE, "long", Term.DURATION),
                option("syn give-up: ▶six", Kind.BAD_VALUE, "six", Term.GIVE_UP),
                option("syn give-up: ▶999 retransmissions", Kind.OUT_OF_RANGE, "999", "0", "255"),
                option("time-wait reuse: ▶nome", Kind.MISSPELT_WORD, "nome", "NONE"),
                option("keep-alive probes: ▶0", Kind.OUT_OF_RANGE, "0", "1", "255"),
                option("delayed ack: ▶[1 s]", Kind.WRONG_TYPE, Term.LIST, Term.DURATION));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                at(
                        "scenario: X\nscript: []\nfaults: ▶{drop: {}}\n",
                        Kind.WRONG_TYPE,
                        Term.FIELDS,
                        Term.LIST),
                fault("▶lose: {}", Kind.UNKNOWN_KEY, "lose", "pass, drop, delay, duplicate, hold"),
                fault("▶dorp: {}", Kind.MISSPELT_KEY, "dorp", "drop"),
                fault("▶{}", Kind.NONE_OF, "pass, drop, delay, duplicate, hold"),
                fault("{drop: {}, ▶hold: {}}", Kind.TOGETHER, "drop", "hold"),
                fault("drop: {from: ▶C}", Kind.MISSPELT_WORD, "C", "A"),
                fault("drop: {from: ▶router}", Kind.UNKNOWN_WORD, "router", "A, B"),
                fault("drop: {flags: ▶SIN}", Kind.BAD_VALUE, "SIN", Term.CONTROL_BITS),
                fault("drop: {flags: [SYN, ▶ACKK]}", Kind.BAD_VALUE, "ACKK", Term.CONTROL_BITS),
                fault("drop: {nth: ▶0}", Kind.OUT_OF_RANGE, "0", "1", "1000000"),
                fault("drop: {nth: ▶[]}", Kind.WRONG_TYPE, Term.NOTHING, Term.WHOLE_NUMBER),
                fault("drop: {text: ▶maybe}", Kind.BAD_VALUE, "maybe", Term.YES_OR_NO),
                fault("drop: {▶by: 1 s}", Kind.UNKNOWN_KEY, "by", FAULT_KEYS + ", probability"),
                fault("drop: {probability: ▶1.5}", Kind.OUT_OF_RANGE, "1.5", "0", "1"),
                fault("drop: {probability: ▶often}", Kind.BAD_VALUE, "often", Term.PROBABILITY),
                fault("delay: ▶{from: A}", Kind.NONE_OF, "by, up to"),
                fault("delay: {by: 1 s, ▶up to: 2 s}", Kind.TOGETHER, "by", "up to"),
                fault("duplicate: {later: ▶soon}", Kind.BAD_VALUE, "soon", Term.DURATION),
                fault("hold: {▶nht: 1}", Kind.MISSPELT_KEY, "nht", "nth"));
    }

    private static final String FAULT_KEYS =
            "from, flags, without, text, retransmission, nth, since, before";

    static Stream<Arguments> script() {
        return Stream.of(
                at("scenario: X\nscript: ▶listen\n", Kind.WRONG_TYPE, Term.SINGLE_VALUE, Term.LIST),
                step("▶listen", Kind.WRONG_TYPE, Term.SINGLE_VALUE, Term.FIELDS),
                step(
                        "▶after: 1 s",
                        Kind.NONE_OF,
                        "A, B, inject, release, crash, reboot, cable, options"),
                step("{A: listen, ▶B: connect}", Kind.TOGETHER, "A", "B"),
                step("{at: 1 s, A: listen, ▶after: 1 s}", Kind.TOGETHER, "at", "after"),
                step("{at: 1 s, ▶when: {A: CLOSED}, A: listen}", Kind.TOGETHER, "at", "when"),
                step("A: ▶conect", Kind.MISSPELT_WORD, "conect", "connect"),
                step("A: ▶dance about", Kind.BAD_VALUE, "dance about", Term.CALL),
                step("A: ▶send", Kind.BAD_VALUE, "send", Term.CALL),
                step("A: ▶send hello", Kind.BAD_VALUE, "send hello", Term.CALL),
                step("A: ▶send \"hello", Kind.BAD_VALUE, "send \"hello", Term.CALL),
                step("A: ▶send \"a\" \"b\"", Kind.BAD_VALUE, "send \"a\" \"b\"", Term.CALL),
                step("A: ▶send \"a\", loud", Kind.BAD_VALUE, "send \"a\", loud", Term.CALL),
                step("A: ▶send 0 octets", Kind.OUT_OF_RANGE, "0", "1", "1000000"),
                step("A: ▶close \"bye\"", Kind.BAD_VALUE, "close \"bye\"", Term.CALL),
                step("A: ▶listen, urgent", Kind.BAD_VALUE, "listen, urgent", Term.CALL),
                step("A: ▶connect with", Kind.BAD_VALUE, "connect with", Term.CALL),
                step("A: ▶[close]", Kind.WRONG_TYPE, Term.LIST, Term.CALL),
                step("A:▶", Kind.WRONG_TYPE, Term.NOTHING, Term.CALL),
                step("crash: ▶C", Kind.MISSPELT_WORD, "C", "A"),
                step("crash: ▶{down: yes}", Kind.MISSING_KEY, "host"),
                step("cable: ▶pul", Kind.MISSPELT_WORD, "pul", "pull"),
                step("release: ▶{nth: 1}", Kind.MISSING_KEY, "from"),
                step("options: ▶{}", Kind.NONE_OF, "A, B"),
                step("options: {A: {▶mls: 1 s}}", Kind.MISSPELT_KEY, "mls", "msl"),
                step("inject: ▶{from: A}", Kind.MISSING_KEY, "seq"),
                step(
                        "inject: {from: A, flags: SYN, seq: 1, as: ▶forgd}",
                        Kind.MISSPELT_WORD,
                        "forgd",
                        "forged"),
                step("inject: ▶{from: A, as: forged, flags: SYN}", Kind.MISSING_KEY, "seq"),
                step(
                        "inject: {from: A, as: forged, flags: SYN, seq: ▶1e3}",
                        Kind.BAD_VALUE,
                        "1e3",
                        Term.SEQUENCE_NUMBER),
                step(
                        "inject: {from: A, as: forged, flags: SYN, seq: 1, window: ▶65536}",
                        Kind.OUT_OF_RANGE,
                        "65536",
                        "0",
                        "65535"),
                step(
                        "inject: {from: A, as: forged, flags: SYN, seq: 1,"
                                + " options: {timestamps: ▶[1]}}",
                        Kind.WRONG_TYPE,
                        Term.LIST,
                        Term.TIMESTAMPS),
                step("{when: ▶{}, A: close}", Kind.NONE_OF, CONDITION_KEYS),
                step(
                        "{when: {A: ▶ESTABLISH}, A: close}",
                        Kind.MISSPELT_WORD,
                        "ESTABLISH",
                        "ESTABLISHED"));
    }

    private static final String CONDITION_KEYS =
            "A, B, A was, B was, A delivered, B delivered, A delivered octets,"
                    + " B delivered octets, A sent, B sent, A received, B received,"
                    + " A never was, B never was, A never sent, B never sent,"
                    + " A never received, B never received, acknowledged, network";

    static Stream<Arguments> goals() {
        return Stream.of(
                goal("▶[A]", Kind.WRONG_TYPE, Term.LIST, Term.FIELDS),
                goal("{A: ▶SYN_SEND}", Kind.MISSPELT_WORD, "SYN_SEND", "SYN-SENT"),
                goal("{A: CLOSED, moment: ▶twice}", Kind.UNKNOWN_WORD, "twice", "at the end, once"),
                goal("▶{moment: once}", Kind.NONE_OF, CONDITION_KEYS),
                goal("{▶A recieved: SYN}", Kind.MISSPELT_KEY, "A recieved", "A received"),
                goal(
                        "{A sent: ▶many x SYN}",
                        Kind.BAD_VALUE,
                        "many x SYN",
                        Term.COUNTED_CONTROL_BITS),
                goal("{A sent: ▶0 x SYN}", Kind.OUT_OF_RANGE, "0", "1", "1000000"),
                goal("{acknowledged: ▶all}", Kind.UNKNOWN_WORD, "all", "A, B"),
                goal("{network: ▶full}", Kind.UNKNOWN_WORD, "full", "empty"),
                goal("{A delivered: ▶{}}", Kind.WRONG_TYPE, Term.FIELDS, Term.TEXT),
                goal("{A delivered octets: ▶ten}", Kind.BAD_VALUE, "ten", Term.WHOLE_NUMBER));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsPlace(String marked, Kind kind, List<Object> arguments) {
        int place = marked.indexOf('▶');
        String before = marked.substring(0, place);
        int line = (int) before.lines().count() + (before.endsWith("\n") || place == 0 ? 1 : 0);
        int column = place - before.lastIndexOf('\n');

        ScenarioException exception =
                catchThrowableOfType(
                        ScenarioException.class,
                        () -> ScenarioReader.read("lecture.scenario", marked.replace("▶", "")));

        assertThat(exception).isNotNull();
        assertThat(exception.problem())
                .isEqualTo(new Problem(kind, arguments, "lecture.scenario", line, column));
        assertThat(sentence(exception.problem(), Locale.ENGLISH)).doesNotContain("{", "!!");
    }

    @Test
    void everyKindAndTermHasItsTextInBothLanguages() {
        for (Locale locale : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            ResourceBundle bundle = bundle(locale);
            assertThat(bundle.keySet())
                    .containsAll(Stream.of(Kind.values()).map(Kind::key).toList())
                    .containsAll(Stream.of(Term.values()).map(Term::key).toList());
        }
        assertThat(bundle(Locale.SIMPLIFIED_CHINESE).getString(Kind.EMPTY.key()))
                .isNotEqualTo(bundle(Locale.ROOT).getString(Kind.EMPTY.key()));
    }

    @Test
    void theSentenceNamesWhatWasFoundAndWhatWasExpected() {
        Problem problem =
                new Problem(Kind.BAD_VALUE, List.of("5 parsec", Term.DURATION), "f", 1, 1);

        assertThat(sentence(problem, Locale.ENGLISH))
                .isEqualTo(
                        "Found \"5 parsec\", expected a time with its unit"
                                + " (ns, us, ms, s, min, h), such as 10 ms.");
    }

    private static String sentence(Problem problem, Locale locale) {
        return problem.sentence(bundle(locale)::getString, locale);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale);
    }
}
