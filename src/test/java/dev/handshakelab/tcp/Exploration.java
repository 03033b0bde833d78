package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

import dev.handshakelab.tcp.TcpOptions.TimeWaitReuse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every situation of {@link Given} under many options meets every kind of event. Deterministic; run
 * once for all tests that look at it.
 */
final class Exploration {
    private static final int[] OUR_SHIFTS = {0, -101, Integer.MIN_VALUE - 105};
    private static final int[] THEIR_SHIFTS = {0, -302, Integer.MAX_VALUE - 800};
    private static final List<String> FLAGS =
            List.of(
                    "NONE",
                    "ACK",
                    "SYN",
                    "SYN,ACK",
                    "FIN",
                    "FIN,ACK",
                    "RST",
                    "RST,ACK",
                    "URG,ACK",
                    "PSH,ACK",
                    "SYN,FIN",
                    "SYN,FIN,ACK",
                    "SYN,RST",
                    "FIN,RST,ACK",
                    "URG,FIN,ACK");
    private static final List<String> FEWER_FLAGS =
            List.of("ACK", "SYN", "SYN,ACK", "FIN", "FIN,ACK", "RST", "RST,ACK", "URG,PSH,ACK");
    private static final int[] LENGTHS = {0, 1, 10, 1200};
    private static final int[] FEWER_LENGTHS = {0, 10};
    private static final long[] SEQS = {0, 1, 2, 12, 600, 1001, 1300};
    private static final long[] FEWER_SEQS = {0, 1, 2, 600};
    private static final int[] WINDOWS = {0, 10, 2000};

    private static Exploration done;

    private final Map<Rule, Transition> firstByRule = new EnumMap<>(Rule.class);
    private final Map<Edge, Transition> firstByEdge = new LinkedHashMap<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Set<String> unknownEdges = new TreeSet<>();
    private int steps;

    private Exploration() {}

    /** The exploration, run once. */
    static synchronized Exploration run() {
        if (done == null) {
            Exploration fresh = new Exploration();
            fresh.explore();
            done = fresh;
        }
        return done;
    }

    Map<Rule, Transition> firstByRule() {
        return firstByRule;
    }

    Map<Edge, Transition> firstByEdge() {
        return firstByEdge;
    }

    /** What did not hold, with the first step that broke it. */
    Map<String, String> broken() {
        return broken;
    }

    /** Changes of state that {@link TransitionTable} does not have. */
    Set<String> unknownEdges() {
        return unknownEdges;
    }

    int steps() {
        return steps;
    }

    private void explore() {
        for (int ours : OUR_SHIFTS) {
            for (int theirs : THEIR_SHIFTS) {
                from(TcpOptions.RFC, ours, theirs, ours == 0 && theirs == 0);
            }
        }
        profiles().values().forEach(options -> from(options, 0, 0, false));
        changeLater(TcpOptions.RFC.with(Switch.NO_ROOM));
        changeLater(TcpOptions.RFC.with(Switch.KEEPALIVE));
    }

    /** The user changes the options in the middle of a connection. */
    private void changeLater(TcpOptions options) {
        for (Given given : Given.values()) {
            from(given.given().withOptions(options), false);
        }
    }

    /** The options that are explored besides the RFC's. */
    static Map<String, TcpOptions> profiles() {
        Map<String, TcpOptions> profiles = new LinkedHashMap<>();
        profiles.put("linux", TcpOptions.LINUX_LIKE);
        for (Switch which : Switch.values()) {
            TcpOptions rfc = TcpOptions.RFC;
            profiles.put(which.name(), rfc.has(which) ? rfc.without(which) : rfc.with(which));
        }
        for (Variant variant : Variant.values()) {
            profiles.put(variant.name(), TcpOptions.RFC.with(variant));
        }
        profiles.put("reuse", set(builder -> builder.timeWaitReuse(TimeWaitReuse.SEQUENCE_NUMBER)));
        profiles.put("rfc6191", set(builder -> builder.timeWaitReuse(TimeWaitReuse.RFC_6191)));
        profiles.put("fw2", set(builder -> builder.finWait2TimeoutNanos(60 * Endpoint.SECOND)));
        profiles.put("delack", set(builder -> builder.delayedAckNanos(200 * Endpoint.MILLI)));
        profiles.put("tiny", set(builder -> builder.maximumSegmentSize(4).sendBuffer(30)));
        profiles.put(
                "all options",
                TcpOptions.RFC
                        .with(Switch.WINDOW_SCALE)
                        .with(Switch.TIMESTAMPS)
                        .with(Switch.SACK_PERMITTED));
        return profiles;
    }

