package dev.tollgate.rest.filter;

import dev.tollgate.gate.Grant;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Passage;
import dev.tollgate.gate.Verdict;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.realm.NoTokens;
import dev.tollgate.rest.replay.CapturedBody;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.ReplayRule.Decision;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that carries a token: waits for a good one, and is sent once more if it was not good after all. */
final class TokenCall implements ClientCall {

    private final CallSite site;
    private final Optional<Replay> replay;
    private final Passage passage;
    private final Judgement judgement;
    private final Assignment assignment;
    private @Nullable CapturedBody body;

    TokenCall(CallSite site, Optional<Replay> replay) {
        this.site = site;
        this.replay = replay;
        this.passage = site.gate().enter(site);
        this.judgement = new Judgement(site, replay);
        this.assignment = site.inRealm()
                .callbacks()
                .assignment()
                .<Assignment>map(bean -> new OwnAssignment(bean, site))
                .orElseGet(Authorization::new);
    }

    @Override
    public CallSite site() {
        return site;
    }

    @Override
    public void prepare(ClientRequestContext request) {
        if (assignment.isTakenByTheCaller(request)) {
            site.warnOnce("has an Authorization header of its own, which is respected; its answers cause no refresh");
            return;
        }
        Grant grant = orNoToken(passage::await);
        if (judgement.isExpired(grant.tokens())) {
            grant = orNoToken(passage::awaitNewer);
        }
        assignment.put(grant.tokens(), request);
    }

    /** Where to keep a copy of a body that can be read only once. */
    CapturedBody capture() {
        CapturedBody captured = site.inRealm().bodies().open();
        body = captured;
        return captured;
    }

    @Override
    public boolean carriesSecret(ClientRequestContext request) {
        return assignment.isStillOn(request);
    }

    @Override
    public void answered(ClientRequestContext request, ClientResponseContext response) throws IOException {
        try {
            if (assignment.isStillOn(request)) {
                follow(judgement.of(request, response, body), request, response);
            }
        } finally {
            if (body != null) {
                body.discard();
            }
        }
    }

    private void follow(Decision decision, ClientRequestContext request, ClientResponseContext response)
            throws IOException {
        switch (decision) {
            case REPLAY -> replay(replay.orElseThrow(), request, response);
            case REFRESH_ONLY ->
                refreshOnly(
                        "can not be sent again: its body can be read only once and is larger than what may be kept, or this"
                                + " REST client can not replay; the 401 reaches the caller");
            case ACCEPTED -> accepted(response);
            case HAND_OVER -> {}
        }
    }

    /** The connection is given back before this thread waits, or waiting callers could use all of them up. */
    private void replay(Replay with, ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (!with.release(request, response, site.inRealm().bodyLimit())) {
            refreshOnly("can not be sent again: the 401 itself has a body that is larger than what may be kept");
            return;
        }
        if (orNoToken(() -> passage.awaitVerdict(site.profile().name())) instanceof Verdict.Replay again) {
            assignment.put(again.grant().tokens(), request);
            Optional.ofNullable(body).flatMap(CapturedBody::bytes).ifPresent(request::setEntity);
            with.resend(request, response);
            replayed(request, response);
        }
    }

    private void refreshOnly(String why) {
        site.warnOnce(why);
        passage.verdict(site.profile().name());
    }

    private void replayed(ClientRequestContext request, ClientResponseContext response) throws IOException {
        Decision decision = judgement.of(request, response, body);
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

    private static <T> T orNoToken(Supplier<T> wait) {
        try {
            return wait.get();
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }
}
