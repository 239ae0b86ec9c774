@NullMarked
package dev.tollgate.it.keycloak;

import org.jspecify.annotations.NullMarked;
