/** Where a token may go (RFC 6454, RFC 6750 section 5.3). Internal. */
@NullMarked
package dev.tollgate.rest.origin;

import org.jspecify.annotations.NullMarked;
