package dev.handshakelab.capture;

/** What a segment means to the host that sends or receives it, whatever the host's state. */
sealed interface SegmentFacts {
    /**
     * Of a segment that the host sends.
     *
     * @param newSyn a SYN with a number that the host has not used before
     * @param newText data beyond all that was sent before
     * @param again data or a FIN that was sent before
     * @param firstFin the first FIN of this connection
     * @param answer a RST in the form that answers a segment (RFC 9293, 3.5.2), and a segment that
     *     it would answer was received before
     * @param toGoodAck the segment that a RST answers acknowledged what the host had sent
     * @param acksPeerFin the acknowledgment covers the peer's FIN
     * @param beforePeerFin the peer's FIN is known, and this does not acknowledge it yet
     */
    record Sent(
            boolean newSyn,
            boolean newText,
            boolean again,
            boolean firstFin,
            boolean answer,
            boolean toGoodAck,
            boolean acksPeerFin,
            boolean beforePeerFin)
            implements SegmentFacts {}

    /**
     * Of a segment that the host receives.
     *
     * @param acksOurs it acknowledges the host's SYN, and nothing that was not sent
     * @param acksNothing it acknowledges all but the host's SYN
     * @param acksOurFin it acknowledges the host's FIN
     * @param finComplete with it, the host has all data of the peer and its FIN
     * @param beforeNext RST at the number before the one that the host expects
     * @param resets RST at the very number that the host expects
     * @param mayReset RST that some hosts take although its number is not the expected one
     * @param answeredBySynAck a SYN, and the next that the host sends is the SYN-ACK for it
     * @param answeredByReset the next that the host sends is a RST in answer to it
     * @param newText data that the host did not have
     * @param repeatedSyn a SYN that the host has taken before
     * @param answeredAtOnce the host sends something before it receives anything else
     * @param passive the host has not sent a SYN of its own accord
     * @param afterSilence nothing had happened for so long that a host may have given up waiting
     * @param afterPause nothing had happened for so long that a TIME-WAIT may be over
     */
    record Received(
            boolean acksOurs,
            boolean acksNothing,
            boolean acksOurFin,
            boolean finComplete,
            boolean beforeNext,
            boolean resets,
            boolean mayReset,
            boolean answeredBySynAck,
            boolean answeredByReset,
            boolean newText,
            boolean repeatedSyn,
            boolean answeredAtOnce,
            boolean passive,
            boolean afterSilence,
            boolean afterPause)
            implements SegmentFacts {}
}
