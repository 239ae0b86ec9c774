package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Writes what happens at a gate to the log, category {@code dev.tollgate.gate}. */
final class GateLog implements GateListener {

    private static final Logger LOG = System.getLogger("dev.tollgate.gate");

    private volatile String lastError = "";

    @Override
    public void on(GateEvent event) {
        String gate = GateParts.name(event.realm(), event.session());
        if (event instanceof GateEvent.Refreshed refreshed) {
            lastError = "";
            LOG.log(
                    Level.DEBUG,
                    () -> gate + ": refreshed (" + refreshed.reason() + ") to generation " + refreshed.generation()
                            + " in " + refreshed.took().toMillis() + " ms");
        } else if (event instanceof GateEvent.RefreshFailed failed) {
            tell(
                    level(failed),
                    gate + ": no new tokens (" + failed.reason() + "), next attempt not before " + failed.retryAt(),
                    failed.failure());
        } else if (event instanceof GateEvent.RefusedWithoutError refused) {
            tell(
                    Level.ERROR,
                    gate + ": " + refused.times() + " requests in a row were refused without an OAuth error. Is it the"
                            + " token endpoint that answers, or something in front of it? The session is kept; if such a"
                            + " status ends it, set terminal-statuses",
                    refused.failure());
        } else if (event instanceof GateEvent.SessionEnded ended) {
            tell(Level.WARNING, gate + ": the session is over, somebody has to sign in again", ended.cause());
        } else if (event instanceof GateEvent.RevocationFailed failed) {
            tell(Level.WARNING, gate + ": signed out, but the server could not be told", failed.failure());
        } else if (event instanceof GateEvent.ClientDistrusted distrusted) {
            LOG.log(
                    Level.WARNING,
                    gate + ": " + distrusted.client() + " refuses freshly issued tokens; its 401 answers"
                            + " reach the callers. Is it the right realm, audience and scope?");
        } else if (event instanceof GateEvent.NodeDistrusted distrusted) {
            LOG.log(
                    Level.WARNING,
                    gate + ": one node behind " + distrusted.client() + " refuses a token that another one accepts;"
                            + " rejected calls are repeated with the same token for a while. Does a node have old keys,"
                            + " or another clock?");
        } else if (event instanceof GateEvent.RefreshedTooOften often) {
            LOG.log(
                    Level.WARNING,
                    gate + ": there are more refreshes than make sense, they are slowed down. The tokens live "
                            + often.life().map(Duration::toString).orElse("for an unknown time")
                            + ": is that what the authorization server should issue? Are this machine's clock and"
                            + " clock-skew right? Does a service refuse tokens that are good?");
        } else {
            LOG.log(Level.DEBUG, () -> gate + ": " + event.getClass().getSimpleName());
        }
    }

    /** One line for the operator; where it comes from, only for whoever looks closer. */
    private void tell(Level level, String what, TokenFailure why) {
        LOG.log(level, what + ": " + why.getMessage());
        LOG.log(Level.DEBUG, what, why);
    }

    /** The same mistake, which each session of the realm meets again and again, is an error once. */
    private Level level(GateEvent.RefreshFailed failed) {
        String message = String.valueOf(failed.failure().getMessage());
        if (!(failed.failure() instanceof TokenFailure.Configuration) || message.equals(lastError)) {
            return Level.WARNING;
        }
        lastError = message;
        return Level.ERROR;
    }
}
