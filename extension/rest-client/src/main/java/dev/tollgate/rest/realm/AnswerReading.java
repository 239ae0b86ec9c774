package dev.tollgate.rest.realm;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.refresh.TokenReading;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.rest.waiting.Callback;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;

/** Reads tokens as the application's bean does. */
record AnswerReading(TokenReader.Async reader, Duration patience) implements TokenReading {

    @Override
    public TokenSet read(Answer answer, String call) {
        try {
            return new Callback("the TokenReader for " + call, patience)
                    .ask(() -> CallContext.current().ofABean().get(() -> reader.read(answer)));
        } catch (ProcessingException e) {
            throw TokenFailure.Configuration.unusableAnswer(String.valueOf(e.getMessage()), e);
        }
    }
}
