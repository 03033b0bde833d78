package dev.handshakelab.view.inspector;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;

/** What all parts of the inspector have in common: how a marked one looks. */
final class Marks {
    /** The mouse is over the field, here or in another part. */
    static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");

    /** The field is selected. */
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected-field");

    private Marks() {}

    /** Lets a screen reader read a node as a text. */
    static void describe(Node node, String text) {
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setAccessibleText(text);
    }

    /** Shows a node as marked or not. */
    static void mark(Node node, boolean hovered, boolean selected) {
        node.pseudoClassStateChanged(HOVERED, hovered);
        node.pseudoClassStateChanged(SELECTED, selected);
    }
}
