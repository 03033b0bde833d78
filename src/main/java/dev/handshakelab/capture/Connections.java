package dev.handshakelab.capture;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the connections in conversations. */
public final class Connections {
    private Connections() {}

    /** All connections of one capture, or of two made at both ends, in the order of their start. */
    public static List<Connection> of(List<Capture> captures) {
        return Conversations.of(captures).stream()
                .flatMap(conversation -> of(conversation).stream())
                .sorted(Comparator.comparingLong(Connection::startNanos))
                .toList();
    }

    /**
     * The connections of a pair of sockets in their order; at least one. A new one begins with a
     * SYN whose number was not used before, unless it is the peer's own first SYN.
     */
    public static List<Connection> of(Conversation conversation) {
        List<Connection> connections = new ArrayList<>();
        List<CapturedSegment> current = new ArrayList<>();
        Set<Long> numbers = new HashSet<>();
        Set<Side> opened = new HashSet<>();
        for (CapturedSegment captured : conversation.fullest()) {
            Flags flags = captured.segment().flags();
            Side from = conversation.sender(captured);
            if (flags.syn()) {
                boolean isNew =
                        numbers.add(
                                (long) from.ordinal() << 32
                                        | Integer.toUnsignedLong(captured.segment().seq()));
                boolean isPeersOwn = opened.size() == 1 && !opened.contains(from);
                if (isNew && !flags.ack() && !current.isEmpty() && !isPeersOwn) {
                    connections.add(connection(conversation, connections.size() + 1, current));
                    current = new ArrayList<>();
                    opened.clear();
                }
                opened.add(from);
            }
            current.add(captured);
        }
        if (!current.isEmpty()) {
            connections.add(connection(conversation, connections.size() + 1, current));
        }
        return connections;
    }

    private static Connection connection(
            Conversation conversation, int incarnation, List<CapturedSegment> segments) {
        var a = new SenderSummary(Side.A);
        var b = new SenderSummary(Side.B);
        SenderSummary lastReset = null;
        for (CapturedSegment captured : segments) {
            boolean fromA = conversation.sender(captured) == Side.A;
            SenderSummary from = fromA ? a : b;
            from.sent(captured.segment());
            (fromA ? b : a).received(captured.segment());
            if (captured.segment().flags().rst()) {
                lastReset = from;
            } else if (captured.segment().length() > 0) {
                // The conversation went on: the RST was for something else.
                lastReset = null;
            }
        }
        Connection.Ending ending = lastReset == null ? ending(a, b) : reset(lastReset, a, b);
        return new Connection(
                conversation, incarnation, segments, a.octets(), b.octets(), opening(a, b), ending);
    }

    private static Connection.Ending reset(
            SenderSummary lastReset, SenderSummary a, SenderSummary b) {
        Connection.Ending ending = ending(a, b);
        if (ending == Connection.Ending.CLOSED) {
            return ending;
        }
        return lastReset.side() == Side.A
                ? Connection.Ending.RESET_BY_A
                : Connection.Ending.RESET_BY_B;
    }

    private static Connection.Opening opening(SenderSummary a, SenderSummary b) {
        if (a.sentSyn() && b.sentSyn()) {
            return Connection.Opening.SIMULTANEOUS;
        }
        SenderSummary opener = b.sentSyn() ? b : a;
        SenderSummary other = opener == a ? b : a;
        if (other.sentSynAck()) {
            return other.isSynAcknowledged()
                    ? Connection.Opening.HANDSHAKE
                    : Connection.Opening.UNFINISHED;
        }
        boolean nothingElse = opener.sentSyn() && !opener.sentMore() && !other.sentMore();
        return nothingElse ? Connection.Opening.SYN_ONLY : Connection.Opening.NOT_CAPTURED;
    }

    private static Connection.Ending ending(SenderSummary a, SenderSummary b) {
        if (a.sentFin() && b.sentFin()) {
            return a.isFinAcknowledged() && b.isFinAcknowledged()
                    ? Connection.Ending.CLOSED
                    : Connection.Ending.NOT_CONFIRMED;
        }
        if (a.sentFin()) {
            return Connection.Ending.FIN_OF_A_ONLY;
        }
        return b.sentFin() ? Connection.Ending.FIN_OF_B_ONLY : Connection.Ending.NONE;
    }
}
