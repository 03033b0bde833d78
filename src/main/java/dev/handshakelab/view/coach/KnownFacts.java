package dev.handshakelab.view.coach;

import dev.handshakelab.coach.Duty;
import dev.handshakelab.tcp.Assignment;
import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variable;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What the endpoint knows when it decides: its state, its variables, and the segment. */
final class KnownFacts {
    private final Messages messages;
    private final Duty duty;
    private final Numbers numbers;
    private final List<Node> nodes = new ArrayList<>();

    private KnownFacts(Messages messages, Duty duty, Numbers numbers) {
        this.messages = messages;
        this.duty = duty;
        this.numbers = numbers;
    }

    static List<Node> of(Messages messages, Duty duty, Numbers numbers) {
        var facts = new KnownFacts(messages, duty, numbers);
        facts.variables();
        facts.waiting();
        facts.segment();
        return facts.nodes;
    }

    private void variables() {
        Tcb tcb = duty.before();
        TcpState state = tcb.state();
        add(messages.get("coach.known.state", state.rfcName()), "");
        if (hasNumbers(state)) {
            own("SND.UNA", tcb.send().una());
            own("SND.NXT", tcb.send().nxt());
        }
        boolean receives = hasNumbers(state) && state != TcpState.SYN_SENT;
        if (receives) {
            peers("RCV.NXT", tcb.receive().nxt());
            add("RCV.WND=" + tcb.receive().wnd(), "");
        }
        for (Firing firing : duty.transition().firings()) {
            for (Assignment assignment : firing.assignments()) {
                if (assignment.variable() == Variable.ISS && !hasNumbers(state)) {
                    String iss = show(duty.side(), duty.after().send().iss());
                    add(messages.get("coach.known.iss", iss), "");
                    return;
                }
            }
        }
    }

    private static boolean hasNumbers(TcpState state) {
        return state != TcpState.CLOSED && state != TcpState.LISTEN;
    }

    private void waiting() {
        for (Tcb.Outstanding sent : duty.before().retransmissionQueue()) {
            String what = sent.flags() + " SEQ=" + show(duty.side(), sent.seq());
            String length = sent.text().isEmpty() ? "" : " LEN=" + sent.text().length();
            add(messages.get("coach.known.waiting", what + length), "");
        }
    }

    private void segment() {
        Flight flight = duty.arriving();
        if (flight == null) {
            return;
        }
        Segment segment = flight.segment();
        Side from = duty.side().other();
        add("SEG.SEQ=" + show(from, segment.seq()), "segment");
        if (segment.flags().ack()) {
            add("SEG.ACK=" + show(duty.side(), segment.ack()), "segment");
        }
        add("SEG.LEN=" + segment.length(), "segment");
    }

    private void own(String name, int number) {
        add(name + "=" + show(duty.side(), number), "");
    }

    private void peers(String name, int number) {
        add(name + "=" + show(duty.side().other(), number), "");
    }

    private String show(Side owner, int number) {
        return numbers.show(duty.frameIndex(), owner, number);
    }

    private void add(String text, String kind) {
        var label = new Label(text);
        label.getStyleClass().add("coach-fact");
        if (!kind.isEmpty()) {
            label.getStyleClass().add(kind);
        }
        label.setMinWidth(Label.USE_PREF_SIZE);
        nodes.add(label);
    }
}
