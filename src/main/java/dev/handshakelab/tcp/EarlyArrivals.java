package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.IRS;
import static dev.handshakelab.tcp.Variable.ISS;
import static dev.handshakelab.tcp.Variable.MAX_SND_WND;
import static dev.handshakelab.tcp.Variable.RCV_NXT;
import static dev.handshakelab.tcp.Variable.SEG_ACK;
import static dev.handshakelab.tcp.Variable.SND_NXT;
import static dev.handshakelab.tcp.Variable.SND_UNA;
import static dev.handshakelab.tcp.Variable.SND_WL1;
import static dev.handshakelab.tcp.Variable.SND_WL2;
import static dev.handshakelab.tcp.Variable.SND_WND;

import dev.handshakelab.tcp.Check.FlagTest;
import dev.handshakelab.tcp.Signal.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SEGMENT ARRIVES in CLOSED, LISTEN and SYN-SENT (RFC 9293, 3.10.7.1 to 3.10.7.3). */
final class EarlyArrivals {
    private EarlyArrivals() {}

    static Check isOn(Segment segment, Flags bit) {
        return new FlagTest(segment.flags(), bit, true);
    }

    static Check isOff(Segment segment, Flags bit) {
        return new FlagTest(segment.flags(), bit, false);
    }

    /** A segment for which there is no connection (3.10.7.1). */
    static void closed(Step step, Segment segment) {
        Flags flags = segment.flags();
        if (flags.rst()) {
            step.fire(Rule.R_CLOSED_RST, isOn(segment, Flags.RST));
            step.fire(Rule.G_RST_NEVER);
            return;
        }
        if (flags.ack()) {
            step.fire(Rule.R_CLOSED_ACK, isOff(segment, Flags.RST), isOn(segment, Flags.ACK));
        } else {
            step.fire(Rule.R_CLOSED_NOACK, isOff(segment, Flags.RST), isOff(segment, Flags.ACK));
        }
        Output.sendReset(step, segment);
        step.fire(Rule.G_RST_FORM);
        if (flags.fin()) {
            step.fire(Rule.R_FIN_UNSYNC);
        }
    }

    /** A segment for a listener (3.10.7.2). */
    static void listen(Step step, Segment segment, TcpSocket source) {
        Flags flags = segment.flags();
        if (flags.rst()) {
            step.fire(Rule.R_LISTEN_RST, isOn(segment, Flags.RST));
        } else if (flags.ack()) {
            step.fire(Rule.R_LISTEN_ACK, isOn(segment, Flags.ACK));
            Output.sendReset(step, segment);
            step.fire(Rule.G_RST_GROUPS);
            step.fire(Rule.G_RST_FORM);
        } else if (flags.syn() && flags.fin() && step.options.has(Switch.LINUX_NO_SYN_FIN)) {
            step.fire(Rule.L_LISTEN_SYN_FIN, isOn(segment, Flags.SYN), isOn(segment, Flags.FIN));
        } else if (flags.syn()) {
            listenSyn(step, segment, source);
        } else {
            step.fire(Rule.R_LISTEN_OTHER, isOff(segment, Flags.SYN));
            if (flags.fin()) {
                step.fire(Rule.R_FIN_UNSYNC);
            }
        }
    }

    private static void listenSyn(Step step, Segment segment, TcpSocket source) {
        step.fire(
                Rule.R_LISTEN_SYN,
                isOff(segment, Flags.RST),
                isOff(segment, Flags.ACK),
                isOn(segment, Flags.SYN));
        step.remote = source;
        acceptSyn(step, segment, source, null);
        if (step.options.has(Variant.TWO_WAY_HANDSHAKE)) {
            step.fire(Rule.V_TWO_WAY);
            step.assign(SND_UNA, step.sndNxt, "SND.NXT");
            step.queue = List.of();
            step.enter(TcpState.ESTABLISHED);
            step.tell(new Signal.Connected());
        }
    }

    /**
     * Takes the peer's SYN, chooses our number and answers SYN,ACK: SYN-RECEIVED.
     *
     * @param atLeast our number must not lie before this one; null: any will do
     */
    static void acceptSyn(Step step, Segment segment, TcpSocket source, @Nullable Integer atLeast) {
        step.rcvWnd = step.options.receiveBuffer();
        takeSyn(step, segment);
        Output.chooseIss(step, source, atLeast);
        step.assign(SND_NXT, step.iss + 1, "ISS+1");
        step.assign(MAX_SND_WND, segment.window(), "SEG.WND");
        // The RFC assigns these when the handshake ends; they are needed earlier if the user closes
        // before that.
        step.assign(SND_WND, segment.window(), "SEG.WND");
        step.sndWl1 = segment.seq();
        step.sndWl2 = step.iss;
        step.enter(TcpState.SYN_RECEIVED);
        Output.sendSynAck(step, false);
        Output.fireIsn(step);
    }

