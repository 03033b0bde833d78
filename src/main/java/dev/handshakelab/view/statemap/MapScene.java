package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.StateMapLayout;
import dev.handshakelab.diagram.StateMapLink;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.statemap.MapItem.OfState;
import dev.handshakelab.view.statemap.MapItem.OfWay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The drawing: states, ways and tokens, kept from one layout to the next. */
final class MapScene extends Pane {
    private final Group lineLayer = new Group();
    private final Group nodeLayer = new Group();
    private final Group labelLayer = new Group();
    private final Map<TcpState, NodeView> nodes = new EnumMap<>(TcpState.class);
    private final Map<OfWay, WayView> ways = new LinkedHashMap<>();
    private final Map<Side, TokenView> tokens = new EnumMap<>(Side.class);
    private final MapInput input;

    MapScene(MapInput input) {
        this.input = input;
        getStyleClass().add("map");
        setManaged(false);
        for (Group layer : List.of(lineLayer, nodeLayer, labelLayer)) {
            layer.setManaged(false);
            layer.setAutoSizeChildren(false);
        }
        for (TcpState state : TcpState.values()) {
            NodeView view = new NodeView(state);
            nodes.put(state, view);
            nodeLayer.getChildren().add(view);
            input.listen(view, new OfState(state));
        }
        getChildren().addAll(lineLayer, nodeLayer, labelLayer);
        for (Side side : Side.values()) {
            TokenView token = new TokenView(side);
            tokens.put(side, token);
            getChildren().add(token);
        }
    }

    /** Puts everything in its place. */
    void place(StateMapLayout layout, MapTexts texts) {
        setStyle("-fx-font-size: " + layout.fontPx() + "px;");
        Set<OfWay> gone = new HashSet<>(ways.keySet());
        for (StateMapLink link : layout.links()) {
            gone.remove(MapItem.of(link));
            WayView view = ways.computeIfAbsent(MapItem.of(link), way -> added(way, link));
            view.place(link, layout.fontPx());
        }
        for (OfWay way : gone) {
            WayView view = ways.remove(way);
            if (view != null) {
                lineLayer.getChildren().remove(view.line);
                labelLayer.getChildren().remove(view.label);
            }
        }
        nodes.forEach(
                (state, view) -> view.place(layout.node(state), layout.named(), texts.name(state)));
    }

    private WayView added(OfWay way, StateMapLink link) {
        WayView view = new WayView(link);
        lineLayer.getChildren().add(view.line);
        labelLayer.getChildren().add(view.label);
        input.listen(view.line, way);
        input.listenTo(view.label, view.line, way);
        return view;
    }

    /** Shows how far the story is. */
    void show(
            MapProgress progress,
            StateMapLayout layout,
            MapTexts texts,
            boolean showOmitted,
            boolean wander) {
        nodes.forEach((state, view) -> view.show(progress, texts.about(state, progress).spoken()));
        for (WayView view : ways.values()) {
            view.show(progress, showOmitted, texts.about(view.link(), progress).spoken());
        }
        tokens.values().forEach(token -> token.show(progress, layout, wander));
    }

    /** Marks what is pointed at. */
    void point(@Nullable MapItem item) {
        ways.forEach((way, view) -> view.point(way.equals(item)));
    }

    /** The node of an item that has the focus; null if the item is not drawn. */
    @Nullable Node focusNode(MapItem item) {
        return switch (item) {
            case OfState(TcpState state) -> nodes.get(state);
            case OfWay way -> {
                WayView view = ways.get(way);
                yield view == null || !view.line.isVisible() ? null : view.line;
            }
        };
    }

    @Nullable StateMapLink link(OfWay way) {
        WayView view = ways.get(way);
        return view == null ? null : view.link();
    }

    /** All that is drawn: each state, followed by the ways that leave it. */
    List<MapItem> items() {
        List<MapItem> items = new ArrayList<>();
        for (TcpState state : TcpState.values()) {
            items.add(new OfState(state));
            items.addAll(leaving(state));
        }
        return items;
    }

    List<OfWay> leaving(TcpState state) {
        return drawn().stream().filter(way -> way.from() == state).toList();
    }

    List<OfWay> entering(TcpState state) {
        return drawn().stream().filter(way -> way.to() == state).toList();
    }

    private List<OfWay> drawn() {
        return ways.keySet().stream().filter(way -> focusNode(way) != null).toList();
    }
}
