package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;

/** The parts that sentences are made of. */
final class Words {
    private static final int LONGEST_QUOTE = 40;

    private final Messages messages;

    Words(Messages messages) {
        this.messages = messages;
    }

    String host(Side side) {
        return side.name();
    }

    /** A number of octets, with the word. */
    String octets(long count) {
        return messages.get("words.octets", count, Long.toString(count));
    }

    /** Two sentences one after the other; either may be empty. */
    String sentences(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        return messages.get("words.nextSentence", first, second);
    }

    String list(String first, String second) {
        return messages.get("words.list", first, second);
    }

    /** A segment in the notation of the RFC’s figures, without its window. */
    String segment(Flight flight, int frameIndex, Numbers numbers) {
        Segment segment = flight.segment();
        StringBuilder text = new StringBuilder(segment.flags().toString());
        text.append(" SEQ=").append(numbers.show(frameIndex, flight.from(), segment.seq()));
        if (segment.flags().ack()) {
            text.append(" ACK=").append(numbers.show(frameIndex, flight.to(), segment.ack()));
        }
        if (!segment.text().isEmpty()) {
            text.append(" LEN=").append(segment.text().length());
        }
        return text.toString();
    }

    /** Received text in quotes, or as octets if it is long or not text. */
    String quote(Octets text) {
        String plain = text.asText();
        boolean printable = plain.codePoints().noneMatch(Character::isISOControl);
        return printable && plain.length() <= LONGEST_QUOTE
                ? messages.get("words.quoted", plain)
                : messages.get("words.unquoted");
    }

    /** The key of a call, after {@code call.}. */
    private static String key(TcpEvent.UserCall call) {
        return switch (call) {
            case TcpEvent.Open open -> openKey(open);
            case TcpEvent.Send send -> send.urgent() ? "sendUrgent" : "send";
            case TcpEvent.Receive receive ->
                    receive.octets() == TcpEvent.Receive.UNLIMITED ? "receiveAlways" : "receive";
            case TcpEvent.StopReading _ -> "stopReading";
            case TcpEvent.Close close -> close.receiving() ? "shutdown" : "close";
            case TcpEvent.Abort _ -> "abort";
            case TcpEvent.Status _ -> "status";
        };
    }

    private static String openKey(TcpEvent.Open open) {
        if (!open.active()) {
            return "listen";
        }
        if (open.remote() == null) {
            return "connectNowhere";
        }
        return open.text().isEmpty() ? "connect" : "connectText";
    }

    private static long octetsOf(TcpEvent.UserCall call) {
        return switch (call) {
            case TcpEvent.Open open -> open.text().length();
            case TcpEvent.Send send -> send.text().length();
            case TcpEvent.Receive receive -> receive.octets();
            case TcpEvent.StopReading _, TcpEvent.Close _, TcpEvent.Abort _, TcpEvent.Status _ -> 0;
        };
    }

    /** A call as an application writes it: {@code connect()}, {@code write 5}. */
    String callLabel(TcpEvent.UserCall call) {
        return messages.get("call." + key(call) + ".label", "", octetsOf(call));
    }

    /** A call as the beginning of a sentence: {@code A calls connect()}. */
    String callLead(Side side, TcpEvent.UserCall call) {
        long octets = octetsOf(call);
        return messages.get("call." + key(call) + ".lead", host(side), octets, octets(octets));
    }

    /** What a call means. */
    String callText(TcpEvent.UserCall call) {
        return messages.get("call." + key(call) + ".text");
    }

    String replyLabel(Signal.Reply reply) {
        return messages.get("reply." + reply.name() + ".label");
    }

    private String replyRfc(Signal.Reply reply) {
        return messages.get("reply." + reply.name() + ".rfc");
    }

    private String replyText(Signal.Reply reply) {
        return messages.get("reply." + reply.name() + ".text");
    }

