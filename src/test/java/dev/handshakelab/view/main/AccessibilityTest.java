package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;

/** Whoever does not see the window can use it. */
class AccessibilityTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everythingThatTakesTheFocusSaysWhatItIs(String language) {
        fx(() -> preferences().languageProperty().set(Locale.forLanguageTag(language)));
        List<Node> focusable = new ArrayList<>();
        fx(() -> collect(stage.getScene().getRoot(), focusable));
        assertThat(focusable).hasSizeGreaterThan(15);
        assertThat(focusable)
                .filteredOn(node -> !says(node))
                .as("give each of these an accessibleText, or a text of its own")
                .isEmpty();
    }

    @Test
    void noKeyOfATextIsLeftInTheWindow() {
        assertThat(texts("#root")).isNotEmpty().noneMatch(text -> text.startsWith("\0"));
        List<Node> all = new ArrayList<>();
        fx(() -> collectAll(stage.getScene().getRoot(), all));
        assertThat(all)
                .filteredOn(node -> node.getAccessibleText() != null)
                .noneMatch(node -> node.getAccessibleText().startsWith("\0"));
    }

    private static boolean says(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return true;
        }
        return switch (node) {
            case Labeled labeled -> labeled.getText() != null && !labeled.getText().isBlank();
            case TextInputControl input -> input.getPromptText() != null;
            default -> false;
        };
    }

    private static void collect(Node node, List<Node> found) {
        if (node.isFocusTraversable() && node.isVisible()) {
            found.add(node);
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static void collectAll(Node node, List<Node> found) {
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectAll(child, found));
        }
    }
}
