package dev.tollgate.source;

import dev.tollgate.time.Deadline;

/**
 * A wish to tell the server that tokens are no longer used.
 *
 * @param realm the realm that they were for
 * @param session whose tokens they were
 * @param deadline when the attempt must have ended; the gate gives it up then
 */
public record Revocation(String realm, SessionKey session, Deadline deadline) {}
