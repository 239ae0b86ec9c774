package dev.tollgate.rest.call;

import dev.tollgate.rest.answer.PeekedAnswer;
import dev.tollgate.rest.challenge.Challenge;
import dev.tollgate.rest.realm.Callbacks;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.ReplayRule;
import dev.tollgate.rest.replay.ReplayRule.Decision;
import dev.tollgate.rest.replay.SentBody;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Is the token of a call still good? Before it is sent and when it was answered; the application may be asked too. */
record Judgement(CallSite site, Optional<Replay> replay) {

    CompletionStage<Boolean> isExpired(TokenSet tokens) {
        return callbacks()
                .expiry()
                .map(check -> site.ask("ExpiryCheck", () -> check.isExpired(tokens, site)))
                .orElseGet(() -> Steps.now(false));
    }

    /**
     * @param look at the answer
     * @param body what was sent; null if nobody knows any more
     * @param nonce whether the answer brought a nonce that a proof of the call has not had yet
     */
    CompletionStage<Decision> of(ClientRequestContext request, BodyLook look, @Nullable SentBody body, boolean nonce) {
        ClientResponseContext response = look.response();
        List<String> headers = response.getHeaders().getOrDefault("WWW-Authenticate", List.of());
        ReplayRule.Answer answer = new ReplayRule.Answer(
                response.getStatus(),
                Challenge.parse(headers),
                replay.filter(known -> known.answeredByFilter(request)).isPresent(),
                () -> isRepeatable(request, body),
                nonce);
        return isRejected(answer, look).thenApply(rejected -> ReplayRule.decide(answer, rejected));
    }

    private CompletionStage<Boolean> isRejected(ReplayRule.Answer answer, BodyLook look) {
        return callbacks()
                .rejection()
                .filter(check -> answer.isForTheApplicationToJudge())
                .map(check -> {
                    PeekedAnswer seen = new PeekedAnswer(look.response(), look);
                    return site.ask("RejectionCheck", () -> check.isRejected(seen, site))
                            .whenComplete((rejected, thrown) -> seen.over());
                })
                .orElseGet(() -> Steps.now(false));
    }

    private boolean isRepeatable(ClientRequestContext request, @Nullable SentBody body) {
        return body != null
                && body.isRepeatable()
                && replay.filter(known -> known.canResend(request)).isPresent();
    }

    private Callbacks callbacks() {
        return site.inRealm().callbacks();
    }
}
