package dev.tollgate.rest.filter;

import dev.tollgate.rest.answer.PeekedAnswer;
import dev.tollgate.rest.challenge.Challenge;
import dev.tollgate.rest.realm.Callbacks;
import dev.tollgate.rest.realm.Stages;
import dev.tollgate.rest.replay.CapturedBody;
import dev.tollgate.rest.replay.OneShotBody;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.ReplayRule;
import dev.tollgate.rest.replay.ReplayRule.Decision;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is the token of a call still good? Before it is sent and when it was answered; the application may be asked too. */
record Judgement(CallSite site, Optional<Replay> replay) {

    boolean isExpired(TokenSet tokens) {
        return callbacks()
                .expiry()
                .map(check -> Stages.await(
                        "the ExpiryCheck for " + site.describe(),
                        site.inRealm().patience(),
                        () -> check.isExpired(tokens, site)))
                .orElse(false);
    }

    Decision of(ClientRequestContext request, ClientResponseContext response, @Nullable CapturedBody body)
            throws IOException {
        List<String> headers = response.getHeaders().getOrDefault("WWW-Authenticate", List.of());
        ReplayRule.Answer answer = new ReplayRule.Answer(
                response.getStatus(),
                Challenge.parse(headers),
                replay.filter(known -> known.answeredByFilter(request)).isPresent(),
                isRepeatable(request, body));
        try {
            return ReplayRule.decide(answer, () -> isRejected(response));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isRejected(ClientResponseContext response) {
        return callbacks()
                .rejection()
                .map(check -> Stages.await(
                        "the RejectionCheck for " + site.describe(),
                        site.inRealm().patience(),
                        () -> check.isRejected(new PeekedAnswer(response), site)))
                .orElse(false);
    }

    private boolean isRepeatable(ClientRequestContext request, @Nullable CapturedBody body) {
        return replay.filter(known -> known.canResend(request)).isPresent()
                && (!OneShotBody.is(request.getEntity()) || (body != null && body.isWhole()));
    }

    private Callbacks callbacks() {
        return site.inRealm().callbacks();
    }
}
