/** A real Keycloak with the realm {@code acme}, and a resource server that validates its tokens. */
@NullMarked
package dev.tollgate.it.keycloak;

import org.jspecify.annotations.NullMarked;
