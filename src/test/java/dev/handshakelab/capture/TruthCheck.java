package dev.handshakelab.capture;

import dev.handshakelab.capture.Inferred.StateChange;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what was inferred with the truth, and counts. */
final class TruthCheck {
    /** How far the assumed time of something at a host that nobody watched may be off. */
    private static final long TOLERANCE_NANOS = 30_000_000;

    private final Truth truth;
    private final Inferred inferred;
    private final boolean swapped;
    private final long laterNanos;
    private final List<String> complaints = new ArrayList<>();
    private int visible;
    private int found;
    private int invented;
    private int framesRight;
    private int framesUnknown;
    private int framesWrong;
    private int peerRight;
    private int peerUnknown;
    private int peerWrong;

    /**
     * A comparison.
     *
     * @param laterNanos how much later than the truth says the capture was made
     */
    TruthCheck(Truth truth, Conversation conversation, Inferred inferred, long laterNanos) {
        this.laterNanos = laterNanos;
        this.truth = truth;
        this.inferred = inferred;
        swapped = !conversation.a().equals(truth.sockets().get(Side.A));
    }

    private Side inTimeline(Side side) {
        return swapped ? side.other() : side;
    }

    /** A host at which a capture was made. */
    void checkWatched(Side side) {
        if (!inferred.watched().contains(inTimeline(side))) {
            complaints.add(side + " is not taken for watched");
        }
        Set<String> expected = new TreeSet<>();
        Set<String> unseen = new TreeSet<>();
        for (Truth.Change change : truth.changes().get(side)) {
            if (change.visible()) {
                expected.add(change.frame() + " " + change.to());
            } else {
                unseen.add(change.to());
            }
            if (change.listens()) {
                unseen.add("LISTEN");
            }
        }
        visible += expected.size();
        Set<String> missing = new TreeSet<>(expected);
        for (StateChange change : inferred.transitions()) {
            if (change.side() != inTimeline(side)) {
                continue;
            }
            String text = change.captured().number() + " " + change.to().rfcName();
            if (change.unseen() ? unseen.contains(change.to().rfcName()) : missing.remove(text)) {
                found += change.unseen() ? 0 : 1;
            } else {
                invented++;
                complaints.add(side + " invented" + (change.unseen() ? " unseen " : " ") + text);
            }
        }
        missing.forEach(text -> complaints.add(side + " missed " + text));
        truth.frames().get(side).forEach(frame -> checkFrame(side, frame));
    }

    private void checkFrame(Side side, Truth.FrameState expected) {
        HostView view = viewAfter(inTimeline(side), expected.frame());
        if (view == null) {
            complaints.add(side + " has no frame " + expected.frame());
            framesWrong++;
        } else if (view.certainty() == Certainty.UNKNOWN) {
            framesUnknown++;
            complaints.add(side + " frame " + expected.frame() + " unknown: " + expected.state());
        } else if (view.state() == expected.state()) {
            framesRight++;
        } else {
            framesWrong++;
            complaints.add(
                    side
                            + " frame "
                            + expected.frame()
                            + " is "
                            + expected.state()
                            + ", not "
                            + view.state());
        }
    }

    private @Nullable HostView viewAfter(Side side, int number) {
        for (int i = 1; i < inferred.evidence().size(); i++) {
            var evidence = inferred.evidence().get(i);
            if (evidence != null
                    && evidence.side() == side
                    && evidence.captured().number() == number
                    && (evidence.kind() == Inferred.Kind.SENT
                            || evidence.kind() == Inferred.Kind.RECEIVED)) {
                return inferred.timeline().frame(i).host(side);
            }
        }
        return null;
    }

    /** A host that nobody watched: right or unknown at any time. */
    void checkUnwatched(Side side) {
        if (inferred.watched().contains(inTimeline(side))) {
            complaints.add(side + " is taken for watched");
        }
        for (Frame frame : inferred.timeline().frames()) {
            HostView view = frame.host(inTimeline(side));
            if (view.certainty() == Certainty.UNKNOWN) {
                peerUnknown++;
                continue;
            }
            long at = inferred.beginsAtNanos() - laterNanos + frame.atNanos();
            if (statesAround(side, at).contains(view.state())) {
                peerRight++;
            } else {
                peerWrong++;
                complaints.add(
                        side
                                + " at "
                                + frame.atNanos() / 1_000_000
                                + " ms: "
                                + view
                                + " but "
                                + statesAround(side, at));
            }
        }
    }

    private Set<TcpState> statesAround(Side side, long at) {
        Set<TcpState> states = EnumSet.noneOf(TcpState.class);
        TcpState state = TcpState.CLOSED;
        for (Truth.Change change : truth.changes().get(side)) {
            if (change.atNanos() > at + TOLERANCE_NANOS) {
                break;
            }
            if (change.atNanos() > at - TOLERANCE_NANOS) {
                states.add(state);
            }
            if (change.from().equals("LISTEN") && change.to().equals("SYN-RECEIVED")) {
                states.add(TcpState.LISTEN);
            }
            state = TcpState.fromRfcName(change.to());
            if (change.listens() && state == TcpState.CLOSED) {
                states.add(TcpState.LISTEN);
            }
        }
        states.add(state);
        return states;
    }

    /** What is wrong, in words. */
    List<String> complaints() {
        return complaints;
    }

    /** How many transitions a reader of the packets could find. */
    int visible() {
        return visible;
    }

    int found() {
        return found;
    }

    int framesRight() {
        return framesRight;
    }

    int peerRight() {
        return peerRight;
    }

    String figures() {
        return String.format(
                Locale.ROOT,
                "visible %d found %d invented %d; states after own frames: right %d unknown %d"
                        + " wrong %d; of the unwatched: right %d unknown %d wrong %d",
                visible,
                found,
                invented,
                framesRight,
                framesUnknown,
                framesWrong,
                peerRight,
                peerUnknown,
                peerWrong);
    }
}
