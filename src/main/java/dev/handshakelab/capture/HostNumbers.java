package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.ge;
import static dev.handshakelab.tcp.SequenceNumbers.gt;
import static dev.handshakelab.tcp.SequenceNumbers.le;
import static dev.handshakelab.tcp.SequenceNumbers.lt;

import dev.handshakelab.tcp.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the sequence numbers of one host through its events (RFC 9293, 3.4) and says what each
 * segment means. What the host sent is certain; what it has received shows in what it acknowledges.
 */
final class HostNumbers {
    private static final int LOOK_AHEAD = 64;

    /** No host keeps a TIME-WAIT shorter than this by default. */
    private static final long PAUSE_NANOS = 60_000_000_000L;

    /** No host gives up a FIN-WAIT-2 sooner. */
    private static final long SILENCE_NANOS = 2_500_000_000L;

    private final List<HostEvent> events;
    private final int[] nextSent;
    private final PeerStream peer = new PeerStream();
    private boolean issKnown;
    private int iss;
    private boolean openedActively;
    private boolean sentAfterSyn;
    private boolean sentKnown;
    private int sndNxt;
    private boolean finSent;
    private int finEnd;

    private HostNumbers(List<HostEvent> events) {
        this.events = events;
        nextSent = new int[events.size()];
        int next = -1;
        for (int i = events.size() - 1; i >= 0; i--) {
            nextSent[i] = next;
            next = events.get(i).sent() ? i : next;
        }
    }

