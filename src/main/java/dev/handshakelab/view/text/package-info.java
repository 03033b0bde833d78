/**
 * All text for people: the message bundles, and the sentences that are built from facts. It says
 * what the machine reports and decides nothing about TCP.
 */
@NullMarked
package dev.handshakelab.view.text;

import org.jspecify.annotations.NullMarked;
