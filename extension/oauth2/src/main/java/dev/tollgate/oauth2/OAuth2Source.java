package dev.tollgate.oauth2;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.tollgate.oauth2.OAuth2Settings.Grant;
import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.Revocation;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Gets the tokens of one realm from its authorization server. Blocks the gate's thread; each method asks once. */
final class OAuth2Source implements TokenSource {

    private final OAuth2Settings settings;
    private final TokenEndpoint endpoint;
    private final Optional<ProofOfPossession> proofs;

    private OAuth2Source(OAuth2Settings settings, TokenEndpoint endpoint) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.proofs = settings.dpop() ? Optional.of(new DpopProofs()) : Optional.empty();
    }

    static OAuth2Source of(OAuth2Settings settings, TimeSource time) {
        Transport transport = new Transport(
                new Connections(settings.http(), time), settings.http().readTimeout());
        TokenAnswers answers = new TokenAnswers(settings.tokenLifetime(), Clock.systemUTC());
        return new OAuth2Source(settings, new TokenEndpoint(settings, transport, answers));
    }

    /** The scope is left out: it is that of the tokens at hand (RFC 6749 §6). */
    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        String refreshToken = current.refreshToken().orElseThrow();
        return CompletableFuture.completedFuture(endpoint.tokens(
                new RefreshTokenGrant(new RefreshToken(refreshToken)),
                Optional.empty(),
                key(() -> DpopKey.of(current).orElseGet(DpopKey::generate)),
                request.deadline(),
                List.of(refreshToken, current.accessToken())));
    }

    /** Nobody signs in to such a session: what is wrong with it can only be mended at the server or here. */
    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        Asked asked = asked(settings.grant());
        try {
            return CompletableFuture.completedFuture(endpoint.tokens(
                    asked.grant, settings.grant().scope(), key(DpopKey::generate), request.deadline(), asked.secrets));
        } catch (TokenFailure.Terminal e) {
            throw new TokenFailure.Configuration(String.valueOf(e.getMessage()), e.getCause());
        }
    }

    private Optional<DpopKey> key(Supplier<DpopKey> key) {
        return settings.dpop() ? Optional.of(key.get()) : Optional.empty();
    }

    @Override
    public Optional<ProofOfPossession> proofs() {
        return proofs;
    }

    @Override
    public boolean canAcquire() {
        return settings.grant().kind() != GrantKind.REFRESH_TOKEN;
    }

    @Override
    public boolean canRevoke() {
        return settings.signOut().revoke() || settings.signOut().endSession();
    }

    /** All of it is tried, whatever fails; the first failure is told. */
    @Override
    public CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
        Deadline deadline = revocation.deadline();
        List<Runnable> steps = new ArrayList<>();
        if (settings.signOut().endSession()) {
            steps.add(() -> endpoint.endSession(tokens, deadline));
        }
        if (settings.signOut().revoke()) {
            // where the session has been ended, its refresh token is dead already
            tokens.refreshToken()
                    .filter(token -> !settings.signOut().endSession())
                    .ifPresent(token -> steps.add(() -> endpoint.revoke(new RefreshToken(token), deadline)));
            steps.add(() -> endpoint.revoke(new BearerAccessToken(tokens.accessToken()), deadline));
        }
        return CompletableFuture.runAsync(() -> all(steps), Runnable::run);
    }

    private static void all(List<Runnable> steps) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private record Asked(AuthorizationGrant grant, List<String> secrets) {}

    private static Asked asked(Grant grant) {
        return switch (grant.kind()) {
            case CLIENT_CREDENTIALS -> new Asked(new ClientCredentialsGrant(), List.of());
            case PASSWORD ->
                password(grant.username().orElse(""), grant.password().orElse(""));
            case JWT_BEARER -> assertion(grant);
            case REFRESH_TOKEN -> throw new TokenFailure.Terminal("nobody is signed in");
        };
    }

    private static Asked password(String username, String password) {
        return new Asked(new ResourceOwnerPasswordCredentialsGrant(username, new Secret(password)), List.of(password));
    }

    /** Read anew each time: whoever writes the file replaces the assertion before it expires. */
    private static Asked assertion(Grant grant) {
        try {
            String assertion = Files.readString(grant.assertion().orElseThrow()).trim();
            return new Asked(new JWTBearerGrant(SignedJWT.parse(assertion)), List.of(assertion));
        } catch (IOException | ParseException e) {
            throw new TokenFailure.Configuration("assertion: the file has no signed JWT to exchange for tokens");
        }
    }
}
