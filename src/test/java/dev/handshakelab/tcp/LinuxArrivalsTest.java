package dev.handshakelab.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Bench.Past;
import dev.handshakelab.tcp.Experiment.Answer;
import dev.handshakelab.testing.ProjectFiles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of segment in every situation: the preset LINUX_LIKE against a table of what Linux
 * does.
 *
 * <p>The table's columns are the situations' codes. A cell is the replies and the state afterwards,
 * {@code =} for the same. {@code A} is {@code <SEQ=SND.NXT><ACK=RCV.NXT>}, {@code A+} acknowledges
 * the segment's end, {@code R} and {@code RA} are the two forms of RST, {@code SA} is SYN,ACK,
 * {@code S} the SYN once more. The captured rows are a part of the table, which a test holds.
 */
class LinuxArrivalsTest {
    private static final String FILE = "src/test/resources/dev/handshakelab/tcp/linux-arrivals.txt";
    private static final List<Past> PASTS =
            List.of(
                    new Past(false, false, 3_000_000, 5_000_000),
                    new Past(true, true, 3_000_000, 5_000_000),
                    // Both streams run across 0.
                    new Past(false, true, -10, -10),
                    new Past(true, false, -1, -1),
                    new Past(true, true, Integer.MAX_VALUE - 5, Integer.MAX_VALUE - 5));

    /** One cell of the table. */
    record Cell(Situation situation, Arrival example, String replies, TcpState after) {
        @Override
        public String toString() {
            return situation.label + ": " + example.kind();
        }
    }

    static List<Cell> cells() {
        Map<String, Arrival> kinds = new HashMap<>();
        Arrival.all().forEach(row -> kinds.put(row.kind(), row));
        List<String> lines = ProjectFiles.read(ProjectFiles.ROOT.resolve(FILE)).lines().toList();
        String[] codes = lines.getFirst().split("\\|");
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\\|");
            Arrival example = kinds.get(columns[0].strip());
            for (int i = 1; i < codes.length; i++) {
                Situation situation = Situation.named(codes[i].strip());
                String[] cell = columns[i].strip().split(" ");
                TcpState after = cell[1].equals("=") ? situation.state() : state(cell[1]);
                cells.add(new Cell(situation, example, cell[0], after));
            }
        }
        return cells;
    }

    private static TcpState state(String code) {
        return Stream.of(Situation.values())
                .filter(each -> each.code.replaceFirst("-P$", "").equals(code))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void theCapturedRowsAreInTheTable() {
        Map<String, Cell> byName = new HashMap<>();
        cells().forEach(cell -> byName.put(cell.toString(), cell));
        for (Arrival row : Arrival.all()) {
            Cell cell = byName.get(row.toString());
            assertThat(cell.after()).as(row.toString()).isEqualTo(row.after());
            assertThat(cell.replies()).as(row.toString()).isEqualTo(code(row));
        }
        assertThat(byName).hasSize(42 * Situation.values().length);
    }

    private static String code(Arrival row) {
        List<String> codes = new ArrayList<>();
        for (Arrival.Answer reply : row.replies()) {
            boolean end = "SEG.SEQ+SEG.LEN".equals(reply.ack());
            codes.add(letters(reply.flags()) + (reply.flags().equals(Flags.ACK) && end ? "+" : ""));
        }
        return codes.isEmpty() ? "-" : String.join("+", codes);
    }

    private static String letters(Flags flags) {
        return (flags.rst() ? "R" : "") + (flags.syn() ? "S" : "") + (flags.ack() ? "A" : "");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void linuxLikeDoesWhatTheTableSays(Cell cell) {
        for (Past past : PASTS) {
            Experiment experiment = run(TcpOptions.LINUX_LIKE, past, cell);
            assertThat(experiment.after().state()).as(past.toString()).isEqualTo(cell.after());
            assertThat(experiment.answers())
                    .as(past.toString())
                    .isEqualTo(wanted(experiment, cell.replies()));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theRfcPresetDiffersExactlyForTheKnownReasons(Cell cell) {
        Experiment experiment = run(TcpOptions.RFC, PASTS.getFirst(), cell);
        boolean agrees =
                experiment.after().state() == cell.after()
                        && experiment.answers().equals(wanted(experiment, cell.replies()));
        assertThat(agrees)
                .as("reasons %s, replies %s", reasons(experiment), experiment.answers())
                .isEqualTo(reasons(experiment).isEmpty());
    }

    @Test
    void everyKnownReasonIsSeen() {
        Set<LinuxDifference> seen = EnumSet.noneOf(LinuxDifference.class);
        for (Cell cell : cells()) {
            seen.addAll(reasons(run(TcpOptions.RFC, PASTS.getFirst(), cell)));
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(LinuxDifference.values())
                                .filter(LinuxDifference::isOnTheWire)
                                .toList());
    }

    static List<Switch> linuxSwitches() {
        return Stream.of(Switch.values()).filter(each -> each.name().startsWith("LINUX_")).toList();
    }

    @ParameterizedTest
    @MethodSource("linuxSwitches")
    void everySwitchOfLinuxMatters(Switch which) {
        TcpOptions without = TcpOptions.LINUX_LIKE.without(which);
        assertThat(cells())
                .anySatisfy(cell ->
                        assertThat(essence(run(without, PASTS.getLast(), cell)))
                                .isNotEqualTo(
                                        essence(
                                                run(
                                                        TcpOptions.LINUX_LIKE,
                                                        PASTS.getLast(),
                                                        cell))));
    }

    /** What an experiment leaves behind, apart from the options it was made with. */
    private static List<Object> essence(Experiment experiment) {
        return List.of(
                experiment.answers(),
                experiment.after().state(),
                String.valueOf(experiment.error()),
                experiment.after().reassemblyQueue());
    }

    private static List<LinuxDifference> reasons(Experiment experiment) {
        return LinuxDifference.of(experiment).stream()
                .filter(LinuxDifference::isOnTheWire)
                .toList();
    }

    private static Experiment run(TcpOptions options, Past past, Cell cell) {
        Arrival example = cell.example();
        return new Experiment(
                options,
                past,
                cell.situation(),
                example.flags(),
                example.seq(),
                example.ack(),
                example.length());
    }

    private static List<Answer> wanted(Experiment done, String replies) {
        Answer reset = new Answer(Flags.RST, done.segment.ack(), 0, 0);
        int end = done.segment.end();
        int sndNxt = done.before.send().nxt();
        // What travels with a SYN is not acknowledged with it.
        Answer synAck =
                new Answer(Flags.SYN_ACK, done.after().send().iss(), done.segment.seq() + 1, 0);
        Answer synAgain = new Answer(Flags.SYN, done.before.send().iss(), 0, 0);
        return switch (replies) {
            case "-" -> List.of();
            case "A" -> List.of(new Answer(Flags.ACK, sndNxt, done.before.receive().nxt(), 0));
            case "A+" -> List.of(new Answer(Flags.ACK, sndNxt, end, 0));
            case "R" -> List.of(reset);
            case "RA" -> List.of(new Answer(Flags.RST_ACK, 0, end, 0));
            case "SA" -> List.of(synAck);
            case "S" -> List.of(synAgain);
            case "R+S" -> List.of(reset, synAgain);
            default -> throw new IllegalArgumentException(replies);
        };
    }
}
