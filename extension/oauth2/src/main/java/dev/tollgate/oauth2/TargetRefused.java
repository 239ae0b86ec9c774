package dev.tollgate.oauth2;

import dev.tollgate.source.TokenFailure;
import java.util.Set;

/** The server gives no tokens for a target; it may for others. */
final class TargetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** About the client, its proof or its grant, whatever the target; or about nothing but the moment. */
    private static final Set<String> NOT_ABOUT_TARGETS = Set.of(
            "invalid_client",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_grant",
            "invalid_dpop_proof",
            "use_dpop_nonce",
            "temporarily_unavailable",
            "server_error",
            "internal_failure",
            "slow_down");

    private final TokenFailure failure;

    TargetRefused(TokenFailure failure) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
    }

    /** What it means where there is no other target. */
    TokenFailure failure() {
        return failure;
    }

    /** Whether an OAuth error (RFC 6749 §5.2, RFC 8707 §2) can be about what tokens are asked for. */
    static boolean isSaidBy(String error) {
        return !NOT_ABOUT_TARGETS.contains(error);
    }
}
