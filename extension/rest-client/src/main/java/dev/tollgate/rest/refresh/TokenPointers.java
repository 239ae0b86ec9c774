package dev.tollgate.rest.refresh;

/**
 * Where the parts of a token answer are, as JSON Pointers (RFC 6901).
 *
 * @param accessToken where the access token is; this one must be there, all others may be missing
 */
public record TokenPointers(String accessToken, String refreshToken, String expiresIn, String tokenType, String scope) {

    /** The names of RFC 6749 section 5.1, at the top. */
    public static final TokenPointers BY_NAME =
            new TokenPointers("/access_token", "/refresh_token", "/expires_in", "/token_type", "/scope");
}
