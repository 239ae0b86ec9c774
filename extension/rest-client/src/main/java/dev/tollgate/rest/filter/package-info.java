/**
 * The filters of runtimes where the thread of a call blocks; each takes one step of
 * {@link dev.tollgate.rest.call.CallFlow}. Internal.
 */
@NullMarked
package dev.tollgate.rest.filter;

import org.jspecify.annotations.NullMarked;
