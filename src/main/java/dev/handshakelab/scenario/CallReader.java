package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Value;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a call of an application, such as {@code send "hello", urgent}: what is called, perhaps a
 * text in quotation marks or a number of octets, perhaps details behind commas.
 */
final class CallReader {
    private static final int MAX_OCTETS = 1_000_000;
    private static final List<String> CALLS =
            List.of(
                    "listen",
                    "connect",
                    "connect nowhere",
                    "send",
                    "receive",
                    "stop reading",
                    "close",
                    "abort",
                    "status");

    private final Value value;
    private final String head;
    private final Octets text;
    private final boolean hasText;
    private final long octets;
    private final List<String> details;

    private CallReader(Value value) throws ScenarioException {
        this.value = value;
        String all = value.text();
        int open = all.indexOf('"');
        int close = open < 0 ? -1 : endOfQuote(all, open);
        if (open >= 0 && close < 0) {
            throw bad();
        }
        hasText = open >= 0;
        text = open < 0 ? Octets.EMPTY : Octets.utf8(unescape(all.substring(open + 1, close)));
        String before = open < 0 ? all : all.substring(0, open);
        String after = open < 0 ? "" : all.substring(close + 1);
        if (open >= 0 && !after.isBlank() && !after.strip().startsWith(",")) {
            throw bad();
        }
        List<String> parts = new ArrayList<>(Arrays.asList((before + after).split(",", -1)));
        List<String> words =
                new ArrayList<>(List.of(Words.canonical(parts.removeFirst()).split(" ")));
        octets = takeOctets(words);
        head = String.join(" ", words);
        details = new ArrayList<>(parts.stream().map(Words::canonical).toList());
    }

    static UserAction read(YamlNode node) throws ScenarioException {
        return new CallReader(node.asValue(Term.CALL)).action();
    }

    private UserAction action() throws ScenarioException {
        boolean hasOctets = octets >= 0;
        UserAction action =
                switch (head) {
                    case "listen" -> new UserAction.Listen(isNot("not reading"));
                    case "connect", "connect with" ->
                            new UserAction.Connect(text, isNot("not reading"));
                    case "connect nowhere" -> new UserAction.ConnectNowhere();
                    case "send" ->
                            new UserAction.Send(
                                    hasOctets ? alphabet((int) octets) : text,
                                    isNot("no push"),
                                    !isNot("urgent"));
                    case "receive" -> new UserAction.Receive(hasOctets ? octets : Long.MAX_VALUE);
                    case "stop reading" -> new UserAction.StopReading();
                    case "close" -> new UserAction.Close(isNot("not receiving"));
                    case "abort" -> new UserAction.Abort();
                    case "status" -> new UserAction.Status();
                    default -> throw unknown();
                };
        boolean textFits =
                switch (action) {
                    case UserAction.Send _ -> hasText != hasOctets;
                    case UserAction.Connect _ -> head.endsWith("with") == hasText && !hasOctets;
                    case UserAction.Receive _ -> !hasText;
                    case UserAction.Listen _,
                            UserAction.ConnectNowhere _,
                            UserAction.StopReading _,
                            UserAction.Close _,
                            UserAction.Abort _,
                            UserAction.Status _ ->
                            !hasText && !hasOctets;
                };
        if (!textFits || !details.isEmpty()) {
            throw bad();
        }
        return action;
    }

    /** Whether a detail is not given; takes it off the list. */
    private boolean isNot(String detail) {
        return !details.remove(detail);
    }

    private long takeOctets(List<String> words) throws ScenarioException {
        int size = words.size();
        if (size < 2 || !words.getLast().startsWith("octet")) {
            return -1;
        }
        Value number = new Value(value.place(), words.get(size - 2), false);
        long count = Values.whole(number, Term.CALL, 1, MAX_OCTETS);
        words.subList(size - 2, size).clear();
        return count;
    }

    private ScenarioException bad() {
        return Values.bad(value, Term.CALL);
    }

    private ScenarioException unknown() {
        String nearest = Words.nearest(head, CALLS);
        return nearest == null
                ? bad()
                : value.problem(Kind.MISSPELT_WORD, Words.quote(value.text()), nearest);
    }

    private static int endOfQuote(String all, int open) {
        for (int i = open + 1; i < all.length(); i++) {
            if (all.charAt(i) == '\\') {
                i++;
            } else if (all.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    private static String unescape(String quoted) {
        StringBuilder plain = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            char letter = quoted.charAt(i);
            if (letter == '\\' && i + 1 < quoted.length()) {
                i++;
                letter = quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i);
            }
            plain.append(letter);
        }
        return plain.toString();
    }

    /** So many octets that are easy to tell apart. */
    static Octets alphabet(int octets) {
        byte[] letters = new byte[octets];
        for (int i = 0; i < octets; i++) {
            letters[i] = (byte) ('a' + i % 26);
        }
        return Octets.of(letters);
    }
}
