package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.SND_NXT;
import static dev.handshakelab.tcp.Variable.SND_UNA;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Tcb.Outstanding;
import org.jspecify.annotations.Nullable;

/** Everything an endpoint sends (RFC 9293, 3.8 and 3.10). */
final class Output {
    private Output() {}

    /** Chooses the initial number, sends a SYN and puts it on the queue (RFC 9293, 3.10.1). */
    static void sendSyn(Step step, TcpSocket remote, Octets text) {
        Rule rule = step.rule();
        step.remote = remote;
        chooseIss(step, remote, null);
        step.rcvWnd = step.options.receiveBuffer();
        step.assign(SND_NXT, step.iss + 1 + text.length(), text.isEmpty() ? "ISS+1" : "ISS+1+LEN");
        Segment syn =
                new Segment(
                        step.iss,
                        0,
                        Flags.SYN,
                        windowField(step, true),
                        0,
                        Negotiation.ofSyn(step),
                        text);
        transmitFirst(step, syn, rule);
        fireIsn(step);
    }

    /** Sends a SYN,ACK; {@code again} if our SYN is already on the queue. */
    static void sendSynAck(Step step, boolean again) {
        Segment synAck =
                new Segment(
                        step.iss,
                        step.rcvNxt,
                        Flags.SYN_ACK,
                        windowField(step, true),
                        0,
                        Negotiation.ofSynAck(step),
                        again ? step.queue.getFirst().text() : Octets.EMPTY);
        if (again) {
            step.emit(synAck, Purpose.FIRST);
        } else {
            transmitFirst(step, synAck, step.rule());
        }
    }

    /**
     * Assigns ISS and SND.UNA.
     *
     * @param atLeast the number must not lie before this one; null: any will do
     */
    static void chooseIss(Step step, TcpSocket remote, @Nullable Integer atLeast) {
        boolean zero = step.options.has(Variant.ISN_ZERO);
        int chosen =
                zero
                        ? 0
                        : step.config
                                .issPolicy()
                                .choose(step.issUsed, step.nowNanos, step.config.local(), remote);
        step.issUsed++;
        if (atLeast != null && SequenceNumbers.lt(chosen, atLeast)) {
            chosen = atLeast;
        }
        step.assign(Variable.ISS, chosen, "new");
        step.assign(SND_UNA, chosen, "ISS");
        step.sndUp = chosen;
    }

    /** Says how the initial number was chosen. */
    static void fireIsn(Step step) {
        step.fire(step.options.has(Variant.ISN_ZERO) ? Rule.V_ISN_ZERO : Rule.P_ISN);
    }

    /** Sends something that uses sequence numbers for the first time. */
    private static void transmitFirst(Step step, Segment segment, Rule rule) {
        Flags kept = segment.flags().without(Flags.ACK).without(Flags.URG);
        step.enqueue(new Outstanding(segment.seq(), kept, segment.text(), 1, step.nowNanos));
        RoundTrips.startTiming(step, segment.end());
        step.emit(segment, Purpose.FIRST, rule);
    }

    /** The acknowledgment {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}. */
    static void sendAck(Step step, Purpose purpose) {
        step.emit(segment(step, step.sndNxt, Flags.ACK, Octets.EMPTY), purpose);
    }

    /**
     * A reset in answer to a segment: with the number that its ACK names, or with number 0 and an
     * acknowledgment if it has none (RFC 9293, 3.10.7.1).
     */
    static void sendReset(Step step, Segment offending) {
        Segment reset =
                offending.flags().ack()
                        ? Segment.of(offending.ack(), 0, Flags.RST, 0)
                        : Segment.of(0, offending.end(), Flags.RST_ACK, 0);
        step.emit(reset, Purpose.RESET);
    }

    /** A segment of ours with the present acknowledgment, window and options. */
    static Segment segment(Step step, int seq, Flags flags, Octets text) {
        Flags all = flags;
        int pointer = 0;
        int ahead = step.sndUp - seq;
        if (!text.isEmpty() && ahead >= 0 && ahead <= Segment.MAX_WINDOW_FIELD) {
            all = all.with(Flags.URG);
            pointer = ahead;
        }
        return new Segment(
                seq,
                step.rcvNxt,
                all.with(Flags.ACK),
                windowField(step, false),
                pointer,
                Negotiation.ofSegment(step),
                text);
    }

    /** The window field: RCV.WND, scaled except with SYN (RFC 7323, 2.2). */
    static int windowField(Step step, boolean syn) {
        int shift = syn ? 0 : step.negotiated.receiveShift();
        return (int) Math.min(Segment.MAX_WINDOW_FIELD, step.rcvWnd >> shift);
    }

    /** The usable window U = SND.UNA + SND.WND - SND.NXT; may be negative (RFC 9293, 3.8.6.2.1). */
    static long usableWindow(Step step) {
        return step.sndWnd - Integer.toUnsignedLong(step.sndNxt - step.sndUna);
    }

    /** Whether text or a FIN waits to be sent for the first time. */
    static boolean hasUnsent(Step step) {
        return !step.unsent.isEmpty() || (step.closeRequested && step.finSeq == null);
    }

