package dev.tollgate.rest.session;

import dev.tollgate.source.SessionKey;
import java.util.concurrent.CompletionStage;

/** Tells whose session a call belongs to, on the thread of its caller. */
@FunctionalInterface
public interface SessionChoice {

    /** The session of this thread's caller; the stage, or this method, fails if nobody can be told. */
    CompletionStage<SessionKey> now();
}
