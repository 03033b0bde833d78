/** Predict: the story stops before telling steps and asks what they will do. */
@NullMarked
package dev.handshakelab.view.predict;

import org.jspecify.annotations.NullMarked;
