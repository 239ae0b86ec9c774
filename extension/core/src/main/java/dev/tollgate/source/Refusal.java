package dev.tollgate.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a token endpoint that brought no tokens. The one place that decides what such an answer means.
 *
 * @param status the HTTP status
 * @param error the {@code error} of its body (RFC 6749 §5.2), if it has one
 * @param retryAfter how long the server asked to be left alone, if it did
 */
public record Refusal(int status, Optional<String> error, Optional<Duration> retryAfter) {

    /**
     * The failure that it amounts to.
     *
     * @param what happened, for people
     */
    public TokenFailure as(String what) {
        return error.flatMap(code -> byError(code, what)).orElseGet(() -> byStatus(what));
    }

    private Optional<TokenFailure> byError(String code, String what) {
        return switch (code) {
            case "invalid_grant" -> Optional.of(new TokenFailure.Terminal(what));
            case "temporarily_unavailable" -> Optional.of(later(what));
            case "invalid_client",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "invalid_scope",
                    "invalid_request",
                    "invalid_target",
                    "invalid_dpop_proof",
                    "use_dpop_nonce" -> Optional.of(new TokenFailure.Configuration(what));
            default -> Optional.empty();
        };
    }

    private TokenFailure byStatus(String what) {
        return switch (status) {
            case 400, 401, 403 -> new TokenFailure.Terminal(what);
            case 408, 502, 504 -> new TokenFailure.OutcomeUnknown(what, null);
            case 429 -> later(what);
            default -> status >= 500 ? later(what) : new TokenFailure.Configuration(what);
        };
    }

    private TokenFailure later(String what) {
        @Nullable Duration asked = retryAfter.orElse(null);
        return new TokenFailure.Transient(what, null, asked);
    }
}
