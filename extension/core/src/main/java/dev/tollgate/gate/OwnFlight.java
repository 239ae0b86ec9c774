package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A refresh that the application carries out itself while the gate's callers wait for it. One of its methods is to be
 * called; if none is within the time of one attempt, the outcome counts as unknown.
 */
public final class OwnFlight {

    private final CompletableFuture<TokenSet> answer;
    private final Held from;
    private final FlightScope scope;

    /**
     * @param from the tokens that it sets out with
     * @param scope the mark of what is part of it
     */
    OwnFlight(CompletableFuture<TokenSet> answer, Held from, FlightScope scope) {
        this.answer = answer;
        this.from = from;
        this.scope = scope;
    }

    /** The mark of what is part of it. */
    public FlightScope scope() {
        return scope;
    }

    /** What a server may repeat, but a failure must not show. */
    public List<String> secrets() {
        return from.grant().map(held -> held.tokens().secrets()).orElse(List.of());
    }

    /** The refresh has brought {@code tokens}. */
    public void land(TokenSet tokens) {
        FlightScope.outside(() -> answer.complete(tokens));
    }

    /** The refresh has failed. */
    public void fail(TokenFailure failure) {
        FlightScope.outside(() -> answer.completeExceptionally(failure));
    }
}
