package dev.tollgate.quarkus.devui;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.quarkus.devui.RefreshTimeline.Refresh;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.source.SessionKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page of the Dev UI calls. */
public class RealmsService {

    @Inject
    Tollgate tollgate;

    @Inject
    RefreshTimeline timeline;

    /**
     * A session as the Dev UI shows it.
     *
     * @param session empty if the realm has not been used yet
     * @param token a fingerprint
     * @param expiresAt ISO 8601; null if unknown
     */
    public record Session(
            String realm,
            String session,
            String state,
            long generation,
            @Nullable String token,
            @Nullable String expiresAt,
            int waiters,
            @Nullable String failure,
            @Nullable String failingSince) {}

    /** How many realms there are. */
    public int count() {
        return tollgate.realms().size();
    }

    /** All sessions of all realms; one without a name for a realm that has none. */
    public List<Session> sessions() {
        return tollgate.realms().stream()
                .sorted()
                .map(tollgate::realm)
                .flatMap(RealmsService::sessionsOf)
                .toList();
    }

    private static Stream<Session> sessionsOf(Realm realm) {
        List<Session> sessions =
                realm.sessions().stream().map(RealmsService::describe).toList();
        return sessions.isEmpty()
                ? Stream.of(new Session(realm.name(), "", "NOT_USED_YET", 0, null, null, 0, null, null))
                : sessions.stream();
    }

    private static Session describe(GateStatus status) {
        return new Session(
                status.realm(),
                status.session().value(),
                status.state().name(),
                status.generation(),
                status.fingerprint().map(Object::toString).orElse(null),
                status.expiresAt().map(Instant::toString).orElse(null),
                status.waiters(),
                status.failure().map(Throwable::getMessage).orElse(null),
                status.failingSince().map(Instant::toString).orElse(null));
    }

    /** The last refreshes, the newest first. */
    public List<Refresh> timeline() {
        return timeline.all();
    }

    /** Refreshes now; answers what became of it. */
    public Uni<String> refresh(String realm, String session) {
        return Uni.createFrom()
                .completionStage(() -> find(realm, session).refresh())
                .map(tokens -> "refreshed")
                .onFailure()
                .recoverWithItem(failure -> String.valueOf(failure.getMessage()));
    }

    /** Signs out; observers of the application may take their time. */
    public Uni<String> signOut(String realm, String session) {
        return Uni.createFrom()
                .item(() -> {
                    find(realm, session).signOut();
                    return "signed out";
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Realm find(String realm, String session) {
        Realm found = tollgate.realm(realm);
        return session.isEmpty() ? found : found.session(new SessionKey(session));
    }
}
