package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.token.TokenSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tokens as they are read of the answer to a refresh. */
final class Readings {

    private Readings() {}

    /** The same of an answer with {@code headers}. */
    static TokenSet tokens(Map<String, String> headers, String body, Optional<String> tokenType) {
        RefreshOutcome outcome =
                new RefreshOutcome(new TokenAnswer(TokenPointers.BY_NAME, tokenType), RefusalRule.SERVICE);
        return outcome.of(new Answer(200, headers, body), "ShopClient.refresh", Clock.systemUTC(), List.of());
    }

    static TokenSet tokens(TokenPointers pointers, String body, String call) {
        RefreshOutcome outcome = new RefreshOutcome(new TokenAnswer(pointers), RefusalRule.SERVICE);
        return outcome.of(new Answer(200, Map.of(), body), call, Clock.systemUTC(), List.of());
    }
}
