package dev.tollgate.source;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what it means that a token endpoint brought no tokens. An OAuth error decides, whatever the
 * status; where there is none, the status does.
 *
 * @param terminalErrors the errors that end the session, in lower case
 * @param terminalStatuses the statuses that end the session where there is no error
 */
public record RefusalRule(Set<String> terminalErrors, Set<Integer> terminalStatuses) {

    /** The key of further errors that end a session. */
    public static final String TERMINAL_ERRORS = "terminal-errors";

    /** The key of the statuses that end a session. */
    public static final String TERMINAL_STATUSES = "terminal-statuses";

    /** What a service with a login of its own says by its status alone. */
    public static final Set<Integer> STATUSES_OF_A_SERVICE = Set.of(400, 401, 403);

    /** An authorization server names the error of what it refuses: a page without one is of something in front of it. */
    public static final RefusalRule AUTHORIZATION_SERVER = new RefusalRule(Set.of(), Set.of());

    /** A service with a login of its own need not know of OAuth errors. */
    public static final RefusalRule SERVICE = new RefusalRule(Set.of(), STATUSES_OF_A_SERVICE);

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private static final Set<String> TRANSIENT =
            Set.of("temporarily_unavailable", "server_error", "internal_failure", "slow_down");

    public RefusalRule {
        Set<String> errors = new HashSet<>(terminalErrors);
        errors.add("invalid_grant");
        terminalErrors = Set.copyOf(errors);
        terminalStatuses = Set.copyOf(terminalStatuses);
    }

    /**
     * The rule that a realm's keys tell. A value of the wrong form is told as a mistake.
     *
     * @param otherwise where a key says nothing
     */
    public static RefusalRule of(SourceSettings settings, RefusalRule otherwise) {
        return new RefusalRule(errors(settings), statuses(settings, otherwise.terminalStatuses));
    }

    private static Set<String> errors(SourceSettings settings) {
        List<String> written = settings.list(TERMINAL_ERRORS);
        if (!written.stream().allMatch(OAuthError::isCode)) {
            settings.problem(
                    TERMINAL_ERRORS,
                    "must be OAuth errors such as interaction_required, separated by commas (RFC 6749 section 5.2)");
            return Set.of();
        }
        return written.stream().map(code -> code.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Set<Integer> statuses(SourceSettings settings, Set<Integer> otherwise) {
        List<String> written = settings.list(TERMINAL_STATUSES);
        if (!written.stream().allMatch(status -> status.matches("4\\d\\d"))) {
            settings.problem(
                    TERMINAL_STATUSES,
                    "must be HTTP statuses from 400 to 499, separated by commas: other statuses never end a session");
            return otherwise;
        }
        return written.isEmpty()
                ? otherwise
                : written.stream().map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What {@code refusal} amounts to.
     *
     * @param call what was refused, for people
     * @param secrets what the server may repeat, but the failure must not show
     */
    public TokenFailure failure(Refusal refusal, String call, Collection<String> secrets) {
        String what = call + " was answered with " + refusal.words(secrets) + ErrorAdvice.ofStatus(refusal.status());
        if (refusal.status() == PROXY_AUTHENTICATION_REQUIRED) {
            return new TokenFailure.Configuration(what); // the server has not seen it, whatever the proxy says of it
        }
        return refusal.error()
                .flatMap(error -> byError(error.code(), refusal, what))
                .orElseGet(() -> byStatus(refusal, what));
    }

    private Optional<TokenFailure> byError(String code, Refusal refusal, String what) {
        if (terminalErrors.contains(code)) {
            return Optional.of(new TokenFailure.Terminal(what));
        }
        if (TRANSIENT.contains(code)) {
            return Optional.of(later(refusal, what));
        }
        return ErrorAdvice.of(code)
                .or(() -> isPassing(refusal.status()) ? Optional.empty() : Optional.of(ErrorAdvice.OF_UNKNOWN))
                .map(advice -> new TokenFailure.Configuration(what + " (" + advice + ")"));
    }

    /** Statuses that say by themselves that it may work later: an unknown error adds nothing to that. */
    private static boolean isPassing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private TokenFailure byStatus(Refusal refusal, String what) {
        int status = refusal.status();
        if (terminalStatuses.contains(status)) {
            return new TokenFailure.Terminal(what);
        }
        return switch (status) {
            case 408, 502, 504 -> new TokenFailure.OutcomeUnknown(what, null);
            case 400, 401, 403 -> TokenFailure.Transient.withoutError(what, asked(refusal));
            default -> isPassing(status) ? later(refusal, what) : new TokenFailure.Configuration(what);
        };
    }

    private static TokenFailure later(Refusal refusal, String what) {
        return new TokenFailure.Transient(what, null, asked(refusal));
    }

    private static @Nullable Duration asked(Refusal refusal) {
        return refusal.retryAfter().orElse(null);
    }
}
