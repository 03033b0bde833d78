package dev.handshakelab.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a timeline as plain text: one row a frame with the states of both hosts after it, what set
 * it off and the rules that fired, and under it, indented, timers, words to the application and
 * segments sent. It uses the RFC's names only, looks the same in every locale, has no trailing
 * blanks, and ends with a line feed.
 *
 * @param relativeNumbers whether sequence numbers count from the sender's last SYN; checks always
 *     show the true ones
 * @param timers whether starts and stops of timers are shown
 * @param checks whether the checks and assignments of each rule are shown
 */
public record TraceFormat(boolean relativeNumbers, boolean timers, boolean checks) {
    /** True numbers and timers, without checks. */
    public static final TraceFormat PLAIN = new TraceFormat(false, true, false);

    private static final int WIDEST_EVENT = 56;
    private static final String GAP = "  ";
    private static final List<String> HEADS = List.of("#", "time", "A", "event", "B");

    /** One row and the lines under it; the last cell holds the rules. */
    private record Row(List<String> cells, List<String> details) {}

    public TraceFormat withRelativeNumbers(boolean relative) {
        return new TraceFormat(relative, timers, checks);
    }

    public TraceFormat withTimers(boolean shown) {
        return new TraceFormat(relativeNumbers, shown, checks);
    }

    public TraceFormat withChecks(boolean shown) {
        return new TraceFormat(relativeNumbers, timers, shown);
    }

    /** The whole timeline. */
    public String format(Timeline timeline) {
        TraceLines lines = new TraceLines(this);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(withRules(HEADS, "rules"), List.of()));
        for (Frame frame : timeline.frames()) {
            lines.begin(frame);
            List<String> cells =
                    List.of(
                            Integer.toString(frame.index()),
                            TraceNotation.time(frame.atNanos()),
                            TraceNotation.state(frame.a()),
                            lines.event(),
                            TraceNotation.state(frame.b()));
            rows.add(new Row(withRules(cells, lines.rules()), lines.details()));
        }
        StringBuilder text = new StringBuilder();
        appendHosts(text, timeline);
        appendRows(text, rows);
        return text.toString();
    }

    private static List<String> withRules(List<String> cells, String rules) {
        List<String> all = new ArrayList<>(cells);
        all.add(rules);
        return all;
    }

    private static void appendHosts(StringBuilder text, Timeline timeline) {
        for (Side side : Side.values()) {
            HostInfo host = timeline.host(side);
            text.append(side).append(GAP).append(host.socket()).append(GAP).append(host.role());
            text.append('\n');
        }
    }

    private static void appendRows(StringBuilder text, List<Row> rows) {
        int[] widths = new int[HEADS.size()];
        for (Row row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] =
                        Math.max(widths[i], Math.min(row.cells().get(i).length(), WIDEST_EVENT));
            }
        }
        String margin = " ".repeat(widths[0] + widths[1] + widths[2] + 3 * GAP.length());
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.cells().size(); i++) {
                String cell = row.cells().get(i);
                int width = i < widths.length ? widths[i] : 0;
                line.append(cell)
                        .append(" ".repeat(Math.max(0, width - cell.length())))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
            for (String detail : row.details()) {
                text.append(margin).append(GAP).append(detail.stripTrailing()).append('\n');
            }
        }
    }
}
