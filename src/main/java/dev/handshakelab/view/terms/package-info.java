/** What words mean: the names of a state, and the glossary. */
@NullMarked
package dev.handshakelab.view.terms;

import org.jspecify.annotations.NullMarked;
