package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.touch.FaultEffect;
import dev.handshakelab.view.touch.FaultTarget;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** Faults for the future, for every kind of segment of each host, by mouse alone and by keys. */
class HandsFaultTest extends BothHandsTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @CsvSource({"MOUSE, S01, 0, A", "MOUSE, S12, 0, B", "KEYS, S02c, 0, A", "KEYS, S05a, 0, B"})
    void everyKindOfSegmentCanMeetAFault(Hand hand, String story, int moment, Side side) {
        openStory(story, moment);
        int hits = 0;
        for (FaultTarget target : FaultTarget.values()) {
            FaultEffect effect =
                    FaultEffect.values()[target.ordinal() % FaultEffect.values().length];
            String menu = "touch-fault" + side + target;
            Touch done =
                    forkBy(() ->
                            choose(
                                    hand,
                                    "calls" + side,
                                    "touch-fault" + side,
                                    menu,
                                    menu + effect));
            hits += isHit(target, side, planned(done, target, side, effect)) ? 1 : 0;
        }
        assertThat(hits).isPositive();
    }

    private static Verdict planned(Touch done, FaultTarget target, Side side, FaultEffect effect) {
        assertThat(done).isInstanceOf(Touch.AddFault.class);
        FaultRule rule = ((Touch.AddFault) done).rule();
        assertThat(rule).isEqualTo(target.next(side, rule.verdict()));
        assertThat(rule.verdict())
                .isInstanceOf(
                        switch (effect) {
                            case LOSE -> Verdict.Drop.class;
                            case DELAY -> Verdict.Delay.class;
                            case DOUBLE -> Verdict.Duplicate.class;
                            case HOLD -> Verdict.Hold.class;
                        });
        return rule.verdict();
    }

    /** Whether there is such a segment from now on; then the first one has met its fault. */
    private boolean isHit(FaultTarget target, Side side, Verdict verdict) {
        Match match = target.next(side, verdict).match();
        Optional<Flight> first =
                timeline().frames().stream()
                        .skip(frameIndex() + 1L)
                        .flatMap(frame -> frame.facts().stream())
                        .filter(Fact.Sent.class::isInstance)
                        .map(fact -> flight(((Fact.Sent) fact).flight().id()))
                        .filter(one -> fits(one, side, match))
                        .findFirst();
        first.ifPresent(flight -> assertThat(hasMet(flight, verdict)).as("%s", flight).isTrue());
        return first.isPresent();
    }

    private static boolean fits(Flight flight, Side side, Match match) {
        Flags flags = flight.segment().flags();
        Boolean withText = match.withText();
        return flight.from() == side
                && flags.has(match.on())
                && flags.without(match.off()).equals(flags)
                && (withText == null || withText != flight.segment().text().isEmpty());
    }

    private boolean hasMet(Flight flight, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Drop() -> flight.isLost();
            case Verdict.Delay(long extraNanos) ->
                    flight.endsAtNanos() - flight.sentAtNanos() > extraNanos;
            case Verdict.Duplicate _ ->
                    timeline().flights().stream().anyMatch(copy -> copy.copyOf() == flight.id());
            case Verdict.Hold() -> flight.fate() instanceof Fate.Held;
            case Verdict.Pass _,
                    Verdict.DropRandomly _,
                    Verdict.DuplicateRandomly _,
                    Verdict.DelayRandomly _ ->
                    false;
        };
    }
}
