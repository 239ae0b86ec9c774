package dev.tollgate.rest.replay;

import jakarta.ws.rs.client.ClientRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of one call, as it was sent: whether it can be sent once more, byte for byte the same. */
public final class SentBody {

    private final KnownBody known;
    private final @Nullable CapturedBody copy;

    private SentBody(KnownBody known, @Nullable CapturedBody copy) {
        this.known = known;
        this.copy = copy;
    }

    /**
     * All filters have seen {@code request}, which is sent next.
     *
     * @param callerWaits whether its caller does nothing else until it has been answered
     */
    public static SentBody of(ClientRequestContext request, Replay replay, boolean callerWaits, BodyBudget budget) {
        KnownBody known = KnownBody.of(request.getEntity(), replay.writing(request), callerWaits);
        if (!known.isToBeCopied()) {
            return new SentBody(known, null);
        }
        CapturedBody copy = budget.open();
        replay.copy(request, copy);
        return new SentBody(known, copy);
    }

    /** Whether there is all of it, in a copy or because it is known to be the same again. */
    public boolean isRepeatable() {
        return (copy != null && copy.isWhole()) || known.isTheSameAgain();
    }

    /** The bytes that were sent; empty if the body is to be written once more. */
    public Optional<byte[]> bytes() {
        return copy == null ? Optional.empty() : copy.bytes();
    }

    /** It is not needed any more. */
    public void discard() {
        if (copy != null) {
            copy.discard();
        }
    }
}
