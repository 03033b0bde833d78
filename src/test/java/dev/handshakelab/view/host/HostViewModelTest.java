package dev.handshakelab.view.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variable;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** The three-way handshake of RFC 9293, figure 6: 100 on the left, 300 on the right. */
class HostViewModelTest {
    private static final Timeline HANDSHAKE = handshake();

    private final SimpleIntegerProperty frame = new SimpleIntegerProperty(0);
    private final SimpleBooleanProperty relative = new SimpleBooleanProperty(false);
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final HostViewModel client = host(Side.A);
    private final HostViewModel server = host(Side.B);

    private static Timeline handshake() {
        Scenario first = ScenarioLibrary.bundled().scenarios().getFirst();
        return Simulation.run(first.plan()).timeline();
    }

    private HostViewModel host(Side side) {
        return new HostViewModel(
                side, new SimpleObjectProperty<>(HANDSHAKE), frame, relative, messages);
    }

    private void goTo(Side side, TcpState state) {
        frame.set(0);
        while (HANDSHAKE.frame(frame.get()).host(side).state() != state) {
            frame.set(frame.get() + 1);
        }
    }

    private static Map<Variable, ControlBlock.Row> rows(HostViewModel host) {
        return host.rows().stream()
                .collect(Collectors.toMap(ControlBlock.Row::variable, row -> row));
    }

    @Test
    void saysWhoItIs() {
        assertThat(client.role()).isEqualTo("Client A");
        assertThat(server.role()).isEqualTo("Server B");
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(server.role()).isEqualTo("服务器 B");
        assertThat(client.address()).isEqualTo(HANDSHAKE.hostA().socket().toString());
    }

    @Test
    void beforeTheFirstStepNothingIsKnownAndNothingChanged() {
        assertThat(client.stateText()).isEqualTo("CLOSED");
        assertThat(client.stateChanged()).isFalse();
        assertThat(client.rows())
                .hasSameSizeAs(ControlBlock.SHOWN)
                .allMatch(row -> row.value().equals(ControlBlock.NONE) && !row.changed());
    }

    @Test
    void theSynMakesTheClientsNumbersKnownAndMarksThem() {
        goTo(Side.A, TcpState.SYN_SENT);
        var rows = rows(client);
        assertThat(client.stateChanged()).isTrue();
        assertThat(rows.get(Variable.ISS)).isEqualTo(row(Variable.ISS, "100", true));
        assertThat(rows.get(Variable.SND_UNA)).isEqualTo(row(Variable.SND_UNA, "100", true));
        assertThat(rows.get(Variable.SND_NXT)).isEqualTo(row(Variable.SND_NXT, "101", true));
        assertThat(rows.get(Variable.IRS)).isEqualTo(row(Variable.IRS, "–", false));
        assertThat(rows.get(Variable.RTO).value()).isEqualTo("1 s");
    }

    @Test
    void theSynAckTellsTheClientTheServersNumber() {
        goTo(Side.A, TcpState.ESTABLISHED);
        var rows = rows(client);
        assertThat(rows.get(Variable.IRS)).isEqualTo(row(Variable.IRS, "300", true));
        assertThat(rows.get(Variable.RCV_NXT)).isEqualTo(row(Variable.RCV_NXT, "301", true));
        assertThat(rows.get(Variable.SND_UNA)).isEqualTo(row(Variable.SND_UNA, "101", true));
        assertThat(rows.get(Variable.ISS)).isEqualTo(row(Variable.ISS, "100", false));
    }

    @Test
    void relativeNumbersCountFromTheInitialOnesAndAreNoChange() {
        goTo(Side.A, TcpState.ESTABLISHED);
        relative.set(true);
        var rows = rows(client);
        assertThat(rows.get(Variable.RCV_NXT).value()).isEqualTo("1");
        assertThat(rows.get(Variable.SND_NXT)).isEqualTo(row(Variable.SND_NXT, "1", false));
        assertThat(rows.get(Variable.ISS).value()).isEqualTo("100");
    }

    @Test
    void thoseWhoDoNotSeeTheBadgeHearIt() {
        goTo(Side.B, TcpState.SYN_RECEIVED);
        assertThat(server.accessibleText()).contains("Server B", "SYN-RECEIVED");
    }

    @Test
    void viewsAreToldOfEveryStep() {
        int[] calls = {0};
        client.onChange(() -> calls[0]++);
        int before = calls[0];
        frame.set(1);
        messages.setLocale(Locale.SIMPLIFIED_CHINESE);
        relative.set(true);
        assertThat(calls[0] - before).isEqualTo(3);
    }

    private static ControlBlock.Row row(Variable variable, String value, boolean changed) {
        return new ControlBlock.Row(variable, value, changed);
    }
}
