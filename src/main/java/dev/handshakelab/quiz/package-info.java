/**
 * Questions about the next step of a story, made from what the machine then does: one right answer,
 * and wrong ones that come from what people often believe. Values only; the words are the view's.
 */
@NullMarked
package dev.handshakelab.quiz;

import org.jspecify.annotations.NullMarked;
