package dev.tollgate.rest.filter;

import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/** The header that carries a token (RFC 9110 §11.6.2, RFC 6750 §2.1). */
final class Authorization {

    private static final String BEARER = "Bearer";

    private Authorization() {}

    static boolean isPresent(ClientRequestContext request) {
        return request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
    }

    static boolean is(String value, ClientRequestContext request) {
        return value.equals(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    /** Sets the header, and answers what it was set to. */
    static String put(TokenSet tokens, ClientRequestContext request) {
        String type = tokens.tokenType();
        // servers answer "bearer" and compare with "Bearer"
        String value = (BEARER.equalsIgnoreCase(type) ? BEARER : type) + " " + tokens.accessToken();
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, value);
        return value;
    }
}
