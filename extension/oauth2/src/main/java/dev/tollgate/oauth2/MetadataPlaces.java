package dev.tollgate.oauth2;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Knows where the metadata of an issuer are, and what is written as an issuer but is none. */
final class MetadataPlaces {

    private static final String WELL_KNOWN = "/.well-known/";
    private static final String OPENID = WELL_KNOWN + "openid-configuration";
    private static final String OAUTH = WELL_KNOWN + "oauth-authorization-server";

    private MetadataPlaces() {}

    /** OpenID Connect Discovery §4.1 first, since most servers have it, then RFC 8414 §3.1. */
    static List<URI> of(URI issuer) {
        String path = withoutSlash(Optional.ofNullable(issuer.getRawPath()).orElse(""));
        // not resolve(): a path that begins with two slashes would name another host
        String server = issuer.getScheme() + "://" + issuer.getRawAuthority();
        return List.of(URI.create(server + path + OPENID), URI.create(server + OAUTH + path));
    }

    /** Why {@code issuer} can be none; it says what to write instead. */
    static Optional<String> objectionTo(String issuer) {
        if (issuer.indexOf('{') >= 0) {
            return Optional.of(
                    "must not be a template: write into it what the braces stand for, such as the id of a tenant");
        }
        int at = issuer.indexOf(WELL_KNOWN);
        if (at < 0) {
            return Optional.empty();
        }
        String behind = issuer.substring(at + WELL_KNOWN.length());
        int path = behind.indexOf('/');
        String meant = issuer.substring(0, at) + (path < 0 ? "" : behind.substring(path));
        return Optional.of("must be the issuer, and not the address of its metadata: write " + meant
                + ", exactly as the metadata have it; where they are elsewhere, metadata-endpoint says it");
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
