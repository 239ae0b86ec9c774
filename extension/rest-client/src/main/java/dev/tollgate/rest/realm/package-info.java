/** The realms of an application: which clients they have, what their settings are, and their gates. Internal. */
@NullMarked
package dev.tollgate.rest.realm;

import org.jspecify.annotations.NullMarked;
