/** What starts with the application. */
@NullMarked
package dev.tollgate.rest.wiring;

import org.jspecify.annotations.NullMarked;
