package dev.handshakelab.sim.twins;

import static dev.handshakelab.testing.Stage.abort;
import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.connect;
import static dev.handshakelab.testing.Stage.forge;
import static dev.handshakelab.testing.Stage.listen;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.nth;
import static dev.handshakelab.testing.Stage.nthText;
import static dev.handshakelab.testing.Stage.old;
import static dev.handshakelab.testing.Stage.segment;
import static dev.handshakelab.testing.Stage.send;
import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.twins.Difference.Aspect;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwinsTest {
    private static final Flags ACK = Flags.ACK;

    /** An old SYN meets a listening server, and the first RST is lost. */
    private static Stage staleSyn() {
        return new Stage()
                .fault(nth(A, Flags.RST, Flags.NONE, 1), new Verdict.Drop())
                .at(0, listen(B), old(A, segment(90, 0, Flags.SYN)));
    }

    /** A connection, "OLD" of which is sent twice, and another with numbers close by. */
    private static Stage oldData() {
        return new Stage()
                .iss(A, 100, 97)
                .iss(B, 300, 700)
                .established()
                .fault(nthText(A, 1), new Verdict.Hold())
                .at(100, send(A, "OLD"))
                .at(1500, close(A))
                .at(1600, close(B))
                .at(1700, listen(B), connect(A))
                .at(1800, send(A, "new"))
                .at(1900, new Action.Release(A, 1, millis(10)));
    }

    private static Stage twoResets() {
        return new Stage()
                .established()
                .at(100, forge(B, segment(900, 0, Flags.RST)))
                .at(200, forge(B, segment(301, 0, Flags.RST)));
    }

    @Test
    void twoSegmentsLeaveTheServerStrandedWhereThreeLetItReturnToListen() {
        Twins twins = Twins.of(staleSyn().plan(), Variant.TWO_WAY_HANDSHAKE);

        assertThat(twins.tcp().last().tcb(B).state()).isEqualTo(TcpState.LISTEN);
        assertThat(twins.variant().last().tcb(B).state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(twins.costs())
                .containsExactly(
                        new Cost.Stranded(
                                3, B, TcpState.ESTABLISHED, TcpState.CLOSED, TcpState.LISTEN),
                        new Cost.GhostConnected(3, B, TcpState.CLOSED));
        Difference difference = twins.difference().orElseThrow();
        assertThat(difference.side()).isEqualTo(B);
        assertThat(difference.atNanos()).isEqualTo(millis(10));
        assertThat(difference.tcp().state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(difference.variant().state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(difference.variant().told()).containsExactly(new Signal.Connected());
        assertThat(difference.aspects()).contains(Aspect.STATE, Aspect.TOLD);
        assertThat(difference.counterfactualRule()).contains(Rule.V_TWO_WAY);
    }

    @Test
    void aServerThatGreetsAGhostIsToldConnectedAndThenReset() {
        Scenario story = ScenarioLibrary.bundled().find("S08b").orElseThrow();

        List<Cost> costs = Twins.of(story.plan(), Variant.TWO_WAY_HANDSHAKE).costs();

        assertThat(costs)
                .hasExactlyElementsOfTypes(
                        Cost.GhostConnected.class, Cost.Broken.class, Cost.SentInVain.class);
        assertThat(costs.get(1))
                .isEqualTo(
                        new Cost.Broken(
                                costs.get(1).frame(),
                                B,
                                TcpState.ESTABLISHED,
                                Signal.Reply.CONNECTION_RESET,
                                Flight.Origin.HOST,
                                Cost.InTcp.SURVIVES));
        assertThat(costs.get(2)).isEqualTo(new Cost.SentInVain(costs.get(2).frame(), B, 2, 1));
    }

    @Test
    void withoutTimeWaitALostLastAckEndsInAReset() {
        Plan plan = ScenarioLibrary.bundled().find("S17").orElseThrow().plan();

        Twins twins = Twins.of(plan, Variant.NO_TIME_WAIT);

        assertThat(twins.difference().orElseThrow().tcp().state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(twins.difference().orElseThrow().variant().state()).isEqualTo(TcpState.CLOSED);
        assertThat(twins.costs().getFirst())
                .isInstanceOfSatisfying(
                        Cost.Broken.class,
                        broken -> {
                            assertThat(broken.side()).isEqualTo(B);
                            assertThat(broken.from()).isEqualTo(TcpState.LAST_ACK);
                            assertThat(broken.inTcp()).isEqualTo(Cost.InTcp.CLOSES_NORMALLY);
                        });
    }

    @Test
    void withoutTimeWaitOldDataEntersTheNextConnectionAndTheEndsFightAboutIt() {
        Twins twins = Twins.of(oldData().plan(), Variant.NO_TIME_WAIT);

        assertThat(twins.variant().last().b().delivered()).hasToString("newOLD");
        assertThat(twins.costs())
                .hasExactlyElementsOfTypes(Cost.DeliveredForeign.class, Cost.AckWar.class);
        Cost.DeliveredForeign foreign = (Cost.DeliveredForeign) twins.costs().getFirst();
        assertThat(foreign.side()).isEqualTo(B);
        assertThat(foreign.text()).isEqualTo(Octets.utf8("OLD"));
        assertThat(foreign.forged()).isFalse();
        assertThat(((Cost.AckWar) twins.costs().getLast()).suppressed()).isPositive();
        assertThat(twins.aligned().second().frame(foreign.frame()).atNanos())
                .isEqualTo(millis(1910));
    }

    @Test
    void withoutSequenceCheckADuplicateIsDeliveredTwice() {
        Plan plan =
                new Stage()
                        .established()
                        .fault(nthText(A, 1), new Verdict.Duplicate(millis(30)))
                        .at(100, send(A, "hello"))
                        .plan();

        Twins twins = Twins.of(plan, Variant.NO_SEQUENCE_CHECK);

        assertThat(twins.variant().last().b().delivered()).hasToString("hellohello");
        assertThat(twins.costs())
                .containsExactly(
                        new Cost.DeliveredTwice(
                                twins.difference().orElseThrow().frame(), B, Octets.utf8("hello")));
        assertThat(twins.difference().orElseThrow().aspects())
                .as("the rule alone, which is applied to every segment, is no difference")
                .contains(Aspect.TOLD);
    }

    @Test
    void withoutSequenceCheckOvertakenDataIsDeliveredLast() {
        Plan plan =
                new Stage()
                        .established()
                        .fault(nthText(A, 1), new Verdict.Delay(millis(9)))
                        .at(100, send(A, "first"))
                        .at(101, send(A, "second"))
                        .options(options -> options.without(dev.handshakelab.tcp.Switch.NAGLE))
                        .plan();

        Twins twins = Twins.of(plan, Variant.NO_SEQUENCE_CHECK);

        assertThat(twins.tcp().last().b().delivered()).hasToString("firstsecond");
        assertThat(twins.variant().last().b().delivered()).hasToString("secondfirst");
        assertThat(twins.costs())
                .singleElement()
                .isInstanceOfSatisfying(
                        Cost.DeliveredOutOfOrder.class,
                        late -> assertThat(late.text()).isEqualTo(Octets.utf8("first")));
    }

    @Test
    void withoutSequenceCheckForgedDataIsDelivered() {
        Plan plan =
                new Stage()
                        .established()
                        .at(100, forge(A, segment(50_000, 301, ACK, "evil")))
                        .plan();

        assertThat(Twins.of(plan, Variant.NO_SEQUENCE_CHECK).costs())
                .first()
                .isInstanceOfSatisfying(
                        Cost.DeliveredForeign.class,
                        foreign -> {
                            assertThat(foreign.forged()).isTrue();
                            assertThat(foreign.text()).isEqualTo(Octets.utf8("evil"));
                        });
    }

    @Test
    void whenEveryConnectionBeginsAtZeroOldDataLooksFresh() {
        Plan plan =
                new Stage()
                        .iss(A, 100, 400)
                        .iss(B, 300, 700)
                        .fault(
                                nth(B, Flags.SYN.with(ACK), Flags.NONE, 1),
                                new Verdict.Duplicate(millis(60)))
                        .fault(nthText(A, 1), new Verdict.Hold())
                        .fault(nth(A, ACK, Flags.NONE, 1), new Verdict.Drop())
                        .fault(nth(A, Flags.RST, Flags.NONE, 1), new Verdict.Drop())
                        .established()
                        .at(25, send(A, "OLD"))
                        .at(35, abort(A))
                        .at(45, connect(A))
                        .at(120, new Action.Release(A, 1, millis(10)))
                        .plan();

        Twins twins = Twins.of(plan, Variant.ISN_ZERO);

        assertThat(twins.difference().orElseThrow().aspects()).contains(Aspect.SEGMENTS);
        assertThat(twins.difference().orElseThrow().variant().sent().getFirst().seq()).isZero();
        assertThat(twins.costs().getFirst())
                .isInstanceOfSatisfying(
                        Cost.DeliveredForeign.class,
                        foreign -> assertThat(foreign.text()).isEqualTo(Octets.utf8("OLD")));
    }

    @Test
    void aResetInTheWindowKillsEarlierThanTheExactOne() {
        Twins twins = Twins.of(twoResets().plan(), Variant.RST_IN_WINDOW);

        assertThat(twins.costs())
                .containsExactly(
                        new Cost.Broken(
                                twins.difference().orElseThrow().frame(),
                                A,
                                TcpState.ESTABLISHED,
                                Signal.Reply.CONNECTION_RESET,
                                Flight.Origin.FORGED,
                                Cost.InTcp.BREAKS_LATER));
    }

    @Test
    void aResetInTheWindowThatKillsOneSideStrandsTheOther() {
        Plan plan = new Stage().established().at(100, forge(B, segment(900, 0, Flags.RST))).plan();

        assertThat(Twins.of(plan, Variant.RST_IN_WINDOW).costs())
                .hasExactlyElementsOfTypes(Cost.Stranded.class, Cost.Broken.class)
                .extracting(Cost::side)
                .containsExactly(B, A);
    }

    @Test
    void dataAfterAResetThatTcpWithstandsIsNeverDelivered() {
        Plan plan =
                new Stage()
                        .established()
                        .at(100, forge(B, segment(900, 0, Flags.RST)))
                        .at(200, send(A, "hello"))
                        .plan();

        Twins twins = Twins.of(plan, Variant.RST_IN_WINDOW);

        assertThat(twins.costs())
                .contains(new Cost.NeverDelivered(twins.aligned().second().lastIndex(), B, 5));
    }

    @Test
    void whoStillRetransmitsIsNotStranded() {
        Plan plan = staleSyn().at(1025, send(B, "welcome")).untilMillis(1040).plan();

        Twins twins = Twins.of(plan, Variant.TWO_WAY_HANDSHAKE);

        assertThat(twins.tcp().last().tcb(B).state()).isEqualTo(TcpState.LISTEN);
        assertThat(twins.variant().last().tcb(B).state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(twins.variant().last().tcb(B).timers().all()).isNotEmpty();
        assertThat(twins.costs()).noneMatch(Cost.Stranded.class::isInstance);
    }

    @Test
    void aStoryThatNeverNeedsTheRuleHasNoDifferenceAndNoCost() {
        Plan plan = new Stage().established().at(100, send(A, "hello")).plan();

        Twins twins = Twins.of(plan, Variant.NO_TIME_WAIT);

        assertThat(twins.difference()).isEmpty();
        assertThat(twins.costs()).isEmpty();
    }

    @Test
    void aCleanCloseCostsNothingWithoutTimeWait() {
        Plan plan = new Stage().established().at(100, close(A)).at(200, close(B)).plan();

        Twins twins = Twins.of(plan, Variant.NO_TIME_WAIT);

        assertThat(twins.difference()).isPresent();
        assertThat(twins.costs()).isEmpty();
    }

    @Test
    void onlyTheVariantsOfTheTwinsDiffer() {
        Plan plan = ScenarioLibrary.bundled().find("S08a").orElseThrow().plan();

        Twins twins = Twins.of(plan, Variant.TWO_WAY_HANDSHAKE);

        assertThat(Twins.variantsOf(plan)).containsExactly(Variant.TWO_WAY_HANDSHAKE);
        assertThat(Twins.variantsOf(twins.tcp().plan())).isEmpty();
        assertThat(twins.variant().plan()).isEqualTo(plan);
        assertThat(Counterfactual.plan(twins.tcp().plan(), Set.of(Variant.TWO_WAY_HANDSHAKE)))
                .isEqualTo(plan);
        assertThat(twins.tcp().timeline().frames())
                .isEqualTo(Simulation.run(twins.tcp().plan()).timeline().frames());
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void alignedStoriesHaveTheSameTimesAndLoseNothing(Variant variant) {
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            Twins twins = Twins.of(scenario.plan(), variant);
            Timeline first = twins.aligned().first();
            Timeline second = twins.aligned().second();

            assertThat(first.frames()).extracting(Frame::atNanos).isSorted();
            assertThat(second.frames())
                    .extracting(Frame::atNanos)
                    .isEqualTo(first.frames().stream().map(Frame::atNanos).toList());
            assertThat(first.frames())
                    .extracting(Frame::index)
                    .isEqualTo(Stream.iterate(0, i -> i + 1).limit(first.frames().size()).toList());
            assertThat(facts(first)).isEqualTo(facts(twins.tcp().timeline()));
            assertThat(facts(second)).isEqualTo(facts(twins.variant().timeline()));
            assertThat(twins.costs())
                    .as(scenario.id())
                    .allMatch(cost -> cost.frame() <= first.lastIndex());
            int parted = twins.difference().map(Difference::frame).orElse(first.frames().size());
            for (int i = 0; i < parted; i++) {
                assertThat(second.frame(i).a().state()).isEqualTo(first.frame(i).a().state());
                assertThat(second.frame(i).b().state()).isEqualTo(first.frame(i).b().state());
            }
        }
    }

    private static List<Fact> facts(Timeline timeline) {
        return timeline.frames().stream().flatMap(frame -> frame.facts().stream()).toList();
    }

    @Test
    void bothTwinsAreTouchedAtTheSameTime() {
        Plan plan = new Stage().established().plan();
        var crash = new Touch.Act(new Action.Crash(A, false));

        Twins twins =
                Twins.of(
                        plan,
                        Set.of(Variant.NO_TIME_WAIT),
                        List.of(new TimedTouch(millis(50), crash)));

        for (Timeline timeline : List.of(twins.tcp().timeline(), twins.variant().timeline())) {
            assertThat(facts(timeline)).contains(new Fact.Crashed(millis(50), A));
        }
        assertThat(twins.difference()).isEmpty();
    }

    @Test
    void aTouchOfASegmentThatIsGoneDoesNothing() {
        Plan plan = new Stage().established().plan();
        var touches = List.of(new TimedTouch(millis(50), new Touch.Drop(1)));

        Twins twins = Twins.of(plan, Set.of(Variant.NO_TIME_WAIT), touches);

        assertThat(twins.tcp().timeline().frames())
                .isEqualTo(Simulation.run(plan).timeline().frames());
    }

    @Test
    void withoutAVariantThereIsNothingToCompare() {
        Plan plan = new Stage().plan();

        assertThatThrownBy(() -> Twins.of(plan, Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
