package dev.tollgate.rest.spi;

import dev.tollgate.source.SessionKey;
import java.util.concurrent.CompletionStage;

/** Says whose session a call belongs to. Asked on the thread of the caller, where the request context and the principal
 * are; what it answers goes along with an asynchronous call. It may call clients of other realms; a call to its own realm
 * fails, for it would ask whose session it is. */
@FunctionalInterface
public interface SessionResolver {

    /** The session of the present caller in {@code realm}; never somebody else's. The key is shown in logs.
     *
     * @throws RuntimeException if nobody can be told; the call fails with it
     */
    SessionKey sessionOf(String realm);

    /** The same, answered later; the stage is made on the thread of the caller. Calls of clients that it makes later
     * must go on from the stages of earlier ones: a thread of its own brings nothing of its caller along. */
    @FunctionalInterface
    interface Async {

        /** The session of the present caller in {@code realm}; never somebody else's. The key is shown in logs.
         *
         * @throws RuntimeException if nobody can be told; the call fails with it
         */
        CompletionStage<SessionKey> sessionOf(String realm);
    }
}
