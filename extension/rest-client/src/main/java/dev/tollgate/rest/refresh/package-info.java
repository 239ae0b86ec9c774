/** Tokens from the application's own client interfaces: the refresh method, and what the answers say. Internal. */
@NullMarked
package dev.tollgate.rest.refresh;

import org.jspecify.annotations.NullMarked;
