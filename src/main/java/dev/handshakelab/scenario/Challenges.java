package dev.handshakelab.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The challenges that come with the program, easiest first. They are read when first asked for. */
public final class Challenges {
    private static final String FOLDER = "/dev/handshakelab/challenge/";

    /** Names the files in their order; a module's resources cannot be listed. */
    private static final String INDEX = "index.txt";

    private Challenges() {}

    private static final class Holder {
        static final List<Challenge> ALL =
                resource(INDEX)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> readOne(line.strip()))
                        .toList();
    }

    /** All of them. */
    public static List<Challenge> all() {
        return Holder.ALL;
    }

    /** The one with this id. */
    public static Optional<Challenge> find(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Challenge readOne(String name) {
        try {
            return ChallengeReader.read(name, resource(name));
        } catch (ScenarioException e) {
            throw new IllegalStateException("bundled challenge " + name + ": " + e.getMessage(), e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Challenges.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
