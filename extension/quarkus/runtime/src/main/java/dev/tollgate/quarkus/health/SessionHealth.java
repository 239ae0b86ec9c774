package dev.tollgate.quarkus.health;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.source.SessionKey;
import java.util.Optional;

/** How one session is. */
record SessionHealth(GateStatus status, Condition condition) {

    /** What a caller would find. */
    enum Condition {
        /** Nobody is signed in, which is as it should be, or else somebody signs in by the first call. */
        SIGNED_OUT,
        /** Calls have a token, or the first attempt to get one is under way. */
        READY,
        /** The token endpoint does not do its part. */
        FAILING,
        /** Somebody has to sign in. */
        OVER
    }

    static SessionHealth of(GateStatus status) {
        return new SessionHealth(status, conditionOf(status));
    }

    private static Condition conditionOf(GateStatus status) {
        if (status.failingSince().isPresent()) {
            return Condition.FAILING;
        }
        return switch (status.state()) {
            case SIGNED_OUT -> Condition.SIGNED_OUT;
            case SESSION_EXPIRED -> Condition.OVER;
            case FRESH, REFRESHING, STALE -> Condition.READY;
        };
    }

    /** Whether no call can be made, and it is not a user's own affair. */
    boolean isStuck() {
        return switch (condition) {
            case SIGNED_OUT, READY -> false;
            case FAILING -> !status.usable();
            case OVER -> status.session().equals(SessionKey.APPLICATION);
        };
    }

    /** Whether calls have a token, or are about to. */
    boolean canCall() {
        return condition == Condition.READY || (condition == Condition.FAILING && status.usable());
    }

    String describe() {
        return switch (condition) {
            case SIGNED_OUT -> "nobody is signed in";
            case READY -> "ready";
            case FAILING -> failing();
            case OVER -> "session over: " + why();
        };
    }

    private String failing() {
        String since = "token endpoint failing since " + status.failingSince().orElseThrow() + ": " + why();
        Optional<String> until = status.expiresAt().map(expiry -> " until " + expiry);
        return status.usable() ? since + "; calls go on with the token at hand" + until.orElse("") : since;
    }

    private String why() {
        return status.failure()
                .map(failure -> String.valueOf(failure.getMessage()))
                .orElse("unknown");
    }
}
