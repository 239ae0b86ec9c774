/** What the Dev UI shows of the realms, in dev mode only. Internal. */
@NullMarked
package dev.tollgate.quarkus.devui;

import org.jspecify.annotations.NullMarked;
