package dev.tollgate.it.scenarios.custom;

import static java.util.stream.Collectors.joining;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;

/** The token is a cookie among others, all in one header (RFC 6265 section 5.4). */
// tag::cookie[]
@ApplicationScoped
@TokenRealm("odd")
public class TokenCookie implements TokenAssignment {

    @Override
    public void assign(TokenSet tokens, ClientRequestContext request) {
        Stream<String> others = request.getStringHeaders().getOrDefault(HttpHeaders.COOKIE, List.of()).stream()
                .flatMap(header -> Stream.of(header.split("; *")))
                .filter(cookie -> !cookie.startsWith("token=")); // the old one, if this is a replay
        String all = Stream.concat(others, Stream.of("token=" + tokens.accessToken()))
                .collect(joining("; "));
        request.getHeaders().putSingle(HttpHeaders.COOKIE, all);
    }
}
// end::cookie[]
