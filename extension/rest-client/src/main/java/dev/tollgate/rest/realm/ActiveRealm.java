package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.gate.Grant;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.replay.BodyBudget;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A realm that is at work. */
public final class ActiveRealm implements Realm {

    private final String name;
    private final TokenGate gate;
    private final BodyBudget bodies;

    ActiveRealm(String name, TokenGate gate, BodyBudget bodies) {
        this.name = name;
        this.gate = gate;
        this.bodies = bodies;
    }

    /** What may be kept of bodies for a replay. */
    public BodyBudget bodies() {
        return bodies;
    }

    /** The gate of the session that this call belongs to. */
    public TokenGate gate() {
        return gate;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public GateStatus status() {
        return gate.status();
    }

    @Override
    public void signIn(TokenSet tokens) {
        gate.signIn(tokens);
    }

    @Override
    public void signOut() {
        gate.signOut();
    }

    @Override
    public TokenSet tokens() {
        try {
            return gate.enter(() -> "Realm.tokens").await().tokens();
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    /** What depends on the stage may block, so it does not run on the gate's threads. */
    @Override
    public CompletionStage<TokenSet> refresh() {
        return gate.refresh(() -> "Realm.refresh").handleAsync(ActiveRealm::toCaller);
    }

    private static TokenSet toCaller(@Nullable Grant grant, @Nullable Throwable thrown) {
        if (grant != null) {
            return grant.tokens();
        }
        throw thrown instanceof NoToken failure ? NoTokens.toCaller(failure) : new CompletionException(thrown);
    }
}
