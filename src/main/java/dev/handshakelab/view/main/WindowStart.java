package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.settings.SettingsFile;
import dev.handshakelab.view.settings.SettingsFile.Loaded;
import java.util.List;

/**
 * What the window starts from; made away from the window's thread, because it may last.
 *
 * @param file where the settings are kept
 * @param settings what was kept from the last run
 * @param scenarios the bundled scenarios
 * @param isRead whether all scenarios have been read, or shall be after the first picture
 * @param story the story to start with
 */
public record WindowStart(
        SettingsFile file,
        Loaded settings,
        ScenarioLibrary scenarios,
        boolean isRead,
        Story story) {
    /** Reads settings and all scenarios and plays the first story through. */
    public static WindowStart prepare(SettingsFile file) {
        ScenarioLibrary scenarios = ScenarioLibrary.bundled();
        Scenario first = scenarios.scenarios().getFirst();
        return new WindowStart(file, file.load(), scenarios, true, Story.of(first));
    }

    /** Reads only what the first picture needs. */
    public static WindowStart prepareFirst(SettingsFile file) {
        ScenarioLibrary scenarios = ScenarioLibrary.bundled();
        return new WindowStart(file, file.load(), scenarios, false, Story.of(scenarios.first()));
    }

    List<Scenario> known() {
        return isRead ? scenarios.scenarios() : List.of(story.scenario());
    }
}
