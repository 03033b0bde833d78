package dev.handshakelab.view.compare;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.scenario.ScenarioReader;
import dev.handshakelab.tcp.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Comparisons that are worth a look, in the order in which they are offered. */
public enum Pair {
    STALE_SYN("", Variant.TWO_WAY_HANDSHAKE),
    GREETED_GHOST("S08b", Variant.TWO_WAY_HANDSHAKE),
    LAST_ACK("S17", Variant.NO_TIME_WAIT),
    OLD_DATA("S18b", Variant.NO_TIME_WAIT),
    DUPLICATE("S25a", Variant.NO_SEQUENCE_CHECK),
    ALWAYS_ZERO("S28a", Variant.ISN_ZERO),
    FORGED_RESETS("S21a", Variant.RST_IN_WINDOW),
    RESET_WHILE_OPENING("S21e", Variant.RST_IN_WINDOW);

    private static final String OWN = "stale-syn.scenario";

    private final String scenarioId;
    private final Variant variant;

    /**
     * @param scenarioId which bundled scenario; empty: a story made for the comparison
     */
    Pair(String scenarioId, Variant variant) {
        this.scenarioId = scenarioId;
        this.variant = variant;
    }

    /** The rule that is replaced. */
    public Variant variant() {
        return variant;
    }

    /** All whose stories there are, in order; never empty. */
    static List<Choice> all(ScenarioLibrary library) {
        return Stream.of(values())
                .flatMap(pair ->
                        pair.scenario(library).stream()
                                .map(story ->
                                        new Choice(
                                                story, pair.variant, Optional.of(pair), List.of())))
                .toList();
    }

    private Optional<Scenario> scenario(ScenarioLibrary library) {
        return scenarioId.isEmpty() ? Optional.of(own()) : library.find(scenarioId);
    }

    private static Scenario own() {
        try (InputStream in = Pair.class.getResourceAsStream(OWN)) {
            byte[] text = Objects.requireNonNull(in, OWN).readAllBytes();
            return ScenarioReader.read(OWN, new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ScenarioException e) {
            // Part of the program: if it is no scenario, the program is broken.
            throw new IllegalStateException(OWN + ": " + e.getMessage(), e);
        }
    }
}
