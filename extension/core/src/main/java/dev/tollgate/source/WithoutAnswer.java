package dev.tollgate.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Decides what it means that a call of a token endpoint ended without an answer. */
public final class WithoutAnswer {

    private static final int MOST_CAUSES = 32;

    private WithoutAnswer() {}

    /**
     * The failure that it amounts to that {@code call} ended with {@code thrown}: only what has certainly not been sent may
     * be sent again.
     *
     * @param secrets what {@code thrown} may show, but the failure must not
     */
    public static TokenFailure of(Throwable thrown, String call, Collection<String> secrets) {
        return of(thrown, call, "", secrets);
    }

    /**
     * The same with a reason.
     *
     * @param reason why there was no answer, where that is known, for the end of the message
     */
    public static TokenFailure of(Throwable thrown, String call, String reason, Collection<String> secrets) {
        for (Throwable cause : causes(thrown)) {
            if (cause instanceof TokenFailure failure) {
                return failure;
            }
            if (wasNotSent(cause)) {
                return TokenFailure.Transient.unsent(
                        call + " did not reach the server" + reason, Wiped.of(thrown, secrets));
            }
        }
        return new TokenFailure.OutcomeUnknown(call + " got no usable answer" + reason, Wiped.of(thrown, secrets));
    }

    /** Bounded, because causes may go round in circles. */
    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
    }

    private static boolean wasNotSent(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || cause.getClass().getSimpleName().endsWith("ConnectTimeoutException")
                || waitedForAConnection(cause)
                || hasNoTunnel(cause);
    }

    /** What Apache's clients throw to a thread that gets no connection, or is interrupted while it waits for one. */
    private static boolean waitedForAConnection(Throwable cause) {
        return switch (cause.getClass().getSimpleName()) {
            case "ConnectionPoolTimeoutException", "ConnectionRequestTimeoutException" -> true;
            case "RequestAbortedException" -> cause.getCause() instanceof InterruptedException; // not of other causes
            default -> false;
        };
    }

    /** The JDK's clients have no type for a proxy that gets no connection to the server: they were to ask through it. */
    private static boolean hasNoTunnel(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause.getClass() == IOException.class
                && (message.startsWith("Tunnel failed, got: ")
                        || message.startsWith("Unable to tunnel through proxy. "));
    }
}
