package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import dev.tollgate.source.RefusalRule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings of one realm's authorization server. Shows no secret.
 *
 * @param realm the realm's name, for messages
 * @param endpoints where the server is
 * @param client who asks
 * @param grant how the first tokens are acquired
 * @param additions what the server wants beside
 * @param targets what access tokens are for
 * @param signOut what the server is told when somebody signs out
 * @param dpop whether tokens are bound to a key (RFC 9449)
 * @param introspection whether the server is asked how long a token lives of which nothing says it (RFC 7662)
 * @param tokenLifetime how long a token lives of which nobody says it
 * @param tokenType the type of all tokens, whatever the answers say
 * @param refusals what it means that the server brings no tokens
 * @param http the way to the server
 */
record OAuth2Settings(
        String realm,
        Endpoints endpoints,
        Client client,
        Grant grant,
        Additions additions,
        Targets targets,
        SignOut signOut,
        boolean dpop,
        boolean introspection,
        Optional<Duration> tokenLifetime,
        Optional<String> tokenType,
        RefusalRule refusals,
        Http http) {

    /**
     * What is configured goes before the metadata of the issuer.
     *
     * @param objection why secrets must not go to an address that the metadata name
     */
    record Endpoints(
            Optional<URI> issuer,
            Optional<URI> metadata,
            Optional<URI> token,
            Optional<URI> revocation,
            Optional<URI> endSession,
            Optional<URI> introspection,
            Function<URI, Optional<String>> objection) {}

    /**
     * The application at the server.
     *
     * @param method empty: whatever the metadata offer
     * @param audience whom its assertions are for; empty: the issuer, or the endpoint where none is named
     */
    record Client(
            String id,
            Optional<String> secret,
            Optional<AuthenticationMethod> method,
            Optional<Path> key,
            Optional<String> keyId,
            Optional<URI> audience,
            boolean hasCertificate) {
        @Override
        public String toString() {
            return "client " + id;
        }
    }

    /** @param extension the name of an extension grant (RFC 6749 §4.5) */
    record Grant(
            GrantKind kind,
            Optional<String> extension,
            Optional<String> username,
            Optional<String> password,
            Optional<Path> assertion,
            Exchange exchange) {
        @Override
        public String toString() {
            return kind.name();
        }
    }

    /** What is said in a token exchange (RFC 8693 §2.1) beside the caller's token. */
    record Exchange(TokenTypeURI subjectTokenType, Optional<Actor> actor) {}

    /** @param token a file with the token of who acts on behalf of the caller */
    record Actor(Path token, TokenTypeURI type) {}

    /**
     * What a server wants beside that no RFC knows.
     *
     * @param parameters what token requests have
     * @param headers what every request has, but the one that asks whether the server is there
     */
    record Additions(Map<String, String> parameters, Map<String, String> headers) {

        private static final int SHORTEST_SECRET = 6;

        /** The values that may be secrets. */
        Collection<String> secrets() {
            return Stream.concat(parameters.values().stream(), headers.values().stream())
                    .filter(value -> value.length() >= SHORTEST_SECRET)
                    .toList();
        }

        @Override
        public String toString() {
            return "parameters " + parameters.keySet() + ", headers " + headers.keySet();
        }
    }

    record SignOut(boolean revoke, boolean endSession) {}

    /**
     * @param readTimeout how long the server may stay silent before its answer begins
     * @param probe whether it is asked for something without secrets before what must not be sent twice
     */
    record Http(
            Duration connectTimeout,
            Optional<Duration> readTimeout,
            boolean probe,
            Optional<Proxy> proxy,
            Optional<Store> keyStore,
            Optional<Store> trustStore) {}

    /** The way out of this network, and as whom it is asked for. */
    record Proxy(String host, int port, Optional<String> authorization) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    record Store(Path file, Optional<String> password) {
        @Override
        public String toString() {
            return file.toString();
        }
    }
}
