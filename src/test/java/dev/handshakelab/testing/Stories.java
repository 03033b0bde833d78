package dev.handshakelab.testing;

import static dev.handshakelab.testing.Stage.abort;
import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.connect;
import static dev.handshakelab.testing.Stage.forge;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.nth;
import static dev.handshakelab.testing.Stage.nthText;
import static dev.handshakelab.testing.Stage.old;
import static dev.handshakelab.testing.Stage.segment;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stories that have in them all that a diagram must draw. */
public final class Stories {
    private Stories() {}

    /** All stories by name. */
    public static Map<String, Timeline> all() {
        Map<String, Timeline> stories = new LinkedHashMap<>();
        stories.put("handshake", handshake());
        stories.put("lost-syn", lostSyn());
        stories.put("stale-syn", staleSyn());
        stories.put("simultaneous-open", simultaneousOpen());
        stories.put("simultaneous-close", simultaneousClose());
        stories.put("normal-close", normalClose());
        stories.put("disorder", disorder());
        stories.put("burst", burst());
        stories.put("reset", reset());
        stories.put("refused", new Stage().at(0, connect(A)).run().timeline());
        stories.put("crash", crash());
        stories.put("no-delay", noDelay());
        stories.put("slow-link", slowLink());
        stories.put("held", held());
        stories.put("unfinished", unfinished());
        stories.put("wrap", wrap());
        stories.put("dead-link", deadLink());
        return stories;
    }

    public static Timeline handshake() {
        return new Stage()
                .established()
                .at(100, send(A, "hello"))
                .at(160, send(B, "world!"))
                .run()
                .timeline();
    }

    public static Timeline lostSyn() {
        return new Stage()
                .established()
                .fault(nth(A, Flags.SYN, Flags.NONE, 1, 2), new Verdict.Drop())
                .run()
                .timeline();
    }

    public static Timeline staleSyn() {
        return new Stage()
                .iss(B, 300, 400)
                .established()
                .at(5, old(A, segment(90, 0, Flags.SYN)))
                .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Delay(millis(90)))
                .run()
                .timeline();
    }

    public static Timeline simultaneousOpen() {
        return new Stage().at(0, connect(A), connect(B)).run().timeline();
    }

    public static Timeline simultaneousClose() {
        return new Stage().established().at(100, close(A), close(B)).run().timeline();
    }

    public static Timeline normalClose() {
        return new Stage()
                .established()
                .at(100, send(A, "hello"))
                .at(200, close(A))
                .at(260, send(B, "bye"))
                .at(300, close(B))
                .run()
                .timeline();
    }

    /** Data is doubled, lost and overtaken. */
    public static Timeline disorder() {
        return new Stage()
                .established()
                .at(100, send(A, "first"), send(A, "second"), send(A, "third"))
                .fault(nthText(A, 1), new Verdict.Duplicate(millis(6)))
                .fault(nthText(A, 2), new Verdict.Delay(millis(9)))
                .fault(nthText(A, 3), new Verdict.Drop())
                .run()
                .timeline();
    }

    /** One call that makes many segments at once. */
    public static Timeline burst() {
        return new Stage()
                .options(options -> options.maximumSegmentSize(100).receiveBuffer(2000))
                .established()
                .at(50, send(A, "0123456789".repeat(90)))
                .at(200, close(A), close(B))
                .run()
                .timeline();
    }

    public static Timeline reset() {
        return new Stage()
                .established()
                .at(60, forge(B, segment(900, 0, Flags.RST)))
                .at(100, send(A, "data"))
                .at(103, abort(B))
                .run()
                .timeline();
    }

    public static Timeline crash() {
        return new Stage()
                .established()
                .at(100, send(A, "one"))
                .at(150, new Action.Crash(B, false))
                .at(200, send(A, "two"))
                .run()
                .timeline();
    }

    public static Timeline noDelay() {
        return new Stage()
                .link(0, 0, 1)
                .established()
                .at(1, send(A, "now"), close(A), close(B))
                .run()
                .timeline();
    }

    /** Four seconds each way: timers fire before anything can arrive. */
    public static Timeline slowLink() {
        return new Stage()
                .link(4_000, 0, 1)
                .established()
                .at(30_000, send(A, "slow"))
                .run()
                .timeline();
    }

    public static Timeline held() {
        return new Stage()
                .established()
                .fault(nth(A, Flags.SYN, Flags.NONE, 1), new Verdict.Hold())
                .at(400, new Action.Release(A, 1, millis(10)))
                .fault(nthText(A, 1), new Verdict.Hold())
                .at(500, send(A, "kept"))
                .untilMillis(600)
                .run()
                .timeline();
    }

    /** Ends while segments are under way. */
    public static Timeline unfinished() {
        return new Stage()
                .established()
                .at(100, send(A, "hello"), send(B, "hello"))
                .untilMillis(105)
                .run()
                .timeline();
    }

    public static Timeline wrap() {
        return new Stage()
                .iss(A, -6)
                .iss(B, -1)
                .established()
                .at(100, send(A, "ten octets"))
                .at(200, close(A))
                .untilMillis(300)
                .run()
                .timeline();
    }

    /** The cable is out: retransmissions until TCP gives up. */
    public static Timeline deadLink() {
        return new Stage()
                .established()
                .at(100, new Action.Cable(false))
                .at(120, send(A, "lost"))
                .untilMillis(2_000_000)
                .run()
                .timeline();
    }

    /** Data to and fro, with losses; about {@code frames} frames. */
    public static Timeline longStory(int frames) {
        Stage stage = new Stage().established().untilMillis(Integer.MAX_VALUE).maxSteps(frames);
        for (int i = 0; i < frames / 2; i++) {
            stage.at(100 + 40L * i, send(i % 2 == 0 ? A : B, "data " + i));
        }
        return stage.fault(nth(A, Flags.NONE, Flags.SYN, 7, 70, 700), new Verdict.Drop())
                .run()
                .timeline();
    }
}
