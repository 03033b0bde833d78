package dev.handshakelab.view.inspector;

import dev.handshakelab.wire.HeaderField;

/**
 * What is said about a field.
 *
 * @param field the field
 * @param name its full name
 * @param shortName its name in the drawing; line ends in it are wanted
 * @param value its value as people read it
 * @param relative that the value counts so much from the initial sequence number; empty if it does
 *     not
 * @param hex its value in hexadecimal; empty if that says no more than the value
 * @param meaning what the field is for, and what this value says
 * @param accessible everything for those who do not see it
 */
record FieldText(
        HeaderField field,
        String name,
        String shortName,
        String value,
        String relative,
        String hex,
        String meaning,
        String accessible) {}
