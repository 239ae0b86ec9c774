package dev.tollgate.rest.filter;

import dev.tollgate.gate.Grant;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Passage;
import dev.tollgate.gate.Verdict;
import dev.tollgate.rest.challenge.Challenge;
import dev.tollgate.rest.realm.NoTokens;
import dev.tollgate.rest.replay.CapturedBody;
import dev.tollgate.rest.replay.OneShotBody;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.ReplayRule;
import dev.tollgate.rest.replay.ReplayRule.Decision;
import dev.tollgate.rest.role.Role;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that carries a token: waits for a good one, and is sent once more if it was not good after all. */
final class TokenCall implements ClientCall {

    private final CallSite site;
    private final Optional<Replay> replay;
    private final Passage passage;
    private @Nullable String sentHeader;
    private @Nullable CapturedBody body;

    TokenCall(CallSite site, Optional<Replay> replay) {
        this.site = site;
        this.replay = replay;
        this.passage = site.gate().enter(this);
    }

    @Override
    public void prepare(ClientRequestContext request) {
        if (Authorization.isPresent(request)) {
            site.warnOnce("has an Authorization header of its own, which is respected; its answers cause no refresh");
            return;
        }
        try {
            assign(passage.await(), request);
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    /** Where to keep a copy of a body that can be read only once. */
    CapturedBody capture() {
        CapturedBody captured = site.profile().realm().bodies().open();
        body = captured;
        return captured;
    }

    @Override
    public void answered(ClientRequestContext request, ClientResponseContext response) throws IOException {
        try {
            judge(request, response);
        } finally {
            if (body != null) {
                body.discard();
            }
        }
    }

    private void judge(ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (sentHeader == null || !Authorization.is(sentHeader, request)) {
            return;
        }
        Decision decision = decide(request, response);
        if (decision == Decision.REPLAY) {
            replay(replay.orElseThrow(), request, response);
        } else if (decision == Decision.REFRESH_ONLY) {
            site.warnOnce(
                    "can not be sent again: its body can be read only once and is larger than what may be kept, or"
                            + " this REST client can not replay; the 401 reaches the caller");
            passage.verdict(site.profile().name());
        } else if (decision == Decision.ACCEPTED) {
            accepted(response);
        }
    }

    /** The connection is given back before this thread waits, or waiting callers could use all of them up. */
    private void replay(Replay with, ClientRequestContext request, ClientResponseContext response) throws IOException {
        with.release(request, response);
        if (verdict() instanceof Verdict.Replay again) {
            assign(again.grant(), request);
            Optional.ofNullable(body).flatMap(CapturedBody::bytes).ifPresent(request::setEntity);
            with.resend(request, response);
            replayed(request, response);
        }
    }

    private Verdict verdict() {
        try {
            return passage.awaitVerdict(site.profile().name());
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    private void replayed(ClientRequestContext request, ClientResponseContext response) {
        Decision decision = decide(request, response);
        if (decision == Decision.ACCEPTED) {
            accepted(response);
        } else if (decision != Decision.HAND_OVER) {
            passage.replayRejected(site.profile().name());
        }
    }

    private void accepted(ClientResponseContext response) {
        passage.accepted(site.profile().name());
        Grant used = passage.used();
        if (site.role() == Role.LOGOUT && response.getStatus() / 100 == 2 && used != null) {
            site.gate().signOut(used);
        }
    }

    private Decision decide(ClientRequestContext request, ClientResponseContext response) {
        List<String> headers = response.getHeaders().getOrDefault("WWW-Authenticate", List.of());
        return ReplayRule.decide(new ReplayRule.Answer(
                response.getStatus(),
                Challenge.parse(headers),
                replay.filter(known -> known.answeredByFilter(request)).isPresent(),
                isRepeatable(request)));
    }

    private boolean isRepeatable(ClientRequestContext request) {
        return replay.filter(known -> known.canResend(request)).isPresent()
                && (!OneShotBody.is(request.getEntity()) || (body != null && body.isWhole()));
    }

    private void assign(Grant grant, ClientRequestContext request) {
        sentHeader = Authorization.put(grant.tokens(), request);
    }

    @Override
    public String describe() {
        return site.describe();
    }
}
