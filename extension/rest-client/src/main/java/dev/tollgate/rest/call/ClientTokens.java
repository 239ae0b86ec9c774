package dev.tollgate.rest.call;

import dev.tollgate.gate.Grant;
import dev.tollgate.gate.Passage;
import dev.tollgate.gate.Verdict;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What one call carries of the tokens that it is given: those that are for its client interface. */
final class ClientTokens {

    private final CallSite site;
    private final Passage passage;
    private volatile @Nullable TokenSet last;

    ClientTokens(CallSite site, Passage passage) {
        this.site = site;
        this.passage = passage;
    }

    /** Those of {@code grant}; if it has none, those of a newer one, which is waited for. */
    CompletionStage<TokenSet> of(Grant grant) {
        try {
            return Steps.now(found(grant));
        } catch (TokenFailure.Configuration refused) {
            return CompletableFuture.failedFuture(unavailable(refused));
        } catch (TokenFailure none) {
            return site.until(passage.verdictWithoutToken()).thenApply(verdict -> instead(verdict, none));
        }
    }

    /** Those of {@code grant}, with which the call is sent once more. */
    TokenSet again(Grant grant) {
        try {
            return found(grant);
        } catch (TokenFailure none) {
            passage.replayRejected();
            throw unavailable(none);
        }
    }

    /** Those of {@code grant}, for a call that is about to leave with older ones; empty if it has none. */
    Optional<TokenSet> late(Grant grant) {
        try {
            return Optional.of(found(grant));
        } catch (TokenFailure none) {
            return Optional.empty();
        }
    }

    /** Those that the call carried last. */
    Optional<TokenSet> last() {
        return Optional.ofNullable(last);
    }

    private TokenSet instead(Verdict verdict, TokenFailure before) {
        if (verdict instanceof Verdict.Replay newer) {
            return again(newer.grant());
        }
        throw unavailable(before);
    }

    private TokenSet found(Grant grant) {
        TokenSet own = own(grant.tokens());
        last = own;
        return own;
    }

    private TokenSet own(TokenSet held) {
        try {
            return site.inRealm().tokensFor(site.client(), held);
        } catch (TokenFailure none) {
            throw none.without(held.secrets());
        }
    }

    private TokenUnavailableException unavailable(TokenFailure none) {
        return new TokenUnavailableException(
                "realm '" + site.realm() + "': no token for " + site.describe() + ": " + none.getMessage(),
                none,
                Instant.now());
    }
}
