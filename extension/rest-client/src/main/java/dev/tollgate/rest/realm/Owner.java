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

    /**
     * That of the calls which a bean of {@code realm} makes to the realm itself, before it can be told whose they are.
     *
     * @param meanwhile which bean, and what it does, for the message
     */
    static Owner ofABeanItself(String realm, String meanwhile) {
        IllegalStateException why = new IllegalStateException("realm '" + realm + "': whose session is it? The "
                + meanwhile + ", and calls a client of the realm itself");
        // it is made once, when the realm starts: where that was helps nobody
        why.setStackTrace(new StackTraceElement[0]);
        return unknown(why);
    }

    @Override
    public String toString() {
        return "Owner";
    }
}
