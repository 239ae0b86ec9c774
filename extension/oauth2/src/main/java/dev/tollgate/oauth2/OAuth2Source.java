package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.tollgate.oauth2.TargetTokens.Start;
import dev.tollgate.oauth2.TokenEndpoint.Asking;
import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.Repeat;
import dev.tollgate.source.Revocation;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenParts;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Gets the tokens of one realm from its authorization server. Blocks the gate's thread; each method asks once. */
final class OAuth2Source implements TokenSource, AutoCloseable {

    private final OAuth2Settings settings;
    private final Connections connections;
    private final TokenEndpoint endpoint;
    private final TargetTokens targets;
    private final Optional<ProofOfPossession> proofs;
    private final Lifetimes lifetimes;
    private final Exchanges exchanges;
    private final TimeSource time;
    private final Map<Target, TokenSource> apart = new ConcurrentHashMap<>();

    private OAuth2Source(
            OAuth2Settings settings,
            Connections connections,
            TokenEndpoint endpoint,
            Lifetimes lifetimes,
            Exchanges exchanges,
            Targets targets,
            TimeSource time) {
        this.settings = settings;
        this.connections = connections;
        this.endpoint = endpoint;
        this.targets = new TargetTokens(settings.realm(), targets, canAcquire(), time);
        this.proofs = settings.dpop() ? Optional.of(new DpopProofs()) : Optional.empty();
        this.lifetimes = lifetimes;
        this.exchanges = exchanges;
        this.time = time;
    }

    static OAuth2Source of(OAuth2Settings settings, TimeSource time) {
        Connections connections = new Connections(settings.http());
        Transport transport = new Transport(
                connections, settings.http().readTimeout(), settings.additions().headers(), outages(settings));
        ServerClock clock = new ServerClock(Clock.systemUTC());
        TokenAnswers answers = new TokenAnswers(clock, settings.refusals(), new TokenParts(settings.tokenType()));
        TokenEndpoint endpoint = new TokenEndpoint(settings, transport, answers, time);
        Lifetimes lifetimes = new Lifetimes(settings, endpoint, time);
        Targets targets = settings.targets();
        Targets own = settings.grant().kind().sharesRefreshToken()
                ? targets
                : Targets.only(targets.all().get(0));
        return new OAuth2Source(settings, connections, endpoint, lifetimes, new Exchanges(clock), own, time);
    }

    private static Outages outages(OAuth2Settings settings) {
        OAuth2Key place = settings.endpoints().token().isPresent() ? OAuth2Key.TOKEN_ENDPOINT : OAuth2Key.ISSUER;
        return new Outages(
                settings.realm(),
                new NoAnswer(place.key(), settings.http().proxy().isPresent()));
    }

    @Override
    public Optional<TokenSource> sourceFor(Class<?> client) {
        Target target = settings.targets().of(client);
        return settings.grant().kind().sharesRefreshToken() || targets.has(target)
                ? Optional.empty()
                : Optional.of(apart.computeIfAbsent(
                        target,
                        only -> new OAuth2Source(
                                settings, connections, endpoint, lifetimes, exchanges, Targets.only(only), time)));
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        Optional<DpopKey> key = key(() -> DpopKey.of(current).orElseGet(DpopKey::generate));
        List<String> secrets = secretsOf(current);
        return CompletableFuture.completedFuture(targets.ask(
                new Start(
                        current.refreshToken().orElseThrow(),
                        current.isRefreshTokenInDoubt(),
                        request.repeat() == Repeat.SAFE),
                (target, newest) -> refreshed(Objects.requireNonNull(newest), target, key, request, secrets)));
    }

    private TokenSet refreshed(
            String refreshToken, Target target, Optional<DpopKey> key, TokenRequest request, List<String> secrets) {
        List<String> all = new ArrayList<>(secrets);
        all.add(refreshToken);
        TokenSet tokens = endpoint.tokens(
                new RefreshTokenGrant(new RefreshToken(refreshToken)),
                targets.onRefresh(target),
                key,
                new Asking(request.deadline(), request.repeat() == Repeat.NEVER, all));
        return lifetimes.complete(tokens, request.deadline());
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        return CompletableFuture.completedFuture(
                needsSubjectToken() ? exchanged(request) : mendable(() -> asked(request)));
    }

    /** Nobody signs in to such a session: what is wrong with it can only be mended at the server or here. */
    private static TokenSet mendable(Supplier<TokenSet> tokens) {
        try {
            return tokens.get();
        } catch (TokenFailure.Terminal e) {
            throw new TokenFailure.Configuration(String.valueOf(e.getMessage()), e.getCause());
        }
    }

    private TokenSet exchanged(TokenRequest request) {
        Optional<String> subjectToken = request.trigger().subjectToken();
        subjectToken.ifPresent(exchanges::check);
        TokenSet tokens = asked(request);
        return subjectToken.map(token -> exchanges.bound(tokens, token)).orElse(tokens);
    }

    private TokenSet asked(TokenRequest request) {
        Grants.Asked asked = Grants.of(settings.grant(), request.trigger());
        Optional<DpopKey> key = key(DpopKey::generate);
        return targets.ask(
                new Start(null, false, request.repeat() == Repeat.SAFE),
                (target, newest) -> newest == null
                        ? granted(asked, target, key, request)
                        : refreshed(newest, target, key, request, asked.secrets()));
    }

    private TokenSet granted(Grants.Asked asked, Target target, Optional<DpopKey> key, TokenRequest request) {
        TokenSet tokens =
                endpoint.tokens(asked.grant(), target, key, new Asking(request.deadline(), false, asked.secrets()));
        return lifetimes.complete(tokens, request.deadline());
    }

    private static List<String> secretsOf(TokenSet current) {
        List<String> secrets = new ArrayList<>(TargetTokens.accessTokens(current));
        secrets.add(current.accessToken());
        return secrets;
    }

    @Override
    public TokenSet tokensFor(Class<?> client, TokenSet held) {
        return targets.of(client, held);
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

    /**
     * All of it is tried, whatever fails; the first failure is told. The session is ended first, since the server knows it
     * by its tokens; these are revoked whatever the answer is, which may mean anything.
     */
    @Override
    public CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
        Deadline deadline = revocation.deadline();
        List<Runnable> steps = new ArrayList<>();
        if (settings.signOut().endSession()) {
            steps.add(() -> endpoint.endSession(tokens, deadline));
        }
        if (settings.signOut().revoke()) {
            tokens.refreshToken()
                    .ifPresent(token -> steps.add(() -> endpoint.revoke(new RefreshToken(token), deadline)));
            Set<String> accessTokens = new LinkedHashSet<>(secretsOf(tokens));
            accessTokens.forEach(token -> steps.add(() -> endpoint.revoke(new BearerAccessToken(token), deadline)));
        }
        return CompletableFuture.runAsync(() -> all(steps), Runnable::run);
    }

    /** Those of a single target go by the connections of all. */
    @Override
    public void close() {
        connections.close();
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
