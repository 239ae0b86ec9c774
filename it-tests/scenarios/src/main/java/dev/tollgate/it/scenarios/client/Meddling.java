package dev.tollgate.it.scenarios.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;

/** What filters do to the header that the token is in. */
public enum Meddling {
    SECOND_VALUE,
    LOWER_CASE_SCHEME,
    LOWER_CASE,
    TRAILING_SPACE,
    OTHER_SCHEME,
    OWN_CREDENTIALS,
    MOVE_TO_ANOTHER_HEADER,
    MOVE_TO_A_COOKIE;

    private static final String OWN = "Basic bWU6bWluZQ==";

    /** Does it to a request that has the header. */
    public void to(ClientRequestContext request) {
        if (request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
            to(request.getHeaders());
        }
    }

    private void to(MultivaluedMap<String, Object> headers) {
        String value = String.valueOf(headers.getFirst(HttpHeaders.AUTHORIZATION));
        switch (this) {
            case SECOND_VALUE -> headers.add(HttpHeaders.AUTHORIZATION, OWN);
            case LOWER_CASE_SCHEME ->
                headers.putSingle(HttpHeaders.AUTHORIZATION, value.replaceFirst("Bearer", "bearer"));
            case LOWER_CASE -> headers.putSingle(HttpHeaders.AUTHORIZATION, value.toLowerCase(Locale.ROOT));
            case TRAILING_SPACE -> headers.putSingle(HttpHeaders.AUTHORIZATION, value + " ");
            case OTHER_SCHEME ->
                headers.putSingle(HttpHeaders.AUTHORIZATION, value.replaceFirst("Bearer ", "Token token="));
            case OWN_CREDENTIALS -> headers.putSingle(HttpHeaders.AUTHORIZATION, OWN);
            case MOVE_TO_ANOTHER_HEADER -> move(headers, "X-Token", value);
            case MOVE_TO_A_COOKIE -> move(headers, HttpHeaders.COOKIE, "token=" + value);
        }
    }

    private static void move(MultivaluedMap<String, Object> headers, String name, String value) {
        headers.remove(HttpHeaders.AUTHORIZATION);
        headers.putSingle(name, value);
    }
}
