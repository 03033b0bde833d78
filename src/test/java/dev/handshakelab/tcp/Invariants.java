package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Tcb.Held;
import dev.handshakelab.tcp.Tcb.Outstanding;
import dev.handshakelab.tcp.TcpEvent.SegmentArrives;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What must hold after every step of one endpoint that plays by the rules: no counterfactual
 * variant is on.
 */
public final class Invariants {
    private static final Set<Purpose> ANSWERS =
            EnumSet.of(Purpose.ACKNOWLEDGMENT, Purpose.CHALLENGE, Purpose.RESET);

    private final Transition step;
    private final Tcb before;
    private final Tcb after;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Transition step) {
        this.step = step;
        this.before = step.before();
        this.after = step.after();
    }

    /**
     * Checks one step.
     *
     * @throws AssertionError naming the invariants that do not hold, and the step
     */
    public static void check(Transition step) {
        List<String> broken = broken(step);
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    "%s%n  event  %s%n  before %s%n  after  %s%n  sent   %s%n  fired  %s"
                            .formatted(
                                    broken,
                                    step.event(),
                                    step.before(),
                                    step.after(),
                                    step.emissions(),
                                    step.firings()));
        }
    }

    /** The names of the invariants that do not hold. */
    public static List<String> broken(Transition step) {
        Invariants all = new Invariants(step);
        all.numbers();
        all.fin();
        all.timers();
        all.emissions();
        all.octets();
        all.windows();
        all.record();
        return List.copyOf(all.broken);
    }

    private void expect(String name, boolean holds) {
        if (!holds && !broken.contains(name)) {
            broken.add(name);
        }
    }

    private boolean isOneConnection() {
        return before.issUsed() == after.issUsed()
                && Objects.equals(before.fromTimeWait(), after.fromTimeWait())
                && hasNumbers(before.state())
                && hasNumbers(after.state());
    }

    private static boolean hasNumbers(TcpState state) {
        return state.isSynchronized() || state == TcpState.SYN_RECEIVED;
    }

    /** TIME-WAIT after ABORT is a choice of its own: the FINs need not have been exchanged. */
    private boolean afterAbort() {
        return after.options().has(Switch.TIME_WAIT_AFTER_ABORT)
                && after.state() == TcpState.TIME_WAIT;
    }

    private void numbers() {
        int iss = after.send().iss();
        int una = after.send().una();
        expect("I1", SequenceNumbers.le(una, after.send().nxt()));
        switch (after.state()) {
            case SYN_SENT, SYN_RECEIVED -> expect("I2", una == iss);
            // Linux lets an ACK of nothing end a simultaneous open.
            case ESTABLISHED, CLOSE_WAIT ->
                    expect(
                            "I3",
                            SequenceNumbers.gt(una, iss)
                                    || after.options().has(Switch.LINUX_SYN_RECEIVED_LAX_ACK));
            case CLOSED, LISTEN -> {
                expect("I10 no connection", after.timers().all().isEmpty());
                expect("I10 no connection", after.retransmissionQueue().isEmpty());
            }
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> {}
        }
        if (hasNumbers(after.state())) {
            expect("I4", SequenceNumbers.gt(after.receive().nxt(), after.receive().irs()));
        }
        if (isOneConnection() && before.state().hasPeerFin()) {
            expect("I8", after.state().hasPeerFin());
            expect("I8", after.receive().nxt() == before.receive().nxt());
        }
        if (isOneConnection() && before.state().isSynchronized()) {
            int wl1 = after.send().wl1() - before.send().wl1();
            int wl2 = after.send().wl2() - before.send().wl2();
            expect("I15", wl1 > 0 || (wl1 == 0 && wl2 >= 0));
        }
        expect("I16", after.send().maxWnd() >= after.send().wnd());
    }

    private void fin() {
        Integer finSeq = after.finSeq();
        int una = after.send().una();
        int nxt = after.send().nxt();
        if (finSeq != null) {
            expect("I5", nxt == finSeq + 1);
            expect("I5", !after.closeRequested() && after.unsent().isEmpty());
        }
        if (isOneConnection() && before.finSeq() != null) {
            expect("I5", finSeq != null && nxt == before.send().nxt());
        }
        boolean unacknowledged = finSeq != null && SequenceNumbers.le(una, finSeq);
        switch (after.state()) {
            case FIN_WAIT_2, TIME_WAIT -> {
                expect("I6", after.retransmissionQueue().isEmpty());
                expect("I6", (finSeq != null && una == nxt) || afterAbort());
            }
            case LAST_ACK -> expect("I7", unacknowledged);
            case CLOSING -> expect("I7", unacknowledged || after.closeRequested());
            case FIN_WAIT_1 -> expect("D12", unacknowledged || after.closeRequested());
            case CLOSED, LISTEN, SYN_SENT -> expect("D12", finSeq == null);
            case SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT -> expect("D12", finSeq == null);
        }
    }

    private void timers() {
        Timers timers = after.timers();
        boolean timeWait = after.state() == TcpState.TIME_WAIT;
        expect("I10 time-wait", timers.isRunning(TimerKind.TIME_WAIT) == timeWait);
        if (timeWait) {
            expect("I10 time-wait alone", timers.all().size() == 1);
            return;
        }
        boolean outstanding = after.send().una() != after.send().nxt();
        boolean probing = timers.isRunning(TimerKind.ZERO_WINDOW_PROBE);
        boolean retransmits = timers.isRunning(TimerKind.RETRANSMISSION);
        expect("I10 queue", outstanding != after.retransmissionQueue().isEmpty());
        expect("I10 retransmission", retransmits == (outstanding && !probing));
        if (probing) {
            expect("I10 probing", after.send().wnd() == 0);
            expect(
                    "I10 probing",
                    outstanding || !after.unsent().isEmpty() || after.closeRequested());
        }
        for (Timers.Timer timer : timers.all()) {
            expect("I10 due", timer.dueAtNanos() >= step.event().atNanos());
        }
        int next = after.send().una();
        for (Outstanding element : after.retransmissionQueue()) {
            expect("I10 queue order", element.seq() == next && element.length() > 0);
            next = element.end();
        }
    }

    private void emissions() {
        boolean arrival = step.event() instanceof SegmentArrives;
        int answers = 0;
        for (Emission emission : step.emissions()) {
            Segment segment = emission.segment();
            answers += ANSWERS.contains(emission.purpose()) ? 1 : 0;
            if (segment.flags().rst()) {
                expect(
                        "I12",
                        !(step.event() instanceof SegmentArrives arrives
                                && arrives.segment().flags().rst()));
                expect("I11 reset", emission.purpose() == Purpose.RESET);
            } else if (after.state() == TcpState.SYN_SENT) {
                expect("I11 SYN", segment.flags().equals(Flags.SYN) && segment.ack() == 0);
            } else if (hasNumbers(after.state())) {
                expect("I11", segment.flags().ack() && isRcvNxt(segment.ack()));
            }
            if (emission.purpose() == Purpose.FIRST && !segment.text().isEmpty()) {
                expect(
                        "MSS",
                        segment.flags().syn()
                                || segment.text().length() <= after.negotiated().sendMss());
            }
            expect("SYN options", segment.flags().syn() || !hasSynOption(segment.options()));
        }
        expect("I18", !arrival || answers <= 1);
    }

    private boolean isRcvNxt(int ack) {
        int now = after.receive().nxt();
        return isOneConnection()
                ? SequenceNumbers.le(before.receive().nxt(), ack) && SequenceNumbers.le(ack, now)
                : ack == now;
    }

    private static boolean hasSynOption(SegmentOptions options) {
        return options.maximumSegmentSize().isPresent()
                || options.windowScale().isPresent()
                || options.sackPermitted();
    }

    /**
     * I13: a number always carries the same octet. I14: the user gets each octet once, in order.
     */
    private void octets() {
        if (!hasNumbers(after.state()) || afterAbort()) {
            return;
        }
        if (step.emissions().stream().anyMatch(one -> !one.segment().text().isEmpty())) {
            sentOctets();
        }
        Octets taken = taken();
        Octets had = isOneConnection() ? before.unread() : Octets.EMPTY;
        Octets delivered = Octets.EMPTY;
        for (Signal signal : step.signals()) {
            if (signal instanceof Signal.Delivered(Octets text)) {
                delivered = delivered.plus(text);
            }
        }
        expect("I14", had.plus(taken).equals(delivered.plus(after.unread())));
    }

    private void sentOctets() {
        Map<Integer, Byte> out = new HashMap<>();
        if (isOneConnection()) {
            sending(before, out);
        }
        sending(after, out);
        for (Emission emission : step.emissions()) {
            if (!emission.segment().flags().rst()) {
                put(out, emission.segment().textSeq(), emission.segment().text(), "I13");
            }
        }
    }

    private void sending(Tcb tcb, Map<Integer, Byte> out) {
        for (Outstanding element : tcb.retransmissionQueue()) {
            int syn = element.flags().syn() ? 1 : 0;
            put(out, element.seq() + syn, element.text(), "I13");
        }
        put(out, tcb.send().nxt(), tcb.unsent(), "I13");
    }

    private void put(Map<Integer, Byte> numbers, int first, Octets text, String name) {
        for (int i = 0; i < text.length(); i++) {
            Byte old = numbers.put(first + i, text.at(i));
            expect(name, old == null || old == text.at(i));
        }
    }

    /** The octets that RCV.NXT has passed in this step, looked up by their numbers. */
    private Octets taken() {
        if (isOneConnection() && before.receive().nxt() == after.receive().nxt()) {
            return Octets.EMPTY;
        }
        Map<Integer, Byte> in = new HashMap<>();
        for (Held element : before.reassemblyQueue()) {
            put(in, element.seq(), element.text(), "I14 held twice");
        }
        if (step.event() instanceof SegmentArrives arrives) {
            put(in, arrives.segment().textSeq(), arrives.segment().text(), "I14 differs");
        }
        int next = isOneConnection() ? before.receive().nxt() : after.receive().irs() + 1;
        int end = after.receive().nxt();
        boolean hadFin = isOneConnection() && before.state().hasPeerFin();
        if (after.state().hasPeerFin() && !hadFin) {
            end--;
        }
        expect("I8", SequenceNumbers.le(next, end));
        byte[] bytes = new byte[Math.max(0, end - next)];
        for (int i = 0; i < bytes.length; i++) {
            Byte octet = in.get(next + i);
            expect("I14 from nowhere", octet != null);
            bytes[i] = octet == null ? 0 : octet;
        }
        return Octets.of(bytes);
    }

    private void windows() {
        expect("window", after.receive().wnd() >= 0);
        if (isOneConnection()) {
            long edge =
                    (after.receive().nxt() - before.receive().nxt())
                            + after.receive().wnd()
                            - before.receive().wnd();
            expect("I9", edge >= 0);
        }
        int right = (int) (after.send().una() + after.send().wnd());
        for (Emission emission : step.emissions()) {
            Segment segment = emission.segment();
            boolean isNew =
                    emission.purpose() == Purpose.FIRST
                            && !segment.flags().syn()
                            && before.state().isSynchronized()
                            && after.state().isSynchronized();
            if (isNew && step.rules().stream().noneMatch(rule -> rule == Rule.T_ZWP)) {
                expect("G-WINDOW-SEND", SequenceNumbers.le(segment.end(), right));
            }
        }
    }

    /** I17, and that the record of the step is true. */
    private void record() {
        TcpState at = before.state();
        for (Firing firing : step.firings()) {
            expect("firings join", firing.from() == at);
            at = firing.to();
            expect("checks hold", firing.checks().stream().allMatch(Check::holds));
            if (firing.changesState()) {
                expect("I17", TransitionTable.has(firing.rule(), firing.from(), firing.to()));
            }
        }
        expect("firings join", at == after.state());
        for (Emission emission : step.emissions()) {
            expect("sender fired", step.rules().contains(emission.rule()));
        }
    }
}
