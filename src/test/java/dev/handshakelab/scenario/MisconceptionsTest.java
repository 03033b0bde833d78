package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.scenario.Misconception.Part;
import dev.handshakelab.scenario.Moment.Event;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.TraceFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each misconception is shown by a scenario, at the frame that refutes it. */
class MisconceptionsTest {
    @Test
    void thereAreThirty() {
        assertThat(Misconceptions.all())
                .extracting(Misconception::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30).mapToObj(i -> "M" + i).toList());
    }

    /** A frame as the trace writes it: its number, the state pair around what set it off. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M1  | S01  |  5 | ESTABLISHED | B receives [3] ACK SEQ=101 ACK=301 | ESTABLISHED",
                "M2  | S01  |  3 | SYN-SENT    | B receives [1] SYN SEQ=100 | SYN-RECEIVED",
                "M3  | S12  |  7 | FIN-WAIT-1  | B receives [4] FIN,ACK SEQ=100 ACK=300 | CLOSE-WAIT",
                "M4  | S14  | 10 | FIN-WAIT-2  | A receives [6] PSH,ACK SEQ=300 ACK=101 LEN=10"
                        + " | CLOSE-WAIT",
                "M5  | S12  |  8 | FIN-WAIT-2  | A receives [5] ACK SEQ=300 ACK=101 | CLOSE-WAIT",
                "M6  | S26  |  9 | ESTABLISHED | A receives [5] ACK SEQ=300 ACK=1100 | ESTABLISHED",
                "M7  | S17  | 11 | TIME-WAIT   | [7] is lost | LAST-ACK",
                "M8  | S15a |  9 | CLOSING     | A receives [5] FIN,ACK SEQ=300 ACK=100 | CLOSING",
                "M9  | S15a | 11 | TIME-WAIT   | B receives [7] ACK SEQ=101 ACK=301 | TIME-WAIT",
                "M10 | S13  | 10 | TIME-WAIT   | B receives [6] ACK SEQ=101 ACK=301 | CLOSED",
                "M11 | S07a |  5 | SYN-SENT    | A receives [3] SYN,ACK SEQ=300 ACK=91 | SYN-RECEIVED",
                "M12 | S01  |  6 | ESTABLISHED | A: SEND \"hello\" PUSH | ESTABLISHED",
                "M13 | S04b |  6 | ESTABLISHED | B: RETRANSMISSION fires | SYN-RECEIVED",
                "M14 | S04a |  7 | ESTABLISHED | B receives [4] PSH,ACK SEQ=101 ACK=301 LEN=5"
                        + " | ESTABLISHED",
                "M15 | S32a |  5 | ESTABLISHED | B receives [3] ACK SEQ=104 ACK=301 | ESTABLISHED",
                "M16 | S30a |  8 | FIN-WAIT-1  | A: CLOSE | ESTABLISHED",
                "M17 | S31a | 10 | FIN-WAIT-2  | B: STATUS | CLOSE-WAIT",
                "M18 | S18b | 25 | ESTABLISHED | B receives [4] PSH,ACK SEQ=101 ACK=301 LEN=3"
                        + " | ESTABLISHED",
                "M19 | S17  | 13 | TIME-WAIT   | A receives [8] FIN,ACK SEQ=300 ACK=101 | LAST-ACK",
                "M20 | S27  |  3 | SYN-SENT    | B receives [1] SYN SEQ=4294967290 | SYN-RECEIVED",
                "M21 | S11a |  6 | CLOSED      | A crashes | ESTABLISHED",
                "M22 | S34c | 14 | ESTABLISHED | [7] is lost | ESTABLISHED",
                "M23 | S11c |  7 | CLOSED      | B: STATUS | ESTABLISHED",
                "M24 | S21a |  9 | ESTABLISHED | A receives [5] RST SEQ=900 | ESTABLISHED",
                "M25 | S22a |  7 | ESTABLISHED | A receives [4] SYN SEQ=500 | ESTABLISHED",
                "M26 | S26  | 17 | ESTABLISHED | B receives [10] ACK SEQ=1100 ACK=300 LEN=1"
                        + " | ESTABLISHED",
                "M27 | S25b | 10 | ESTABLISHED | B receives [4] PSH,ACK SEQ=100 ACK=300 LEN=5"
                        + " | ESTABLISHED",
                "M28 | S05a |  6 | ESTABLISHED | B receives [4] SYN,ACK SEQ=100 ACK=301"
                        + " | ESTABLISHED",
                "M29 | S17  | 14 | TIME-WAIT   | B receives [9] ACK SEQ=101 ACK=301 | CLOSED",
                "M30 | S29b |  8 | FIN-WAIT-1  | B receives [5] FIN,ACK SEQ=105 ACK=300 | ESTABLISHED"
            })
    void theMomentIsTheOneThatRefutesTheClaim(
            String id, String scenario, int index, String stateA, String event, String stateB) {
        Misconception myth = Misconceptions.find(id).orElseThrow();
        Run run = run(scenario);

        assertThat(myth.scenario()).isEqualTo(scenario);
        assertThat(Misconceptions.locate(myth, run)).hasValue(index);
        assertThat(rowOf(run, index)).containsExactly(stateA, event, stateB);
    }

    /** What the texts say of the moment, as far as states and event do not say it already. */
    @Test
    void theMomentShowsWhatTheTextsSay() {
        assertThat(segmentsUntil("M1")).hasSize(3).allMatch(segment -> segment.text().isEmpty());
        assertThat(at("M3").b().tcb()).matches(tcb -> tcb.send().nxt() == 300, "B has sent no FIN");
        assertThat(deliveredIn("M4")).containsExactly("abcdefghij");
        assertThat(before("M6").a().tcb()).matches(tcb -> tcb.send().wnd() == 1000);
        assertThat(at("M6").a().tcb()).matches(tcb -> tcb.send().wnd() == 0);
        assertThat(segmentsUntil("M10").stream().dropWhile(segment -> !segment.flags().fin()))
                .hasSize(3);
        assertThat(segmentsUntil("M12").subList(2, 4))
                .extracting(Segment::seq)
                .containsExactly(101, 101);
        assertThat(before("M13").a().tcb()).matches(tcb -> tcb.timers().all().isEmpty());
        assertThat(before("M13").b().tcb()).matches(tcb -> !tcb.timers().all().isEmpty());
        assertThat(deliveredIn("M14")).containsExactly("hello");
        assertThat(deliveredIn("M15")).containsExactly("abc");
        assertThat(deliveredUntil("M15")).hasSize(1);
        assertThat(deliveredUntil("M16")).isEmpty();
        assertThat(at("M16").inTransit()).hasSize(2);
        assertThat(deliveredUntil("M18")).containsExactly("OLD", "new", "OLD");
        assertThat(at("M26").b().tcb()).matches(tcb -> tcb.receive().wnd() == 0);
        assertThat(deliveredUntil("M27")).containsExactly("abcdefghij");
        assertThat(deliveredUntil("M30")).isEmpty();
    }

    @Test
    void whereNothingHappensForHoursNoTimerRunsAndNothingIsUnderWay() {
        assertThat(at("M17").b().tcb()).matches(tcb -> tcb.timers().all().isEmpty());
        assertThat(at("M23").b().tcb()).matches(tcb -> tcb.timers().all().isEmpty());
        for (String id : List.of("M17", "M23")) {
            assertThat(at(id).inTransit()).isEmpty();
            assertThat(segmentsUntil(id)).hasSizeLessThanOrEqualTo(5);
            assertThat(at(id).atNanos()).isGreaterThan(3_600_000_000_000L);
        }
    }

    @Test
    void theTimeWaitClockStartsAnew() {
        assertThat(dueNanos(at("M19")) - dueNanos(before("M19"))).isEqualTo(1_000_000_000L);
    }

    private static long dueNanos(Frame frame) {
        Tcb tcb = Objects.requireNonNull(frame.a().tcb());
        return Objects.requireNonNull(tcb.timers().get(TimerKind.TIME_WAIT)).dueAtNanos();
    }

    @Test
    void allScenariosThatAreNamedExist() {
        Set<String> named = new TreeSet<>();
        for (Misconception myth : Misconceptions.all()) {
            named.add(myth.scenario());
            named.addAll(myth.also());
            assertThat(myth.also()).doesNotContain(myth.scenario()).doesNotHaveDuplicates();
        }

        assertThat(named).allMatch(id -> ScenarioLibrary.bundled().find(id).isPresent());
    }

    @Test
    void everyOneHasItsTextsInBothLanguages() {
        for (Locale locale : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle("dev.handshakelab.i18n.messages", locale);
            for (Misconception myth : Misconceptions.all()) {
                assertThat(Part.values())
                        .allSatisfy(
                                part -> assertThat(bundle.getString(myth.key(part))).isNotBlank());
            }
        }
    }

    @Test
    void aMomentThatIsAmbiguousOrNeverComesIsNotFound() {
        Run run = run("S01");
        var any = new Event.Any();

        assertThat(moment(TcpState.CLOSED, TcpState.LISTEN, any, 0).locate(run.timeline()))
                .hasValue(1);
        assertThat(
                        moment(TcpState.ESTABLISHED, TcpState.ESTABLISHED, any, 0)
                                .locate(run.timeline()))
                .isEmpty();
        assertThat(
                        moment(TcpState.ESTABLISHED, TcpState.ESTABLISHED, any, 2)
                                .locate(run.timeline()))
                .hasValue(6);
        assertThat(
                        moment(TcpState.ESTABLISHED, TcpState.ESTABLISHED, any, 5)
                                .locate(run.timeline()))
                .isEmpty();
        assertThat(moment(TcpState.CLOSING, TcpState.CLOSING, any, 1).locate(run.timeline()))
                .isEmpty();
        assertThatThrownBy(() -> moment(TcpState.CLOSED, TcpState.CLOSED, any, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'- {myth: M1, show: S01}', MISSING_KEY",
        "'- {myth: M1, show: S01, moment: {A: LISTEN}}', MISSING_KEY",
        "'- {myth: M1, show: S01, moment: {A: LISTEN, B: CLOSED, lost: A}}', UNKNOWN_KEY",
        "'- {myth: M1, show: S01, moment: {A: LISTEN, B: CLOSED, A rule: R-TEXD}}', MISSPELT_WORD",
        "'- {myth: M1, show: S01, moment: {A: LISTEN, B: CLOSED, which: 0}}', OUT_OF_RANGE",
        "'- {myth: M1, show: S01, moment: {A: CLOSED, B: CLOSED, crash: A, A rule: R-TEXT}}',"
                + " TOGETHER",
        "'- M1', WRONG_TYPE"
    })
    void aMistakeInTheFileIsFound(String text, Problem.Kind kind) {
        assertThatThrownBy(() -> MisconceptionReader.read("test.yaml", text))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private static Moment moment(TcpState a, TcpState b, Event event, int which) {
        return new Moment(a, b, event, which);
    }

    private static Run run(String scenario) {
        return Simulation.run(ScenarioLibrary.bundled().find(scenario).orElseThrow().plan());
    }

    /** State of A, what set the frame off, state of B, as the trace writes them. */
    private static List<String> rowOf(Run run, int index) {
        String row =
                TraceFormat.PLAIN
                        .format(run.timeline())
                        .lines()
                        .filter(line -> line.startsWith(index + " "))
                        .findFirst()
                        .orElseThrow();
        return List.of(row.split(" {2,}")).subList(2, 5);
    }

    /** The frames of the misconception's scenario up to its moment. */
    private static List<Frame> until(String id) {
        Misconception myth = Misconceptions.find(id).orElseThrow();
        Run run = run(myth.scenario());
        int index = Misconceptions.locate(myth, run).orElseThrow();
        return run.timeline().frames().subList(0, index + 1);
    }

    private static Frame at(String id) {
        return until(id).getLast();
    }

    private static Frame before(String id) {
        List<Frame> frames = until(id);
        return frames.get(frames.size() - 2);
    }

    private static List<Segment> segmentsUntil(String id) {
        return until(id).stream()
                .flatMap(frame -> frame.facts().stream())
                .flatMap(fact ->
                        fact instanceof Fact.Sent sent ? Stream.of(sent.flight()) : Stream.empty())
                .map(Flight::segment)
                .toList();
    }

    private static List<String> deliveredIn(String id) {
        return delivered(Stream.of(at(id)));
    }

    private static List<String> deliveredUntil(String id) {
        return delivered(until(id).stream());
    }

    private static List<String> delivered(Stream<Frame> frames) {
        return frames.flatMap(frame -> frame.facts().stream())
                .flatMap(fact ->
                        fact instanceof Fact.Told(_, _, Signal.Delivered(Octets text))
                                ? Stream.of(text.asText())
                                : Stream.empty())
                .toList();
    }
}
