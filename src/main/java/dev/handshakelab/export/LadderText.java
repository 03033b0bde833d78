package dev.handshakelab.export;

import dev.handshakelab.timeline.Side;

/** Writes a story as Mermaid or PlantUML, which draw sequence diagrams from text. */
public final class LadderText {
    private LadderText() {}

    /** A Mermaid sequence diagram. */
    public static String mermaid(StoryPictures story) {
        StringBuilder text = new StringBuilder("---\ntitle: ");
        text.append(quoted(story.words().title())).append("\n---\nsequenceDiagram\n");
        for (Side side : Side.values()) {
            text.append("    participant ").append(side).append(" as ");
            text.append(mermaid(host(story, side))).append('\n');
        }
        for (Ladder.Rung rung : Ladder.of(story.timeline(), story.layout())) {
            text.append("    ");
            switch (rung) {
                case Ladder.Rung.Message(var from, var words, boolean arrives) ->
                        text.append(from)
                                .append(arrives ? "->>" : "-x")
                                .append(from.other())
                                .append(": ")
                                .append(mermaid(words));
                case Ladder.Rung.State(var side, var name) ->
                        text.append("Note over ").append(side).append(": ").append(mermaid(name));
                case Ladder.Rung.Remark(var side, var words) ->
                        text.append(side == Side.A ? "Note left of A: " : "Note right of B: ")
                                .append(mermaid(words));
                case Ladder.Rung.Pause(var words) ->
                        text.append("Note over A,B: ... ").append(mermaid(words)).append(" ...");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** A PlantUML sequence diagram. */
    public static String plantUml(StoryPictures story) {
        StringBuilder text = new StringBuilder("@startuml\ntitle ");
        text.append(plant(story.words().title())).append('\n');
        for (Side side : Side.values()) {
            text.append("participant \"")
                    .append(plant(host(story, side)).replace("\"", "'"))
                    .append("\" as ")
                    .append(side)
                    .append('\n');
        }
        for (Ladder.Rung rung : Ladder.of(story.timeline(), story.layout())) {
            switch (rung) {
                case Ladder.Rung.Message(var from, var words, boolean arrives) ->
                        text.append(from)
                                .append(arrives ? " -> " : " ->x ")
                                .append(from.other())
                                .append(" : ")
                                .append(plant(words));
                case Ladder.Rung.State(var side, var name) ->
                        text.append("hnote over ").append(side).append(" : ").append(plant(name));
                case Ladder.Rung.Remark(var side, var words) ->
                        text.append(side == Side.A ? "note left of A : " : "note right of B : ")
                                .append(plant(words));
                case Ladder.Rung.Pause(var words) ->
                        text.append("... ").append(plant(words)).append(" ...");
            }
            text.append('\n');
        }
        return text.append("@enduml\n").toString();
    }

    private static String host(StoryPictures story, Side side) {
        return story.words().hosts().getOrDefault(side, side.name())
                + " "
                + story.timeline().host(side).socket();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Mermaid ends a statement at a semicolon, and {@code #} begins a character's code. */
    private static String mermaid(String text) {
        return text.replace("#", "#35;").replace(";", "#59;").replace("\n", " ");
    }

    /** A backslash begins a code, two equal marks or tildes change the font. */
    private static String plant(String text) {
        return text.replace("\\", "\\\\").replace("~", "~~").replace("\n", " ");
    }
}
