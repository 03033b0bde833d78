package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.SequenceNumbers.gt;
import static dev.handshakelab.tcp.SequenceNumbers.le;
import static dev.handshakelab.tcp.SequenceNumbers.lt;

import dev.handshakelab.tcp.Tcb.Held;
import java.util.ArrayList;
import java.util.List;

/**
 * The reassembly queue: text and FIN that wait for what is missing before them (RFC 9293, 3.10.7.4,
 * SHLD-31).
 */
final class Reassembly {
    private Reassembly() {}

    /** Adds text and FIN; what is held already or lies before RCV.NXT is cut away. */
    static void hold(Step step, int seq, Octets text, boolean fin) {
        int from = seq;
        Octets rest = text;
        if (lt(from, step.rcvNxt)) {
            int old = Math.min(step.rcvNxt - from, rest.length());
            rest = rest.from(old);
            from += old;
        }
        List<Held> merged = new ArrayList<>(step.held.size() + 1);
        for (Held element : step.held) {
            int head = element.seq() - from;
            if (head > 0 && !rest.isEmpty()) {
                int length = Math.min(head, rest.length());
                merged.add(new Held(from, rest.slice(0, length), false));
                rest = rest.from(length);
                from += length;
            }
            merged.add(element);
            int covered = element.seq() + element.text().length() - from;
            if (covered > 0 && !rest.isEmpty()) {
                int cut = Math.min(covered, rest.length());
                rest = rest.from(cut);
                from += cut;
            }
        }
        if (!rest.isEmpty() || fin) {
            insert(merged, new Held(from, rest, fin));
        }
        step.held = merged;
    }

    /** Adds an element at its place; a FIN that is held already is not held twice. */
    private static void insert(List<Held> merged, Held added) {
        int place = merged.size();
        while (place > 0 && gt(merged.get(place - 1).seq(), added.seq())) {
            place--;
        }
        boolean known =
                place > 0
                        && added.text().isEmpty()
                        && merged.get(place - 1).fin()
                        && merged.get(place - 1).end() == added.end();
        if (!known) {
            merged.add(place, added);
        }
    }

    /**
     * Takes everything that now stands at RCV.NXT: text first, then the FIN (3.10.7.4, steps 7 and
     * 8).
     */
    static void consume(Step step) {
        int before = step.rcvNxt;
        Octets taken = Octets.EMPTY;
        boolean fin = false;
        int next = step.rcvNxt;
        List<Held> left = new ArrayList<>(step.held);
        while (!left.isEmpty() && !fin && le(left.getFirst().seq(), next)) {
            Held first = left.removeFirst();
            int old = next - first.seq();
            if (old < first.text().length()) {
                taken = taken.plus(first.text().from(old));
                next = first.seq() + first.text().length();
            }
            // A FIN that text has run past was never the end of the stream: it is dropped.
            fin = first.fin() && next == first.seq() + first.text().length();
        }
        step.held = fin ? List.of() : left;
        if (gt(next, before)) {
            Texts.take(step, taken);
        }
        if (fin) {
            Fins.take(step);
        }
    }
}
