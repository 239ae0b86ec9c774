package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;

/**
 * A refresh that the application carries out itself while the gate's callers wait for it. One of its methods is to be
 * called; if none is within the time of one attempt, the outcome counts as unknown.
 */
public final class OwnFlight {

    private final CompletableFuture<TokenSet> answer;

    OwnFlight(CompletableFuture<TokenSet> answer) {
        this.answer = answer;
    }

    /** The refresh has brought {@code tokens}. */
    public void land(TokenSet tokens) {
        answer.complete(tokens);
    }

    /** The refresh has failed. */
    public void fail(TokenFailure failure) {
        answer.completeExceptionally(failure);
    }
}
