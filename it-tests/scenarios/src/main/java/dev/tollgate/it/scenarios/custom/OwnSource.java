package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Brings whatever tokens a scenario says. */
@ApplicationScoped
@TokenRealm("sourced")
public class OwnSource implements TokenSource {

    public static final List<TokenRequest> REQUESTS = new CopyOnWriteArrayList<>();

    private static volatile boolean acquires;
    private static volatile Tokens tokens = () -> {
        throw new IllegalStateException("nothing was said");
    };

    /** Where its tokens come from. */
    @FunctionalInterface
    public interface Tokens {
        CompletionStage<TokenSet> fetch();
    }

    /** From now on tokens come {@code from} there; perhaps without any at hand. */
    public static void brings(boolean canAcquire, Tokens from) {
        acquires = canAcquire;
        tokens = from;
        REQUESTS.clear();
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        REQUESTS.add(request);
        return tokens.fetch();
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        REQUESTS.add(request);
        return tokens.fetch();
    }

    @Override
    public boolean canAcquire() {
        return acquires;
    }
}
