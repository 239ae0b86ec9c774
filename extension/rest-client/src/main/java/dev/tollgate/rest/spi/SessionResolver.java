package dev.tollgate.rest.spi;

import dev.tollgate.source.SessionKey;
import java.util.concurrent.CompletionStage;

/** Says whose session a call belongs to. Asked on the thread of the caller, where the request context and the principal
 * are; what it answers goes along with an asynchronous call. */
@FunctionalInterface
public interface SessionResolver {

    /** The session of the present caller in {@code realm}; never somebody else's. The key is shown in logs.
     *
     * @throws RuntimeException if nobody can be told; the call fails with it
     */
    SessionKey sessionOf(String realm);

    /** The same, answered later; the stage is made on the thread of the caller. */
    @FunctionalInterface
    interface Async {

        /** The session of the present caller in {@code realm}; never somebody else's. The key is shown in logs.
         *
         * @throws RuntimeException if nobody can be told; the call fails with it
         */
        CompletionStage<SessionKey> sessionOf(String realm);
    }
}
