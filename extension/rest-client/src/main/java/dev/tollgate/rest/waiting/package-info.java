/**
 * How a call waits: {@link dev.tollgate.rest.waiting.Waiting} is what differs between a runtime on which the thread of a
 * call blocks and one on which it goes on to something else. Internal.
 */
@NullMarked
package dev.tollgate.rest.waiting;

import org.jspecify.annotations.NullMarked;
