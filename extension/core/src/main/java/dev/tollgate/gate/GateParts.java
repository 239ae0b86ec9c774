package dev.tollgate.gate;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;

/** What a gate is made of, and its flights with it. There is one for each session, so it holds little of its own. */
record GateParts(RealmParts shared, SessionKey session) {

    String realm() {
        return shared.realm();
    }

    TokenSource source() {
        return shared.source();
    }

    OpenRequests requests() {
        return shared.requests();
    }

    /** Whether the source gets tokens without any at hand, as far as it can say. */
    boolean mayAcquire() {
        return Means.perhaps(source()::canAcquire);
    }

    /** Whether the source can refresh {@code tokens}, as far as it can say. */
    boolean mayRefresh(TokenSet tokens) {
        return Means.perhaps(() -> source().canRefresh(tokens));
    }

    /** Whether the source needs no token of its caller, as far as it can say. */
    boolean mayDoWithoutSubjectToken() {
        return Means.perhaps(() -> !source().needsSubjectToken());
    }

    GatePolicy policy() {
        return shared.policy();
    }

    TimeSource time() {
        return shared.time();
    }

    GateThreads threads() {
        return shared.threads();
    }

    FailureRule rule() {
        return shared.rule();
    }

    Runways runways() {
        return shared.runways();
    }

    Runways revocations() {
        return shared.revocations();
    }

    RefreshAhead ahead() {
        return shared.ahead();
    }

    ServerHabits habits() {
        return shared.habits();
    }

    GateListener listener() {
        return shared.listener();
    }

    /** What those are told who get no token. */
    Explanations explain() {
        return new Explanations(this);
    }

    /** For messages. */
    String name() {
        return name(realm(), session());
    }

    /** {@code realm 'shop'}, with the session where there is more than one. */
    static String name(String realm, SessionKey session) {
        return session.equals(SessionKey.APPLICATION)
                ? "realm '" + realm + "'"
                : "realm '" + realm + "', session '" + session + "'";
    }
}
