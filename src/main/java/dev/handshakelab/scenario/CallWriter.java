package dev.handshakelab.scenario;

import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;

/** Writes a call of an application in the words that {@link CallReader} reads. */
final class CallWriter {
    /** A text of this length or more that is just the alphabet is written as a number of octets. */
    private static final int ALPHABET = 10;

    private CallWriter() {}

    static String write(UserAction action) {
        return YamlText.text(words(action));
    }

    private static String words(UserAction action) {
        return switch (action) {
            case UserAction.Listen(boolean reading) -> "listen" + unless(reading, "not reading");
            case UserAction.Connect(var text, boolean reading) ->
                    "connect"
                            + (text.isEmpty() ? "" : " with " + quoted(text))
                            + unless(reading, "not reading");
            case UserAction.ConnectNowhere() -> "connect nowhere";
            case UserAction.Send(var text, boolean push, boolean urgent) ->
                    "send "
                            + (isAlphabet(text) ? text.length() + " octets" : quoted(text))
                            + unless(push, "no push")
                            + unless(!urgent, "urgent");
            case UserAction.Receive(long octets) ->
                    octets == Long.MAX_VALUE ? "receive" : "receive " + octets + " octets";
            case UserAction.StopReading() -> "stop reading";
            case UserAction.Close(boolean receiving) ->
                    "close" + unless(receiving, "not receiving");
            case UserAction.Abort() -> "abort";
            case UserAction.Status() -> "status";
        };
    }

    private static String unless(boolean usual, String detail) {
        return usual ? "" : ", " + detail;
    }

    private static boolean isAlphabet(Octets text) {
        return text.length() >= ALPHABET && text.equals(CallReader.alphabet(text.length()));
    }

    private static String quoted(Octets text) {
        String plain = text.asText();
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
