/** The page about the rules: where the RFC leaves a choice, and what the program does there. */
@NullMarked
package dev.handshakelab.view.rules;

import org.jspecify.annotations.NullMarked;
