package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Tells where a redirect leads (RFC 9110 §15.4). */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** Empty if {@code answer} is none, or does not say it. */
    static Optional<URI> target(HTTPResponse answer, URI asked) {
        return Optional.ofNullable(answer.getHeaderValue("Location"))
                .filter(location -> STATUSES.contains(answer.getStatusCode()))
                .flatMap(location -> Addresses.uri(location.strip()))
                .map(asked::resolve);
    }
}
