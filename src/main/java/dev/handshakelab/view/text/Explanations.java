package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Explanation.CheckLine;
import dev.handshakelab.view.text.Explanation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened in a step and why, as paragraphs in causal order. Every fact gets its paragraph.
 */
public final class Explanations {
    private final Messages messages;
    private final Words words;

    public Explanations(Messages messages) {
        this.messages = messages;
        this.words = new Words(messages);
    }

    /** The paragraphs of a frame, with sequence numbers as they are. */
    public List<Explanation> of(Frame frame) {
        return of(frame, Numbers.ABSOLUTE);
    }

    /** The paragraphs of a frame in causal order, exactly one of them primary; never empty. */
    public List<Explanation> of(Frame frame, Numbers numbers) {
        if (frame.facts().isEmpty()) {
            return List.of(nothing(frame).asPrimary(List.of()));
        }
        List<Explanation> paragraphs = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            Explanation before = paragraphs.isEmpty() ? null : paragraphs.getLast();
            if (fact instanceof Fact.StateChanged changed
                    && before != null
                    && changed.rule() != null
                    && changed.rule() == before.rule()) {
                paragraphs.set(paragraphs.size() - 1, withStateChange(before, changed));
            } else {
                paragraphs.add(of(frame, fact, numbers));
            }
        }
        int primary = primary(frame, paragraphs);
        paragraphs.set(primary, paragraphs.get(primary).asPrimary(sent(frame, numbers)));
        return List.copyOf(paragraphs);
    }

    /** The paragraph of one fact of a frame. */
    public Explanation of(Frame frame, Fact fact, Numbers numbers) {
        Side side = fact.side();
        return switch (fact) {
            case Fact.Called(_, _, var call) ->
                    plain(
                            Kind.CALL,
                            side,
                            "called",
                            words.callLead(side, call),
                            words.callText(call));
            case Fact.Sent sent -> flight(frame, sent.flight(), numbers, Kind.SENT, "sent");
            case Fact.Entered entered ->
                    flight(frame, entered.flight(), numbers, Kind.ENTERED, "entered");
            case Fact.Arrived arrived -> arrived(frame, arrived.flight(), numbers);
            case Fact.Lost lost -> flight(frame, lost.flight(), numbers, Kind.LOST, "lost");
            case Fact.Rerouted rerouted -> rerouted(frame, rerouted.flight(), numbers);
            case Fact.TimerStarted(_, _, var timer) ->
                    timer(side, timer.kind(), "timerStarted", words.duration(timer.lengthNanos()));
            case Fact.TimerStopped(_, _, var kind) -> timer(side, kind, "timerStopped", "");
            case Fact.TimerFired(_, _, var kind) -> timer(side, kind, "timerFired", "");
            case Fact.RuleFired(_, _, Firing firing) -> rule(frame, side, firing, numbers);
            case Fact.StateChanged changed -> state(changed);
            case Fact.Told told -> told(frame, told);
            case Fact.Crashed _ ->
                    plain(Kind.CRASH, side, "crashed", host(side), host(side.other()));
            case Fact.Rebooted _ ->
                    plain(Kind.CRASH, side, "rebooted", host(side), host(side.other()));
            case Fact.CableChanged(_, _, boolean connected) -> cable(connected);
            case Fact.NetworkChanged(_, _, var change) -> NetworkText.explanation(messages, change);
            case Fact.OptionsChanged _ -> plain(Kind.OPTIONS, side, "options", host(side));
        };
    }

    private Explanation timer(Side side, TimerKind kind, String key, String duration) {
        return plain(
                Kind.TIMER,
                side,
                key,
                host(side),
                words.timerName(kind),
                duration,
                words.timerText(kind));
    }

    private Explanation told(Frame frame, Fact.Told told) {
        return Explanation.plain(
                Kind.TOLD,
                told.side(),
                messages.get("explain.told.title"),
                words.signalText(told.side(), told.signal(), frame.host(told.side())));
    }

    private Explanation cable(boolean connected) {
        return Explanation.plain(
                Kind.NETWORK,
                null,
                messages.get("explain.cable.title"),
                messages.get(connected ? "explain.cable.plugged" : "explain.cable.pulled"));
    }

    /** The paragraph of a rule that fired at a host. */
    Explanation rule(Frame frame, Side side, Firing firing, Numbers numbers) {
        CheckText checks = new CheckText(messages, numbers, frame.index(), side);
        String key = "rule." + firing.rule().id();
        return new Explanation(
                Kind.RULE,
                side,
                firing.rule(),
                false,
                messages.get(key + ".title"),
                messages.get(key + ".text"),
                firing.rule().citations().stream().map(Rule.Citation::toString).toList(),
                firing.checks().stream()
                        .map(check -> new CheckLine(checks.formula(check), checks.words(check)))
                        .toList(),
                firing.assignments().stream().map(checks::assignment).toList(),
                "",
                "",
                List.of());
    }

    private String host(Side side) {
        return words.host(side);
    }

    private Explanation plain(Kind kind, Side side, String key, Object... args) {
        return Explanation.plain(
                kind,
                side,
                messages.get("explain." + key + ".title"),
                messages.get("explain." + key + ".text", args));
    }

    private Explanation nothing(Frame frame) {
        String key = frame.index() == 0 ? "begin" : "still";
        return Explanation.plain(
                Kind.BEGINNING,
                null,
                messages.get("explain." + key + ".title"),
                messages.get(
                        "explain." + key + ".text",
                        frame.a().state().rfcName(),
                        frame.b().state().rfcName()));
    }

    private Explanation flight(Frame frame, Flight flight, Numbers numbers, Kind kind, String key) {
        String title = messages.get("explain." + key + ".title");
        String text =
                messages.get(
                        "explain." + key + ".text",
                        host(flight.from()),
                        words.segment(flight, frame.index(), numbers),
                        host(flight.to()),
                        words.why(flight));
        return kind == Kind.LOST
                ? Explanation.plain(kind, flight.from(), title, text)
                : Explanation.plain(
                        kind,
                        flight.from(),
                        messages.get("caption.joined", title, words.whyLabel(flight)),
                        words.sentences(text, fate(flight)));
    }

    private String fate(Flight flight) {
        return switch (flight.fate()) {
            case Fate.Arrives(long atNanos) ->
                    messages.get(
                            "explain.fate.arrives", words.duration(atNanos - flight.sentAtNanos()));
            case Fate.Lost(long atNanos) ->
                    messages.get(
                            "explain.fate.lost", words.duration(atNanos - flight.sentAtNanos()));
            case Fate.Held() -> messages.get("explain.fate.held");
        };
    }

    private Explanation arrived(Frame frame, Flight flight, Numbers numbers) {
        Explanation paragraph =
                plain(
                        Kind.ARRIVED,
                        flight.to(),
                        "arrived",
                        host(flight.from()),
                        words.segment(flight, frame.index(), numbers),
                        host(flight.to()),
                        words.duration(frame.atNanos() - flight.sentAtNanos()));
        return flight.origin() == Flight.Origin.HOST
                ? paragraph
                : Explanation.plain(
                        Kind.ARRIVED,
                        flight.to(),
                        paragraph.title(),
                        words.sentences(paragraph.text(), words.why(flight)));
    }

    private Explanation rerouted(Frame frame, Flight flight, Numbers numbers) {
        String key =
                switch (flight.fate()) {
                    case Fate.Arrives _ -> "explain.rerouted.arrives";
                    case Fate.Lost _ -> "explain.rerouted.lost";
                    case Fate.Held _ -> "explain.rerouted.held";
                };
        boolean held = flight.fate() instanceof Fate.Held;
        String text =
                messages.get(
                        key,
                        host(flight.from()),
                        words.segment(flight, frame.index(), numbers),
                        host(flight.to()),
                        held ? "" : words.duration(flight.endsAtNanos() - frame.atNanos()));
        return Explanation.plain(
                Kind.REROUTED, flight.from(), messages.get("explain.rerouted.title"), text);
    }

    private Explanation state(Fact.StateChanged changed) {
        Explanation paragraph =
                plain(
                        Kind.STATE,
                        changed.side(),
                        "state",
                        host(changed.side()),
                        changed.from().rfcName(),
                        changed.to().rfcName(),
                        words.stateSummary(changed.to()),
                        words.stateWaitsFor(changed.to()));
        return withStateChange(paragraph, changed);
    }

    private Explanation withStateChange(Explanation paragraph, Fact.StateChanged changed) {
        return paragraph.withStateChange(
                messages.get(
                        "explain.state.change", changed.from().rfcName(), changed.to().rfcName()),
                stateText(changed.to()));
    }

    /** What a state is and what it waits for. */
    String stateText(TcpState state) {
        return messages.get(
                "explain.state.about",
                words.stateNames(state),
                words.stateSummary(state),
                words.stateWaitsFor(state));
    }

    /** The place of the most important rule; without a rule, of what set the step off. */
    private static int primary(Frame frame, List<Explanation> paragraphs) {
        List<Firing> firings =
                frame.facts().stream()
                        .map(fact -> fact instanceof Fact.RuleFired fired ? fired.firing() : null)
                        .filter(Objects::nonNull)
                        .toList();
        Optional<Rule> first = Importance.first(firings).map(Firing::rule);
        for (int i = 0; first.isPresent() && i < paragraphs.size(); i++) {
            if (paragraphs.get(i).rule() == first.get()) {
                return i;
            }
        }
        return 0;
    }

    private List<String> sent(Frame frame, Numbers numbers) {
        return frame.facts().stream()
                .map(fact -> fact instanceof Fact.Sent sent ? sent.flight() : null)
                .filter(Objects::nonNull)
                .map(flight -> words.segment(flight, frame.index(), numbers))
                .toList();
    }
}
