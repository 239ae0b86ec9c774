package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those are told who get no token. */
final class Explanations {

    private final GateParts parts;

    Explanations(GateParts parts) {
        this.parts = parts;
    }

    NoToken unavailable(TokenFailure failure, Instant retryAt) {
        return new NoToken.Unavailable(
                parts.name() + ": no token can be had now: " + failure.getMessage(), failure, retryAt);
    }

    NoToken paused(GateState.Stale stale) {
        long pause = stale.retryAt() - parts.time().nanoTime();
        return unavailable(stale.failure(), parts.time().now().plusNanos(Math.max(0, pause)));
    }

    NoToken waitedInVain(@Nullable TokenFailure lastFailure) {
        String why = lastFailure == null ? "the refresh is still under way" : lastFailure.getMessage();
        return notNow(
                "no token within " + parts.policy().waitTimeout().toMillis() + " ms (wait-timeout): " + why,
                lastFailure);
    }

    NoToken tooManyWaiters() {
        return notNow("more than " + parts.policy().maxWaiters() + " calls wait for a token (max-waiters)", null);
    }

    TokenFailure tooManyRefreshes(Optional<Duration> life) {
        return new TokenFailure.Transient(
                "the tokens were refreshed more often than makes sense, their life is "
                        + life.map(Duration::toString).orElse("unknown") + "; the next refresh is delayed",
                null);
    }

    NoToken tooManySessions(int most) {
        return notNow(
                "there are " + most
                        + " sessions (max-sessions), and none of them may be forgotten; sessions that nobody"
                        + " uses can be signed out after a session-idle-timeout",
                null);
    }

    NoToken interrupted() {
        return notNow("the thread was interrupted while it waited for a token", null);
    }

    NoToken ending() {
        return notNow("the application is ending, and its gates are closed", null);
    }

    NoToken nothingToRefreshWith() {
        return notNow("there is no refresh token; the access token is still good", null);
    }

    NoToken waitsForItself(Trigger trigger) {
        String mistake = trigger.describe() + " is called by the refresh and needs a token itself: mark it"
                + " @RefreshToken, or @Guest";
        return notNow(mistake, new TokenFailure.Configuration(mistake));
    }

    NoToken sessionOver(TokenFailure cause) {
        return new NoToken.SessionOver(
                parts.name() + ": the session is over, sign in again: " + cause.getMessage(), cause);
    }

    /** Why {@code failure} ends a session: where nobody knows what the server did, that is decided by a key. */
    TokenFailure end(TokenFailure failure) {
        if (!(failure instanceof TokenFailure.OutcomeUnknown)) {
            return failure;
        }
        String rotation = parts.policy()
                .rotation()
                .map(configured -> configured.name().toLowerCase(Locale.ROOT))
                .orElse("auto, and the server was seen to replace refresh tokens");
        String why = ": the server may have used up the refresh token, which is not sent again (rotation=";
        return new TokenFailure.OutcomeUnknown(failure.getMessage() + why + rotation + ")", failure);
    }

    NoToken nobodyIsSignedIn() {
        return new NoToken.SessionOver(parts.name() + ": nobody is signed in", null);
    }

    NoToken onBehalfOfNobody(Trigger trigger) {
        return new NoToken.SessionOver(
                parts.name() + ": " + trigger.describe()
                        + " is not on behalf of anybody whose token could be exchanged",
                null);
    }

    NoToken signedOutWhileWaiting() {
        return new NoToken.SessionOver(parts.name() + ": signed out while waiting", null);
    }

    private NoToken notNow(String why, @Nullable TokenFailure cause) {
        return new NoToken.Unavailable(
                parts.name() + ": " + why, cause, parts.time().now());
    }
}
