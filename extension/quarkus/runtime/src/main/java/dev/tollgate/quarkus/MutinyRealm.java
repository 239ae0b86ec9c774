package dev.tollgate.quarkus;

import dev.tollgate.quarkus.wiring.ServedContext;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.source.SessionKey;
import dev.tollgate.token.TokenSet;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Realm} for code that never waits. Nothing happens before somebody subscribes, and again for each who does;
 * items and failures come on the event loop of who has subscribed there, on a worker otherwise.
 */
public final class MutinyRealm {

    private final Realm realm;

    MutinyRealm(Realm realm) {
        this.realm = realm;
    }

    /** The realm itself: its name, its state, its sessions. */
    public Realm realm() {
        return realm;
    }

    /** This realm as {@code session} sees it. */
    public MutinyRealm session(SessionKey session) {
        return new MutinyRealm(realm.session(session));
    }

    /**
     * An access token to use outside of the realm's clients, fresh like theirs. Fails with a
     * {@link TokenUnavailableException} or a {@link SessionExpiredException}.
     */
    public Uni<TokenSet> tokens() {
        return later(realm::tokensLater);
    }

    /** Refreshes, or joins the refresh that is under way; the new tokens. Fails as {@link #tokens()} does. */
    public Uni<TokenSet> refresh() {
        return later(realm::refresh);
    }

    /** Signs in with tokens from elsewhere. */
    public Uni<Void> signIn(TokenSet tokens) {
        return onAWorker(() -> realm.signIn(tokens));
    }

    /** Forgets the tokens; calls that wait for one fail. */
    public Uni<Void> signOut() {
        return onAWorker(realm::signOut);
    }

    /** What {@code work} makes; the calls of the realm's clients in it belong to this realm's session. */
    public <T> Uni<T> call(Supplier<Uni<T>> work) {
        return deferred(() -> realm.call(work::get));
    }

    static <T> Uni<T> deferred(Callable<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                return Uni.createFrom().failure(e);
            }
        });
    }

    private static <T> Uni<T> later(Supplier<CompletionStage<T>> work) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(work).emitOn(place()));
    }

    /** Observers of the application are told, and may block. */
    private static Uni<Void> onAWorker(Runnable work) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .voidItem()
                .invoke(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(place()));
    }

    private static Executor place() {
        @Nullable Context here = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
        return here == null
                ? ServedContext.at(Infrastructure.getDefaultWorkerPool())
                : task -> here.runOnContext(nothing -> task.run());
    }
}
