package dev.handshakelab.view.touch;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioException;
import dev.handshakelab.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Two CLOSED hosts and nothing scripted. */
public final class Sandbox {
    /** The id of its scenario. */
    public static final String ID = "sandbox";

    private static final String FILE = "sandbox.scenario";

    private Sandbox() {}

    /** The scenario in which nothing happens by itself. */
    public static Scenario scenario() {
        try (InputStream in = Sandbox.class.getResourceAsStream(FILE)) {
            byte[] text = Objects.requireNonNull(in, FILE).readAllBytes();
            return ScenarioReader.read(FILE, new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ScenarioException e) {
            // Part of the program: if it is no scenario, the program is broken.
            throw new IllegalStateException(FILE + ": " + e.getMessage(), e);
        }
    }

    /** Whether a scenario is the sandbox. */
    public static boolean is(Scenario scenario) {
        return scenario.id().equals(ID);
    }
}
