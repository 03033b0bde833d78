package dev.handshakelab.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.twins.Twins;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
    private static final ScenarioLibrary LIBRARY = ScenarioLibrary.bundled();

    private final CompareViewModel model =
            new CompareViewModel(LIBRARY, (work, done) -> done.accept(work.get()));

    private Twins twins() {
        return model.twinsProperty().get();
    }

    private static Scenario scenario(String id) {
        return LIBRARY.find(id).orElseThrow();
    }

    @Test
    void theFirstPairIsTheStaleSynAndStandsWhereOneServerIsStranded() {
        model.open();

        assertThat(model.choiceProperty().get().pair()).contains(Pair.STALE_SYN);
        assertThat(model.variantProperty().get()).isEqualTo(Variant.TWO_WAY_HANDSHAKE);
        int shown = model.player().getFrameIndex();
        assertThat(shown).isEqualTo(twins().aligned().first().lastIndex());
        assertThat(twins().aligned().first().frame(shown).b().state()).isEqualTo(TcpState.LISTEN);
        assertThat(twins().aligned().second().frame(shown).b().state())
                .isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void everySuggestedPairCostsSomething() {
        assertThat(model.choices()).hasSize(Pair.values().length);
        for (Choice choice : List.copyOf(model.choices())) {
            model.choiceProperty().set(choice);

            assertThat(model.variantProperty().get()).isEqualTo(choice.variant());
            assertThat(twins().variants()).containsExactly(choice.variant());
            assertThat(twins().costs()).as("%s", choice.pair()).isNotEmpty();
        }
    }

    @Test
    void everyVariantHasAPair() {
        assertThat(Arrays.stream(Pair.values()).map(Pair::variant))
                .containsAll(List.of(Variant.values()));
    }

    @Test
    void anotherVariantKeepsTheStory() {
        model.open();
        Choice before = model.choiceProperty().get();

        model.variantProperty().set(Variant.ISN_ZERO);

        assertThat(model.choiceProperty().get()).isEqualTo(before);
        assertThat(twins().variants()).containsExactly(Variant.ISN_ZERO);
        assertThat(twins().variant().plan().script()).isEqualTo(before.scenario().plan().script());
    }

    @Test
    void thePlayerMovesBothStoriesToTheFirstDifference() {
        model.open();

        model.goToDifference();

        int frame = model.player().getFrameIndex();
        assertThat(frame).isEqualTo(twins().difference().orElseThrow().frame());
        assertThat(model.player().getTimeline()).isEqualTo(twins().aligned().first());
        assertThat(twins().aligned().second().frame(frame).atNanos())
                .isEqualTo(twins().aligned().first().frame(frame).atNanos());
    }

    @Test
    void theOpenStoryIsOfferedLastAndReplacedByTheNext() {
        model.open();
        model.setPresent(scenario("S12"), List.of());
        model.setPresent(scenario("S01"), List.of());

        assertThat(model.choices()).hasSize(Pair.values().length + 1);
        assertThat(model.choices().getLast().scenario().id()).isEqualTo("S01");
        assertThat(model.choiceProperty().get().pair()).contains(Pair.STALE_SYN);
    }

    @Test
    void theOpenStoryIsComparedAndFollowed() {
        model.setPresent(scenario("S08b"), List.of());
        model.showPresent();
        assertThat(twins().tcp().plan().script()).isEqualTo(scenario("S08b").plan().script());

        model.variantProperty().set(Variant.NO_TIME_WAIT);
        model.setPresent(scenario("S12"), List.of());

        assertThat(twins().tcp().plan()).isEqualTo(scenario("S12").plan());
        assertThat(twins().variants())
                .as("a story without variants keeps the chosen one")
                .containsExactly(Variant.NO_TIME_WAIT);
    }

    @Test
    void aStoryThatIsNotTcpBringsItsVariant() {
        Scenario notTcp = scenario("S18b");
        model.setPresent(notTcp, List.of());
        model.showPresent();

        assertThat(model.variantProperty().get()).isEqualTo(Variant.NO_TIME_WAIT);
        assertThat(twins().variant().plan()).isEqualTo(notTcp.plan());
    }

    @Test
    void ofQuickChoicesOnlyTheLastIsShown() {
        Deque<Runnable> late = new ArrayDeque<>();
        var slow =
                new CompareViewModel(
                        LIBRARY, (work, done) -> late.add(() -> done.accept(work.get())));
        slow.open();
        slow.variantProperty().set(Variant.ISN_ZERO);
        Runnable first = late.poll();
        Runnable second = late.poll();

        second.run();
        first.run();

        assertThat(slow.twinsProperty().get().variants()).containsExactly(Variant.ISN_ZERO);
    }
}