    private static TcpOptions set(Consumer<TcpOptionsBuilder> change) {
        TcpOptionsBuilder builder = TcpOptions.RFC.toBuilder();
        change.accept(builder);
        return builder.build();
    }

    private void from(TcpOptions options, int ours, int theirs, boolean full) {
        for (Given given : Given.values()) {
            Endpoint start = Endpoint.shifted(options, ours, theirs);
            given.build(start);
            start.steps().forEach(this::note);
            from(start, full);
        }
        for (Consumer<Endpoint> extra : extras()) {
            Endpoint start = Endpoint.shifted(options, ours, theirs);
            extra.accept(start);
            start.steps().forEach(this::note);
            from(start, false);
        }
    }

    /** Longer stories that lead to what a single event does not reach. */
    static List<Consumer<Endpoint>> extras() {
        return List.of(
                end -> Given.TIME_WAIT.build(end).gets(seg("SYN").seq(899)),
                end -> Given.TIME_WAIT.build(end).gets(seg("SYN").seq(899).stamp(9, 0)),
                end -> Given.LISTEN.build(end).gets(stamped("SYN", 300)),
                Exploration::establishWithOptions,
                end -> {
                    establishWithOptions(end);
                    end.closes()
                            .gets(seg("ACK").seq(301).ack(102).stamp(2, 1))
                            .gets(seg("FIN,ACK").seq(301).ack(102).stamp(3, 1));
                },
                end -> retransmit(Given.ESTABLISHED_DATA_OUT.build(end), 3),
                end -> retransmit(Given.SYN_SENT.build(end), 3),
                end -> exhaustLimiter(Given.ESTABLISHED.build(end)),
                end ->
                        Given.ESTABLISHED_DATA_OUT
                                .build(end)
                                .gets(seg("ACK").seq(301).ack(105).window(5)),
                end -> Given.ESTABLISHED.build(end).sends(2000),
                Exploration::probeTwice);
    }

    private static void establishWithOptions(Endpoint end) {
        end.opensActively().gets(stamped("SYN,ACK", 300).ack(101));
    }

    private static Seg stamped(String flags, int seq) {
        return seg(flags).seq(seq).mss(500).scale(2).sack().stamp(1, 0);
    }

    private static void retransmit(Endpoint end, int times) {
        for (int i = 0; i < times && end.tcb().timers().isRunning(TimerKind.RETRANSMISSION); i++) {
            end.timesOut(TimerKind.RETRANSMISSION);
        }
    }

    private static void exhaustLimiter(Endpoint end) {
        for (int i = 0; i < 10; i++) {
            end.gets(seg("SYN").seq(400));
        }
    }

    private static void probeTwice(Endpoint end) {
        Given.ESTABLISHED_SHUT.build(end);
        for (int i = 0; i < 2 && end.tcb().timers().isRunning(TimerKind.ZERO_WINDOW_PROBE); i++) {
            end.timesOut(TimerKind.ZERO_WINDOW_PROBE);
        }
    }

    private void from(Endpoint start, boolean full) {
        Tcb tcb = start.tcb();
        calls(start.nowNanos()).forEach(event -> step(tcb, event));
        for (TimerKind kind : TimerKind.values()) {
            if (!tcb.timers().isRunning(kind)) {
                step(tcb, new TcpEvent.Timeout(start.nowNanos(), kind));
            }
        }
        waitAlone(tcb);
        segments(start, full).forEach(event -> step(tcb, event));
    }

    /** Nobody answers: the timers fire as they are due until none is left, or twenty times. */
    private void waitAlone(Tcb start) {
        Tcb tcb = start;
        for (int i = 0; i < 20; i++) {
            Timers.Timer timer = tcb.timers().next();
            if (timer == null) {
                return;
            }
            tcb = step(tcb, new TcpEvent.Timeout(timer.dueAtNanos(), timer.kind())).after();
        }
    }

