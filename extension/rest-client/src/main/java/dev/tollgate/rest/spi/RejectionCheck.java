package dev.tollgate.rest.spi;

import java.util.concurrent.CompletionStage;

/** Says which answers mean that the token is no longer good, besides a 401 that does: another status such as 419, or
 * something in the body. The call is then refreshed and replayed like after a 401. Not asked about what another filter
 * answered. */
@FunctionalInterface
public interface RejectionCheck {

    /** Whether {@code answer} means that the token of {@code call} is no longer good. */
    boolean isRejected(ServerAnswer answer, Call call);

    /** The same, answered later. */
    @FunctionalInterface
    interface Async {

        /** Whether {@code answer} means that the token of {@code call} is no longer good. */
        CompletionStage<Boolean> isRejected(ServerAnswer answer, Call call);
    }
}
