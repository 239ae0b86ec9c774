package dev.tollgate.rest.realm;

import dev.tollgate.source.SessionKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whom a call belongs to.
 *
 * @param session whose session it is
 * @param subjectToken the token with which its caller came, where the tokens of the realm are had in exchange for it
 */
public record Owner(CompletionStage<SessionKey> session, Optional<String> subjectToken) {

    /** Somebody who is known, whatever they came with. */
    static Owner of(SessionKey session) {
        return new Owner(CompletableFuture.completedFuture(session), Optional.empty());
    }

    /** Somebody who can not be told. */
    static Owner unknown(RuntimeException why) {
        return new Owner(CompletableFuture.failedFuture(why), Optional.empty());
    }

    @Override
    public String toString() {
        return "Owner";
    }
}
