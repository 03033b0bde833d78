package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import java.util.List;

/**
 * What makes a question another one than before: not its numbers, but what happens and by which
 * rules.
 *
 * @param topic what is asked
 * @param state the state of the host before
 * @param event what happens, for example {@code Arrived SYN,ACK}
 * @param rules the rules that decide, in order
 * @param answer the right answer; for a number or a time only where it comes from
 */
public record Situation(
        Topic topic, TcpState state, String event, List<Rule> rules, String answer) {
    public Situation {
        rules = List.copyOf(rules);
    }
}
