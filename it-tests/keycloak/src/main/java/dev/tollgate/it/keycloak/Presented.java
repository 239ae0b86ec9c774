package dev.tollgate.it.keycloak;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The token that a request bears.
 *
 * @param scheme by which it is presented: {@code Bearer}, {@code DPoP}
 * @param target where the request has gone, without its query
 * @param proofs what came in the header {@code DPoP}
 */
record Presented(String scheme, String token, String method, URI target, List<String> proofs) {

    /** Empty where there is none. */
    static Optional<Presented> in(HttpExchange exchange, URI server) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(header -> header.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Presented(
                        parts[0],
                        parts[1],
                        exchange.getRequestMethod(),
                        server.resolve(exchange.getRequestURI().getRawPath()),
                        exchange.getRequestHeaders().getOrDefault("DPoP", List.of())));
    }
}
