package dev.tollgate.oauth2;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import dev.tollgate.source.OAuthError;
import dev.tollgate.source.Refusal;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.RetryAfter;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenParts;
import dev.tollgate.token.TokenSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.minidev.json.JSONObject;

/** Reads what a token endpoint answers (RFC 6749 §5). */
final class TokenAnswers {

    private static final String ID_TOKEN = "id_token";
    private static final URI HERE = URI.create("");

    private final ServerClock clock;
    private final RefusalRule rule;
    private final TokenParts parts;

    /**
     * @param rule what it means that there are no tokens
     * @param parts how the parts of an answer are read
     */
    TokenAnswers(ServerClock clock, RefusalRule rule, TokenParts parts) {
        this.clock = clock;
        this.rule = rule;
        this.parts = parts;
    }

    /**
     * The tokens of {@code answer}.
     *
     * @param secrets what the server may repeat, but a failure must not show
     * @throws TokenFailure of the kind that the error and the status tell
     * @throws TargetRefused if it is about what the tokens are for
     */
    TokenSet read(HTTPResponse answer, String call, Collection<String> secrets) {
        clock.heard(answer);
        if (!answer.indicatesSuccess()) {
            throw failure(answer, call, secrets);
        }
        try {
            return tokens(parts(answer), call);
        } catch (IllegalArgumentException e) {
            if (error(answer).isPresent()) {
                throw failure(answer, call, secrets);
            }
            // neither the cause nor its message: both may show tokens
            throw TokenFailure.Configuration.unusableAnswer(
                    "the answer to " + call + " has no usable tokens (RFC 6749 section 5.1)", null);
        }
    }

    /** About a target is only what the client asked for wrongly: not what may pass, what is unknown, or a dead grant. */
    private RuntimeException failure(HTTPResponse answer, String call, Collection<String> secrets) {
        TokenFailure failure = refusal(answer, call, secrets);
        boolean aboutTheTarget = failure instanceof TokenFailure.Configuration
                && errorOf(answer).filter(TargetRefused::isSaidBy).isPresent();
        return aboutTheTarget ? new TargetRefused(failure) : failure;
    }

    /** JSON, or a form where the content type says so. */
    private static Map<String, ?> parts(HTTPResponse answer) {
        JSONObject json = object(answer);
        String body = Objects.requireNonNullElse(answer.getBody(), "");
        return json.isEmpty()
                ? TokenParts.ofForm(Optional.ofNullable(answer.getHeaderValue("Content-Type")), body)
                : json;
    }

    private TokenSet tokens(Map<String, ?> found, String call) {
        if (!(found.get("access_token") instanceof String accessToken)) {
            throw new IllegalArgumentException("access_token is missing");
        }
        TokenSet tokens = parts.read(accessToken, found::get, call, clock.now());
        TokenSet.Builder complete = tokens.toBuilder();
        if (tokens.expiresIn().isEmpty()) {
            complete.expiresIn(ofJwt(accessToken).orElse(null));
        }
        if (found.get(ID_TOKEN) instanceof String idToken) {
            complete.attribute(ID_TOKEN, idToken);
        }
        return complete.build();
    }

    /** The token is parsed and not validated: that is for those whom it is shown to. */
    private Optional<Duration> ofJwt(String token) {
        try {
            JWT jwt = JWTParser.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Optional<Instant> issued =
                    Optional.ofNullable(claims.getIssueTime()).map(Date::toInstant);
            Instant from = issued.orElseGet(clock::now);
            return Optional.ofNullable(claims.getExpirationTime())
                    .map(expires -> Duration.between(from, expires.toInstant()));
        } catch (java.text.ParseException | RuntimeException e) {
            return Optional.empty(); // it is no JWT, or an encrypted one
        }
    }

    /** How long a token lives on that the server was asked about (RFC 7662 §2.2); empty if it does not tell. */
    Optional<Duration> introspected(HTTPResponse answer, String call, Collection<String> secrets) {
        clock.heard(answer);
        if (!answer.indicatesSuccess()) {
            throw refusal(answer, call, secrets);
        }
        JSONObject json = object(answer);
        return "true".equals(String.valueOf(json.get("active")))
                ? TokenParts.until(json.get("exp"), clock.now())
                : Optional.empty();
    }

