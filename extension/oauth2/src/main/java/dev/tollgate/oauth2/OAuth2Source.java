package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.Revocation;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
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
    private final Lifetimes lifetimes;
    private final Exchanges exchanges;

    private OAuth2Source(OAuth2Settings settings, TokenEndpoint endpoint, Lifetimes lifetimes, Exchanges exchanges) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.proofs = settings.dpop() ? Optional.of(new DpopProofs()) : Optional.empty();
        this.lifetimes = lifetimes;
        this.exchanges = exchanges;
    }

    static OAuth2Source of(OAuth2Settings settings, TimeSource time) {
        Transport transport = new Transport(
                new Connections(settings.http(), time), settings.http().readTimeout());
        ServerClock clock = new ServerClock(Clock.systemUTC());
        TokenEndpoint endpoint = new TokenEndpoint(settings, transport, new TokenAnswers(clock), time);
        return new OAuth2Source(settings, endpoint, new Lifetimes(settings, endpoint, time), new Exchanges(clock));
    }

    /** The scope is left out: it is that of the tokens at hand (RFC 6749 §6). */
    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        String refreshToken = current.refreshToken().orElseThrow();
        TokenSet tokens = endpoint.tokens(
                new RefreshTokenGrant(new RefreshToken(refreshToken)),
                Optional.empty(),
                key(() -> DpopKey.of(current).orElseGet(DpopKey::generate)),
                request.deadline(),
                List.of(refreshToken, current.accessToken()));
        return CompletableFuture.completedFuture(lifetimes.complete(tokens, request.deadline()));
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        return CompletableFuture.completedFuture(
                needsSubjectToken() ? exchanged(request) : lifetimes.complete(granted(request), request.deadline()));
    }

    /** Nobody signs in to such a session: what is wrong with it can only be mended at the server or here. */
    private TokenSet granted(TokenRequest request) {
        try {
            return ask(request);
        } catch (TokenFailure.Terminal e) {
            throw new TokenFailure.Configuration(String.valueOf(e.getMessage()), e.getCause());
        }
    }

    private TokenSet exchanged(TokenRequest request) {
        Optional<String> subjectToken = request.trigger().subjectToken();
        subjectToken.ifPresent(exchanges::check);
        TokenSet tokens = lifetimes.complete(ask(request), request.deadline());
        return subjectToken.map(token -> exchanges.bound(tokens, token)).orElse(tokens);
    }

    private TokenSet ask(TokenRequest request) {
        Grants.Asked asked = Grants.of(settings.grant(), request.trigger());
        return endpoint.tokens(
                asked.grant(), settings.grant().scope(), key(DpopKey::generate), request.deadline(), asked.secrets());
    }

    private Optional<DpopKey> key(Supplier<DpopKey> key) {
        return settings.dpop() ? Optional.of(key.get()) : Optional.empty();
    }

    @Override
    public Optional<ProofOfPossession> proofs() {
        return proofs;
    }

    @Override
    public boolean needsSubjectToken() {
        return settings.grant().kind() == GrantKind.TOKEN_EXCHANGE;
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
}
