package dev.handshakelab.cli;

import dev.handshakelab.capture.CapturedSegment;
import dev.handshakelab.capture.Conversation;
import dev.handshakelab.capture.Inference;
import dev.handshakelab.capture.Inferred;
import dev.handshakelab.capture.Inferred.StateChange;
import dev.handshakelab.capture.Mark;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.capture.CaptureFile;
import dev.handshakelab.view.capture.CaptureLoader;
import dev.handshakelab.view.capture.CaptureReasons;
import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.capture.CaptureText;
import dev.handshakelab.view.capture.ConnectionRow;
import dev.handshakelab.view.capture.MarkText;
import dev.handshakelab.view.capture.OpenCapture;
import dev.handshakelab.view.capture.PlaceChoice;
import dev.handshakelab.view.export.AtomicFile;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * {@code states}: the connections of a capture, or of those of both ends, with every change of what
 * is known of a host's state. Columns are the packet (and its file, if there are two), seconds
 * since the first packet of the connection's pair of sockets, host, state, how sure that is, and
 * the rule.
 */
final class StatesCommand {
    private static final int NANO_DIGITS = 9;

    private final Messages messages;
    private final PrintStream out;
    private final PrintStream err;

    StatesCommand(Messages messages, PrintStream out, PrintStream err) {
        this.messages = messages;
        this.out = out;
        this.err = err;
    }

    /** Does it, and returns the exit code. */
    int run(ParseResult parsed) {
        String[] names = parsed.matchedPositionalValue(0, new String[0]);
        OpenCapture open;
        try {
            List<Path> paths = Stream.of(names).map(Path::of).toList();
            open = CaptureLoader.load(paths, (_, _) -> true);
        } catch (NoSuchFileException e) {
            err.println(messages.get("cli.noCapture", String.valueOf(e.getMessage())));
            return CommandLineTool.EXIT_FAILED;
        } catch (IOException | InvalidPathException e) {
            err.println(
                    messages.get(
                            "cli.notRead",
                            String.join(", ", names),
                            messages.get(AtomicFile.reasonKey(e), String.valueOf(e.getMessage()))));
            return CommandLineTool.EXIT_FAILED;
        }
        Inference.Sources sources =
                parsed.hasMatchedOption(Specs.BY_SEGMENTS)
                        ? Inference.Sources.SEGMENTS
                        : Inference.Sources.COMMENTS_TOO;
        for (List<ConnectionRow> rows : byConversation(open.rows())) {
            // All connections of two sockets are one story.
            CaptureStory story =
                    CaptureStory.of(open, rows.getFirst(), PlaceChoice.AUTOMATIC, sources);
            print(rows, story, parsed.hasMatchedOption(Specs.REASONS));
        }
        out.flush();
        return tellProblems(open);
    }

    /** What stopped reading a file; what was read before is on the standard output all the same. */
    private int tellProblems(OpenCapture open) {
        CaptureText words = new CaptureText(messages);
        int code = CommandLineTool.EXIT_DONE;
        if (open.areStrangers()) {
            err.println(
                    messages.get(
                            "capture.strangers",
                            open.files().getFirst().name(),
                            open.files().getLast().name()));
        }
        for (CaptureFile file : open.files()) {
            if (file.capture().problem() != null) {
                err.println(words.problem(file));
                code = CommandLineTool.EXIT_FAILED;
            }
        }
        return code;
    }

    private static Collection<List<ConnectionRow>> byConversation(List<ConnectionRow> rows) {
        // By identity: two captures that say nothing about each other may have equal ones.
        Map<Conversation, List<ConnectionRow>> found = new IdentityHashMap<>();
        List<List<ConnectionRow>> inOrder = new ArrayList<>();
        for (ConnectionRow row : rows) {
            found.computeIfAbsent(
                            row.connection().conversation(),
                            _ -> {
                                List<ConnectionRow> fresh = new ArrayList<>();
                                inOrder.add(fresh);
                                return fresh;
                            })
                    .add(row);
        }
        return inOrder;
    }

    private void print(List<ConnectionRow> rows, CaptureStory story, boolean reasons) {
        CaptureText words = new CaptureText(messages);
        for (ConnectionRow row : rows) {
            out.printf(
                    "%d  A %s  B %s  %s%n",
                    row.number(),
                    row.socketA(),
                    row.socketB(),
                    words.verdictSentence(row.connection()));
        }
        Timeline timeline = story.timeline();
        Map<Integer, List<StateChange>> changes =
                story.inferred().transitions().stream()
                        .collect(Collectors.groupingBy(StateChange::frameIndex));
        for (int i = 0; i < timeline.frames().size(); i++) {
            for (Side side : Side.values()) {
                List<StateChange> here =
                        changes.getOrDefault(i, List.of()).stream()
                                .filter(change -> change.side() == side)
                                .toList();
                printChange(story, side, i, here, reasons);
            }
            for (Mark mark : story.marks().ofFrame(i)) {
                print(story, i, mark.side(), "* " + new MarkText(messages).label(mark), "", "");
            }
        }
        out.println();
    }

    private void printChange(
            CaptureStory story,
            Side side,
            int frameIndex,
            List<StateChange> changes,
            boolean reasons) {
        Inferred inferred = story.inferred();
        HostView view = story.timeline().frame(frameIndex).host(side);
        HostView before =
                frameIndex == 0 ? null : story.timeline().frame(frameIndex - 1).host(side);
        if (changes.isEmpty() && before != null && isSame(before, view)) {
            return;
        }
        if (changes.isEmpty()) {
            print(story, frameIndex, side, state(inferred, side, frameIndex, view), sure(view), "");
        }
        for (StateChange change : changes) {
            String rule = change.rule() == null ? "" : change.rule().id();
            String sure = change.unseen() ? messages.get("cli.sure.unseen") : sure(view);
            print(story, frameIndex, side, change.to().rfcName(), sure, rule);
        }
        if (reasons) {
            Explanation why = new CaptureReasons(messages).state(story, side, frameIndex);
            out.println("      " + why.text());
        }
    }

    private static boolean isSame(HostView one, HostView other) {
        return one.certainty() == other.certainty()
                && (one.certainty() == Certainty.UNKNOWN || one.state() == other.state());
    }

    private static String state(Inferred inferred, Side side, int frameIndex, HostView view) {
        return view.certainty() == Certainty.UNKNOWN
                ? inferred.possible(side, frameIndex).stream()
                        .sorted()
                        .map(state -> state.rfcName() + "?")
                        .collect(Collectors.joining(" "))
                : view.state().rfcName();
    }

    private String sure(HostView view) {
        return messages.get("cli.sure." + view.certainty().name());
    }

    private void print(
            CaptureStory story, int frameIndex, Side side, String what, String sure, String rule) {
        Inferred.@Nullable Evidence behind = story.inferred().evidence().get(frameIndex);
        String packet = behind == null ? "-" : packet(story, behind.captured());
        String seconds =
                BigDecimal.valueOf(story.timeline().frame(frameIndex).atNanos(), NANO_DIGITS)
                        .toPlainString();
        out.println(
                String.format(
                                Locale.ROOT,
                                "%8s %16s  %s  %-14s %-9s %s",
                                packet,
                                seconds,
                                side,
                                what,
                                sure,
                                rule)
                        .stripTrailing());
    }

    private static String packet(CaptureStory story, CapturedSegment captured) {
        return story.row().files().size() > 1
                ? story.fileOf(captured).name() + ":" + captured.number()
                : Integer.toString(captured.number());
    }
}