    /** All user calls. */
    static List<TcpEvent> calls(long now) {
        Octets text = Octets.utf8("hello");
        return List.of(
                new TcpEvent.Open(now, false, null, Octets.EMPTY, false),
                new TcpEvent.Open(now, false, Endpoint.PEER, Octets.EMPTY, true),
                new TcpEvent.Open(now, true, null, Octets.EMPTY, false),
                new TcpEvent.Open(now, true, Endpoint.PEER, text, true),
                new TcpEvent.Send(now, text, true, false),
                new TcpEvent.Send(now, text, false, true),
                new TcpEvent.Send(now, Octets.of(new byte[3000]), true, false),
                new TcpEvent.Send(now, Octets.of(new byte[70_000]), true, false),
                new TcpEvent.Receive(now, 3),
                new TcpEvent.Receive(now, TcpEvent.Receive.UNLIMITED),
                new TcpEvent.StopReading(now),
                new TcpEvent.Close(now, true),
                new TcpEvent.Close(now, false),
                new TcpEvent.Abort(now),
                new TcpEvent.Status(now));
    }

    /** Segments from a grid of flags, sequence numbers, acknowledgments, lengths and windows. */
    static List<TcpEvent> segments(Endpoint start, boolean full) {
        long now = start.nowNanos();
        List<TcpEvent> events = new ArrayList<>();
        int window = 0;
        for (String flags : full ? FLAGS : FEWER_FLAGS) {
            for (long seq : full ? SEQS : FEWER_SEQS) {
                for (long ack : acks(start, full)) {
                    for (int length : full ? LENGTHS : FEWER_LENGTHS) {
                        window = (window + 1) % WINDOWS.length;
                        Seg built =
                                seg(flags)
                                        .seq(300 + seq)
                                        .ack(ack)
                                        .numbered(length)
                                        .urgent(length)
                                        .window(WINDOWS[window]);
                        Segment segment = shifted(built, start);
                        events.add(new TcpEvent.SegmentArrives(now, Endpoint.PEER, segment, false));
                        if (full && length == 10) {
                            events.add(
                                    new TcpEvent.SegmentArrives(now, Endpoint.PEER, segment, true));
                        }
                    }
                }
            }
        }
        addOddOnes(start, events);
        return events;
    }

    /** The text is numbered before the shift, so that equal numbers still have equal octets. */
    private static Segment shifted(Seg built, Endpoint start) {
        return built.build(start.ours(), start.theirs());
    }

    private static long[] acks(Endpoint start, boolean full) {
        long una = Integer.toUnsignedLong(start.tcb().send().una() - start.ours());
        long nxt = Integer.toUnsignedLong(start.tcb().send().nxt() - start.ours());
        return full
                ? new long[] {una - 2000, una - 1, una, una + 1, nxt - 1, nxt, nxt + 1, nxt + 5000}
                : new long[] {una - 2000, una, nxt, nxt + 1};
    }

    private static void addOddOnes(Endpoint start, List<TcpEvent> events) {
        long now = start.nowNanos();
        Segment stranger = seg("ACK").seq(301).ack(101).build(start.ours(), start.theirs());
        events.add(new TcpEvent.SegmentArrives(now, Endpoint.STRANGER, stranger, false));
        for (String flags : List.of("ACK", "SYN", "FIN,ACK", "SYN,ACK")) {
            for (int stamp : new int[] {-50, 1, 90_000}) {
                long ack = Integer.toUnsignedLong(start.tcb().send().nxt() - start.ours());
                Segment stamped =
                        seg(flags)
                                .seq(flags.startsWith("SYN") ? 300 : 301)
                                .ack(ack)
                                .stamp(stamp, 1)
                                .mss(500)
                                .scale(2)
                                .sack()
                                .build(start.ours(), start.theirs());
                events.add(new TcpEvent.SegmentArrives(now, Endpoint.PEER, stamped, false));
            }
        }
    }

    private Transition step(Tcb tcb, TcpEvent event) {
        Transition step;
        try {
            step = TcpMachine.step(tcb, event);
        } catch (RuntimeException e) {
            throw new AssertionError(event + " in " + tcb, e);
        }
        steps++;
        note(step);
        if (tcb.options().isTcp()) {
            for (String name : Invariants.broken(step)) {
                broken.computeIfAbsent(name + " in " + tcb.state(), _ -> step.toString());
            }
        }
        return step;
    }

    private void note(Transition step) {
        for (Firing firing : step.firings()) {
            firstByRule.putIfAbsent(firing.rule(), step);
            if (firing.changesState()) {
                note(step, firing);
            }
        }
    }

    private void note(Transition step, Firing firing) {
        boolean known = false;
        for (Edge edge : TransitionTable.between(firing.from(), firing.to())) {
            if (edge.rule() == firing.rule()) {
                known = true;
                firstByEdge.putIfAbsent(edge, step);
            }
        }
        if (!known) {
            unknownEdges.add(firing.from() + " -> " + firing.to() + " by " + firing.rule().id());
        }
    }
}
