/** Tokens as an authorization server issues them (RFC 6749). */
@NullMarked
package dev.tollgate.token;

import org.jspecify.annotations.NullMarked;
