package dev.handshakelab.scenario;

import dev.handshakelab.sim.GoalCheck;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.RecordedTouch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A story to be simulated.
 *
 * @param id a short name such as {@code S03b}: letters, digits, hyphens and underscores
 * @param chapter where it belongs
 * @param plan what the simulation starts from
 * @param goal what the story should come to; empty: nothing is checked
 * @param texts its texts, if the file brings them; the texts of bundled scenarios are in the
 *     message bundles under {@link #key(Part)}
 * @param courses what was done to it
 */
public record Scenario(
        String id,
        Chapter chapter,
        Plan plan,
        Optional<GoalCheck> goal,
        Map<Part, LocalText> texts,
        Courses courses) {
    public Scenario {
        texts = Map.copyOf(texts);
    }

    /** A story that nobody has touched. */
    public Scenario(
            String id,
            Chapter chapter,
            Plan plan,
            Optional<GoalCheck> goal,
            Map<Part, LocalText> texts) {
        this(id, chapter, plan, goal, texts, Courses.NONE);
    }

    /** What was done to it, in the course to show. */
    public List<RecordedTouch> touches() {
        return courses.touches();
    }

    /** The same story, touched otherwise. */
    public Scenario with(Courses newCourses) {
        return new Scenario(id, chapter, plan, goal, texts, newCourses);
    }

    /** The parts of a scenario's text. */
    public enum Part {
        /** A few words. */
        TITLE("title"),
        /** What is done and what is to be seen. */
        GOAL("goal"),
        /** Why TCP does so. */
        WHY("why");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * One text in one or more languages.
     *
     * @param byLanguage language tags such as {@code en} or {@code zh} and the text in that
     *     language; the tag {@code ""} stands for any language
     */
    public record LocalText(Map<String, String> byLanguage) {
        /** The tag of a text that is the same in every language. */
        public static final String ANY_LANGUAGE = "";

        public LocalText {
            byLanguage = Map.copyOf(byLanguage);
        }

        /** The text for a language; without one the English text, without that any. */
        public String in(String language) {
            return Optional.ofNullable(byLanguage.get(language))
                    .or(() -> Optional.ofNullable(byLanguage.get(ANY_LANGUAGE)))
                    .or(() -> Optional.ofNullable(byLanguage.get("en")))
                    .or(() -> byLanguage.values().stream().sorted().findFirst())
                    .orElse("");
        }
    }

    /** The key of a text in the message bundles, for example {@code scenario.S01.title}. */
    public String key(Part part) {
        return "scenario." + id + "." + part.word();
    }
}
