package dev.handshakelab.view.inspector;

/**
 * A part of the inspector that stands for a field and uses the arrow keys, Home and End itself when
 * it has the focus.
 */
public interface FieldNode {
    /** The field's index; of an octet shared by several fields, that of its main one. */
    int field();
}
