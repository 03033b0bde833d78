package dev.handshakelab.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.handshakelab.tcp.Emission.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The checks of the invariants notice when something is wrong. */
class InvariantsTest {
    @Test
    void aTrueStepPasses() {
        assertThat(Invariants.broken(Given.FIN_WAIT_2.given().last())).isEmpty();
    }

    @Test
    void numbersThatRunAwayAreNoticed() {
        assertBroken(Given.ESTABLISHED, "I1", step -> step.sndUna = step.sndNxt + 1);
        assertBroken(Given.SYN_SENT, "I2", step -> step.sndUna = step.iss + 1);
        assertBroken(Given.ESTABLISHED, "I3", step -> step.sndUna = step.iss);
        assertBroken(Given.SYN_RECEIVED, "I4", step -> step.rcvNxt = step.irs);
        assertBroken(Given.CLOSE_WAIT, "I8", step -> step.rcvNxt++);
        assertBroken(Given.ESTABLISHED, "I15", step -> step.sndWl1--);
        assertBroken(Given.ESTABLISHED, "I16", step -> step.sndWnd = step.maxSndWnd + 1);
    }

    @Test
    void aWrongFinIsNoticed() {
        assertBroken(Given.FIN_WAIT_1, "I5", step -> step.sndNxt++);
        assertBroken(Given.FIN_WAIT_2, "I6", step -> step.finSeq = null);
        assertBroken(Given.LAST_ACK, "I7", step -> step.sndUna = step.sndNxt);
        assertBroken(Given.CLOSING, "I7", step -> step.sndUna = step.sndNxt);
    }

    @Test
    void aShrinkingWindowIsNoticed() {
        assertBroken(Given.ESTABLISHED, "I9", step -> step.rcvWnd--);
    }

    @Test
    void forgottenAndSpareTimersAreNoticed() {
        assertBroken(
                Given.ESTABLISHED_DATA_OUT,
                "I10 retransmission",
                step -> step.stopTimer(TimerKind.RETRANSMISSION));
        assertBroken(
                Given.ESTABLISHED,
                "I10 time-wait",
                step -> step.startTimer(TimerKind.TIME_WAIT, 1));
        assertBroken(
                Given.TIME_WAIT, "I10 time-wait alone", step -> step.startTimer(TimerKind.USER, 1));
        assertBroken(Given.ESTABLISHED_DATA_OUT, "I10 queue", step -> step.queue = List.of());
    }

    @Test
    void octetsThatChangeOrVanishAreNoticed() {
        assertBroken(Given.ESTABLISHED_UNREAD, "I14", step -> step.unread = Octets.EMPTY);
        assertBroken(
                Given.ESTABLISHED_DATA_OUT,
                "I13",
                step -> {
                    step.fire(Rule.T_RTX_DATA);
                    step.emit(
                            Output.segment(step, 101, Flags.NONE, Octets.utf8("other")),
                            Purpose.RETRANSMISSION);
                });
    }

    @Test
    void aSegmentThatMustNotBeSentIsNoticed() {
        assertBroken(
                Given.ESTABLISHED,
                "I11",
                step -> {
                    step.fire(Rule.U_STATUS);
                    step.emit(Segment.of(101, 299, Flags.ACK, 0), Purpose.ACKNOWLEDGMENT);
                });
        Transition answered =
                changed(
                        Given.ESTABLISHED.given().gets(Seg.seg("RST").seq(5)).last(),
                        step -> {
                            step.fire(Rule.G_RST_NEVER);
                            step.emit(Segment.of(5, 0, Flags.RST, 0), Purpose.RESET);
                        });
        assertThat(Invariants.broken(answered)).contains("I12");
        Transition twice =
                changed(
                        Given.ESTABLISHED.given().gets(Seg.seg("ACK").seq(5).ack(101)).last(),
                        step -> {
                            step.fire(Rule.R_SEQ_BAD);
                            Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
                            Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
                        });
        assertThat(Invariants.broken(twice)).contains("I18");
    }

    @Test
    void anEdgeThatIsNotInTheTableIsNoticed() {
        assertBroken(
                Given.SYN_SENT,
                "I17",
                step -> {
                    step.fire(Rule.U_STATUS);
                    step.enter(TcpState.LISTEN);
                });
    }

    @Test
    void aCheckThatDoesNotHoldIsNoticed() {
        assertBroken(
                Given.ESTABLISHED,
                "checks hold",
                step ->
                        step.fire(
                                Rule.U_STATUS,
                                Check.number("a", 1).and(Check.Relation.EQ, "b", 2)));
    }

    @Test
    void theErrorNamesTheInvariant() {
        Transition bad =
                changed(Given.ESTABLISHED.given().asksStatus().last(), step -> step.rcvWnd--);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Invariants.check(bad))
                .withMessageContaining("[I9]");
    }

    private static void assertBroken(Given given, String name, Consumer<Step> change) {
        Transition bad = changed(given.given().asksStatus().last(), change);
        assertThat(Invariants.broken(bad)).contains(name);
    }

    /** The same event, with something done to the control block that no rule asks for. */
    private static Transition changed(Transition step, Consumer<Step> change) {
        Step work = new Step(step.before(), step.event());
        change.accept(work);
        Transition made = work.finish();
        return new Transition(
                step.before(),
                step.event(),
                made.after(),
                new ArrayList<>(made.firings()),
                made.emissions(),
                made.signals());
    }
}
