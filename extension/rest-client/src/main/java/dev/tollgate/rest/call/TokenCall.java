package dev.tollgate.rest.call;

import dev.tollgate.gate.Grant;
import dev.tollgate.gate.Passage;
import dev.tollgate.gate.Verdict;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.Replay.Arrival;
import dev.tollgate.rest.replay.ReplayRule.Decision;
import dev.tollgate.rest.replay.SentBody;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call that carries a token: waits for a good one, and is sent once more if it was not good after all; and once more
 * with the same token where it is the proof of its key that was not.
 */
final class TokenCall implements ClientCall {

    private static final String TOO_LONG_AN_ANSWER =
            "can not be sent again: the 401 itself has a body that is larger than what may be kept, or takes longer"
                    + " than wait-timeout to come";

    private static final int UNAUTHORIZED = 401;

    private final CallSite site;
    private final Optional<Replay> replay;
    private final boolean signsOut;
    private final Passage passage;
    private final ClientTokens tokens;
    private final Judgement judgement;
    private final Assignment assignment;
    private final CallProofs proofs;
    private final boolean callerWaits;
    private volatile @Nullable SentBody body;
    private volatile @Nullable BodyLook look;
    private volatile boolean hasEarlierSecret;
    private volatile boolean sentAgain;
    private volatile boolean tokenReplaced;

    /** @param signsOut whether the session is over when the call has succeeded */
    TokenCall(CallSite site, Optional<Replay> replay, boolean signsOut) {
        this.site = site;
        this.replay = replay;
        this.signsOut = signsOut;
        this.passage = site.gate().enter(site, site.kind());
        this.tokens = new ClientTokens(site, passage);
        this.judgement = new Judgement(site, replay);
        this.assignment = site.inRealm()
                .callbacks()
                .assignment()
                .<Assignment>map(bean -> new OwnAssignment(bean, site))
                .orElseGet(Authorization::new);
        this.proofs = new CallProofs(site);
        this.callerWaits = site.profile().callerWaits(site.method());
    }

    @Override
    public CallSite site() {
        return site;
    }

    @Override
    public CompletionStage<?> prepare(ClientRequestContext request) {
        hasEarlierSecret =
                request.getProperty(CallFlow.EARLIER_CALL) instanceof TokenCall earlier && earlier.hasSecret();
        if (assignment.isTakenByTheCaller(request) && !hasEarlierSecret) {
            site.warnOnce("has an Authorization header of its own, which is respected; its answers cause no refresh");
            return Steps.DONE;
        }
        if (replay.filter(known -> known.mayBeResent(request)).isEmpty()) {
            passage.sentOnlyOnce();
        }
        return until(passage.acquire())
                .thenCompose(this::unlessExpired)
                .thenCompose(tokens::of)
                .thenCompose(own -> assignment.put(own, request));
    }

    private CompletionStage<Grant> unlessExpired(Grant grant) {
        return judgement
                .isExpired(grant.tokens())
                .thenCompose(expired -> expired ? until(passage.acquireNewer()) : Steps.now(grant));
    }

    @Override
    public void leave(ClientRequestContext request) {
        if (assignment.canBeLate() && assignment.isStillOn(request)) {
            passage.newer().flatMap(tokens::late).ifPresent(own -> {
                assignment.put(own, request);
                prove(request);
            });
        }
    }

    @Override
    public boolean hasSecret() {
        return hasEarlierSecret || assignment.hasPut();
    }

    /** Whether the token of this call, and nothing else, is on {@code request}. */
    boolean carriesItsToken(ClientRequestContext request) {
        return assignment.isStillOn(request);
    }

    /** Not before: the proof names the method and the address to which the request really goes. */
    @Override
    public void depart(ClientRequestContext request) {
        if (assignment.isStillOn(request)) {
            prove(request);
            body = replay.map(known -> SentBody.of(
                            request, known, callerWaits, site.inRealm().bodies()))
                    .orElse(null);
        }
    }

    private void prove(ClientRequestContext request) {
        tokens.last().ifPresent(own -> proofs.put(own, request));
    }

