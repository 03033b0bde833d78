package dev.handshakelab.view.main;

import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's own dialog for choosing a file. */
public final class ChooserPicker implements FilePicker {
    private final Supplier<? extends Window> owner;
    private final Preferences preferences;
    private final Messages messages;

    /**
     * @param owner gives the window that the dialog belongs to
     */
    public ChooserPicker(
            Supplier<? extends Window> owner, Preferences preferences, Messages messages) {
        this.owner = owner;
        this.preferences = preferences;
        this.messages = messages;
    }

    @Override
    public Optional<Path> pickScenario() {
        return Optional.ofNullable(chooser().showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public List<Path> pickFiles() {
        List<File> files = chooser().showOpenMultipleDialog(owner.get());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> pickExport(String name) {
        FileChooser chooser = chooser();
        chooser.setTitle(messages.get("capture.export.title"));
        chooser.getExtensionFilters()
                .setAll(new ExtensionFilter(messages.get("open.captures"), "*.pcapng"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> pickPicture(String name, String kind, String pattern) {
        FileChooser chooser = chooser();
        chooser.setTitle(messages.get("export.title"));
        chooser.getExtensionFilters().setAll(new ExtensionFilter(kind, pattern));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> pickSave(String name) {
        FileChooser chooser = chooser();
        chooser.setTitle(messages.get("keep.saveTitle"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    private FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("open.title"));
        List<String> scenarios = List.of("*.scenario", "*.yaml", "*.yml");
        List<String> captures =
                List.of("*.pcap", "*.pcapng", "*.cap", "*.pcap.gz", "*.pcapng.gz", "*.cap.gz");
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(
                                messages.get("open.both"),
                                Stream.concat(scenarios.stream(), captures.stream()).toList()),
                        new ExtensionFilter(messages.get("open.scenarios"), scenarios),
                        new ExtensionFilter(messages.get("open.captures"), captures),
                        new ExtensionFilter(messages.get("open.allFiles"), "*.*"));
        preferences.recentFiles().stream()
                .map(file -> file.toAbsolutePath().getParent())
                .filter(folder -> folder != null && folder.toFile().isDirectory())
                .findFirst()
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }
}
