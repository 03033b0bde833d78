package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.TcpEvent.SegmentArrives;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever state: the promises of the machine hold. */
class EveryStateEveryEventTest {
    private static final Set<Rule> INERT =
            EnumSet.of(
                    Rule.R_SEQ_BAD,
                    Rule.R_SEQ_BAD_RST,
                    Rule.R_RST_CHALLENGE,
                    Rule.R_SYN_CHALLENGE,
                    Rule.R_ACK_RANGE,
                    Rule.R_ACK_FUTURE,
                    Rule.R_ACK_OFF,
                    Rule.R_SYNRCVD_ACK_BAD,
                    Rule.R_TW_RST_1337,
                    Rule.R_TW_ACK);

    @Test
    void theInvariantsHoldAfterEveryStep() {
        Exploration all = Exploration.run();
        assertThat(all.broken()).isEmpty();
        assertThat(all.steps()).isGreaterThan(500_000);
    }

    @ParameterizedTest
    @EnumSource(Given.class)
    void theSameStepTwiceIsTheSame(Given given) {
        Endpoint first = given.given();
        Endpoint second = given.given();
        assertThat(second.steps()).isEqualTo(first.steps());
        for (TcpEvent event : everything(first, false)) {
            Transition once = TcpMachine.step(first.tcb(), event);
            assertThat(TcpMachine.step(second.tcb(), event)).isEqualTo(once);
            assertThat(once.before()).isEqualTo(second.tcb());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -101, -102, -111, Integer.MAX_VALUE - 100, Integer.MIN_VALUE})
    void addingAConstantToAllNumbersChangesNothingButTheNumbers(int shift) {
        for (Given given : Given.values()) {
            Endpoint plain = given.build(Endpoint.with(TcpOptions.RFC));
            Endpoint moved = given.build(Endpoint.shifted(TcpOptions.RFC, shift, shift / 3));
            List<TcpEvent> events = everything(plain, false);
            List<TcpEvent> movedEvents = everything(moved, false);
            for (int i = 0; i < events.size(); i++) {
                Transition expected = TcpMachine.step(plain.tcb(), events.get(i));
                Transition actual =
                        TcpMachine.step(
                                moved.tcb(), Relabelled.event(events.get(i), shift, shift / 3));
                assertThat(movedEvents).hasSameSizeAs(events);
                assertThat(actual.rules()).as("%s", expected.event()).isEqualTo(expected.rules());
                assertThat(actual.signals()).isEqualTo(expected.signals());
                assertThat(Relabelled.emissions(actual, -shift, -(shift / 3)))
                        .isEqualTo(Relabelled.emissions(expected, 0, 0));
                assertThat(actual.after().state()).isEqualTo(expected.after().state());
                assertThat(actual.after().timers()).isEqualTo(expected.after().timers());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Given.class)
    void aSegmentThatArrivesAgainIsNotActedOnAgain(Given given) {
        Endpoint start = given.given();
        for (TcpEvent event : Exploration.segments(start, false)) {
            Transition once = TcpMachine.step(start.tcb(), event);
            Transition twice = TcpMachine.step(once.after(), event);
            TcpState state = once.after().state();
            if (state.isSynchronized() && start.tcb().state().isSynchronized()) {
                boolean reset = ((SegmentArrives) event).segment().flags().rst();
                assertThat(reset && twice.changesState()).as("%s", event).isFalse();
                assertThat(twice.after().receive().nxt()).isEqualTo(once.after().receive().nxt());
                assertThat(twice.signals()).noneMatch(signal -> signal instanceof Signal.Delivered);
                assertThat(twice.after().unread()).isEqualTo(once.after().unread());
                assertThat(twice.after().state()).isEqualTo(state);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Given.class)
    void whatIsNotAcceptableChangesNothing(Given given) {
        Endpoint start = given.given();
        int inert = 0;
        for (TcpEvent event : Exploration.segments(start, false)) {
            Transition step = TcpMachine.step(start.tcb(), event);
            if (step.rules().stream().anyMatch(INERT::contains)) {
                inert++;
                assertThat(Essence.of(step.after()))
                        .as("%s", step.rules())
                        .isEqualTo(Essence.of(step.before()));
            }
        }
        boolean hasWindow =
                given.state().isSynchronized() || given.state() == TcpState.SYN_RECEIVED;
        assertThat(inert > 0).isEqualTo(hasWindow);
    }

    @ParameterizedTest
    @EnumSource(Given.class)
    void theResetOfAClosedPeerIsBelieved(Given given) {
        Endpoint start = given.given();
        if (!start.tcb().state().isSynchronized()) {
            return;
        }
        Endpoint end = start.sends(10);
        for (Emission emission : List.copyOf(end.last().emissions())) {
            Transition peer =
                    TcpMachine.step(
                            Tcb.closed(end.tcb().config()),
                            new SegmentArrives(
                                    end.nowNanos(), Endpoint.HERE, emission.segment(), false));
            Segment reset = peer.emissions().getFirst().segment();
            assertThat(reset.flags()).isEqualTo(Flags.RST);
            Transition killed =
                    TcpMachine.step(
                            end.tcb(),
                            new SegmentArrives(end.nowNanos(), Endpoint.PEER, reset, false));
            assertThat(killed.after().state()).isEqualTo(TcpState.CLOSED);
        }
    }

    @Test
    void anyOrderOfTheSameTextGivesTheSameStream() {
        List<List<Integer>> orders = new ArrayList<>();
        permute(List.of(0, 1, 2, 3, 4), new ArrayList<>(), orders);
        assertThat(orders).hasSize(120);
        for (List<Integer> order : orders) {
            Endpoint end = Given.ESTABLISHED.given();
            for (int part : order) {
                end.gets(
                        seg(part == 4 ? "FIN,ACK" : "ACK")
                                .seq(301 + 10L * part)
                                .ack(101)
                                .numbered(12));
            }
            end.is(TcpState.CLOSE_WAIT).has(Variable.RCV_NXT, 354);
            assertThat(end.tcb().unread())
                    .isEqualTo(seg("ACK").seq(301).numbered(52).build(0, 0).text());
        }
    }

    @Test
    void cuttingASegmentInTwoGivesTheSameStream() {
        for (int cut = 1; cut < 30; cut++) {
            Endpoint end = Given.ESTABLISHED.given();
            end.gets(seg("ACK").seq(301).ack(101).numbered(cut));
            end.gets(seg("FIN,ACK").seq(301 + cut).ack(101).numbered(30 - cut));
            end.is(TcpState.CLOSE_WAIT).has(Variable.RCV_NXT, 332);
            assertThat(end.tcb().unread())
                    .isEqualTo(seg("ACK").seq(301).numbered(30).build(0, 0).text());
        }
    }

    private static void permute(
            List<Integer> left, List<Integer> taken, List<List<Integer>> orders) {
        if (left.isEmpty()) {
            orders.add(List.copyOf(taken));
        }
        for (Integer next : left) {
            List<Integer> rest = new ArrayList<>(left);
            rest.remove(next);
            taken.add(next);
            permute(rest, taken, orders);
            taken.removeLast();
        }
    }

    private static List<TcpEvent> everything(Endpoint start, boolean full) {
        List<TcpEvent> events = new ArrayList<>(Exploration.calls(start.nowNanos()));
        for (TimerKind kind : TimerKind.values()) {
            Timers.Timer timer = start.tcb().timers().get(kind);
            long at = timer == null ? start.nowNanos() : timer.dueAtNanos();
            events.add(new TcpEvent.Timeout(at, kind));
        }
        events.addAll(Exploration.segments(start, full));
        return events;
    }
}
