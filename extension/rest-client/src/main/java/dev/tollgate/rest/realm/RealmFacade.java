package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.gate.Grant;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Passage;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.Realm;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.Trigger;
import dev.tollgate.token.TokenSet;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A realm as the application sees it: from the session of whoever asks, or from one that was named. */
record RealmFacade(ActiveRealm realm, Optional<SessionKey> named) implements Realm {

    @Override
    public String name() {
        return realm.name();
    }

    @Override
    public SessionKey session() {
        return named.orElseGet(realm::session);
    }

    @Override
    public Realm session(SessionKey key) {
        return new RealmFacade(realm, Optional.of(key));
    }

    @Override
    public Collection<GateStatus> sessions() {
        return realm.gates().all().map(TokenGate::status).toList();
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        CallContext context = CallContext.current().in(name(), told(owner()));
        try (CallContext.Restore ignored = context.enter()) {
            return work.call();
        }
    }

    @Override
    public GateStatus status() {
        return gate().status();
    }

    @Override
    public void signIn(TokenSet tokens) {
        realm.signIn(session(), tokens);
    }

    @Override
    public void signOut() {
        realm.signOut(session());
    }

    @Override
    public TokenSet tokens() {
        try {
            Owner owner = owner();
            return enter(gate(owner), trigger("Realm.tokens", owner)).await().tokens();
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    @Override
    public CompletionStage<TokenSet> tokensLater() {
        Owner owner = owner();
        Trigger trigger = trigger("Realm.tokensLater", owner);
        return inSession(
                owner, session -> toCaller(enter(realm.gate(session), trigger).acquire()));
    }

    /** What the application does with the tokens is replayed by no one. */
    private static Passage enter(TokenGate gate, Trigger trigger) {
        return gate.enter(trigger).sentOnlyOnce();
    }

    @Override
    public CompletionStage<TokenSet> refresh() {
        Owner owner = owner();
        Trigger trigger = trigger("Realm.refresh", owner);
        return inSession(owner, session -> Stream.concat(
                        Stream.of(realm.gate(session)), realm.gates().apart(session))
                .map(gate -> toCaller(gate.refresh(trigger)))
                .reduce((shared, other) -> shared.thenCombine(other, (tokens, others) -> tokens))
                .orElseThrow());
    }

    /** Where the session is told later, what is asked of its gate is still asked by this caller. */
    private CompletionStage<TokenSet> inSession(Owner owner, Function<SessionKey, CompletionStage<TokenSet>> work) {
        CallContext.Captured caller = CallContext.capture();
        return realm.sessionLater(owner).thenCompose(session -> {
            try (CallContext.Restore ignored = caller.enter()) {
                return work.apply(session);
            }
        });
    }

    /** What the present caller came with is not what somebody else did. */
    private Owner owner() {
        return named.map(Owner::of).orElseGet(realm::owner);
    }

    /** Who is known already, or can not be told, is told here, and not in the calls to come; others are not waited for. */
    private Owner told(Owner owner) {
        return owner.session().toCompletableFuture().isDone()
                ? new Owner(CompletableFuture.completedFuture(realm.session(owner)), owner.subjectToken())
                : owner;
    }

    private static Trigger trigger(String name, Owner owner) {
        return new Request(name, owner.subjectToken());
    }

    /** What the application asked for. */
    private record Request(String describe, Optional<String> subjectToken) implements Trigger {
        @Override
        public String toString() {
            return describe;
        }
    }

    private TokenGate gate() {
        return gate(owner());
    }

    private TokenGate gate(Owner owner) {
        return realm.gate(realm.session(owner));
    }

    /** What depends on the stage may block, so it does not run on the gate's threads. */
    private static CompletionStage<TokenSet> toCaller(CompletionStage<Grant> ofTheGate) {
        return ofTheGate.handleAsync(RealmFacade::toCaller);
    }

    private static TokenSet toCaller(@Nullable Grant grant, @Nullable Throwable thrown) {
        if (grant != null) {
            return grant.tokens();
        }
        throw thrown instanceof NoToken failure ? NoTokens.toCaller(failure) : new CompletionException(thrown);
    }
}