    /** What it means that {@code call} was refused with {@code answer}. */
    TokenFailure refusal(HTTPResponse answer, String call, Collection<String> secrets) {
        Optional<URI> elsewhere = Redirects.target(answer, HERE);
        if (elsewhere.isPresent() && error(answer).isEmpty()) {
            return new TokenFailure.Configuration(call + " was answered with " + answer.getStatusCode()
                    + ", a redirect to " + shown(elsewhere.get())
                    + ", which is not followed with secrets: configure the"
                    + " address where it ends");
        }
        Refusal refusal = new Refusal(answer.getStatusCode(), error(answer), retryAfter(answer));
        return rule.failure(refusal, call, secrets);
    }

    /** The error of an answer, whatever its content type says. */
    private static Optional<OAuthError> error(HTTPResponse answer) {
        JSONObject json = object(answer);
        return json.isEmpty()
                ? Optional.ofNullable(answer.getBody()).flatMap(OAuthError::ofForm)
                : OAuthError.of(text(json, "error"), text(json, "error_description"));
    }

    /** A path alone is one of the same server. */
    private static String shown(URI target) {
        return target.isAbsolute() ? Addresses.shown(target) : String.valueOf(target.getRawPath());
    }

    /** Whether {@code answer} says that the server does not know the client, or not by this way. */
    static boolean refusesTheClient(HTTPResponse answer) {
        return errorOf(answer)
                .filter(error -> error.equals("invalid_client") || error.equals("unauthorized_client"))
                .isPresent();
    }

    private static Optional<String> errorOf(HTTPResponse answer) {
        return error(answer).map(OAuthError::code);
    }

    /**
     * Checks that a server has done what it was told: not if it shows a page, which may ask somebody first.
     *
     * @throws TokenFailure if it has not, or nobody can tell
     */
    void done(HTTPResponse answer, String call, Collection<String> secrets) {
        if (!answer.indicatesSuccess() || errorOf(answer).isPresent()) {
            throw refusal(answer, call, secrets);
        }
        if (isPage(answer)) {
            throw new TokenFailure.Configuration(call + " was answered with " + answer.getStatusCode()
                    + " and a page for people, which may ask them first: nobody knows whether it is done");
        }
    }

    private static boolean isPage(HTTPResponse answer) {
        String type = Objects.requireNonNullElse(answer.getHeaderValue("Content-Type"), "")
                .toLowerCase(Locale.ROOT);
        String body = Objects.requireNonNullElse(answer.getBody(), "").stripLeading();
        return body.startsWith("<") || (type.contains("html") && !body.isEmpty());
    }

    /**
     * Whether {@code answer} to a revocation leaves nothing to do: the token is dead already, or it is an access token that
     * the server can not revoke (RFC 7009 §2.2, §2.2.1).
     */
    static boolean leavesNothingToRevoke(HTTPResponse answer, boolean accessToken) {
        return errorOf(answer)
                .filter(error -> error.equals("invalid_grant")
                        || error.equals("invalid_token")
                        || (accessToken && error.equals("unsupported_token_type")))
                .isPresent();
    }

    static Optional<Duration> retryAfter(HTTPResponse answer) {
        return RetryAfter.of(
                Optional.ofNullable(answer.getHeaderValue("Retry-After")),
                Optional.ofNullable(answer.getHeaderValue("Date")),
                Clock.systemUTC());
    }

    /** Whether {@code answer} refuses a request whose proof has no nonce, or an old one (RFC 9449 §8). */
    static boolean asksForNonce(HTTPResponse answer) {
        return !answer.indicatesSuccess()
                && error(answer)
                        .filter(told -> told.code().equals("use_dpop_nonce"))
                        .isPresent();
    }

    /** As it is: a type of the SDK drops characters that are not allowed, and a secret could no longer be recognised. */
    private static JSONObject object(HTTPResponse answer) {
        try {
            return JSONObjectUtils.parse(answer.getBody());
        } catch (ParseException | RuntimeException e) {
            return new JSONObject();
        }
    }

    private static Optional<String> text(JSONObject json, String name) {
        return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
