package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** There is no token to be had, so the call must not be sent. */
public abstract sealed class NoToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NoToken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Not now: trying again later may work. */
    public static final class Unavailable extends NoToken {
        private static final long serialVersionUID = 1L;
        private final Instant retryAt;

        /** @param retryAt when trying again makes sense */
        Unavailable(String message, @Nullable Throwable cause, Instant retryAt) {
            super(message, cause);
            this.retryAt = retryAt;
        }

        /** When trying again makes sense. */
        public Instant retryAt() {
            return retryAt;
        }
    }

    /** Not before somebody signs in. */
    public static final class SessionOver extends NoToken {
        private static final long serialVersionUID = 1L;

        SessionOver(String message, @Nullable TokenFailure cause) {
            super(message, cause);
        }
    }
}
