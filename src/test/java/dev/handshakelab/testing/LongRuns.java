package dev.handshakelab.testing;

import static dev.handshakelab.testing.Stage.call;

import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;

/**
 * Stories of any length: a long transfer in small segments over a network that loses and copies.
 */
public final class LongRuns {
    private static final int SEGMENT = 4;

    private LongRuns() {}

    /**
     * A transfer that is cut off after so many frames.
     *
     * @param frames how many frames the run has, the first one included
     */
    public static Plan transfer(int frames) {
        int octets = SEGMENT * frames;
        Octets text = Octets.of(new byte[octets]);
        return new Stage()
                .link(10, 4, 1)
                .options(options ->
                        options.maximumSegmentSize(SEGMENT)
                                .receiveBuffer(SEGMENT * 10)
                                .sendBuffer(octets)
                                .maxRtoNanos(Stage.millis(60_000)))
                .fault(Match.ANY, new Verdict.DropRandomly(0.01))
                .fault(Match.ANY, new Verdict.DuplicateRandomly(0.005, Stage.millis(15)))
                .established()
                .when(
                        new Condition.InState(Side.A, TcpState.ESTABLISHED),
                        0,
                        call(Side.A, new UserAction.Send(text, true, false)))
                .untilMillis(1_000_000_000_000L)
                .maxSteps(frames - 1)
                .plan();
    }
}
