/** How fast it is: run by {@code ./mvnw -Pbench verify}. */
@NullMarked
package dev.handshakelab.bench;

import org.jspecify.annotations.NullMarked;
