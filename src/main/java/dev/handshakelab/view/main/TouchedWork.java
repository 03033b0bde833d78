package dev.handshakelab.view.main;

import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.scenario.Chapter;
import dev.handshakelab.scenario.Courses;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.LocalText;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.scenario.ShareLink;
import dev.handshakelab.view.text.Messages;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** What the learner did to the story that is open, as something to be saved. */
public final class TouchedWork {
    private static final int LONGEST_ID = 40;
    private static final List<Messages> LANGUAGES =
            List.of(new Messages(Locale.ENGLISH), new Messages(Locale.SIMPLIFIED_CHINESE));

    private final Session session;
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(this, "unsaved");
    private Courses saved = Courses.NONE;
    private @Nullable Path file;
    private @Nullable Scenario savedAs;

    TouchedWork(Session session) {
        this.session = session;
        session.branches().treeProperty().subscribe(this::look);
        opened(session.storyProperty().get());
        session.storyProperty()
                .subscribe((before, story) -> {
                    if (story.isAgain(before)) {
                        look();
                    } else {
                        opened(story);
                    }
                });
    }

    /** Whether something was done that would be lost. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** Whether something is open that can be saved. */
    public boolean isThere() {
        return session.branches().treeProperty().get() != null;
    }

    private void opened(Story story) {
        file = null;
        savedAs = null;
        saved = story.tree().courses();
        look();
    }

    private void look() {
        unsaved.set(isThere() && !courses().isSameWork(saved));
    }

    private Courses courses() {
        return session.branches().present().courses();
    }

    /** The file that it was read from or saved to last; null: none. */
    public @Nullable Path file() {
        return file;
    }

    /** What is open was read from a file of the user. */
    void readFrom(Path path) {
        file = path;
        savedAs = session.storyProperty().get().scenario();
    }

    /** What is open has been saved. */
    void savedTo(Path path, Scenario scenario) {
        file = path;
        savedAs = scenario;
        saved = scenario.courses();
        look();
    }

    /** What is open was brought back and still has to be saved. */
    void broughtBack() {
        saved = Courses.NONE;
        look();
    }

    /** Everything, under the name that the story has. */
    public Scenario scenario() {
        Story story = session.storyProperty().get();
        Scenario head = savedAs == null ? story.scenario() : savedAs;
        return new Scenario(
                head.id(),
                head.chapter(),
                story.overlay().apply(story.scenario().plan()),
                head.goal(),
                head.texts(),
                courses());
    }

    /** Everything, as the scenario of a file. */
    Scenario scenarioFor(Path path) {
        Scenario present = scenario();
        if (path.equals(file)) {
            return present;
        }
        return new Scenario(
                idFor(path, present.id()),
                Chapter.OWN,
                present.plan(),
                present.goal(),
                texts(present),
                present.courses());
    }

    private static String idFor(Path path, String otherwise) {
        Path name = path.getFileName();
        String stem = name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
        String id = stem.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? otherwise : id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    /** The texts that a file brings; those of a bundled scenario stand in the message bundles. */
    private static Map<Part, LocalText> texts(Scenario scenario) {
        Map<Part, LocalText> texts = new EnumMap<>(Part.class);
        texts.putAll(scenario.texts());
        for (Part part : Part.values()) {
            Map<String, String> byLanguage = new HashMap<>();
            for (Messages messages : LANGUAGES) {
                String key = scenario.key(part);
                if (messages.has(key)) {
                    byLanguage.put(messages.getLocale().getLanguage(), messages.get(key));
                }
            }
            if (!byLanguage.isEmpty()) {
                texts.putIfAbsent(part, new LocalText(byLanguage));
            }
        }
        return texts;
    }

    /** What the file might be called. */
    String suggestedName() {
        return Optional.ofNullable(file)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElseGet(() -> session.scenarioProperty().get().id() + ".scenario");
    }

    /** Everything, as a link. */
    ShareLink link() {
        Story story = session.storyProperty().get();
        return new ShareLink(story.scenario().with(courses()), story.overlay());
    }

    /** The story with everything that was done to it, to be opened again. */
    Story story() {
        Story story = session.storyProperty().get();
        BranchTree tree = session.branches().present();
        return new Story(story.scenario(), story.overlay(), tree);
    }
}