    @Override
    public CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response) {
        if (!sentAgain && !assignment.isStillOn(request)) {
            discardBody();
            return Steps.DONE;
        }
        return judged(request, response).whenComplete((arrival, thrown) -> {
            if (arrival != Arrival.ANEW) {
                passage.ended();
                discardBody();
            }
        });
    }

    private CompletionStage<Arrival> judged(ClientRequestContext request, ClientResponseContext response) {
        proofs.learn(request, response);
        BodyLook into = BodyLook.into(site, replay, request, response);
        look = into;
        return judgement
                .of(request, into, body, proofs.mayBeTriedAgain())
                .thenCompose(decision -> follow(decision, request, response));
    }

    private CompletionStage<Arrival> follow(
            Decision decision, ClientRequestContext request, ClientResponseContext response) {
        return switch (decision) {
            case REPLAY ->
                tokenReplaced
                        ? rejectedAgain(replay.orElseThrow(), request, response)
                        : replay(replay.orElseThrow(), request, response);
            case REFRESH_ONLY ->
                tokenReplaced
                        ? newTokenDoesNotHelp()
                        : refreshOnly("can not be sent again: its body can be read only once, or may have been changed"
                                + " meanwhile, and is larger than what may be kept, or this REST client can not"
                                + " replay; the 401 reaches the caller");
            case PROVE_ANEW -> proveAnew(replay.orElseThrow(), request, response);
            case ACCEPTED -> accepted(response);
            case HAND_OVER -> Steps.now(Arrival.IN_PLACE);
        };
    }

    /**
     * First of all nobody else is to send this token any more. Then the connection is given back before the call waits,
     * or waiting callers could use all of them up.
     */
    private CompletionStage<Arrival> replay(Replay with, ClientRequestContext request, ClientResponseContext response) {
        CompletionStage<Verdict> verdict = passage.verdict();
        BodyShare kept = site.inRealm().bodies().share();
        return released(with, request, response, kept)
                .thenCompose(released -> released
                        ? until(verdict)
                                .whenComplete((outcome, thrown) -> kept.giveBack())
                                .thenCompose(outcome -> follow(outcome, with, request, response))
                        : handOver(TOO_LONG_AN_ANSWER));
    }

    /** A 401 whose body does not come must not keep its call for ever; any other answer is its caller's, all of it. */
    private CompletionStage<Boolean> released(
            Replay with, ClientRequestContext request, ClientResponseContext response, BodyShare room) {
        Released released = new Released(site, with, request, response, room);
        return (response.getStatus() == UNAUTHORIZED
                        ? released.orAbandoned()
                        : released.orLeft(Objects.requireNonNull(look)))
                .whenComplete((whole, thrown) -> {
                    if (!Boolean.TRUE.equals(whole)) {
                        room.giveBack();
                    }
                });
    }

    private CompletionStage<Arrival> follow(
            Verdict verdict, Replay with, ClientRequestContext request, ClientResponseContext response) {
        if (verdict instanceof Verdict.Repeat) {
            return resend(with, request, response);
        }
        if (!(verdict instanceof Verdict.Replay again)) {
            return Steps.now(Arrival.IN_PLACE);
        }
        tokenReplaced = true;
        proofs.startAnew();
        return assignment.put(tokens.again(again.grant()), request).thenCompose(put -> resend(with, request, response));
    }

    private CompletionStage<Arrival> proveAnew(
            Replay with, ClientRequestContext request, ClientResponseContext response) {
        proofs.tryAgain();
        return sendAgain(with, request, response);
    }

    /** The token stays the same, so there is nothing to wait for. */
    private CompletionStage<Arrival> sendAgain(
            Replay with, ClientRequestContext request, ClientResponseContext response) {
        BodyShare kept = site.inRealm().bodies().share();
        return released(with, request, response, kept).thenCompose(released -> {
            kept.giveBack();
            return released ? resend(with, request, response) : handOver(TOO_LONG_AN_ANSWER);
        });
    }

    private CompletionStage<Arrival> resend(Replay with, ClientRequestContext request, ClientResponseContext response) {
        prove(request);
        Destination.check(site, request, replay); // an assignment of the application may have changed it
        sentAgain = true;
        return with.resend(request, response, Optional.ofNullable(body).flatMap(SentBody::bytes))
                .thenCompose(arrival -> arrival == Arrival.IN_PLACE ? judged(request, response) : Steps.now(arrival));
    }

    private CompletionStage<Arrival> rejectedAgain(
            Replay with, ClientRequestContext request, ClientResponseContext response) {
        return passage.repeatsReplay() ? sendAgain(with, request, response) : newTokenDoesNotHelp();
    }

    private CompletionStage<Arrival> newTokenDoesNotHelp() {
        passage.replayRejected();
        return Steps.now(Arrival.IN_PLACE);
    }

    private CompletionStage<Arrival> refreshOnly(String why) {
        passage.rejectedForGood();
        return handOver(why);
    }

    private CompletionStage<Arrival> handOver(String why) {
        site.warnOnce(why);
        return Steps.now(Arrival.IN_PLACE);
    }

    private CompletionStage<Arrival> accepted(ClientResponseContext response) {
        passage.accepted();
        Grant used = passage.used();
        if (!signsOut || response.getStatus() / 100 != 2 || used == null) {
            return Steps.now(Arrival.IN_PLACE);
        }
        return site.waiting().apart(() -> {
            site.inRealm().signOut(site.client(), site.session(), used);
            return Arrival.IN_PLACE;
        });
    }

    private void discardBody() {
        SentBody sent = body;
        if (sent != null) {
            sent.discard();
        }
    }

    private <T> CompletionStage<T> until(CompletionStage<T> gate) {
        return site.until(gate);
    }
}