    private static String key(Signal signal, HostView after) {
        if (signal instanceof Signal.Connected) {
            boolean passive = after.tcb() != null && after.tcb().openedPassively();
            return "signal." + (passive ? "Connected.passive" : "Connected.active");
        }
        return "signal." + signal.getClass().getSimpleName();
    }

    /** What the application is told, in a word or two. */
    String signalLabel(Signal signal, HostView after) {
        return switch (signal) {
            case Signal.Answered(Signal.Reply reply) -> replyLabel(reply);
            case Signal.Failed(Signal.Reply reason) -> replyLabel(reason);
            case Signal.PendingCallsEnded(Signal.Reply reply) ->
                    messages.get(key(signal, after) + ".label", replyLabel(reply));
            case Signal.Delivered(Octets text) ->
                    messages.get(key(signal, after) + ".label", "", text.length());
            case Signal.DataAvailable(int octets) ->
                    messages.get(key(signal, after) + ".label", "", octets);
            case Signal.Connected _,
                    Signal.SendsAcknowledged _,
                    Signal.EndOfStream _,
                    Signal.ResetWhileClosing _,
                    Signal.ClosedNormally _,
                    Signal.DeliveryDoubtful _,
                    Signal.UrgentData _ ->
                    messages.get(key(signal, after) + ".label");
        };
    }

    /** What the application is told, as a sentence. */
    String signalText(Side side, Signal signal, HostView after) {
        String key = key(signal, after) + ".text";
        String host = host(side);
        return switch (signal) {
            case Signal.Answered(Signal.Reply reply) ->
                    messages.get(key, host, replyRfc(reply), replyText(reply));
            case Signal.Failed(Signal.Reply reason) ->
                    messages.get(key, host, replyRfc(reason), replyText(reason));
            case Signal.PendingCallsEnded(Signal.Reply reply) ->
                    messages.get(key, host, replyRfc(reply), replyText(reply));
            case Signal.Delivered(Octets text) ->
                    messages.get(key, host, "", octets(text.length()), quote(text));
            case Signal.DataAvailable(int octets) -> messages.get(key, host, "", octets(octets));
            case Signal.SendsAcknowledged(int octets) ->
                    messages.get(key, host, "", octets(octets));
            case Signal.DeliveryDoubtful(int retransmissions) ->
                    messages.get(key, host, retransmissions);
            case Signal.Connected _,
                    Signal.EndOfStream _,
                    Signal.ResetWhileClosing _,
                    Signal.ClosedNormally _,
                    Signal.UrgentData _ ->
                    messages.get(key, host, host(side.other()));
        };
    }

    String timerName(TimerKind kind) {
        return messages.get("timer." + kind.name() + ".long");
    }

    String timerText(TimerKind kind) {
        return messages.get("timer." + kind.name() + ".text");
    }

    String stateSummary(TcpState state) {
        return messages.get("state." + state.rfcName() + ".summary");
    }

    String stateWaitsFor(TcpState state) {
        return messages.get("state." + state.rfcName() + ".waitsFor");
    }

    /** The state with its name in textbooks and its spelling in socket tools. */
    String stateNames(TcpState state) {
        String key = "state." + state.rfcName();
        return messages.get(
                "explain.state.name",
                state.rfcName(),
                messages.get(key + ".name"),
                messages.get(key + ".socket"));
    }

    /** Why a segment was sent, or where it comes from if no host of ours sent it. */
    String why(Flight flight) {
        if (flight.origin() != Flight.Origin.HOST) {
            return messages.get("origin." + flight.origin().name() + ".text");
        }
        return flight.purpose() == null
                ? messages.get("explain.sent.unknown")
                : messages.get("purpose." + flight.purpose().name() + ".text");
    }

    /** {@link #why} in a word or two. */
    String whyLabel(Flight flight) {
        if (flight.origin() != Flight.Origin.HOST || flight.purpose() == null) {
            return messages.get("origin." + flight.origin().name() + ".label");
        }
        return messages.get("purpose." + flight.purpose().name() + ".label");
    }

    String duration(long nanos) {
        return Durations.inWords(messages, nanos);
    }
}
