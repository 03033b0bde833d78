package dev.handshakelab.scenario;

import dev.handshakelab.scenario.Problem.Kind;
import dev.handshakelab.scenario.Problem.Term;
import dev.handshakelab.scenario.YamlNode.Field;
import dev.handshakelab.scenario.YamlNode.Fields;
import dev.handshakelab.scenario.YamlNode.Items;
import dev.handshakelab.scenario.YamlNode.Place;
import dev.handshakelab.scenario.YamlNode.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Makes a tree of a YAML text. No tag is followed and no object made; depth and aliases are
 * limited, and an alias shares the node it names, so that a small file cannot become a large tree.
 */
final class YamlTree {
    static final int MAX_DEPTH = 16;
    static final int MAX_ALIASES = 100;

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private int aliases;

    private YamlTree(String file, String text) {
        this.file = file;
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setUseMarks(true)
                        .setCodePointLimit(SourceText.MAX_OCTETS)
                        .build();
        events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    static YamlNode read(String file, String text) throws ScenarioException {
        try {
            return new YamlTree(file, text).document();
        } catch (YamlEngineException e) {
            throw YamlSyntax.problem(file, e);
        }
    }

    private YamlNode document() throws ScenarioException {
        events.next(); // stream start
        Event start = events.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw Place.wholeFile(file).problem(Kind.EMPTY);
        }
        YamlNode root = node(events.next(), 1);
        events.next(); // document end
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw place(end).problem(Kind.YAML_DOCUMENTS);
        }
        if (root.term() == Term.NOTHING) {
            throw Place.wholeFile(file).problem(Kind.EMPTY);
        }
        return root;
    }

    private YamlNode node(Event event, int depth) throws ScenarioException {
        Place place = place(event);
        if (depth > MAX_DEPTH) {
            throw place.problem(Kind.YAML_DEPTH, Integer.toString(MAX_DEPTH));
        }
        YamlNode node =
                switch (event) {
                    case AliasEvent alias -> resolve(alias, place);
                    case ScalarEvent scalar -> {
                        refuseTag(scalar.getTag(), place);
                        yield new Value(place, scalar.getValue(), !scalar.isPlain());
                    }
                    case SequenceStartEvent list -> {
                        refuseTag(list.getTag(), place);
                        yield items(place, depth);
                    }
                    case MappingStartEvent map -> {
                        refuseTag(map.getTag(), place);
                        yield fields(place, depth);
                    }
                    default -> throw place.problem(Kind.YAML_SYNTAX);
                };
        if (event instanceof NodeEvent anchored && !(event instanceof AliasEvent)) {
            // Known only now, after its content: a node cannot contain itself.
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        return node;
    }

    private YamlNode resolve(AliasEvent alias, Place place) throws ScenarioException {
        aliases++;
        if (aliases > MAX_ALIASES) {
            throw place.problem(Kind.YAML_ALIASES, Integer.toString(MAX_ALIASES));
        }
        YamlNode target = anchors.get(alias.getAlias());
        if (target == null) {
            throw place.problem(Kind.YAML_ALIAS, Words.quote(alias.getAlias().getValue()));
        }
        return target;
    }

    private Items items(Place place, int depth) throws ScenarioException {
        List<YamlNode> nodes = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            nodes.add(node(event, depth + 1));
            event = events.next();
        }
        return new Items(place, nodes);
    }

    private Fields fields(Place place, int depth) throws ScenarioException {
        Map<String, Field> byKey = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(node(event, depth + 1) instanceof Value key) || key.term() == Term.NOTHING) {
                throw place(event).problem(Kind.YAML_NO_COLON);
            }
            String name = Words.canonical(key.text());
            Field earlier = byKey.get(name);
            if (earlier != null) {
                String line = Integer.toString(earlier.key().place().line());
                throw key.problem(Kind.DUPLICATE_KEY, Words.quote(key.text()), line);
            }
            byKey.put(name, new Field(key, node(events.next(), depth + 1)));
            event = events.next();
        }
        return new Fields(place, byKey);
    }

    private static void refuseTag(Optional<String> tag, Place place) throws ScenarioException {
        if (tag.isPresent()) {
            throw place.problem(Kind.YAML_TAG, Words.quote(tag.get()));
        }
    }

    private Place place(Event event) {
        return place(file, event.getStartMark());
    }

    static Place place(String file, Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> Place.wholeFile(file));
    }
}
