package dev.handshakelab.coach;

import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what the learner decides with what the machine does. */
public final class Judge {
    private final Duty duty;
    private final Attempt attempt;
    private final Reasons reasons;
    private final List<Finding> findings = new ArrayList<>();

    private Judge(Duty duty, Attempt attempt) {
        this.duty = duty;
        this.attempt = attempt;
        this.reasons = new Reasons(duty);
    }

    /** What is wrong with an attempt, or not decided in it. */
    public static Verdict judge(Duty duty, Attempt attempt) {
        Judge judge = new Judge(duty, attempt);
        judge.sending();
        judge.state();
        judge.timers();
        return new Verdict(judge.findings);
    }

    /** The rule that a step is about; null if none fires. */
    public static @Nullable Firing reason(Duty duty) {
        return new Reasons(duty).decisive();
    }

    private void sending() {
        Emission answer = duty.answer();
        boolean sends = Boolean.TRUE.equals(attempt.sends());
        if (answer == null) {
            if (sends || attempt.sends() == null) {
                findings.add(new Finding.MustBeSilent(reasons.decisive()));
            }
        } else if (!sends) {
            findings.add(new Finding.MustSend(answer.segment(), reasons.of(answer)));
        } else {
            segment(answer);
        }
    }

    private void segment(Emission answer) {
        Segment expected = answer.segment();
        Flags right = Attempt.asked(expected.flags());
        Flags given = Attempt.asked(attempt.flags());
        if (!right.equals(given)) {
            findings.add(
                    new Finding.ControlBits(
                            right, right.without(given), given.without(right), reasons.of(answer)));
        }
        if (!isSame(attempt.seq(), expected.seq())) {
            findings.add(
                    new Finding.SequenceNumber(
                            attempt.seq(),
                            expected.seq(),
                            reasons.seqSource(answer),
                            reasons.of(answer)));
        }
        boolean asksAck = expected.flags().ack() && given.ack();
        if (asksAck && !isSame(attempt.ack(), expected.ack())) {
            findings.add(
                    new Finding.AckNumber(
                            attempt.ack(),
                            expected.ack(),
                            reasons.ackSource(answer),
                            reasons.ofAck(answer)));
        }
    }

    private static boolean isSame(@Nullable Integer given, int right) {
        return given != null && given == right;
    }

    private void state() {
        TcpState right = duty.after().state();
        if (attempt.state() != right) {
            findings.add(
                    new Finding.NextState(
                            attempt.state(), duty.before().state(), right, reasons.ofState()));
        }
    }

    private void timers() {
        Map<TimerKind, TimerMove> moves = duty.timerMoves();
        for (TimerKind kind : TimerKind.values()) {
            TimerMove right = moves.get(kind);
            TimerMove given = attempt.timers().get(kind);
            if (Duty.isAsked(kind) && !Objects.equals(right, given)) {
                Firing why = reasons.decisive();
                findings.add(new Finding.Timer(kind, given, right, why));
            }
        }
    }
}
