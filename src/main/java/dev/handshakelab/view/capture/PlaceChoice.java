package dev.handshakelab.view.capture;

import dev.handshakelab.capture.CapturePlace;
import dev.handshakelab.capture.Conversation;
import org.jspecify.annotations.Nullable;

/** Where the user says that a capture was made; it holds for all its connections. */
public sealed interface PlaceChoice {
    /** The times in the capture say it, for each connection by itself. */
    record Automatic() implements PlaceChoice {}

    /** At the host with this address, whether it is client or server. */
    record AtHost(String address) implements PlaceChoice {}

    /** On the way, for example at a router. */
    record OnTheWay() implements PlaceChoice {}

    /** Nobody has chosen. */
    PlaceChoice AUTOMATIC = new Automatic();

    /** What it means for a conversation; null: its times say it. */
    default @Nullable CapturePlace in(Conversation conversation) {
        return switch (this) {
            case Automatic() -> null;
            case OnTheWay() -> CapturePlace.BETWEEN;
            case AtHost(String address) -> {
                boolean isA = conversation.a().address().equals(address);
                boolean isB = conversation.b().address().equals(address);
                if (isA && isB) {
                    yield CapturePlace.AT_BOTH;
                }
                yield isA ? CapturePlace.AT_A : isB ? CapturePlace.AT_B : null;
            }
        };
    }
}
