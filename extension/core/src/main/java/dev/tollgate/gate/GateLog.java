package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes what happens at a gate to the log, category {@code dev.tollgate.gate}. */
final class GateLog implements GateListener {

    private static final Logger LOG = System.getLogger("dev.tollgate.gate");

    private final String gate;

    GateLog(String gate) {
        this.gate = gate;
    }

    @Override
    public void on(GateEvent event) {
        if (event instanceof GateEvent.Refreshed refreshed) {
            LOG.log(
                    Level.DEBUG,
                    () -> gate + ": refreshed (" + refreshed.reason() + ") to generation " + refreshed.generation()
                            + " in " + refreshed.took().toMillis() + " ms");
        } else if (event instanceof GateEvent.RefreshFailed failed) {
            tell(
                    level(failed),
                    "no new tokens (" + failed.reason() + "), next attempt not before " + failed.retryAt(),
                    failed.failure());
        } else if (event instanceof GateEvent.SessionEnded ended) {
            tell(Level.WARNING, "the session is over, somebody has to sign in again", ended.cause());
        } else if (event instanceof GateEvent.ClientDistrusted distrusted) {
            LOG.log(
                    Level.WARNING,
                    gate + ": " + distrusted.client() + " refuses freshly issued tokens; its 401 answers"
                            + " reach the callers. Is it the right realm, audience and scope?");
        } else {
            LOG.log(Level.DEBUG, () -> gate + ": " + event.getClass().getSimpleName());
        }
    }

    /** One line for the operator; where it comes from, only for whoever looks closer. */
    private void tell(Level level, String what, TokenFailure why) {
        LOG.log(level, gate + ": " + what + ": " + why.getMessage());
        LOG.log(Level.DEBUG, gate + ": " + why.getMessage(), why);
    }

    private static Level level(GateEvent.RefreshFailed failed) {
        return failed.failure() instanceof TokenFailure.Configuration ? Level.ERROR : Level.WARNING;
    }
}
