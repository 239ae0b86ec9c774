/**
 * Tokens of OAuth 2.0 and OpenID Connect authorization servers, for realms whose configuration names one. The protocol is
 * that of the Nimbus SDK, whose types stay inside; the way to the server is {@code java.net.http}.
 */
@NullMarked
package dev.tollgate.oauth2;

import org.jspecify.annotations.NullMarked;
