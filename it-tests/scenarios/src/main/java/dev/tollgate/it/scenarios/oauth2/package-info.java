/** Applications whose tokens come from a standard authorization server, and are bound to a key. */
@NullMarked
package dev.tollgate.it.scenarios.oauth2;

import org.jspecify.annotations.NullMarked;