    /** What each event means, in their order. */
    static List<SegmentFacts> of(List<HostEvent> events) {
        HostNumbers numbers = new HostNumbers(events);
        List<SegmentFacts> facts = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            facts.add(events.get(i).sent() ? numbers.sent(i) : numbers.received(i));
        }
        return facts;
    }

    private SegmentFacts sent(int index) {
        Segment segment = events.get(index).segment();
        if (segment.flags().rst()) {
            return new SegmentFacts.Sent(
                    false,
                    false,
                    false,
                    false,
                    isAnswer(index),
                    isAnswerToGoodAck(index),
                    false,
                    false);
        }
        boolean sameSyn =
                issKnown
                        && iss == segment.seq()
                        && (segment.flags().ack() || !sentAfterSyn || isPerhapsLate(index));
        boolean newSyn = segment.flags().syn() && !sameSyn;
        if (newSyn) {
            begin(segment);
        }
        sentAfterSyn |= !segment.flags().syn();
        boolean beyond = !sentKnown || gt(segment.end(), sndNxt);
        boolean hasText = !segment.text().isEmpty() && !segment.flags().syn();
        boolean hasFin = segment.flags().fin();
        boolean firstFin = hasFin && !(finSent && segment.end() == finEnd);
        if (firstFin) {
            finSent = true;
            finEnd = segment.end();
        }
        if (beyond) {
            sndNxt = segment.end();
            sentKnown = true;
        }
        boolean acksFin = false;
        boolean beforeFin = false;
        if (segment.flags().ack()) {
            peer.acknowledged(segment.ack());
            findPeerFin(index);
            acksFin = peer.finKnown() && segment.ack() == peer.finEnd();
            beforeFin = peer.finKnown() && lt(segment.ack(), peer.finEnd());
        }
        return new SegmentFacts.Sent(
                newSyn,
                hasText && beyond,
                (hasText || hasFin) && !beyond,
                firstFin,
                false,
                false,
                acksFin,
                beforeFin);
    }

    /** A SYN of a host that nobody watched may be an old one, held up on its way. */
    private boolean isPerhapsLate(int index) {
        return events.get(index).trip().sent() == null;
    }

    private void begin(Segment syn) {
        issKnown = true;
        iss = syn.seq();
        sndNxt = syn.flags().ack() ? syn.seq() + 1 : syn.end();
        sentKnown = true;
        finSent = false;
        sentAfterSyn = false;
        openedActively = !syn.flags().ack();
        if (openedActively) {
            peer.forget();
        }
    }

    /** Of a capture that begins late: the peer's FIN, if it comes later, was not there before. */
    private void findPeerFin(int index) {
        if (peer.finKnown() || !peer.isKnown()) {
            return;
        }
        int last = Math.min(events.size(), index + 1 + LOOK_AHEAD);
        for (int i = index + 1; i < last; i++) {
            HostEvent later = events.get(i);
            if (later.sent()) {
                continue;
            }
            Segment segment = later.segment();
            if (segment.flags().syn() || segment.flags().rst()) {
                return;
            }
            if (peer.isNew(segment)) {
                if (segment.flags().fin()) {
                    peer.finComes(segment.end());
                }
                return;
            }
        }
    }

    /** Whether a RST has the form of an answer to a segment received just before. */
    private boolean isAnswer(int index) {
        Segment reset = events.get(index).segment();
        for (int i = index - 1; i >= 0 && i >= index - LOOK_AHEAD; i--) {
            HostEvent before = events.get(i);
            if (!before.sent()) {
                return answers(reset, before.segment());
            }
        }
        return false;
    }

    /** A host whose SYN was acknowledged rightly answers with a RST only if it forgot all. */
    private boolean isAnswerToGoodAck(int index) {
        int ack = events.get(index).segment().seq();
        return issKnown && sentKnown && gt(ack, iss) && le(ack, sndNxt);
    }

    /** The two forms of RFC 9293, 3.10.7.1. */
    private static boolean answers(Segment reset, Segment cause) {
        return reset.flags().ack()
                ? !cause.flags().ack() && reset.seq() == 0 && reset.ack() == cause.end()
                : cause.flags().ack() && reset.seq() == cause.ack();
    }

    private SegmentFacts received(int index) {
        HostEvent event = events.get(index);
        Segment segment = event.segment();
        boolean acksOurs =
                segment.flags().ack()
                        && sentKnown
                        && le(segment.ack(), sndNxt)
                        && (!issKnown || gt(segment.ack(), iss));
        boolean acksFin = acksOurs && finSent && segment.ack() == finEnd;
        @Nullable Segment answer = answer(index);
        boolean synAcked =
                segment.flags().syn()
                        && (event.certain()
                                ? answer != null && isSynAckFor(answer, segment)
                                : hasSynAckLater(index));
        boolean resetAnswer = answer != null && answer.flags().rst() && answers(answer, segment);
        boolean repeated = segment.flags().syn() && peer.hasBegun(segment.seq());
        if (segment.flags().syn() && isTaken(index, segment, acksOurs)) {
            peer.begin(segment.seq());
        }
        long pause = index == 0 ? 0 : event.atNanos() - events.get(index - 1).atNanos();
        boolean rst = segment.flags().rst();
        boolean exact = rst && peer.isKnown() && segment.seq() == peer.next();
        boolean mayReset =
                rst && (!peer.isKnown() || !event.certain() || ge(segment.seq(), peer.next() - 1));
        boolean newText = !segment.text().isEmpty() && (!peer.isKnown() || peer.isNew(segment));
        boolean complete = take(segment, acksOurs, event.certain());
        return new SegmentFacts.Received(
                acksOurs,
                segment.flags().ack() && issKnown && segment.ack() == iss,
                acksFin,
                complete,
                rst && peer.isKnown() && segment.seq() == peer.next() - 1,
                exact,
                mayReset,
                synAcked,
                resetAnswer,
                newText,
                repeated,
                index + 1 < events.size() && events.get(index + 1).sent(),
                !openedActively,
                pause >= SILENCE_NANOS,
                pause >= PAUSE_NANOS);
    }

    /** What the host sends next, unless it receives the same segment again before. */
    private @Nullable Segment answer(int index) {
        int next = nextSent[index];
        if (next < 0 || events.get(index).segment().flags().rst()) {
            return null;
        }
        Segment segment = events.get(index).segment();
        for (int i = index + 1; i < next && i < index + LOOK_AHEAD; i++) {
            Segment between = events.get(i).segment();
            if (between.seq() == segment.seq() && between.flags().equals(segment.flags())) {
                return null;
            }
        }
        return events.get(next).segment();
    }

    /** Of several SYNs to a host that was not watched, any may be the one that it answered. */
    private boolean hasSynAckLater(int index) {
        Segment syn = events.get(index).segment();
        int next = nextSent[index];
        for (int tries = 0; next >= 0 && tries < LOOK_AHEAD; tries++) {
            if (isSynAckFor(events.get(next).segment(), syn)) {
                return true;
            }
            next = nextSent[next];
        }
        return false;
    }

    private static boolean isSynAckFor(Segment answer, Segment syn) {
        return answer.flags().syn() && answer.flags().ack() && acksSyn(answer, syn);
    }

    private static boolean acksSyn(Segment answer, Segment syn) {
        return answer.ack() == syn.seq() + 1 || answer.ack() == syn.end();
    }

    /** Whether the host goes by this SYN: it acknowledges it next, or it is the awaited SYN-ACK. */
    private boolean isTaken(int index, Segment syn, boolean acksOurs) {
        if (peer.hasBegun(syn.seq())) {
            return false;
        }
        int next = nextSent[index];
        for (int tries = 0; next >= 0 && tries < LOOK_AHEAD; tries++) {
            Segment later = events.get(next).segment();
            if (later.flags().rst()) {
                return false;
            }
            if (later.flags().ack()) {
                return acksSyn(later, syn);
            }
            next = nextSent[next];
        }
        return syn.flags().ack() ? acksOurs : !peer.isKnown();
    }

    /** Takes the data and the FIN of a segment; says whether the FIN is reached with it. */
    private boolean take(Segment segment, boolean acksOurs, boolean certain) {
        boolean acceptable =
                !segment.flags().rst() && segment.flags().ack() && (acksOurs || !sentKnown);
        if (!acceptable) {
            return false;
        }
        return certain ? peer.take(segment) : peer.offer(segment);
    }
}
