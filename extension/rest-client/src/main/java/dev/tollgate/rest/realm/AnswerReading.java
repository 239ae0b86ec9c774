package dev.tollgate.rest.realm;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.refresh.TokenReading;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.rest.waiting.Callback;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads tokens as the application's bean does. */
record AnswerReading(TokenReader.Async reader, Duration patience) implements TokenReading {

    @Override
    public Result read(Answer answer, String call) {
        try {
            return new Callback("the TokenReader for " + call, patience).ask(() -> read(answer));
        } catch (ProcessingException e) {
            throw TokenFailure.Configuration.unusableAnswer(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable CompletionStage<Result> read(Answer answer) {
        CompletionStage<@Nullable TokenSet> tokens =
                CallContext.current().ofABean().get(() -> reader.read(answer));
        return tokens == null ? null : tokens.thenApply(AnswerReading::result);
    }

    private static Result result(@Nullable TokenSet tokens) {
        return tokens == null ? new Result.Nothing("has no tokens for its TokenReader") : new Result.Found(tokens);
    }
}
