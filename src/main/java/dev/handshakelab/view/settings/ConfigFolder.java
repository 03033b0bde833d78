package dev.handshakelab.view.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where the settings of a program belong on each system. */
public final class ConfigFolder {
    /** System property that names another folder. */
    public static final String PROPERTY = "dev.handshakelab.configFolder";

    private static final String NAME = "handshake-lab";

    private ConfigFolder() {}

    /** The folder of this user on this machine; it need not exist. */
    public static Path ofThisUser() {
        return of(System.getenv(), System.getProperties());
    }

    /**
     * The folder for given surroundings: {@value #PROPERTY}, or what the system's conventions say.
     *
     * @param environment the environment variables
     * @param properties the system properties
     */
    static Path of(Map<String, String> environment, Properties properties) {
        String chosen = properties.getProperty(PROPERTY, "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        Path home = Path.of(properties.getProperty("user.home", "."));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support").resolve(NAME);
        }
        String variable = system.startsWith("windows") ? "APPDATA" : "XDG_CONFIG_HOME";
        String base = environment.getOrDefault(variable, "");
        return (base.isBlank() ? home.resolve(".config") : Path.of(base)).resolve(NAME);
    }
}
