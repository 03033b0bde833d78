package dev.handshakelab.capture;

import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Transition;
import dev.handshakelab.timeline.Side;
import java.util.List;

/**
 * What the machine of the simulator does in the place of a host of a capture.
 *
 * @param frameIndex of the timeline
 * @param side which host
 * @param verdict whether the host did the same
 * @param likeLinux what the machine does by the options that this host is taken to have: those of
 *     Linux, with the numbers, window and MSS of its SYN
 * @param byTheRfc what it does in the same situation by RFC 9293 alone
 */
public record MachineView(
        int frameIndex, Side side, Verdict verdict, Transition likeLinux, Transition byTheRfc) {
    /** Whether a host did what the machine does. */
    public enum Verdict {
        AGREES,
        /** The machine would be in another state now. */
        OTHER_STATE,
        /** It would have answered otherwise: with a RST, a SYN-ACK, or without. */
        OTHER_ANSWER
    }

    /** The state by RFC 9293. */
    public TcpState rfcState() {
        return byTheRfc.after().state();
    }

    /** The rules of RFC 9293 that apply, in order. */
    public List<Rule> rfcRules() {
        return byTheRfc.rules();
    }

    /** What RFC 9293 would have sent at once. */
    public List<Segment> rfcAnswers() {
        return byTheRfc.emissions().stream().map(Emission::segment).toList();
    }

    /** Whether Linux departs from RFC 9293 here, in state or answer. */
    public boolean isDeparture() {
        return likeLinux.after().state() != rfcState()
                || !likeLinux.emissions().stream()
                        .map(emission -> emission.segment().flags())
                        .toList()
                        .equals(
                                byTheRfc.emissions().stream()
                                        .map(emission -> emission.segment().flags())
                                        .toList());
    }
}
