/** Which part a call plays: worked out once for each method of a client interface. Internal. */
@NullMarked
package dev.tollgate.rest.role;

import org.jspecify.annotations.NullMarked;
