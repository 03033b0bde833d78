package dev.handshakelab.capture;

import dev.handshakelab.capture.Testimony.Worth;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what the comments of a capture say about one host. */
final class Witness {
    private static final Set<TcpState> SYN_SENDERS = EnumSet.of(TcpState.SYN_SENT);
    private static final Set<TcpState> FIN_SENDERS =
            EnumSet.of(TcpState.FIN_WAIT_1, TcpState.CLOSING, TcpState.LAST_ACK);
    private static final Set<TcpState> SPEAKERS =
            EnumSet.complementOf(EnumSet.of(TcpState.CLOSED, TcpState.LISTEN, TcpState.SYN_SENT));

    private Witness() {}

    /** What is said about the host with an event; null if nothing is. */
    static @Nullable Testimony of(HostEvent event) {
        Testimony testimony = event.captured().testimony();
        Travel here = event.sent() ? Travel.OUT : Travel.IN;
        return event.captured().travel() == here ? testimony : null;
    }

    /** Whether all that is said can be true together. */
    static Worth judge(List<HostEvent> events) {
        TcpState latest = null;
        boolean isSaid = false;
        Testimony previous = null;
        long previousAt = 0;
        for (HostEvent event : events) {
            Testimony testimony = of(event);
            if (testimony == null) {
                // Nobody says what happened here.
                latest = null;
                previous = null;
                continue;
            }
            isSaid = true;
            boolean follows = latest == null || latest == testimony.stateAtFirst();
            // An answer leaves together with the change that its cause has made.
            Testimony cause = previousAt == event.atNanos() ? previous : null;
            if (!follows
                    || (event.sent()
                            && !canSend(testimony, event.segment())
                            && !canSend(cause, event.segment()))) {
                return Worth.CONTRADICTED;
            }
            latest = testimony.state();
            previous = testimony;
            previousAt = event.atNanos();
        }
        return isSaid ? Worth.BELIEVED : Worth.NONE;
    }

    /**
     * Whether a believed host did what the segments alone do not show: a variant of TCP, or a
     * switch that changes no segment. Its peer may have done so as well.
     */
    static boolean isUnlikeSegments(HostStory story) {
        StatePath bySegments = StatePath.of(story.events());
        for (int i = 0; i < story.events().size(); i++) {
            Testimony testimony = of(story.events().get(i));
            if (testimony == null) {
                continue;
            }
            Set<TcpState> shown = bySegments.states().get(i + 1);
            boolean isMore =
                    i + 1 < story.events().size()
                            && story.events().get(i + 1).atNanos()
                                    == story.events().get(i).atNanos();
            if (!testimony.variants().isEmpty()
                    || (!isMore && shown.size() == 1 && !isLike(shown, testimony.state()))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing shows whether an application listens again. */
    private static boolean isLike(Set<TcpState> shown, TcpState told) {
        return shown.contains(told) || (told == TcpState.LISTEN && shown.contains(TcpState.CLOSED));
    }

    /** Of a host that may say anything at any time, only a RST is true. */
    private static boolean canSend(@Nullable Testimony testimony, Segment segment) {
        if (testimony == null) {
            return false;
        }
        Flags flags = segment.flags();
        if (flags.rst()) {
            return true;
        }
        if (flags.syn() && !flags.ack()) {
            return testimony.passes(SYN_SENDERS);
        }
        return testimony.passes(flags.fin() ? FIN_SENDERS : SPEAKERS);
    }
}