    /**
     * IRS, RCV.NXT, options, and what travelled with the SYN, which waits for the end of the
     * handshake.
     */
    private static void takeSyn(Step step, Segment segment) {
        step.assign(IRS, segment.seq(), "SEG.SEQ");
        step.assign(RCV_NXT, segment.seq() + 1, "SEG.SEQ+1");
        step.rcvUp = segment.seq();
        step.negotiated = Negotiation.agree(step, segment.options());
        boolean fin = segment.flags().fin() && !step.options.has(Switch.LINUX_NO_SYN_FIN);
        Octets text =
                step.options.has(Switch.LINUX_DROP_TEXT_ON_SYN) ? Octets.EMPTY : segment.text();
        boolean complete = text.length() == segment.text().length();
        Reassembly.hold(step, segment.seq() + 1, text, fin && complete);
    }

    /** A segment for a side that has sent its SYN (3.10.7.3). */
    static void synSent(Step step, Segment segment) {
        Flags flags = segment.flags();
        if (flags.ack() && !ackAcceptable(step, segment).holds()) {
            synSentBadAck(step, segment);
            return;
        }
        if (flags.rst()) {
            synSentReset(step, segment);
            return;
        }
        if (!flags.syn()) {
            step.fire(Rule.R_SYNSENT_NEITHER, isOff(segment, Flags.SYN), isOff(segment, Flags.RST));
            if (flags.fin()) {
                step.fire(Rule.R_FIN_UNSYNC);
            }
        } else if (flags.ack()) {
            synSentSynAck(step, segment);
        } else {
            synSentSyn(step, segment);
        }
    }

    private static Check.Comparison ackAcceptable(Step step, Segment segment) {
        return Check.sequence(SND_UNA, step.sndUna)
                .lt(SEG_ACK, segment.ack())
                .le(SND_NXT, step.sndNxt);
    }

    private static void synSentBadAck(Step step, Segment segment) {
        Check.Comparison tooOld = Check.sequence(SEG_ACK, segment.ack()).le(ISS, step.iss);
        Check bad =
                tooOld.holds()
                        ? tooOld
                        : Check.sequence(SEG_ACK, segment.ack()).gt(SND_NXT, step.sndNxt);
        if (segment.flags().rst()) {
            step.fire(Rule.R_SYNSENT_ACK_BAD_RST, bad, isOn(segment, Flags.RST));
            step.fire(Rule.G_RST_NEVER);
        } else {
            step.fire(Rule.R_SYNSENT_ACK_BAD, bad, isOff(segment, Flags.RST));
            Output.sendReset(step, segment);
            step.fire(Rule.G_RST_GROUPS);
            step.fire(Rule.G_RST_FORM);
        }
        LinuxDepartures.sendSynAgainSoon(step);
    }

    private static void synSentReset(Step step, Segment segment) {
        if (!segment.flags().ack()) {
            step.fire(
                    Rule.R_SYNSENT_RST_NOACK, isOn(segment, Flags.RST), isOff(segment, Flags.ACK));
            return;
        }
        step.fire(Rule.R_SYNSENT_RST_OK, isOn(segment, Flags.RST), ackAcceptable(step, segment));
        step.endPendingCalls(Reply.CONNECTION_RESET);
        step.tell(new Signal.Failed(Reply.CONNECTION_REFUSED));
        step.deleteTcb();
    }

    private static void synSentSynAck(Step step, Segment segment) {
        step.fire(Rule.R_SYNSENT_SYNACK, isOn(segment, Flags.SYN), ackAcceptable(step, segment));
        takeSyn(step, segment);
        Acknowledgments.acceptNew(step, segment);
        setWindow(step, segment, segment.ack(), "SEG.ACK");
        step.enter(TcpState.ESTABLISHED);
        step.tell(new Signal.Connected());
        RoundTrips.dataBegins(step);
        step.ackDue = true;
        // Text that came along first, so that one acknowledgment covers it too (MUST-58).
        Reassembly.consume(step);
        Output.sendWhatMayGo(step, false);
    }

    private static void synSentSyn(Step step, Segment segment) {
        step.fire(Rule.R_SYNSENT_SYN, isOn(segment, Flags.SYN), isOff(segment, Flags.ACK));
        takeSyn(step, segment);
        // SEG.ACK means nothing without the ACK bit (RFC 1122, 4.2.2.20 c).
        setWindow(step, segment, step.sndUna, "SND.UNA");
        step.enter(TcpState.SYN_RECEIVED);
        Output.sendSynAck(step, true);
        // The peer's acknowledgment may answer the SYN or this SYN,ACK: nobody can tell (Karn).
        RoundTrips.stopTiming(step);
    }

    private static void setWindow(Step step, Segment segment, int wl2, String wl2From) {
        step.assign(SND_WND, segment.window(), "SEG.WND");
        step.assign(MAX_SND_WND, Math.max(step.maxSndWnd, segment.window()), "SEG.WND");
        step.assign(SND_WL1, segment.seq(), "SEG.SEQ");
        step.assign(SND_WL2, wl2, wl2From);
    }
}
