/** The challenges: the card to choose one, and the card that says what is to be brought about. */
@NullMarked
package dev.handshakelab.view.challenge;

import org.jspecify.annotations.NullMarked;
