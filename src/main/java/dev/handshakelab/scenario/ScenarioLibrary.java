package dev.handshakelab.scenario;

import dev.handshakelab.sim.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scenarios that come with the program, in teaching order. They are read when they are first
 * asked for.
 */
public final class ScenarioLibrary {
    /** Names the files in teaching order; a module's resources cannot be listed. */
    private static final String INDEX = "index.txt";

    private static final ScenarioLibrary BUNDLED = new ScenarioLibrary();

    private ScenarioLibrary() {}

    private static final class Holder {
        static final List<Scenario> ALL = List.copyOf(readAll());
    }

    /** The bundled scenarios; none is read yet. */
    public static ScenarioLibrary bundled() {
        return BUNDLED;
    }

    /** All scenarios in teaching order; to read them takes a moment the first time. */
    public List<Scenario> scenarios() {
        return Holder.ALL;
    }

    /** The first scenario in teaching order; only this one is read. */
    public Scenario first() {
        return readOne(resource(INDEX).lines().findFirst().orElseThrow().strip());
    }

    /** The scenarios of each chapter that has some, both in teaching order. */
    public Map<Chapter, List<Scenario>> byChapter() {
        Map<Chapter, List<Scenario>> chapters = new LinkedHashMap<>();
        for (Scenario scenario : scenarios()) {
            chapters.computeIfAbsent(scenario.chapter(), _ -> new ArrayList<>()).add(scenario);
        }
        chapters.replaceAll((_, list) -> List.copyOf(list));
        return chapters;
    }

    /** The scenario with this id. */
    public Optional<Scenario> find(String id) {
        return scenarios().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * The same story with TCP as it is, for a scenario that breaks one of its rules: same network,
     * same script, no variants.
     *
     * @return empty if the scenario breaks no rule, or if there is no such story
     */
    public Optional<Scenario> twin(Scenario scenario) {
        Plan asTcp = scenario.plan().asTcp();
        return asTcp.equals(scenario.plan())
                ? Optional.empty()
                : scenarios().stream().filter(one -> one.plan().equals(asTcp)).findFirst();
    }

    private static List<Scenario> readAll() {
        List<Scenario> all = new ArrayList<>();
        for (String line : resource(INDEX).lines().toList()) {
            if (!line.isBlank()) {
                all.add(readOne(line.strip()));
            }
        }
        return all;
    }

    private static Scenario readOne(String name) {
        try {
            return ScenarioReader.read(name, resource(name));
        } catch (ScenarioException e) {
            throw new IllegalStateException("bundled scenario " + name + ": " + e.getMessage(), e);
        }
    }

    static String resource(String name) {
        try (InputStream in = ScenarioLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
