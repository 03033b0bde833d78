/**
 * Scenarios: what two hosts, a network and their users do, and what shall come of it. A scenario is
 * a YAML file; {@link dev.handshakelab.scenario.ScenarioReader} reads it and trusts nothing in it.
 */
@NullMarked
package dev.handshakelab.scenario;

import org.jspecify.annotations.NullMarked;
