package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Connection;
import dev.handshakelab.replay.Replay;
import dev.handshakelab.replay.ReplayDifferences;
import dev.handshakelab.scenario.Chapter;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A captured connection as a scenario, whose texts say where the replay differs. */
public final class ReplayScenario {
    private static final int MOST_LISTED = 12;
    private static final String ID_START = "replay-";

    private ReplayScenario() {}

    /** Whether a scenario was made from a capture: its last text then lists the differences. */
    public static boolean isReplay(Scenario scenario) {
        return scenario.chapter() == Chapter.OWN && scenario.id().startsWith(ID_START);
    }

    /** Makes the scenario; may last. Empty if the connection is too long for one. */
    public static Optional<Scenario> of(CaptureStory story) {
        Connection connection = story.row().connection();
        return Replay.plan(story.inferred(), connection).map(plan -> scenario(story, plan));
    }

    private static Scenario scenario(CaptureStory story, Plan plan) {
        ReplayDifferences differences =
                ReplayDifferences.of(
                        story.inferred(),
                        story.row().connection().incarnation(),
                        Simulation.run(plan).timeline());
        Map<Part, LocalText> texts = new EnumMap<>(Part.class);
        texts.put(Part.TITLE, text(messages -> title(story, messages)));
        texts.put(Part.GOAL, text(messages -> goal(story, differences, messages)));
        texts.put(Part.WHY, text(messages -> details(differences, messages)));
        return new Scenario(
                ID_START + story.row().number(), Chapter.OWN, plan, Optional.empty(), texts);
    }

    /** A text in every language. */
    private static LocalText text(Function<Messages, String> write) {
        Map<String, String> byLanguage = new HashMap<>();
        for (Locale locale : Messages.LOCALES) {
            byLanguage.put(locale.getLanguage(), write.apply(new Messages(locale)));
        }
        return new LocalText(byLanguage);
    }

    private static String title(CaptureStory story, Messages messages) {
        return messages.get(
                "capture.replay.title",
                messages.get("capture.hosts", story.row().socketA(), story.row().socketB()));
    }

    private static String goal(
            CaptureStory story, ReplayDifferences differences, Messages messages) {
        String file = story.row().files().getFirst().name();
        return differences.isNone()
                ? messages.get("capture.replay.same", file, Integer.toString(differences.alike()))
                : messages.get(
                        "capture.replay.differs",
                        file,
                        Integer.toString(differences.alike()),
                        Integer.toString(differences.onlyCaptured().size()),
                        Integer.toString(differences.onlyReplayed().size()));
    }

    private static String details(ReplayDifferences differences, Messages messages) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.get("capture.replay.how"));
        for (Flight flight : differences.onlyCaptured()) {
            lines.add(line("capture.replay.onlyCaptured", flight, messages));
        }
        for (Flight flight : differences.onlyReplayed()) {
            lines.add(line("capture.replay.onlyReplayed", flight, messages));
        }
        if (lines.size() > MOST_LISTED + 1) {
            int more = lines.size() - MOST_LISTED - 1;
            lines = new ArrayList<>(lines.subList(0, MOST_LISTED + 1));
            lines.add(messages.get("capture.replay.more", Integer.toString(more)));
        }
        addStates(lines, "A", differences.statesA(), messages);
        addStates(lines, "B", differences.statesB(), messages);
        return String.join("\n", lines);
    }

    private static void addStates(
            List<String> lines, String host, ReplayDifferences.States states, Messages messages) {
        if (states.differ() && states.captured() != null) {
            lines.add(
                    messages.get(
                            "capture.replay.state",
                            host,
                            states.captured().rfcName(),
                            states.replayed().rfcName()));
        }
    }

    private static String line(String key, Flight flight, Messages messages) {
        int length = flight.segment().text().length();
        return messages.get(
                key,
                flight.from().name(),
                Durations.compact(flight.sentAtNanos()),
                flight.segment().flags().toString() + (length == 0 ? "" : " LEN=" + length));
    }
}
