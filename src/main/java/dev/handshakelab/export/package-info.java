/**
 * Pictures and text of a timeline: the geometry of the diagram as SVG, PNG, PDF and GIF, and the
 * story as plain text, Mermaid and PlantUML.
 */
@NullMarked
package dev.handshakelab.export;

import org.jspecify.annotations.NullMarked;
