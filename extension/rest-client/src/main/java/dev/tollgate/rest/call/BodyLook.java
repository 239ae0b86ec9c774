package dev.tollgate.rest.call;

import dev.tollgate.rest.answer.AnswerBody;
import dev.tollgate.rest.answer.PeekedAnswer;
import dev.tollgate.rest.refresh.SentInTime;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Looks into the body of one answer, for no longer than its call may wait, and leaves all of it to the caller.
 *
 * @param until a little before the bean that asks for it is taken for mute
 */
record BodyLook(
        CallSite site, ClientResponseContext response, Optional<Replay> replay, Runnable abandonment, Deadline until)
        implements PeekedAnswer.Look {

    static BodyLook into(
            CallSite site, Optional<Replay> replay, ClientRequestContext request, ClientResponseContext response) {
        Runnable abandonment = replay.map(known -> known.abandonment(request, response))
                .orElseGet(() -> closing(response.getEntityStream()));
        Deadline until = Deadline.in(SentInTime.almost(site.inRealm().patience()), TimeSource.system());
        return new BodyLook(site, response, replay, abandonment, until);
    }

    private static Runnable closing(InputStream body) {
        return () -> {
            try (body) {
                // that is all
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public AnswerBody upTo(int limit) {
        if (isHere()) {
            return AnswerBody.peekNow(response, limit);
        }
        AnswerBody seen = readAhead(limit);
        if (seen.isHindered()) {
            site.warnOnce(
                    "has answers of which a RejectionCheck could not see what it asked for: there was no room beside"
                            + " other bodies (replay-total-limit), or too many answers were read at the same time");
        }
        return seen;
    }

    private boolean isHere() {
        return replay.filter(known -> !known.isStillToCome(response)).isPresent();
    }

    private AnswerBody readAhead(int limit) {
        return AnswerBody.look(
                response, limit, until, site.inRealm().bodies(), site.inRealm().readers(), abandonment);
    }

    /**
     * Whether all of it has come, and is no more than may be kept.
     *
     * @param room for a body that the REST client has read
     */
    boolean isHeld(BodyShare room) throws IOException {
        int limit = site.inRealm().bodyLimit();
        return isHere()
                ? AnswerBody.isHeld(response, limit, room)
                : readAhead(limit).isWhole();
    }
}
