package dev.tollgate.rest.replay;

import dev.tollgate.rest.challenge.Challenge;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The one place that decides what an answer means for the token that its call carried. Blocks nowhere, knows no runtime. */
public final class ReplayRule {

    private static final int UNAUTHORIZED = 401;

    private ReplayRule() {}

    /** What an answer means. */
    public enum Decision {
        /** The token was accepted. */
        ACCEPTED,
        /** The answer is about something else than the token; its caller gets it. */
        HAND_OVER,
        /** The token is no longer good, but the call can not be repeated: its caller gets the answer. */
        REFRESH_ONLY,
        /** The token is no longer good: send the call again with another one. */
        REPLAY,
        /** The token may be good, but its proof was not: send the call again with another proof. */
        PROVE_ANEW
    }

    /**
     * What is known of an answer to a call that carried a token of ours.
     *
     * @param status its HTTP status
     * @param challenges what its {@code WWW-Authenticate} headers say
     * @param fromAFilter whether a request filter gave it, so that no server has seen the call
     * @param repeatable whether the call can be sent once more as it was; asked only if it matters
     * @param nonce whether it brought a nonce that a proof of the call has not had yet
     */
    public record Answer(
            int status, List<Challenge> challenges, boolean fromAFilter, BooleanSupplier repeatable, boolean nonce) {

        /** Whether it is a server's answer that is not about the token, unless the application says otherwise. */
        public boolean isForTheApplicationToJudge() {
            return !fromAFilter && !asksForAnotherToken() && !asksForAnotherProof();
        }

        boolean asksForAnotherProof() {
            return status == UNAUTHORIZED && nonce && challenges.stream().anyMatch(Challenge::asksForNonce);
        }

        boolean asksForAnotherToken() {
            return status == UNAUTHORIZED
                    && (challenges.isEmpty() || challenges.stream().anyMatch(Challenge::asksForAnotherToken));
        }
    }

    /**
     * A 401 without any challenge, or with one that asks for another token, is about the token. Anything else is not: in
     * particular {@code insufficient_scope} and step-up challenges, which no refresh can meet. Where a nonce is asked for
     * (RFC 9449 §9), the server has not looked at the token: what other challenges say is not yet about it.
     *
     * @param rejectedByTheApplication what the application says of an answer that {@link Answer#isForTheApplicationToJudge}
     */
    public static Decision decide(Answer answer, boolean rejectedByTheApplication) {
        if (answer.fromAFilter()) {
            return Decision.HAND_OVER;
        }
        if (answer.asksForAnotherProof()) {
            return answer.repeatable().getAsBoolean() ? Decision.PROVE_ANEW : Decision.HAND_OVER;
        }
        if (answer.asksForAnotherToken() || rejectedByTheApplication) {
            return answer.repeatable().getAsBoolean() ? Decision.REPLAY : Decision.REFRESH_ONLY;
        }
        return answer.status() == UNAUTHORIZED ? Decision.HAND_OVER : Decision.ACCEPTED;
    }
}
