/**
 * What becomes of one call: {@link dev.tollgate.rest.call.CallFlow} finds out which kind it is, prepares its request,
 * {@link dev.tollgate.rest.call.Departure} looks at it last, and {@code CallFlow} shows the call its answer. Written once, as stages; how a call
 * waits is the runtime's. Internal.
 */
@NullMarked
package dev.tollgate.rest.call;

import org.jspecify.annotations.NullMarked;
