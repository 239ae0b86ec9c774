package dev.tollgate.rest.call;

import dev.tollgate.rest.answer.PeekedAnswer;
import dev.tollgate.rest.challenge.Challenge;
import dev.tollgate.rest.realm.Callbacks;
import dev.tollgate.rest.replay.CapturedBody;
import dev.tollgate.rest.replay.OneShotBody;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.ReplayRule;
import dev.tollgate.rest.replay.ReplayRule.Decision;
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

    /** @param nonce whether the answer brought a nonce that a proof of the call has not had yet */
    CompletionStage<Decision> of(
            ClientRequestContext request, ClientResponseContext response, @Nullable CapturedBody body, boolean nonce) {
        List<String> headers = response.getHeaders().getOrDefault("WWW-Authenticate", List.of());
        ReplayRule.Answer answer = new ReplayRule.Answer(
                response.getStatus(),
                Challenge.parse(headers),
                replay.filter(known -> known.answeredByFilter(request)).isPresent(),
                isRepeatable(request, body),
                nonce);
        return isRejected(answer, response).thenApply(rejected -> ReplayRule.decide(answer, rejected));
    }

    private CompletionStage<Boolean> isRejected(ReplayRule.Answer answer, ClientResponseContext response) {
        return callbacks()
                .rejection()
                .filter(check -> answer.isForTheApplicationToJudge())
                .map(check -> site.ask(
                        "RejectionCheck", () -> check.isRejected(new PeekedAnswer(response, site.patience()), site)))
                .orElseGet(() -> Steps.now(false));
    }

    private boolean isRepeatable(ClientRequestContext request, @Nullable CapturedBody body) {
        return replay.filter(known -> known.canResend(request)).isPresent()
                && (!OneShotBody.is(request.getEntity()) || (body != null && body.isWhole()));
    }

    private Callbacks callbacks() {
        return site.inRealm().callbacks();
    }
}
