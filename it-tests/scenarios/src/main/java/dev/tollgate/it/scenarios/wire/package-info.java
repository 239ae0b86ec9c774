/** What goes wrong on the wire, between the clients and the server: a proxy of the testkit stands there. */
@NullMarked
package dev.tollgate.it.scenarios.wire;

import org.jspecify.annotations.NullMarked;
