package dev.handshakelab.view.fxml;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXMLLoader;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a view for a part of it that the first picture of the window can do without; takes no
 * room itself. {@link Views#next()} puts the part into its place, or whoever needs it sooner.
 *
 * <p>Written in FXML like an include, with an at sign: {@code <Late source="@Part.fxml"/>}. It must
 * lie in a {@link Pane}.
 */
public final class Late extends Region {
    /** The style class of a pane that keeps room for its part until this comes. */
    private static final String WAITING = "waiting";

    private final List<Consumer<FXMLLoader>> actions = new ArrayList<>();
    private String source = "";
    private boolean seen;
    private @Nullable Views views;
    private @Nullable FXMLLoader loader;

    /** Called by FXML. */
    public Late() {
        setVisible(false);
        setManaged(false);
    }

    /** The address of the FXML file. */
    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    /** Whether it is seen from the beginning, so that it comes before those that are not. */
    public boolean isSeen() {
        return seen;
    }

    public void setSeen(boolean seen) {
        this.seen = seen;
    }

    /** The controller of the part, which is loaded now if it has not been. */
    public <C> C controller(Class<C> type) {
        return type.cast(loaded().getController());
    }

    /** Does something with the controller of the part once it is loaded; at once if it is. */
    public <C> void whenLoaded(Class<C> type, Consumer<C> action) {
        Consumer<FXMLLoader> withController =
                made -> action.accept(type.cast(made.getController()));
        if (loader == null) {
            actions.add(withController);
        } else {
            withController.accept(loader);
        }
    }

    void connect(Views loads) {
        views = loads;
    }

    /** Puts the part into its place; does nothing if it is there. */
    void load() {
        loaded();
    }

    private FXMLLoader loaded() {
        if (loader != null) {
            return loader;
        }
        FXMLLoader made = Objects.requireNonNull(views, "its view comes first").read(url());
        loader = made;
        Region part = made.getRoot();
        part.getProperties().putAll(getProperties());
        Pane place = (Pane) getParent();
        place.getChildren().set(place.getChildren().indexOf(this), part);
        // From now on the part says how much room it needs.
        place.getStyleClass().remove(WAITING);
        actions.forEach(action -> action.accept(made));
        return made;
    }

    private URL url() {
        try {
            return URI.create(source).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
