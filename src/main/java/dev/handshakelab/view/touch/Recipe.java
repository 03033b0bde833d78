package dev.handshakelab.view.touch;

import dev.handshakelab.sim.World;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;

/** Segments from outside that are worth trying; their numbers come from the receiver. */
public enum Recipe {
    /** What the receiver waits for. */
    EXPECTED(false),
    OLD_SYN(true),
    NEW_SYN(false),
    RST_EXACT(false),
    RST_IN_WINDOW(false),
    RST_OUTSIDE(false),
    DATA(false),
    OLD_DATA(true),
    FIN(false),
    FUTURE_ACK(false);

    private static final int WINDOW = 1_000;
    private static final int OLD_DISTANCE = 10;
    private static final int FAR = 1_000;

    private final boolean old;

    Recipe(boolean old) {
        this.old = old;
    }

    /** The draft of it for a world. */
    public InjectDraft draft(World world, Side from) {
        Tcb receiver = world.tcb(from.other());
        return switch (this) {
            case EXPECTED -> expected(receiver, from);
            case OLD_SYN -> draft(from, Flags.SYN, firstNumber(world, from) - OLD_DISTANCE, 0, "");
            case NEW_SYN -> draft(from, Flags.SYN, next(world, from) + OLD_DISTANCE, 0, "");
            case RST_EXACT ->
                    receiver.state() == TcpState.SYN_SENT
                            ? draft(from, Flags.RST_ACK, 0, receiver.send().nxt(), "")
                            : draft(from, Flags.RST, next(world, from), 0, "");
            case RST_IN_WINDOW -> draft(from, Flags.RST, next(world, from) + half(receiver), 0, "");
            case RST_OUTSIDE ->
                    draft(from, Flags.RST, next(world, from) + 2 * half(receiver) + FAR, 0, "");
            case DATA -> data(receiver, from, next(world, from));
            case OLD_DATA -> data(receiver, from, next(world, from) - OLD_DISTANCE);
            case FIN -> draft(from, Flags.FIN_ACK, next(world, from), receiver.send().nxt(), "");
            case FUTURE_ACK ->
                    draft(from, Flags.ACK, next(world, from), receiver.send().nxt() + FAR, "");
        };
    }

    private InjectDraft expected(Tcb receiver, Side from) {
        return switch (receiver.state()) {
            case CLOSED, LISTEN -> draft(from, Flags.SYN, 500, 0, "");
            case SYN_SENT -> draft(from, Flags.SYN_ACK, 500, receiver.send().nxt(), "");
            case SYN_RECEIVED,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_2,
                    CLOSE_WAIT,
                    CLOSING,
                    LAST_ACK,
                    TIME_WAIT ->
                    draft(from, Flags.ACK, receiver.receive().nxt(), receiver.send().nxt(), "");
        };
    }

    private InjectDraft data(Tcb receiver, Side from, int seq) {
        String text = old ? "old" : "forged";
        return draft(from, Flags.ACK.with(Flags.PSH), seq, receiver.send().nxt(), text);
    }

    /** The number that the receiver expects next; before it knows any, one that may be. */
    private static int next(World world, Side from) {
        Tcb receiver = world.tcb(from.other());
        return knowsPeer(receiver) ? receiver.receive().nxt() : world.tcb(from).send().nxt();
    }

    private static int firstNumber(World world, Side from) {
        Tcb receiver = world.tcb(from.other());
        return knowsPeer(receiver) ? receiver.receive().irs() : 100;
    }

    private static boolean knowsPeer(Tcb receiver) {
        return switch (receiver.state()) {
            case CLOSED, LISTEN, SYN_SENT -> false;
            case SYN_RECEIVED,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_2,
                    CLOSE_WAIT,
                    CLOSING,
                    LAST_ACK,
                    TIME_WAIT ->
                    true;
        };
    }

    private static int half(Tcb receiver) {
        return Math.clamp(receiver.receive().wnd() / 2, 1, 1 << 20);
    }

    private InjectDraft draft(Side from, Flags flags, int seq, int ack, String text) {
        return new InjectDraft(
                from,
                old,
                flags,
                Long.toString(SequenceNumbers.toUnsigned(seq)),
                Long.toString(SequenceNumbers.toUnsigned(ack)),
                Integer.toString(WINDOW),
                text,
                "");
    }
}
