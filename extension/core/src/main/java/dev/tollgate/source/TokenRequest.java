package dev.tollgate.source;

import dev.tollgate.time.Deadline;

/**
 * One attempt to get tokens.
 *
 * @param realm the realm the tokens are for
 * @param session whose tokens they are
 * @param reason why they are needed
 * @param trigger what made the gate ask; the first call of those that may be waiting
 * @param deadline when this attempt must have ended; the gate gives it up then
 * @param attempt the number of this attempt within its flight, from 1
 * @param repeat what is known of sending the refresh token a second time: before one that must not be, a source had better
 *     make sure that there is a way to the server
 */
public record TokenRequest(
        String realm,
        SessionKey session,
        Reason reason,
        Trigger trigger,
        Deadline deadline,
        int attempt,
        Repeat repeat) {

    /** An attempt for which nothing is known of the server. */
    public TokenRequest(
            String realm, SessionKey session, Reason reason, Trigger trigger, Deadline deadline, int attempt) {
        this(realm, session, reason, trigger, deadline, attempt, Repeat.NEVER);
    }
}
