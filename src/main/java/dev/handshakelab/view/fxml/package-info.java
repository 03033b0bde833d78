/**
 * Loads FXML files: constructor injection for their controllers, texts that follow the language.
 */
@NullMarked
package dev.handshakelab.view.fxml;

import org.jspecify.annotations.NullMarked;
