/**
 * Loads FXML files: constructor injection for their controllers, texts that follow the language;
 * and what keeps loaded views cheap.
 */
@NullMarked
package dev.handshakelab.view.fxml;

import org.jspecify.annotations.NullMarked;
