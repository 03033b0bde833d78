package dev.handshakelab.view.text;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Explanation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is to be said about something that was selected in the diagram: how it began, and how it
 * ended.
 */
public final class SelectedExplanations {
    private final Messages messages;
    private final Words words;

    /** What comes later than so many frames is not looked for: the window would have to wait. */
    private static final int FAR_FRAMES = 4_000;

    private final Explanations explanations;

    public SelectedExplanations(Messages messages) {
        this.messages = messages;
        this.words = new Words(messages);
        this.explanations = new Explanations(messages);
    }

    /** A fact and the frame that it happened in. */
    private record Found(Frame frame, Fact fact) {}

    /**
     * The paragraphs about a selection, the first one primary unless a whole frame is selected;
     * never empty.
     */
    public List<Explanation> of(Timeline timeline, Target target, Numbers numbers) {
        return switch (target) {
            case Target.OfFrame(int frameIndex) ->
                    explanations.of(timeline.frame(frameIndex), numbers);
            case Target.OfFlight(Flight flight, int frameIndex) ->
                    flight(timeline, flight, frameIndex, numbers);
            case Target.OfState(Side side, TcpState state, int frameIndex) ->
                    state(timeline.frame(frameIndex), side, state, numbers);
            case Target.OfTimer(Side side, TimerKind timer, int frameIndex) ->
                    timer(timeline, side, timer, frameIndex, numbers);
            case Target.OfNote(_, Fact fact, int frameIndex) ->
                    fact(new Found(timeline.frame(frameIndex), fact), numbers);
        };
    }

    private List<Explanation> flight(
            Timeline timeline, Flight flight, int frameIndex, Numbers numbers) {
        List<Explanation> paragraphs = new ArrayList<>();
        find(timeline, frameIndex, fact -> begins(fact, flight.id()))
                .ifPresent(departure -> paragraphs.addAll(fact(departure, numbers)));
        find(timeline, frameIndex, fact -> ends(fact, flight.id()))
                .ifPresent(arrival -> {
                    paragraphs.add(explanations.of(arrival.frame(), arrival.fact(), numbers));
                    mainRule(arrival.frame(), numbers).ifPresent(paragraphs::add);
                });
        return paragraphs.isEmpty()
                ? explanations.of(timeline.frame(frameIndex), numbers)
                : List.copyOf(paragraphs);
    }

    private static boolean begins(Fact fact, long id) {
        return (fact instanceof Fact.Sent sent && sent.flight().id() == id)
                || (fact instanceof Fact.Entered entered && entered.flight().id() == id);
    }

    private static boolean ends(Fact fact, long id) {
        return (fact instanceof Fact.Arrived arrived && arrived.flight().id() == id)
                || (fact instanceof Fact.Lost lost && lost.flight().id() == id);
    }

    private List<Explanation> state(Frame frame, Side side, TcpState state, Numbers numbers) {
        List<Explanation> paragraphs = new ArrayList<>();
        paragraphs.add(
                Explanation.plain(
                                Kind.STATE,
                                side,
                                messages.get("explain.state.is", words.host(side), state.rfcName()),
                                explanations.stateText(state))
                        .asPrimary(List.of()));
        explanations.of(frame, numbers).stream()
                .filter(paragraph -> paragraph.side() == side && !paragraph.stateChange().isEmpty())
                .map(Explanation::asFurther)
                .forEach(paragraphs::add);
        return List.copyOf(paragraphs);
    }

    private List<Explanation> timer(
            Timeline timeline, Side side, TimerKind kind, int frameIndex, Numbers numbers) {
        Frame first = timeline.frame(frameIndex);
        Optional<Found> start = find(timeline, frameIndex, fact -> starts(fact, side, kind));
        if (start.isEmpty()) {
            return explanations.of(first, numbers);
        }
        List<Explanation> paragraphs = new ArrayList<>(fact(start.get(), numbers));
        int next = start.get().frame().index() + 1;
        find(timeline, next, fact -> starts(fact, side, kind) || stops(fact, side, kind))
                .map(end -> explanations.of(end.frame(), end.fact(), numbers))
                .ifPresent(paragraphs::add);
        return List.copyOf(paragraphs);
    }

    private static boolean starts(Fact fact, Side side, TimerKind kind) {
        return fact instanceof Fact.TimerStarted started
                && started.side() == side
                && started.timer().kind() == kind;
    }

    private static boolean stops(Fact fact, Side side, TimerKind kind) {
        return (fact instanceof Fact.TimerFired fired
                        && fired.side() == side
                        && fired.kind() == kind)
                || (fact instanceof Fact.TimerStopped stopped
                        && stopped.side() == side
                        && stopped.kind() == kind);
    }

    /** A fact, and the rule behind it. */
    private List<Explanation> fact(Found found, Numbers numbers) {
        List<Explanation> paragraphs = new ArrayList<>();
        paragraphs.add(explanations.of(found.frame(), found.fact(), numbers).asPrimary(List.of()));
        mainRule(found.frame(), numbers).ifPresent(paragraphs::add);
        return paragraphs;
    }

    private Optional<Explanation> mainRule(Frame frame, Numbers numbers) {
        return explanations.of(frame, numbers).stream()
                .filter(Explanation::primary)
                .filter(paragraph -> paragraph.kind() == Kind.RULE)
                .map(Explanation::asFurther)
                .findFirst();
    }

    private static Optional<Found> find(Timeline timeline, int from, Predicate<Fact> test) {
        int end = (int) Math.min(timeline.lastIndex(), (long) from + FAR_FRAMES);
        for (int i = from; i <= end; i++) {
            Frame frame = timeline.frame(i);
            for (Fact fact : frame.facts()) {
                if (test.test(fact)) {
                    return Optional.of(new Found(frame, fact));
                }
            }
        }
        return Optional.empty();
    }
}
