package dev.tollgate.rest.call;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.time.Deadline;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.concurrent.CompletionStage;

/**
 * Gives back the connection of an answer whose call may be sent again. The stages tell whether that could be done.
 *
 * @param room what may be kept of its body
 */
record Released(
        CallSite site, Replay with, ClientRequestContext request, ClientResponseContext response, BodyShare room) {

    /** What has not come in time does not come any more: the caller gets the answer without it. */
    CompletionStage<Boolean> orAbandoned() {
        Deadline until = site.patience();
        Runnable abandonment = with.abandonment(request, response);
        GateThreads.Timer timer = site.inRealm().later(until.remaining(), abandonment);
        return with.release(request, response, room, until).whenComplete((whole, thrown) -> timer.cancel());
    }

    /** What has not come in time, or cannot be kept, is still to come. Once it is held, its connection has been given back. */
    CompletionStage<Boolean> orLeft(BodyLook look) {
        return site.waiting()
                .apart(() -> look.isHeld(room))
                .thenCompose(held -> held && response.getEntityStream() == null ? orAbandoned() : Steps.now(held));
    }
}
