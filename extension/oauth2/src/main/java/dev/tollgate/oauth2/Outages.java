package dev.tollgate.oauth2;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Logs that a server gives no answer: at once, and once until it does. Safe for use by many threads. */
final class Outages {

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    private final String realm;
    private final NoAnswer why;
    private final AtomicReference<@Nullable String> logged = new AtomicReference<>();

    Outages(String realm, NoAnswer why) {
        this.realm = realm;
        this.why = why;
    }

    /** Why there was no answer, for the end of a message. */
    String reason(Throwable thrown) {
        return why.reason(thrown);
    }

    void begun(URI asked, Throwable thrown) {
        String reason = reason(thrown);
        if (!reason.isEmpty() && !reason.equals(logged.getAndSet(reason))) {
            LOG.log(
                    Level.WARNING,
                    "realm '" + realm + "': " + Addresses.shown(asked) + " gives no answer" + reason
                            + "; calls wait for it, said once until it answers");
        }
    }

    void ended() {
        logged.set(null);
    }
}
