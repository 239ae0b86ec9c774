package dev.tollgate.quarkus.devui;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.source.SessionKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** What the page of the Dev UI calls. */
public class RealmsService {

    @Inject
    Tollgate tollgate;

    @Inject
    RefreshTimeline timeline;

    /**
     * All that the page shows.
     *
     * @param sessions those of all realms; one without a name for a realm that has none
     * @param timeline the last refreshes, the newest first
     */
    public record Look(List<ShownSession> sessions, List<ShownRefresh> timeline) {}

    /** What became of what a button was to do. */
    public record Answer(boolean done, String text) {}

    /** How many realms there are. */
    public int count() {
        return tollgate.realms().size();
    }

    /** What there is now. */
    public Look look() {
        List<ShownSession> sessions = tollgate.realms().stream()
                .sorted()
                .map(tollgate::realm)
                .flatMap(RealmsService::sessionsOf)
                .toList();
        return new Look(sessions, timeline.newestFirst());
    }

    private static Stream<ShownSession> sessionsOf(Realm realm) {
        List<ShownSession> sessions =
                realm.sessions().stream().map(ShownSession::of).toList();
        return sessions.isEmpty() ? Stream.of(ShownSession.noneOf(realm.name())) : sessions.stream();
    }

    /** Refreshes now, or joins the refresh that is under way. */
    public Uni<Answer> refresh(String realm, String session) {
        return Uni.createFrom()
                .completionStage(() -> find(realm, session).refresh())
                .map(tokens -> new Answer(true, "realm " + realm + " is refreshed"))
                .onFailure()
                .recoverWithItem(RealmsService::failed);
    }

    /** Signs out; observers of the application may take their time. */
    public Uni<Answer> signOut(String realm, String session) {
        return Uni.createFrom()
                .item(() -> {
                    find(realm, session).signOut();
                    return new Answer(true, "signed out of realm " + realm);
                })
                .onFailure()
                .recoverWithItem(RealmsService::failed)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Realm find(String realm, String session) {
        Realm found = tollgate.realm(realm);
        return session.isEmpty() ? found : found.session(new SessionKey(session));
    }

    private static Answer failed(Throwable why) {
        return new Answer(false, String.valueOf(why.getMessage()));
    }
}
