/** Faults of the network: a proxy between a client and a server that loses, cuts, resets, delays and refuses. */
@NullMarked
package dev.tollgate.testkit.wire;

import org.jspecify.annotations.NullMarked;
