package dev.handshakelab.scenario;

import dev.handshakelab.sim.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The misconceptions that the program refutes. They are read when they are first asked for. */
public final class Misconceptions {
    private static final String FILE = "misconceptions.yaml";

    private Misconceptions() {}

    private static final class Holder {
        static final List<Misconception> ALL = readAll();
    }

    /** All of them, in the order of their numbers. */
    public static List<Misconception> all() {
        return Holder.ALL;
    }

    /** The one with this id. */
    public static Optional<Misconception> find(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * The frame of a run that refutes a misconception.
     *
     * @param run of the misconception's scenario
     * @return its index; empty if the run does not come to that moment, which happens if it was not
     *     made by the scenario's own plan
     */
    public static OptionalInt locate(Misconception misconception, Run run) {
        return misconception.moment().locate(run.timeline());
    }

    private static List<Misconception> readAll() {
        try {
            return MisconceptionReader.read(FILE, ScenarioLibrary.resource(FILE));
        } catch (ScenarioException e) {
            throw new IllegalStateException("bundled " + FILE + ": " + e.getMessage(), e);
        }
    }
}
