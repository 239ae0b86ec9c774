package dev.tollgate.rest.realm;

import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * A client interface that was not discovered at start, where all mistakes are found: what is wrong with it is found at its
 * first call. A call without a token, silently, is the worst that can become of it.
 */
final class NotFoundAtStart {

    private NotFoundAtStart() {}

    /** It says that it is in {@code realm}. */
    static ProcessingException inAnUnknownRealm(Class<?> client, String realm, Collection<String> known) {
        return refusal(client.getName() + " is in the realm '" + realm + "', which was not found at start-up: put "
                + realm + " into tollgate.realms, or the client interface where it is discovered (@RegisterRestClient"
                + " in a bean archive, or its class name in tollgate." + realm + ".clients)"
                + Nearest.to(realm, known));
    }

    /** It says that it is in {@code realm}, but no realms were looked for. */
    static ProcessingException withoutStart(Class<?> client, String realm) {
        return refusal(
                client.getName() + " is in the realm '" + realm + "', but Tollgate was not started: a CDI container"
                        + " with portable extensions does so; on Quarkus, dev.tollgate:tollgate-quarkus does");
    }

    /** It is in no realm, and looks as if it were meant to be. */
    static void check(Class<?> client, Predicate<String> isSwitchedOn) {
        Problems problems = new Problems();
        new ClientsWithoutARealm(isSwitchedOn, problems).check(client);
        problems.all().stream().findFirst().ifPresent(problem -> {
            throw refusal(problem);
        });
    }

    private static ProcessingException refusal(String message) {
        return new ProcessingException(message, new TokenFailure.Configuration(message));
    }
}
