/** An application with a realm. */
@NullMarked
package dev.tollgate.it.elsewhere.realm;

import org.jspecify.annotations.NullMarked;
