/** Whose session a call belongs to. Internal. */
@NullMarked
package dev.tollgate.rest.session;

import org.jspecify.annotations.NullMarked;
