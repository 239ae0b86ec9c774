package dev.tollgate.gate;

import dev.tollgate.source.Revocation;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.Deadline;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server that the tokens of a session are no longer used, if the source can. One attempt; when it fails, that is
 * told, and the session stays over.
 */
final class Revocations {

    /** So that a server which does not answer them takes no thread from the flights. */
    static final int AT_ONCE = 2;

    private final GateParts parts;
    private final FlightScope scope;

    Revocations(GateParts parts, FlightScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    void of(TokenSet tokens) {
        if (Means.perhaps(parts.source()::canRevoke)) {
            parts.revocations().enter(() -> begin(tokens));
        }
    }

    private void begin(TokenSet tokens) {
        Deadline deadline = Deadline.in(parts.policy().attemptTimeout(), parts.time());
        CompletableFuture<Void> done = new CompletableFuture<>();
        OpenRequests.Errand errand = parts.requests().errand();
        done.whenComplete((nothing, thrown) -> {
            tell(thrown, tokens);
            errand.end();
        });
        try {
            start(tokens, new Revocation(parts.realm(), parts.session(), deadline), errand, done);
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
            parts.revocations().leave();
        }
    }

    private void start(
            TokenSet tokens, Revocation revocation, OpenRequests.Errand errand, CompletableFuture<Void> done) {
        GateThreads.Timer timer = parts.threads()
                .later(
                        revocation.deadline().remaining(),
                        () -> done.completeExceptionally(new TimeoutException("attempt timeout")));
        done.whenComplete((nothing, thrown) -> timer.cancel());
        parts.threads().run(() -> {
            try {
                if (errand.begin()) {
                    scope.run(() -> ask(parts.source(), tokens, revocation, done));
                } else {
                    done.completeExceptionally(TokenFailure.Transient.unsent("the application is ending", null));
                }
            } finally {
                // not at the deadline: what blocks a thread still has it then
                parts.revocations().leave();
            }
        });
    }

    private static void ask(TokenSource source, TokenSet tokens, Revocation revocation, CompletableFuture<Void> done) {
        try {
            source.revoke(tokens, revocation).whenComplete((ignored, thrown) -> {
                if (thrown == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(thrown);
                }
            });
        } catch (Throwable e) {
            done.completeExceptionally(e);
        }
    }

    private void tell(@Nullable Throwable thrown, TokenSet tokens) {
        if (thrown != null) {
            parts.listener()
                    .on(new GateEvent.RevocationFailed(parts.realm(), parts.session(), failure(thrown, tokens)));
        }
    }

    private static TokenFailure failure(Throwable thrown, TokenSet tokens) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        TokenFailure failure = cause instanceof TokenFailure told
                ? told
                : new TokenFailure.OutcomeUnknown("the tokens may not have been revoked", cause);
        return failure.without(tokens.secrets());
    }
}
