package dev.tollgate.gate;

import dev.tollgate.source.Revocation;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A token source whose answers the test gives by hand, one after the other. */
class ScriptedSource implements TokenSource {

    private final List<TokenRequest> requests = new ArrayList<>();
    private final List<String> grants = new ArrayList<>();
    private final Deque<CompletableFuture<TokenSet>> open = new ArrayDeque<>();
    private final List<String> revoked = new ArrayList<>();
    private boolean acquires;
    private boolean revokes;
    private CompletableFuture<Void> revocation = CompletableFuture.completedFuture(null);

    ScriptedSource thatCanAcquire() {
        acquires = true;
        return this;
    }

    @Override
    public synchronized CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return ask("refresh " + current.refreshToken().orElseThrow(), request);
    }

    @Override
    public synchronized CompletionStage<TokenSet> acquire(TokenRequest request) {
        return ask("acquire", request);
    }

    @Override
    public synchronized boolean canAcquire() {
        return acquires;
    }

    /** Tells the server of sign-outs; {@code revocation} is how that ends. */
    ScriptedSource thatRevokes(CompletableFuture<Void> outcome) {
        revokes = true;
        revocation = outcome;
        return this;
    }

    @Override
    public synchronized CompletionStage<?> revoke(TokenSet tokens, Revocation wish) {
        revoked.add(tokens.accessToken());
        return revocation;
    }

    @Override
    public synchronized boolean canRevoke() {
        return revokes;
    }

    /** The access tokens of those that were revoked. */
    synchronized List<String> revoked() {
        return List.copyOf(revoked);
    }

    private CompletionStage<TokenSet> ask(String grant, TokenRequest request) {
        grants.add(grant);
        requests.add(request);
        CompletableFuture<TokenSet> answer = new CompletableFuture<>();
        open.add(answer);
        return answer;
    }

    /** What was asked for: {@code acquire} or {@code refresh <refresh token>}. */
    synchronized List<String> grants() {
        return List.copyOf(grants);
    }

    synchronized TokenRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    synchronized int unanswered() {
        return open.size();
    }

    void answer(TokenSet tokens) {
        next().complete(tokens);
    }

    void answer(String accessToken, String refreshToken) {
        answer(tokens(accessToken, refreshToken));
    }

    void fail(TokenFailure failure) {
        next().completeExceptionally(failure);
    }

    private synchronized CompletableFuture<TokenSet> next() {
        return open.remove();
    }

    static TokenSet tokens(String accessToken, String refreshToken) {
        return TokenSet.of(accessToken)
                .refreshToken(refreshToken)
                .expiresIn(Duration.ofMinutes(5))
                .build();
    }

    static TokenFailure unavailable() {
        return new TokenFailure.Transient("503 from the token endpoint", null);
    }

    static TokenFailure unsent() {
        return TokenFailure.Transient.unsent("connection refused", null);
    }

    static TokenFailure dead() {
        return new TokenFailure.Terminal("invalid_grant");
    }

    static TokenFailure lost() {
        return new TokenFailure.OutcomeUnknown("connection reset", null);
    }

    static TokenFailure unusable() {
        return TokenFailure.Configuration.unusableAnswer("no JSON", null);
    }

    static TokenFailure misconfigured() {
        return new TokenFailure.Configuration("invalid_client");
    }
}
