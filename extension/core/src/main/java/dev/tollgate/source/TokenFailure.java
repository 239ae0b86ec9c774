package dev.tollgate.source;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a {@link TokenSource} has no tokens to give. The kind of failure decides what the gate does next. */
public abstract sealed class TokenFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TokenFailure(String message, @Nullable Throwable cause, boolean traced) {
        super(message, cause, traced, traced);
    }

    /** Kind and message, without the causes and where it comes from: for a state, which may keep it for hours. */
    public TokenFailure inShort() {
        return like(String.valueOf(getMessage()), null, false);
    }

    /** The same failure where neither its message nor a cause shows one of {@code secrets}, however it is encoded. */
    public TokenFailure without(Collection<String> secrets) {
        Throwable wiped = Wiped.of(this, secrets);
        if (wiped == this) {
            return this;
        }
        TokenFailure same = like(Wiped.text(String.valueOf(getMessage()), secrets), wiped.getCause(), true);
        same.setStackTrace(getStackTrace());
        return same;
    }

    /** One of the same kind that says the same of what was sent and done. */
    abstract TokenFailure like(String message, @Nullable Throwable cause, boolean traced);

    /**
     * It may work later: the server could not be reached, or answered 429, 5xx or {@code temporarily_unavailable}. The
     * request was not acted upon. Both tokens are kept, and the gate tries again with back-off.
     */
    public static final class Transient extends TokenFailure {
        private static final long serialVersionUID = 1L;
        private final @Nullable Duration retryAfter;
        private final Kind kind;

        private enum Kind {
            UNSENT,
            SENT,
            WITHOUT_ERROR
        }

        public Transient(String message, @Nullable Throwable cause) {
            this(message, cause, null);
        }

        /** @param retryAfter how long the server asked to be left alone (RFC 9110 §10.2.3); null if it did not */
        public Transient(String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
            this(message, cause, retryAfter, Kind.SENT, true);
        }

        private Transient(
                String message, @Nullable Throwable cause, @Nullable Duration retryAfter, Kind kind, boolean traced) {
            super(message, cause, traced);
            this.retryAfter = retryAfter;
            this.kind = kind;
        }

        /**
         * The request was refused, but not in the words of an authorization server (RFC 6749 §5.2): it may have been by
         * something in front of it, such as a proxy.
         */
        public static Transient withoutError(String message, @Nullable Duration retryAfter) {
            return new Transient(message, null, retryAfter, Kind.WITHOUT_ERROR, true);
        }

        /** The server was not reached, and has seen nothing of the request: where that is known for sure. */
        public static Transient unsent(String message, @Nullable Throwable cause) {
            return unsent(message, cause, null);
        }

        /**
         * The same, where whoever was asked instead wants to be left alone.
         *
         * @param retryAfter how long (RFC 9110 §10.2.3); null if it did not say
         */
        public static Transient unsent(String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
            return new Transient(message, cause, retryAfter, Kind.UNSENT, true);
        }

        @Override
        TokenFailure like(String message, @Nullable Throwable cause, boolean traced) {
            return new Transient(message, cause, retryAfter, kind, traced);
        }

        /** Whether the server may have seen the request. */
        public boolean wasSent() {
            return kind != Kind.UNSENT;
        }

        /** Whether the request was refused without an OAuth error. */
        public boolean isWithoutError() {
            return kind == Kind.WITHOUT_ERROR;
        }

        /** How long the server asked to be left alone. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /**
     * The grant is dead ({@code invalid_grant}, RFC 6749 §5.2): the session is over, unless the source can acquire anew.
     */
    public static final class Terminal extends TokenFailure {
        private static final long serialVersionUID = 1L;

        public Terminal(String message) {
            this(message, null);
        }

        public Terminal(String message, @Nullable Throwable cause) {
            this(message, cause, true);
        }

        private Terminal(String message, @Nullable Throwable cause, boolean traced) {
            super(message, cause, traced);
        }

        @Override
        TokenFailure like(String message, @Nullable Throwable cause, boolean traced) {
            return new Terminal(message, cause, traced);
        }
    }

    /**
     * The client itself is set up wrongly ({@code invalid_client}, {@code unauthorized_client}, an answer without a
     * token): somebody has to mend it. The tokens are kept, but for a refresh token that has been used up for nothing.
     */
    public static final class Configuration extends TokenFailure {
        private static final long serialVersionUID = 1L;
        private final boolean granted;

        public Configuration(String message) {
            this(message, null);
        }

        public Configuration(String message, @Nullable Throwable cause) {
            this(message, cause, false, true);
        }

        private Configuration(String message, @Nullable Throwable cause, boolean granted, boolean traced) {
            super(message, cause, traced);
            this.granted = granted;
        }

        @Override
        TokenFailure like(String message, @Nullable Throwable cause, boolean traced) {
            return new Configuration(message, cause, granted, traced);
        }

        /** The server told of success, but what it said is of no use, or got lost on the way. */
        public static Configuration unusableAnswer(String message, @Nullable Throwable cause) {
            return new Configuration(message, cause, true, true);
        }

        /** Whether the server did what it was asked for: one that rotates has used up the refresh token. */
        public boolean wasGranted() {
            return granted;
        }
    }

    /**
     * The request was sent and no usable answer came (timeout, reset, 502, 504): the server may have used up the refresh
     * token (RFC 9700 §4.14). What follows is decided by {@code Rotation}.
     */
    public static final class OutcomeUnknown extends TokenFailure {
        private static final long serialVersionUID = 1L;

        private final boolean rotated;

        public OutcomeUnknown(String message, @Nullable Throwable cause) {
            this(message, cause, false, true);
        }

        private OutcomeUnknown(String message, @Nullable Throwable cause, boolean rotated, boolean traced) {
            super(message, cause, traced);
            this.rotated = rotated;
        }

        @Override
        TokenFailure like(String message, @Nullable Throwable cause, boolean traced) {
            return new OutcomeUnknown(message, cause, rotated, traced);
        }

        /**
         * The same for an attempt of several requests, where an answer before has replaced the refresh token: the one that
         * the gate knows has been used up, and of the newest nobody knows.
         */
        public static OutcomeUnknown afterRotation(String message, @Nullable Throwable cause) {
            return new OutcomeUnknown(message, cause, true, true);
        }

        /** Whether the server was seen to replace the refresh token. */
        public boolean hasRotated() {
            return rotated;
        }
    }
}