    /**
     * Sends what the window, the MSS, Nagle and silly-window avoidance allow.
     *
     * @param override whether the override timer has fired, so that a short segment may go
     */
    static void sendWhatMayGo(Step step, boolean override) {
        boolean mayOverride = override;
        while (step.state.sendsText() && hasUnsent(step)) {
            long usable = usableWindow(step);
            if (usable <= 0) {
                fireWindowShut(step, usable);
                return;
            }
            if (step.unsent.isEmpty()) {
                sendFin(step);
                return;
            }
            int mss = Negotiation.effectiveMss(step);
            int length = (int) Math.min(Math.min(step.unsent.length(), mss), usable);
            boolean all = length == step.unsent.length();
            boolean fin = all && step.closeRequested && usable > length;
            if (!mayOverride && !fin && length < mss && isHeldBack(step, all, length)) {
                return;
            }
            mayOverride = false;
            sendText(step, length, fin);
            if (!all && length == mss && !step.hasFired(Rule.P_MSS)) {
                step.fire(Rule.P_MSS, Check.number("LEN", length).eq(Variable.SEND_MSS, mss));
            }
        }
    }

    private static void fireWindowShut(Step step, long usable) {
        if (!step.hasFired(Rule.G_WINDOW_SEND)) {
            step.fire(
                    Rule.P_USABLE,
                    Check.number("SND.UNA+SND.WND-SND.NXT", usable).and(Check.Relation.LE, "0", 0));
            step.fire(
                    Rule.G_WINDOW_SEND,
                    Check.sequence(SND_NXT, step.sndNxt)
                            .and(
                                    Check.Relation.GE,
                                    "SND.UNA+SND.WND",
                                    (int) (step.sndUna + step.sndWnd)));
        }
    }

    /**
     * Nagle (3.7.4) and the sender's silly-window avoidance (3.8.6.2.1) for a segment shorter than
     * the MSS.
     */
    private static boolean isHeldBack(Step step, boolean all, int length) {
        boolean idle = step.queue.isEmpty();
        if (all) {
            if (idle || !step.options.has(Switch.NAGLE)) {
                return false;
            }
            step.fire(Rule.P_NAGLE, Check.sequence(SND_UNA, step.sndUna).lt(SND_NXT, step.sndNxt));
            return true;
        }
        boolean halfWindow = 2L * length >= step.maxSndWnd;
        // Only Nagle asks that nothing is outstanding for this.
        boolean ready = idle || !step.options.has(Switch.NAGLE);
        if (!step.options.has(Switch.SWS_AVOIDANCE) || (ready && halfWindow)) {
            return false;
        }
        // Rounded up: a window of 999 octets is not half used by 499.
        Check silly =
                Check.number("U", length)
                        .and(Check.Relation.LT, "MAX.SND.WND/2", (step.maxSndWnd + 1) / 2);
        Check outstanding = Check.sequence(SND_UNA, step.sndUna).lt(SND_NXT, step.sndNxt);
        step.fire(Rule.P_SWS, halfWindow ? outstanding : silly);
        if (idle && !step.timers.isRunning(TimerKind.SWS_OVERRIDE)) {
            step.startTimer(TimerKind.SWS_OVERRIDE, step.options.swsOverrideNanos());
        }
        return true;
    }

    private static void sendText(Step step, int length, boolean fin) {
        Rule rule = step.rule();
        boolean last = length == step.unsent.length();
        boolean acknowledges = step.ackDue;
        Flags flags = last ? Flags.PSH : Flags.NONE;
        Octets text = step.unsent.slice(0, length);
        step.unsent = step.unsent.from(length);
        Segment segment = segment(step, step.sndNxt, fin ? flags.with(Flags.FIN) : flags, text);
        step.stopTimer(TimerKind.SWS_OVERRIDE);
        transmitFirst(step, segment, rule);
        step.assign(SND_NXT, step.sndNxt + length, "SND.NXT+LEN");
        if (fin) {
            markFinSent(step, step.sndNxt);
            step.fire(Rule.P_FIN_COALESCE);
            step.fire(Rule.G_FIN_LAST);
        }
        if (last) {
            step.unsentPush = false;
            fireOnce(step, Rule.P_PSH);
        }
        if (acknowledges) {
            fireOnce(step, Rule.P_PIGGYBACK);
            fireOnce(step, Rule.G_ACK_ALWAYS);
        }
    }

    private static void fireOnce(Step step, Rule rule) {
        if (!step.hasFired(rule)) {
            step.fire(rule);
        }
    }

    /**
     * Sends our FIN with the next number; in CLOSE-WAIT this is the moment of LAST-ACK (RFC 9293,
     * 3.10.4).
     */
    static void sendFin(Step step) {
        Segment fin = segment(step, step.sndNxt, Flags.FIN, Octets.EMPTY);
        Rule rule = step.rule();
        transmitFirst(step, fin, rule);
        markFinSent(step, step.sndNxt);
        step.fire(Rule.G_FIN_LAST);
    }

    private static void markFinSent(Step step, int number) {
        if (step.state == TcpState.CLOSE_WAIT && step.rule() != Rule.U_CLOSE_CW) {
            // The CLOSE came earlier and waited for text or the window until now.
            step.fire(Rule.U_CLOSE_CW, new Question(Condition.CLOSE_REQUESTED, true));
        }
        step.assign(Variable.FIN_SEQ, number, "SND.NXT");
        // A FIN numbered 0 would look unassigned above.
        step.finSeq = number;
        step.assign(SND_NXT, number + 1, "SND.NXT+1");
        step.closeRequested = false;
        if (step.state == TcpState.CLOSE_WAIT) {
            step.enter(TcpState.LAST_ACK);
        }
    }
}
