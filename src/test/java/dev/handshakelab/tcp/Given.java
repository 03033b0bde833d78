package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import java.util.function.Consumer;

/**
 * Situations that tests start from, each reached by really stepping the machine: our ISS is 100,
 * the peer's 300, all windows are 1000.
 */
enum Given {
    CLOSED(TcpState.CLOSED, end -> {}),
    LISTEN(TcpState.LISTEN, Endpoint::opensPassively),
    LISTEN_FOR_PEER(TcpState.LISTEN, end -> end.listensFor(Endpoint.PEER)),
    SYN_SENT(TcpState.SYN_SENT, Endpoint::opensActively),
    SYN_SENT_WITH_TEXT(TcpState.SYN_SENT, end -> end.opensActively(Endpoint.PEER, "early")),
    SYN_SENT_QUEUED(TcpState.SYN_SENT, end -> SYN_SENT.build(end).sends(10)),
    /** After a passive OPEN. */
    SYN_RECEIVED(TcpState.SYN_RECEIVED, end -> LISTEN.build(end).gets(seg("SYN").seq(300))),
    SYN_RECEIVED_HOLDS_TEXT(
            TcpState.SYN_RECEIVED,
            end -> LISTEN.build(end).gets(seg("SYN,FIN").seq(300).numbered(5))),
    /** After a passive OPEN, with text and a CLOSE waiting for the end of the handshake. */
    SYN_RECEIVED_CLOSE_QUEUED(
            TcpState.SYN_RECEIVED, end -> SYN_RECEIVED.build(end).sends(10).closes()),
    /** After a simultaneous open. */
    SYN_RECEIVED_ACTIVE(
            TcpState.SYN_RECEIVED, end -> SYN_SENT.build(end).gets(seg("SYN").seq(300))),
    SYN_RECEIVED_ACTIVE_QUEUED(
            TcpState.SYN_RECEIVED,
            end -> SYN_SENT_QUEUED.build(end).gets(seg("SYN").seq(300).window(0))),
    ESTABLISHED(
            TcpState.ESTABLISHED,
            end -> SYN_SENT.build(end).gets(seg("SYN,ACK").seq(300).ack(101))),
    /** The server's side. */
    ESTABLISHED_PASSIVE(
            TcpState.ESTABLISHED,
            end -> SYN_RECEIVED.build(end).gets(seg("ACK").seq(301).ack(101))),
    /** 101 to 110 are sent and not acknowledged. */
    ESTABLISHED_DATA_OUT(TcpState.ESTABLISHED, end -> ESTABLISHED.build(end).sends(10)),
    /** The peer's window is shut and text waits. */
    ESTABLISHED_SHUT(
            TcpState.ESTABLISHED,
            end -> ESTABLISHED.build(end).gets(seg("ACK").seq(301).ack(101).window(0)).sends(20)),
    /** 301 to 305 are received and not read. */
    ESTABLISHED_UNREAD(
            TcpState.ESTABLISHED,
            end -> ESTABLISHED.build(end).gets(seg("ACK").seq(301).ack(101).numbered(5))),
    /** 306 to 310 and a FIN wait for 301 to 305. */
    ESTABLISHED_HOLE(
            TcpState.ESTABLISHED,
            end -> ESTABLISHED.build(end).gets(seg("FIN,ACK").seq(306).ack(101).numbered(5))),
    /** Our window is shut: 1000 octets are unread. */
    ESTABLISHED_FULL(
            TcpState.ESTABLISHED,
            end -> ESTABLISHED.build(end).gets(seg("ACK").seq(301).ack(101).numbered(1000))),
    /** FIN 101 is out. */
    FIN_WAIT_1(TcpState.FIN_WAIT_1, end -> ESTABLISHED.build(end).closes()),
    /** 101 to 110 and FIN 111 are out. */
    FIN_WAIT_1_DATA_OUT(TcpState.FIN_WAIT_1, end -> ESTABLISHED_DATA_OUT.build(end).closes()),
    /** The window is shut, the FIN has no number yet. */
    FIN_WAIT_1_FIN_UNSENT(TcpState.FIN_WAIT_1, end -> ESTABLISHED_SHUT.build(end).closes()),
    /** Closed before our SYN was acknowledged: SYN,ACK 100 and FIN 101 are out. */
    FIN_WAIT_1_EARLY(TcpState.FIN_WAIT_1, end -> SYN_RECEIVED.build(end).closes()),
    FIN_WAIT_1_NOT_READING(TcpState.FIN_WAIT_1, end -> ESTABLISHED.build(end).closesBothWays()),
    FIN_WAIT_2(
            TcpState.FIN_WAIT_2, end -> FIN_WAIT_1.build(end).gets(seg("ACK").seq(301).ack(102))),
    FIN_WAIT_2_NOT_READING(
            TcpState.FIN_WAIT_2,
            end -> ESTABLISHED.build(end).closesBothWays().gets(seg("ACK").seq(301).ack(102))),
    CLOSE_WAIT(
            TcpState.CLOSE_WAIT,
            end -> ESTABLISHED.build(end).gets(seg("FIN,ACK").seq(301).ack(101))),
    CLOSE_WAIT_UNREAD(
            TcpState.CLOSE_WAIT,
            end -> ESTABLISHED_UNREAD.build(end).gets(seg("FIN,ACK").seq(306).ack(101))),
    CLOSE_WAIT_DATA_OUT(TcpState.CLOSE_WAIT, end -> CLOSE_WAIT.build(end).sends(10)),
    /** CLOSE was called, the shut window delays the FIN. */
    CLOSE_WAIT_CLOSE_QUEUED(
            TcpState.CLOSE_WAIT,
            end ->
                    CLOSE_WAIT
                            .build(end)
                            .gets(seg("ACK").seq(302).ack(101).window(0))
                            .sends(20)
                            .closes()),
    CLOSING(TcpState.CLOSING, end -> FIN_WAIT_1.build(end).gets(seg("FIN,ACK").seq(301).ack(101))),
    /** The window is shut, the FIN has no number yet. */
    CLOSING_FIN_UNSENT(
            TcpState.CLOSING,
            end ->
                    FIN_WAIT_1_FIN_UNSENT
                            .build(end)
                            .gets(seg("FIN,ACK").seq(301).ack(101).window(0))),
    LAST_ACK(TcpState.LAST_ACK, end -> CLOSE_WAIT.build(end).closes()),
    /** 101 to 110 and FIN 111 are out. */
    LAST_ACK_DATA_OUT(TcpState.LAST_ACK, end -> CLOSE_WAIT_DATA_OUT.build(end).closes()),
    TIME_WAIT(
            TcpState.TIME_WAIT,
            end -> FIN_WAIT_2.build(end).gets(seg("FIN,ACK").seq(301).ack(102)));

    private final TcpState state;
    private final Consumer<Endpoint> steps;

    Given(TcpState state, Consumer<Endpoint> steps) {
        this.state = state;
        this.steps = steps;
    }

    TcpState state() {
        return state;
    }

    /** The situation with the RFC's options. */
    Endpoint given() {
        return with(TcpOptions.RFC);
    }

    Endpoint with(TcpOptions options) {
        return build(Endpoint.with(options)).is(state);
    }

    /** Takes the steps, wherever they lead. */
    Endpoint build(Endpoint end) {
        steps.accept(end);
        return end;
    }
}
