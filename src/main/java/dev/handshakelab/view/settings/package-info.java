/**
 * What the user chose and the program remembers: preferences, and the file that keeps them between
 * runs.
 */
@NullMarked
package dev.handshakelab.view.settings;

import org.jspecify.annotations.NullMarked;
