package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Replay;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled challenges can be solved, and only by doing something. */
class ChallengesTest {
    static List<Challenge> challenges() {
        return Challenges.all();
    }

    @Test
    void thereAreEnoughAndEachHasAnIdOfItsOwn() {
        assertThat(challenges()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(challenges().stream().map(Challenge::id)).doesNotHaveDuplicates();
        assertThat(challenges().stream().map(Challenge::difficulty)).isSorted();
        assertThat(challenges().stream().map(Challenge::difficulty)).contains(1, 2, 3);
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void theUntouchedStartIsNotSolved(Challenge challenge) {
        assertThat(challenge.solvedAt(Simulation.run(challenge.start()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void theStoredSolutionSolvesIt(Challenge challenge) {
        Replay replay = Replay.of(challenge.start(), challenge.solution());
        assertThat(replay.touches()).hasSameSizeAs(challenge.solution());
        assertThat(challenge.solvedAt(replay.run())).isPresent();
        assertThat(challenge.solution()).hasSize(challenge.fewest());
        assertThat(challenge.fewest()).isLessThanOrEqualTo(challenge.allowed().most());
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void everyTouchOfTheSolutionIsAllowed(Challenge challenge) {
        Timeline timeline = Replay.of(challenge.start(), challenge.solution()).run().timeline();
        int used = 0;
        for (RecordedTouch recorded : challenge.solution()) {
            assertThat(challenge.allowed().refusal(timeline, recorded.touch(), used++)).isEmpty();
        }
    }

    /** Within the touches that the search tries; see there. */
    @ParameterizedTest
    @MethodSource("challenges")
    void fewerTouchesDoNotSolveIt(Challenge challenge) {
        var search = new ChallengeSearch(challenge, challenge.fewest());
        Optional<List<RecordedTouch>> shortest = search.shortest();
        assertThat(shortest).isPresent();
        assertThat(shortest.get()).hasSize(challenge.fewest());
    }

    @Test
    void whatIsNotAllowedIsRefusedWithAReason() {
        Challenge lostSyn = Challenges.find("C01").orElseThrow();
        Timeline timeline = Simulation.run(lostSyn.start()).timeline();
        Allowance allowed = lostSyn.allowed();
        assertThat(allowed.refusal(timeline, new Touch.Drop(1), 0)).isEmpty();
        assertThat(allowed.refusal(timeline, new Touch.Drop(1), allowed.most()))
                .contains(Allowance.Refusal.MOST);
        assertThat(allowed.refusal(timeline, new Touch.Hold(1), 0))
                .contains(Allowance.Refusal.KIND);
        Challenge oldSyn = Challenges.find("C07").orElseThrow();
        assertThat(
                        oldSyn.allowed()
                                .refusal(
                                        Simulation.run(oldSyn.start()).timeline(),
                                        new Touch.Drop(1),
                                        0))
                .contains(Allowance.Refusal.SIDE);
    }

    @Test
    void theCableBelongsToNoHost() {
        Challenge challenge = Challenges.find("C13").orElseThrow();
        Touch pull = new Touch.Act(new Action.Cable(false));
        Timeline timeline = Simulation.run(challenge.start()).timeline();
        assertThat(challenge.allowed().refusal(timeline, pull, 0)).isEmpty();
        assertThat(challenge.allowed().sides()).containsExactlyInAnyOrder(Side.values());
    }

    private static final String WHOLE =
            """
            challenge: X1
            difficulty: 1
            start: S01
            allow: {touches: drop, hosts: A, most: 2}
            goal: {A sent: 2 x SYN}
            solution:
              - {after: 2, drop: 1}
            fewest: 1
            """;

    @Test
    void aWholeFileIsRead() throws ScenarioException {
        Challenge challenge = ChallengeReader.read("x", WHOLE);
        assertThat(challenge.id()).isEqualTo("X1");
        assertThat(challenge.solution()).hasSize(1);
        assertThat(challenge.solvedAt(Replay.of(challenge.start(), challenge.solution()).run()))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    difficulty: 1    | difficulty: 9                    | OUT_OF_RANGE
                    start: S01       | start: S99                       | MISSPELT_WORD
                    touches: drop    | touches: drp                     | MISSPELT_WORD
                    goal: {A sent: 2 x SYN} | goal: {}                  | NONE_OF
                    goal: {A sent: 2 x SYN} | goal: {A rule: R-NO}      | UNKNOWN_WORD
                    goal: {A sent: 2 x SYN} | goal: {Asent: 2 x SYN}    | MISSPELT_KEY
                    most: 2          | most: 0                          | OUT_OF_RANGE
                    fewest: 1        | few: 1                           | UNKNOWN_KEY
                    drop: 1          | drop: first                      | BAD_VALUE
                    challenge: X1    | challenge: a b                   | BAD_VALUE
                    fewest: 1        | ''                               | MISSING_KEY
                    """)
    void aDamagedFileSaysWhatIsWrong(String right, String wrong, Kind kind) {
        String text = WHOLE.replace(right, wrong);
        assertThat(text).isNotEqualTo(WHOLE);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ChallengeReader.read("x", text))
                .satisfies(e -> assertThat(e.problem().kind()).isEqualTo(kind))
                .satisfies(e -> assertThat(e.problem().file()).isEqualTo("x"));
    }
}
