package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.spi.Call;
import dev.tollgate.rest.spi.ExpiryCheck;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.ServerAnswer;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what the {@link Script} says, later. */
public abstract class AsyncBeans
        implements ExpiryCheck.Async, RejectionCheck.Async, TokenAssignment.Async, TokenReader.Async {

    protected abstract <T> CompletionStage<T> later(Callback what, Supplier<T> answer);

    @Override
    public CompletionStage<Boolean> isExpired(TokenSet tokens, Call call) {
        return later(Callback.EXPIRY, () -> Script.expiry.isExpired(tokens, call));
    }

    @Override
    public CompletionStage<Boolean> isRejected(ServerAnswer answer, Call call) {
        return later(Callback.REJECTION, () -> Script.rejection.isRejected(answer, call));
    }

    @Override
    public CompletionStage<?> assign(TokenSet tokens, ClientRequestContext request) {
        return later(Callback.ASSIGNMENT, () -> {
            Script.assignment.assign(tokens, request);
            return true;
        });
    }

    @Override
    public CompletionStage<@Nullable TokenSet> read(ServerAnswer answer) {
        return later(Callback.READER, () -> Script.reader.read(answer));
    }

    /** What an application may do differently. */
    public enum Callback {
        EXPIRY,
        REJECTION,
        ASSIGNMENT,
        READER
    }
}
