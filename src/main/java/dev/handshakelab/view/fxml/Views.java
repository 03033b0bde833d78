package dev.handshakelab.view.fxml;

import dev.handshakelab.view.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Loads FXML files whose controllers get what they need through their constructors, and whose texts
 * (written as {@code %key}) follow the language.
 */
public final class Views {
    private final Messages messages;
    private final Map<Class<?>, Supplier<?>> controllers = new LinkedHashMap<>();
    private final Queue<Late> seen = new ArrayDeque<>();
    private final Queue<Late> unseen = new ArrayDeque<>();

    /** A loader without any controller yet. */
    public Views(Messages messages) {
        this.messages = messages;
    }

    /** Says how a controller is made; each FXML that names the class gets a new one. */
    public <T> void register(Class<T> type, Supplier<? extends T> maker) {
        controllers.put(type, maker);
    }

    /**
     * Loads a file with its controller and everything it includes.
     *
     * @param fxml the file, given by {@code Class.getResource}
     */
    public <T extends Parent> T load(URL fxml) {
        return read(fxml).getRoot();
    }

    /**
     * Puts the next part that is {@link Late} into its place; all that are seen at once, so that
     * the window changes only once.
     *
     * @return false if there was none
     */
    public boolean next() {
        if (!seen.isEmpty()) {
            seen.forEach(Late::load);
            seen.clear();
            return true;
        }
        Late next = unseen.poll();
        if (next == null) {
            return false;
        }
        next.load();
        return true;
    }

    /** Puts all parts that are {@link Late} into their places. */
    public void all() {
        while (next()) {
            // One after the other.
        }
    }

    FXMLLoader read(URL fxml) {
        var loader = new FXMLLoader(fxml, new KeyBundle());
        loader.setControllerFactory(this::make);
        try {
            Node root = loader.load();
            LiveTexts.bind(root, messages, this::expect);
            return loader;
        } catch (IOException e) {
            // Part of the program: if it cannot be read, the program is broken.
            throw new UncheckedIOException(e);
        }
    }

    private void expect(Late part) {
        part.connect(this);
        (part.isSeen() ? seen : unseen).add(part);
    }

    private Object make(Class<?> type) {
        Supplier<?> maker = controllers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("no way to make " + type.getName());
        }
        return maker.get();
    }

    /** Gives each key itself, marked, so that {@link LiveTexts} finds it in the nodes. */
    private static final class KeyBundle extends ResourceBundle {
        @Override
        protected Object handleGetObject(String key) {
            return LiveTexts.MARK + key;
        }

        @Override
        public boolean containsKey(String key) {
            return true;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }
    }
}
