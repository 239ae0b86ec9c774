/** What the gate alone costs: a call with a fresh token, and a crowd that waits for one flight. */
@NullMarked
package dev.tollgate.it.benchmark.gate;

import org.jspecify.annotations.NullMarked;
