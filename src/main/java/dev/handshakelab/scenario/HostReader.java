package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Items;
import dev.handshakelab.scenario.YamlNode.Value;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.tcp.EndpointConfig;
import dev.handshakelab.tcp.IssPolicy;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.HostInfo.Role;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a host; what is not stated is as in the RFC's figures. */
final class HostReader {
    private static final int MAX_ISS = 1000;

    private HostReader() {}

    /**
     * A host.
     *
     * @param node its section; null: everything by default
     */
    static Plan.Host read(@Nullable YamlNode node, Side side) throws ScenarioException {
        Role role = side == Side.A ? Role.CLIENT : Role.SERVER;
        TcpSocket socket =
                side == Side.A ? new TcpSocket("10.0.0.1", 40_001) : new TcpSocket("10.0.0.2", 80);
        IssPolicy iss = new IssPolicy.Given(List.of(side == Side.A ? 100 : 300));
        TcpOptions options = TcpOptions.RFC;
        if (node != null) {
            Section section = Section.of(node, "role", "address", "iss", "options");
            role = section.has("role") ? role(need(section, "role")) : role;
            socket = section.has("address") ? Values.socket(need(section, "address")) : socket;
            iss = section.has("iss") ? iss(need(section, "iss")) : iss;
            options =
                    section.has("options")
                            ? OptionsReader.read(need(section, "options"), options)
                            : options;
        }
        return new Plan.Host(new HostInfo(role, socket), new EndpointConfig(socket, options, iss));
    }

    private static YamlNode need(Section section, String key) {
        return Objects.requireNonNull(section.get(key));
    }

    private static Role role(YamlNode node) throws ScenarioException {
        return Words.choose(
                node.asValue(Term.SINGLE_VALUE),
                List.of(Role.values()),
                role -> role.name().toLowerCase(Locale.ROOT));
    }

    /** A number, a list of numbers, or {@code random} with a secret. */
    private static IssPolicy iss(YamlNode node) throws ScenarioException {
        if (node instanceof Value value && Words.canonical(value.text()).startsWith("random")) {
            String secret = Words.canonical(value.text()).substring("random".length()).strip();
            Value number = new Value(value.place(), secret.isEmpty() ? "1" : secret, false);
            return new IssPolicy.ClockAndHash(Values.whole(number, Term.ISS, 0, Long.MAX_VALUE));
        }
        if (node instanceof Items items && items.nodes().size() > MAX_ISS) {
            throw items.nodes().get(MAX_ISS).problem(Kind.TOO_MANY, Integer.toString(MAX_ISS));
        }
        List<Integer> numbers = new ArrayList<>();
        for (YamlNode one : node.asOneOrMore()) {
            numbers.add((int) Values.whole(one, Term.ISS, 0, 0xFFFF_FFFFL));
        }
        if (numbers.isEmpty()) {
            throw node.wrongType(Term.ISS);
        }
        return new IssPolicy.Given(numbers);
    }
}
