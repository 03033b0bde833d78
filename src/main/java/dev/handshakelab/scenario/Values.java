package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Value;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values. */
final class Values {
    /** The longest time a file may state: 10 000 hours. */
    static final long MAX_NANOS = 10_000L * 3_600 * 1_000_000_000;

    private static final long BILLION = 1_000_000_000;

    private static final Pattern DURATION =
            Pattern.compile("([0-9]{1,12})(?:\\.([0-9]{1,9}))?\\s*([a-zµμ]+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,24})?)\\s*(%?)");
    private static final Pattern GIVE_UP = Pattern.compile("(?:after )?(\\d+) retransmissions?");
    private static final Pattern SOCKET = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[0-9.]+):([0-9]+)");
    private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Map<String, Long> UNITS =
            Map.of(
                    "ns", 1L,
                    "us", 1_000L,
                    "µs", 1_000L,
                    "μs", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "min", 60_000_000_000L,
                    "h", 3_600_000_000_000L);

    private Values() {}

    static ScenarioException bad(Value value, Term expected) {
        return value.problem(Kind.BAD_VALUE, Words.quote(value.text()), expected);
    }

    static String text(YamlNode node) throws ScenarioException {
        if (node instanceof Value value && (value.quoted() || !value.text().isEmpty())) {
            return value.text();
        }
        throw node.wrongType(Term.TEXT);
    }

    /** A time in nanoseconds, from 0 to {@link #MAX_NANOS}. */
    static long duration(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.DURATION);
        String text = value.text().strip();
        if (text.equals("0")) {
            return 0;
        }
        Matcher matcher = DURATION.matcher(text);
        Long unit = matcher.matches() ? UNITS.get(matcher.group(3)) : null;
        if (unit == null) {
            throw bad(value, Term.DURATION);
        }
        long whole = Long.parseLong(matcher.group(1));
        long billionths = billionths(matcher.group(2));
        long most = MAX_NANOS / unit;
        if (whole > most || (whole == most && billionths > 0)) {
            throw value.problem(Kind.OUT_OF_RANGE, Words.quote(text), "0", "10000 h");
        }
        // In this order nothing overflows and nothing is lost above a nanosecond.
        return whole * unit
                + (unit < BILLION ? billionths * unit / BILLION : billionths * (unit / BILLION));
    }

    /** The digits after the point, filled up to nine. */
    private static long billionths(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits + "0".repeat(9 - digits.length()));
    }

    /** A time in nanoseconds that is more than 0. */
    static long positiveDuration(YamlNode node) throws ScenarioException {
        long nanos = duration(node);
        if (nanos == 0) {
            Value value = node.asValue(Term.DURATION);
            throw value.problem(Kind.OUT_OF_RANGE, Words.quote(value.text()), "1 ns", "10000 h");
        }
        return nanos;
    }

    /** A time in nanoseconds; {@code none} is 0. */
    static long durationOrNone(YamlNode node) throws ScenarioException {
        return isWord(node, "none") ? 0 : duration(node);
    }

    static int integer(YamlNode node, int min, int max) throws ScenarioException {
        return (int) whole(node, Term.WHOLE_NUMBER, min, max);
    }

    /** Any whole number that fits. */
    static long whole(YamlNode node, Term expected, long min, long max) throws ScenarioException {
        Value value = node.asValue(expected);
        String text = value.text().strip();
        boolean huge = text.length() > 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!huge && !NUMBER.matcher(text).matches()) {
            throw bad(value, expected);
        }
        long number = huge ? Long.MAX_VALUE : Long.parseLong(text);
        if (huge || number < min || number > max) {
            throw value.problem(
                    Kind.OUT_OF_RANGE, Words.quote(text), Long.toString(min), Long.toString(max));
        }
        return number;
    }

    static int sequenceNumber(YamlNode node) throws ScenarioException {
        return (int) whole(node, Term.SEQUENCE_NUMBER, 0, 0xFFFF_FFFFL);
    }

    /** A share of 1, written as such or in percent. */
    static double probability(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.PROBABILITY);
        Matcher matcher = DECIMAL.matcher(value.text().strip());
        if (!matcher.matches()) {
            throw bad(value, Term.PROBABILITY);
        }
        double number = Double.parseDouble(matcher.group(1));
        double share = matcher.group(2).isEmpty() ? number : number / 100;
        if (share > 1) {
            throw value.problem(Kind.OUT_OF_RANGE, Words.quote(value.text()), "0", "1");
        }
        return share;
    }

    static boolean yesOrNo(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.YES_OR_NO);
        return switch (Words.canonical(value.text())) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw bad(value, Term.YES_OR_NO);
        };
    }

    static boolean isWord(YamlNode node, String word) {
        return node instanceof Value value && Words.canonical(value.text()).equals(word);
    }

    static Side side(YamlNode node) throws ScenarioException {
        return Words.choose(node.asValue(Term.SINGLE_VALUE), List.of(Side.values()), Side::name);
    }

    static TcpState state(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.SINGLE_VALUE);
        return Words.choose(value, Arrays.asList(TcpState.values()), TcpState::rfcName);
    }

    /** Control bits: one, several joined by plus signs or commas, or a list. */
    static Flags flags(YamlNode node) throws ScenarioException {
        Flags flags = Flags.NONE;
        for (YamlNode one : node.asOneOrMore()) {
            Value value = one.asValue(Term.CONTROL_BITS);
            try {
                flags = flags.with(Flags.parse(value.text().replace('+', ',')));
            } catch (IllegalArgumentException _) {
                throw bad(value, Term.CONTROL_BITS);
            }
        }
        return flags;
    }

    static TcpSocket socket(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.SOCKET);
        Matcher matcher = SOCKET.matcher(value.text().strip());
        if (!matcher.matches() || matcher.group(2).length() > 5) {
            throw bad(value, Term.SOCKET);
        }
        String address = matcher.group(1).replaceAll("[\\[\\]]", "");
        int port = Integer.parseInt(matcher.group(2));
        boolean bracketed = !address.equals(matcher.group(1));
        if (port > 65_535 || !(bracketed ? isIpv6(address) : isIpv4(address))) {
            throw bad(value, Term.SOCKET);
        }
        return new TcpSocket(address, port);
    }

    private static boolean isIpv4(String address) {
        return IPV4.matcher(address).matches()
                && Arrays.stream(address.split("\\.")).allMatch(p -> Integer.parseInt(p) <= 255);
    }

    private static boolean isIpv6(String address) {
        try {
            return Inet6Address.ofLiteral(address) instanceof InetAddress;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** How many retransmissions {@code 6 retransmissions} names; -1 if it is written otherwise. */
    static long retransmissions(YamlNode node) throws ScenarioException {
        Value value = node.asValue(Term.GIVE_UP);
        Matcher matcher = GIVE_UP.matcher(Words.canonical(value.text()));
        if (!matcher.matches()) {
            return -1;
        }
        return whole(new Value(value.place(), matcher.group(1), false), Term.GIVE_UP, 0, 255);
    }
}
