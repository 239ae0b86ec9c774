/** How the jar registers itself: with the REST client by service loader, with the container as an extension. Internal. */
@NullMarked
package dev.tollgate.rest.wiring;

import org.jspecify.annotations.NullMarked;
