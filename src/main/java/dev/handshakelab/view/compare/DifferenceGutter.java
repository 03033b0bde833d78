package dev.handshakelab.view.compare;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.view.diagram.SequenceDiagram;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The strip beside a diagram in which the first difference is marked, at the height where the
 * diagram shows it; beyond the edges of the window it points there.
 */
public final class DifferenceGutter extends Pane {
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");

    private final FontIcon sign = new FontIcon(Feather.GIT_BRANCH);
    private final Button mark = new Button(null, sign);
    private final Region rail = new Region();
    private OptionalInt frame = OptionalInt.empty();
    private double scrolled;
    private SequenceDiagram diagram = new SequenceDiagram();

    /** Without a difference yet. */
    public DifferenceGutter() {
        getStyleClass().add("difference-gutter");
        mark.getStyleClass().setAll("button", "difference-mark");
        mark.setFocusTraversable(false);
        rail.getStyleClass().add("difference-rail");
        rail.setMouseTransparent(true);
        getChildren().addAll(rail, mark);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** The button that stands at the difference. */
    Button mark() {
        return mark;
    }

    /** Stands beside a diagram from now on. */
    void follow(SequenceDiagram followed) {
        diagram = followed;
        followed.diagramLayoutProperty().subscribe(this::requestLayout);
        followed.heightProperty().subscribe(this::requestLayout);
    }

    /** The diagram's upper edge shows this height of the picture, px. */
    void setScrolled(double px) {
        scrolled = px;
        requestLayout();
    }

    /** Marks a frame; empty: none. */
    void setFrame(OptionalInt marked) {
        frame = marked;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        DiagramLayout layout = diagram.getDiagramLayout();
        boolean shown = layout != null && frame.isPresent();
        mark.setVisible(shown);
        rail.setVisible(shown);
        if (layout == null || frame.isEmpty()) {
            return;
        }
        mark.autosize();
        double size = mark.getHeight();
        double wanted = layout.axis().yOfFrame(frame.getAsInt()) - scrolled - size / 2;
        double y = Math.clamp(wanted, 0, Math.max(0, getHeight() - size));
        boolean outside = Math.abs(y - wanted) > size / 2;
        mark.pseudoClassStateChanged(OUTSIDE, outside);
        mark.relocate(snapPositionX((getWidth() - mark.getWidth()) / 2), snapPositionY(y));
        double railTop = y + size;
        rail.resizeRelocate(
                snapPositionX(getWidth() / 2 - 1.5),
                railTop,
                3,
                Math.max(0, getHeight() - railTop));
    }
}
