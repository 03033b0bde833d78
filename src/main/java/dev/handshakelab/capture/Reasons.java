package dev.handshakelab.capture;

import dev.handshakelab.capture.Inferred.Evidence;
import dev.handshakelab.capture.Inferred.Kind;
import dev.handshakelab.capture.Inferred.StateChange;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the reasons for what is said about a host. */
public final class Reasons {
    private Reasons() {}

    /**
     * Why a host stands as it does after a frame: what took it there first, then what shows it; at
     * least one.
     */
    public static List<Reason> of(Inferred inferred, Side side, int frameIndex) {
        List<Reason> found = new ArrayList<>(inferred(inferred, side, frameIndex));
        switch (inferred.testimony(side)) {
            case BELIEVED -> {
                Reason told = told(inferred, side, frameIndex);
                if (told != null) {
                    found.removeIf(Reasons::isGuess);
                    found.addFirst(told);
                }
            }
            case CONTRADICTED -> found.add(new Reason.Contradicted());
            case OTHER_RULES -> {
                return List.of(new Reason.OtherRules());
            }
            case NONE -> {
                // The segments alone say it.
            }
        }
        return List.copyOf(found);
    }

    private static boolean isGuess(Reason reason) {
        return reason instanceof Reason.FromTheBeginning || reason instanceof Reason.Nothing;
    }

    /** What stands beside the last packet; before the first, beside that. */
    private static @Nullable Reason told(Inferred inferred, Side side, int frameIndex) {
        Evidence behind = null;
        for (int i = frameIndex; i >= 0 && behind == null; i--) {
            behind = ofHost(inferred.evidence().get(i), side);
        }
        behind = behind == null ? next(inferred, side, frameIndex, false) : behind;
        if (behind == null) {
            return null;
        }
        Testimony testimony = behind.captured().testimony();
        return testimony == null ? null : new Reason.Told(behind, testimony);
    }

    private static @Nullable Evidence ofHost(@Nullable Evidence evidence, Side side) {
        boolean isHere =
                evidence != null && evidence.side() == side && evidence.kind() != Kind.LOST;
        return isHere ? evidence : null;
    }

    private static List<Reason> inferred(Inferred inferred, Side side, int frameIndex) {
        HostView view = inferred.timeline().frame(frameIndex).host(side);
        if (view.certainty() == Certainty.UNKNOWN) {
            return List.of(unknown(inferred, side, frameIndex));
        }
        StateChange change = lastChange(inferred, side, frameIndex);
        if (change == null || change.to() != view.state()) {
            Evidence settling = settling(inferred, side, frameIndex);
            if (settling != null) {
                return List.of(new Reason.Settled(settling));
            }
            Evidence first = next(inferred, side, 0, false);
            return List.of(
                    first == null ? new Reason.Nothing() : new Reason.FromTheBeginning(first));
        }
        List<Reason> reasons = new ArrayList<>();
        Evidence behind = inferred.evidence().get(change.frameIndex());
        if (behind == null) {
            return List.of(new Reason.Nothing());
        }
        reasons.add(
                change.unseen()
                        ? new Reason.LeftNoTrace(change, behind)
                        : new Reason.Caused(change, behind));
        if (behind.kind() == Kind.PERHAPS_RECEIVED) {
            Evidence proof = next(inferred, side, change.frameIndex() + 1, true);
            if (proof != null) {
                reasons.add(new Reason.ShownBy(proof));
            }
        }
        return List.copyOf(reasons);
    }

    /** The packet with which the state was no longer unknown; null if it never was. */
    private static @Nullable Evidence settling(Inferred inferred, Side side, int frameIndex) {
        for (int i = frameIndex; i > 0; i--) {
            HostView before = inferred.timeline().frame(i - 1).host(side);
            if (before.certainty() == Certainty.UNKNOWN) {
                return next(inferred, side, i, false);
            }
        }
        return null;
    }

    private static Reason unknown(Inferred inferred, Side side, int frameIndex) {
        Set<TcpState> possible = inferred.possible(side, frameIndex);
        if (possible.size() > 1) {
            return new Reason.Several(possible);
        }
        Evidence proof = next(inferred, side, frameIndex + 1, true);
        if (proof != null) {
            return new Reason.ShownLate(proof);
        }
        Evidence last = lastSent(inferred, side, frameIndex);
        return last == null ? new Reason.Nothing() : new Reason.FellSilent(last);
    }

    private static @Nullable StateChange lastChange(Inferred inferred, Side side, int frameIndex) {
        StateChange last = null;
        for (StateChange change : inferred.transitions()) {
            if (change.frameIndex() > frameIndex) {
                break;
            }
            last = change.side() == side ? change : last;
        }
        return last;
    }

    private static @Nullable Evidence lastSent(Inferred inferred, Side side, int frameIndex) {
        for (int i = frameIndex; i >= 0; i--) {
            Evidence evidence = inferred.evidence().get(i);
            if (evidence != null && evidence.side() == side && evidence.kind() == Kind.SENT) {
                return evidence;
            }
        }
        return null;
    }

    private static @Nullable Evidence next(
            Inferred inferred, Side side, int fromFrame, boolean sentOnly) {
        List<@Nullable Evidence> all = inferred.evidence();
        for (int i = fromFrame; i < all.size(); i++) {
            Evidence evidence = all.get(i);
            if (evidence != null
                    && evidence.side() == side
                    && (evidence.kind() == Kind.SENT
                            || (!sentOnly && evidence.kind() != Kind.LOST))) {
                return evidence;
            }
        }
        return null;
    }
}
